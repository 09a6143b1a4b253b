// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "userlistcommands.h"

#include "userdocuments.h"
#include "usertext.h"
#include "visibletext.h"
#include "workspace.h"

using namespace Qt::StringLiterals;

namespace curfew {

void UserFindCommand::searched()
{
    warnOfUnchecked();
    qsizetype people = 0;
    for (const ServiceFinding &finding : findings())
        people += finding.people ? finding.people->size() : 0;
    QStringList parts;
    if (people > 0)
        parts.append(peopleTable(findings()));
    if (const QString without = nobodyText(); !without.isEmpty())
        parts.append(without);
    if (!notCovered().isEmpty())
        parts.append(notCoveredText());
    print(QJsonDocument(findDocument(findings(), notCovered())), parts.join(u'\n'));
    finish(statusOfUnchecked());
}

void UserSessionsCommand::searched()
{
    if (!isOnePerson())
        return;
    warnOfUnchecked();
    QStringList parts{peopleTable(findings())};
    if (const QString without = nobodyText(); !without.isEmpty())
        parts.append(without);
    for (const ServiceFinding &finding : findings()) {
        if (!finding.access || !*finding.access)
            continue;
        parts.append(accessText(finding, workspace().listingSibling(finding.issuer)));
        for (const QString &warning : (*finding.access)->warnings)
            warn(visibleText(warning));
    }
    if (!notCovered().isEmpty())
        parts.append(notCoveredText());
    print(QJsonDocument(userSessionsDocument(findings())), parts.join(u'\n'));
    finish(statusOfUnchecked());
}

} // namespace curfew
