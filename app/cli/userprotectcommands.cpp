// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "userprotectcommands.h"

#include "persondirectory.h"
#include "protectednames.h"
#include "visibletext.h"
#include "workspace.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace curfew {

static QJsonDocument document(const QStringList &names)
{
    return QJsonDocument(QJsonObject{{u"protected"_s, QJsonArray::fromStringList(names)}});
}

void UserProtectCommand::start()
{
    const QString name = line().value(u"user"_s);
    auto done = checkPersonName(name);
    if (done && !isDryRun())
        done = workspace().protectedNames().add(name);
    const auto names = workspace().protectedNames().names();
    if (!done || !names) {
        fail(!done ? done.error() : names.error());
        return;
    }
    print(document(*names), u"“%1” has to be typed again before anything of it is ended."_s.arg(visibleText(name)));
    finish(ExitStatus::Good);
}

void UserUnprotectCommand::start()
{
    const QString name = line().value(u"user"_s);
    const auto done = isDryRun() ? Result<>() : workspace().protectedNames().remove(name);
    const auto names = workspace().protectedNames().names();
    if (!done || !names) {
        fail(!done ? done.error() : names.error());
        return;
    }
    print(document(*names), u"“%1” is an account like any other."_s.arg(visibleText(name)));
    finish(ExitStatus::Good);
}

void UserProtectedCommand::start()
{
    const auto names = workspace().protectedNames().names();
    if (!names) {
        fail(names.error());
        return;
    }
    QStringList lines;
    for (const QString &name : *names)
        lines.append(visibleText(name));
    print(document(*names), lines.isEmpty() ? u"No account is protected."_s : lines.join(u'\n'));
    finish(ExitStatus::Good);
}

} // namespace curfew
