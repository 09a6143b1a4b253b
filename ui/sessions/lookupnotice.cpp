// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lookupnotice.h"

#include "pagestate.h"
#include "visibletext.h"

#include <algorithm>

namespace curfew {

LookUpNotice::LookUpNotice(const SessionsBackend &backend, SessionLookUp &lookUp, QWidget *parent)
    : ErrorPanel(parent)
    , m_backend(backend)
    , m_lookUp(lookUp)
{
    clear();
}

static QString warningsOf(const Listing &listing)
{
    constexpr qsizetype mostShown = 3;
    QStringList lines;
    for (const QString &warning : listing.warnings.first(std::min(mostShown, listing.warnings.size())))
        lines.append(visibleText(warning, 200));
    return lines.join(u'\n');
}

void LookUpNotice::refresh()
{
    clear();
    if (m_lookUp.phase() != SessionLookUp::Phase::Shown)
        return;
    const auto &error = m_lookUp.error();
    if (m_lookUp.contradictsToken())
        askWhoseAccess();
    else if (error && m_lookUp.isListing() && isDeadAnchor(*error))
        showNotice(tr("This token can no longer be used to look: it was ended or has expired. What is shown is the "
                      "list as it was read before."));
    else if (error)
        showError(errorText(*error, subjectOf(m_backend, ErrorSubject::Purpose::Looking)), Tone::Amber);
    else if (!m_lookUp.isListing())
        showNotice(tr("This service can’t list sessions; Curfew can end the token you pasted."), Tone::Grey);
    else if (!m_lookUp.listing().warnings.isEmpty())
        showNotice(warningsOf(m_lookUp.listing()));
    else if (m_lookUp.newSessions() > 0)
        showNotice(tr("%n more session(s) since you looked.", nullptr, int(m_lookUp.newSessions())));
}

void LookUpNotice::askWhoseAccess()
{
    const QString service = visibleText(m_lookUp.person(), 80);
    showNotice(tr("The token says that it belongs to %1; the service says %2. Whose access is to end? Nothing can be "
                  "ended before you have chosen.")
                   .arg(visibleText(m_lookUp.claimedPerson(), 80), service));
    connect(addButton(tr("Go on with %1").arg(service)), &QPushButton::clicked, &m_lookUp,
            &SessionLookUp::acceptPerson);
    connect(addButton(tr("Stop here")), &QPushButton::clicked, &m_lookUp, &SessionLookUp::forget);
}

} // namespace curfew
