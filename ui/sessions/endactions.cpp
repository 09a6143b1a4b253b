// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "endactions.h"

#include "actionbar.h"
#include "endflow.h"
#include "sessionbrowser.h"
#include "sessionlookup.h"
#include "sessiontablemodel.h"

#include <algorithm>

namespace curfew {

EndActions::EndActions(SessionLookUp &lookUp, SessionTableModel &model, SessionBrowser &browser, EndFlow &flow,
                       ActionBar &bar, QObject *parent)
    : QObject(parent)
    , m_lookUp(lookUp)
    , m_model(model)
    , m_browser(browser)
    , m_flow(flow)
    , m_bar(bar)
{
    connect(&m_browser, &SessionBrowser::selectionChanged, this, &EndActions::refresh);
    connect(&m_browser, &SessionBrowser::endRequested, this, &EndActions::endSelected);
    connect(&m_bar, &ActionBar::endSelectedRequested, this, &EndActions::endSelected);
    connect(&m_bar, &ActionBar::endTokensRequested, this, &EndActions::endSelectedTokens);
    connect(&m_bar, &ActionBar::endAllRequested, this, &EndActions::endAll);
}

bool EndActions::canEndSomething() const
{
    return !m_model.rows().isEmpty() && !m_flow.isRunning() && !m_lookUp.isReading() && !m_lookUp.contradictsToken();
}

qsizetype EndActions::openCount() const
{
    const QList<SessionRow> &rows = m_model.rows();
    return std::count_if(rows.begin(), rows.end(), [](const SessionRow &row) { return !isEnded(row.state); });
}

QSet<QString> EndActions::openSelection() const
{
    QSet<QString> open;
    const QStringList selected = m_browser.selectedSessions();
    for (const QString &id : selected) {
        const SessionRow *row = m_model.row(id);
        if (row && !isEnded(row->state))
            open.insert(id);
    }
    return open;
}

bool EndActions::canEndSelected() const
{
    return canEndSomething() && !openSelection().isEmpty();
}

bool EndActions::canEndAll() const
{
    return canEndSomething() && openCount() > 0;
}

void EndActions::endSelected()
{
    if (canEndSelected())
        m_flow.request({Selection::Kind::Sessions, openSelection(), {}});
}

void EndActions::endSelectedTokens()
{
    if (canEndSomething() && !m_browser.checkedTokens().isEmpty())
        m_flow.request({Selection::Kind::Tokens, {}, m_browser.checkedTokens()});
}

void EndActions::endAll()
{
    if (canEndAll())
        m_flow.request({});
}

void EndActions::refresh()
{
    m_bar.setCounts({openSelection().size(), m_browser.checkedTokens().size(), openCount()});
    m_bar.setUsable(canEndSomething());
    m_bar.setLegend(m_browser.legend());
    m_bar.setVisible(!m_model.rows().isEmpty());
    Q_EMIT changed();
}

} // namespace curfew
