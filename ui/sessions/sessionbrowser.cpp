// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessionbrowser.h"

#include "metrics.h"
#include "sessiondetails.h"
#include "sessionlookup.h"
#include "sessiontable.h"
#include "sessiontablemodel.h"

#include <QResizeEvent>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

SessionBrowser::SessionBrowser(const SessionsBackend &backend, const SessionLookUp &lookUp, SessionTableModel &model,
                               QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_backend(backend)
    , m_lookUp(lookUp)
    , m_model(model)
    , m_table(new SessionTable(&model))
    , m_details(new SessionDetails(backend.descriptor))
{
    addWidget(m_table);
    addWidget(m_details);
    setStretchFactor(0, 1); // the details keep their width, the table takes the rest
    setStretchFactor(1, 0);
    setChildrenCollapsible(false);
    const int character = fontMetrics().averageCharWidth();
    const int row = rowHeight(fontMetrics());
    m_table->setMinimumSize(character * 30, row * 5);
    m_details->setMinimumSize(character * 36, row * 4);
    setSizes({character * 120, character * 36});
    if (!m_lookUp.isListing()) // what only a listing tells
        for (const int column :
             {SessionTableModel::DeviceColumn, SessionTableModel::AddressColumn, SessionTableModel::TokensColumn})
            m_table->setColumnHidden(column, true);
    connect(m_table, &SessionTable::selectionMoved, this, [this] {
        refreshDetails();
        Q_EMIT selectionChanged();
    });
    connect(m_details, &SessionDetails::checkedTokensChanged, this, &SessionBrowser::selectionChanged);
    connect(m_table, &SessionTable::endRequested, this, &SessionBrowser::endRequested);
}

QStringList SessionBrowser::selectedSessions() const
{
    return m_table->selectedSessions();
}

QSet<Fingerprint> SessionBrowser::checkedTokens() const
{
    return m_details->checkedTokens();
}

QString SessionBrowser::legend() const
{
    const QList<SessionRow> &rows = m_model.rows();
    const auto any = [&rows](auto has) { return std::any_of(rows.begin(), rows.end(), has); };
    QStringList legend;
    if (any([](const SessionRow &row) { return bool(row.differences); }))
        legend.append(tr("◆ differs from the rest"));
    if (any([](const SessionRow &row) { return row.isAnchor; }))
        legend.append(tr("⚑ the token you gave"));
    return legend.join("   "_L1);
}

void SessionBrowser::refreshDetails()
{
    const QStringList selected = selectedSessions();
    QString id = selected.value(0);
    if (selected.isEmpty())
        id = m_table->currentIndex().data(SessionTableModel::SessionIdRole).toString();
    const SessionRow *row = m_model.row(id);
    const QList<Session> &sessions = m_lookUp.listing().sessions;
    const auto session =
        std::find_if(sessions.begin(), sessions.end(), [&](const Session &one) { return one.id == id; });
    if (selected.size() > 1)
        m_details->clear(tr("%n rows are selected", nullptr, int(selected.size())));
    else if (!row || session == sessions.end())
        m_details->clear({});
    else
        m_details->show(*session, *row, m_backend.now());
}

void SessionBrowser::setDetailsVisible(bool visible)
{
    m_details->setVisible(visible);
}

QSize SessionBrowser::minimumSizeHint() const
{
    const int wide = std::max(m_table->minimumWidth(), m_details->minimumWidth());
    return {wide, QSplitter::minimumSizeHint().height()};
}

void SessionBrowser::resizeEvent(QResizeEvent *event)
{
    const int beside = m_table->minimumWidth() + handleWidth() + m_details->minimumWidth();
    const Qt::Orientation fitting = event->size().width() < beside ? Qt::Vertical : Qt::Horizontal;
    if (orientation() != fitting)
        setOrientation(fitting);
    QSplitter::resizeEvent(event);
}

void SessionBrowser::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void SessionBrowser::setTokensShown(bool shown)
{
    m_model.setTokensShown(shown);
    if (shown && m_model.visibleCount() <= 200) // a click opens the others
        m_table->expandAll();
}

// Where nothing is listed the table has fewer columns.
QString SessionBrowser::settingsGroup() const
{
    return m_lookUp.isListing() ? u"sessions"_s : u"tokens"_s;
}

void SessionBrowser::saveLayout(QSettings &settings) const
{
    settings.setValue(settingsGroup() + "/columns"_L1, m_table->layoutState());
    if (orientation() == Qt::Horizontal)
        settings.setValue(settingsGroup() + "/splitter"_L1, saveState());
}

void SessionBrowser::restoreLayout(const QSettings &settings)
{
    const QByteArray columns = settings.value(settingsGroup() + "/columns"_L1).toByteArray();
    if (!columns.isEmpty())
        m_table->restoreLayoutState(columns);
    restoreState(settings.value(settingsGroup() + "/splitter"_L1).toByteArray());
}

} // namespace curfew
