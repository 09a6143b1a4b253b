// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accessmodel.h"

#include "personwords.h"
#include "timewords.h"
#include "tooltip.h"

#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

static QString keyOf(const PersonSession &session)
{
    return u"session "_s + session.hash();
}

static QString keyOf(const ContainItem &item)
{
    switch (item.step.action) {
    case Action::Disable:
    case Action::Enable:
        return u"sign-in"_s;
    case Action::EndSession:
        return u"session "_s + item.record.targetId;
    case Action::Revoke:
        return u"consent "_s + item.step.clientId;
    case Action::Logout:
        break;
    }
    return {}; // it shows in the sessions
}

AccessModel::Row AccessModel::sessionRow(const PersonSession &session)
{
    return {keyOf(session),
            liveStyle(LiveState::Active),
            session.kind == SessionKind::Offline ? tr("Offline session") : tr("Browser session"),
            shownText(session.applications.join(u", "_s)),
            shownText(session.ip),
            session.startedAt,
            session.lastSeenAt};
}

void AccessModel::setAccess(const Person &person, const PersonAccess &access, const QDateTime &now)
{
    beginResetModel();
    m_now = now;
    m_knowsSessions = access.sessions.has_value();
    m_rows.clear();
    m_rows.append({u"sign-in"_s, signInStyle(person), tr("Sign-in"), tr("all"), u"–"_s, {}, {}});
    const QList<PersonSession> sessions = access.sessions.value_or(QList<PersonSession>());
    for (const PersonSession &session : sessions)
        m_rows.append(sessionRow(session));
    for (const PersonConsent &consent : access.consents) {
        StateStyle given = liveStyle(LiveState::Active);
        given.word = tr("Given");
        const QString scopes = consent.scopes.isEmpty() ? QString() : u" ("_s + consent.scopes.join(u", "_s) + u')';
        m_rows.append({u"consent "_s + consent.clientId,
                       given,
                       tr("Consent"),
                       shownText(consent.clientId + scopes),
                       u"–"_s,
                       consent.givenAt,
                       {}});
    }
    endResetModel();
}

void AccessModel::addSince(const QList<PersonSession> &sessions, const QDateTime &now)
{
    m_now = now;
    for (const PersonSession &session : sessions) {
        Row row = sessionRow(session);
        row.state = m_knowsSessions ? StateStyle{tr("NEW SINCE"), tr("This session began after the others were ended."),
                                                 Tone::Red, Icon::StillWorks}
                                    : StateStyle{tr("OPEN"), tr("This session was there all the time, or began since."),
                                                 Tone::Red, Icon::StillWorks};
        const auto isIt = [&row](const Row &other) { return other.key == row.key; };
        if (std::any_of(m_rows.begin(), m_rows.end(), isIt))
            continue;
        beginInsertRows({}, 1, 1); // right below the sign-in, in sight
        m_rows.insert(1, row);
        endInsertRows();
    }
}

void AccessModel::markBack(const QList<PersonSession> &sessions)
{
    const StateStyle back{tr("WORKS AGAIN"), tr("This session was ended, and the service lists it again."), Tone::Red,
                          Icon::StillWorks};
    for (const PersonSession &session : sessions)
        setState(keyOf(session), back);
}

void AccessModel::setState(const ContainItem &item, const StateStyle &style)
{
    setState(keyOf(item), style);
}

void AccessModel::setState(const QString &key, const StateStyle &style)
{
    for (int row = 0; row < m_rows.size() && !key.isEmpty(); ++row) {
        if (m_rows.at(row).key != key)
            continue;
        m_rows[row].state = style;
        Q_EMIT dataChanged(index(row, StateColumn), index(row, StateColumn));
    }
}

int AccessModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AccessModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AccessModel::text(const Row &row, int column) const
{
    const auto when = [this](const std::optional<QDateTime> &time) {
        return time ? relativeTime(*time, m_now) : u"–"_s;
    };
    switch (column) {
    case StateColumn:
        return row.state.word;
    case WhatColumn:
        return row.what;
    case ApplicationsColumn:
        return row.applications;
    case AddressColumn:
        return row.address;
    case StartedColumn:
        return when(row.started);
    case SeenColumn:
        return when(row.seen);
    default:
        return {};
    }
}

QString AccessModel::toolTip(const Row &row, int column) const
{
    if (column == StateColumn)
        return row.state.sentence;
    if (column == StartedColumn && row.started)
        return absoluteTime(*row.started);
    if (column == SeenColumn && row.seen)
        return absoluteTime(*row.seen);
    return text(row, column);
}

QVariant AccessModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    const bool state = index.column() == StateColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::DecorationRole:
        return state ? QVariant(icon(row.state.icon, row.state.tone)) : QVariant();
    case Qt::ForegroundRole:
        return state && row.state.tone != Tone::Plain ? QVariant(toneColor(row.state.tone, QGuiApplication::palette()))
                                                      : QVariant();
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(row, index.column()));
    default:
        return {};
    }
}

QVariant AccessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("State");
    case WhatColumn:
        return tr("What");
    case ApplicationsColumn:
        return tr("Applications");
    case AddressColumn:
        return tr("IP address");
    case StartedColumn:
        return tr("Started");
    case SeenColumn:
        return tr("Last seen");
    default:
        return {};
    }
}

} // namespace curfew
