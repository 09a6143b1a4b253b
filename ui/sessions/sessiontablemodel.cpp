// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessiontablemodel.h"

#include "sessioncell.h"

#include <algorithm>
#include <numeric>

namespace curfew {

// A session's index carries 0, a token's the row of its session in m_rows plus 1, which no sorting changes.
static constexpr quintptr sessionLevel = 0;

SessionTableModel::SessionTableModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_now(QDateTime::currentDateTimeUtc())
{
}

void SessionTableModel::setRows(QList<SessionRow> rows, const QDateTime &now)
{
    beginResetModel();
    m_now = now;
    m_rows = std::move(rows);
    m_keys.clear();
    m_keys.reserve(size_t(m_rows.size()));
    m_sourceOf.clear();
    m_sourceOf.reserve(m_rows.size());
    for (const SessionRow &row : std::as_const(m_rows)) {
        m_sourceOf.insert(row.id, int(m_keys.size()));
        m_keys.push_back({searchableText(row), row.application.toCaseFolded(), row.device.toCaseFolded()});
    }
    rebuildOrder();
    rebuildVisible();
    endResetModel();
}

void SessionTableModel::setStates(const QList<StateChange> &changes)
{
    std::vector<int> changed;
    for (const StateChange &change : changes) {
        const auto source = m_sourceOf.constFind(change.session);
        if (source == m_sourceOf.cend())
            continue;
        SessionRow &row = m_rows[source.value()];
        QList<TokenState> states;
        for (qsizetype i = 0; i < row.tokens.size(); ++i) {
            TokenRow &token = row.tokens[i];
            if (token.fingerprint == change.fingerprint && !(token.state == change.state)) {
                token.state = change.state;
                const int position = m_positions[size_t(source.value())];
                if (m_tokensShown && position >= 0) {
                    const QModelIndex parent = createIndex(position, 0, sessionLevel);
                    const QModelIndex cell = index(int(i), StateColumn, parent);
                    Q_EMIT dataChanged(cell, cell);
                }
            }
            states.append(token.state);
        }
        const TokenState worst = worstOf(states);
        if (row.state == worst)
            continue;
        row.state = worst;
        if (const int position = m_positions[size_t(source.value())]; position >= 0)
            changed.push_back(position);
    }
    // Neighbours are told of together.
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    for (size_t first = 0; first < changed.size();) {
        size_t last = first;
        while (last + 1 < changed.size() && changed[last + 1] == changed[last] + 1)
            ++last;
        Q_EMIT dataChanged(index(changed[first], StateColumn), index(changed[last], StateColumn));
        first = last + 1;
    }
}

void SessionTableModel::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = SessionFilter(text);
    rebuildVisible();
    endResetModel();
}

void SessionTableModel::setTokensShown(bool shown)
{
    if (shown == m_tokensShown)
        return;
    beginResetModel();
    m_tokensShown = shown;
    endResetModel();
}

void SessionTableModel::setNow(const QDateTime &now)
{
    m_now = now;
    if (m_visible.empty())
        return;
    const int last = int(m_visible.size()) - 1;
    Q_EMIT dataChanged(index(0, SignedInColumn), index(last, ExpiryColumn), {Qt::DisplayRole});
}

const SessionRow *SessionTableModel::row(const QString &session) const
{
    const auto source = m_sourceOf.constFind(session);
    return source == m_sourceOf.cend() ? nullptr : &m_rows[source.value()];
}

QModelIndex SessionTableModel::indexOf(const QString &session) const
{
    const auto source = m_sourceOf.constFind(session);
    if (source == m_sourceOf.cend() || m_positions[size_t(source.value())] < 0)
        return {};
    return index(m_positions[size_t(source.value())], 0);
}

template <typename Key>
static int compared(const Key &one, const Key &other)
{
    return one < other ? -1 : other < one ? 1 : 0;
}

//! What isn't known stands last, whichever way the rest is sorted.
template <typename Key>
static int compared(const std::optional<Key> &one, const std::optional<Key> &other, Qt::SortOrder order)
{
    if (!one || !other)
        return int(other.has_value()) - int(one.has_value());
    return order == Qt::AscendingOrder ? compared(*one, *other) : compared(*other, *one);
}

static int compared(const QString &one, const QString &other, Qt::SortOrder order)
{
    if (one.isEmpty() || other.isEmpty())
        return int(one.isEmpty()) - int(other.isEmpty());
    return order == Qt::AscendingOrder ? one.compare(other) : other.compare(one);
}

bool SessionTableModel::isBefore(int one, int other) const
{
    const SessionRow &a = m_rows[one];
    const SessionRow &b = m_rows[other];
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    switch (m_sortColumn) {
    case StateColumn:
        return ascending ? goodness(a.state) < goodness(b.state) : goodness(b.state) < goodness(a.state);
    case ApplicationColumn:
        return compared(m_keys[size_t(one)].application, m_keys[size_t(other)].application, m_sortOrder) < 0;
    case DeviceColumn:
        return compared(m_keys[size_t(one)].device, m_keys[size_t(other)].device, m_sortOrder) < 0;
    case AddressColumn:
        if (!a.address && !b.address)
            return compared(a.ip, b.ip, m_sortOrder) < 0;
        return compared(a.address, b.address, m_sortOrder) < 0;
    case ExpiryColumn:
        return compared(a.expiresAt, b.expiresAt, m_sortOrder) < 0;
    case TokensColumn:
        return ascending ? a.tokens.size() < b.tokens.size() : b.tokens.size() < a.tokens.size();
    default:
        return compared(a.issuedAt, b.issuedAt, m_sortOrder) < 0;
    }
}

void SessionTableModel::rebuildOrder()
{
    m_order.resize(size_t(m_rows.size()));
    std::iota(m_order.begin(), m_order.end(), 0);
    std::stable_sort(m_order.begin(), m_order.end(), [this](int one, int other) { return isBefore(one, other); });
}

void SessionTableModel::rebuildVisible()
{
    m_visible.clear();
    m_positions.assign(size_t(m_rows.size()), -1);
    for (const int source : m_order) {
        if (!m_filter.isEmpty() && !m_filter.matches(m_rows[source], m_keys[size_t(source)].searchable))
            continue;
        m_positions[size_t(source)] = int(m_visible.size());
        m_visible.push_back(source);
    }
}

void SessionTableModel::sort(int column, Qt::SortOrder order)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> sources;
    sources.reserve(size_t(before.size()));
    for (const QModelIndex &persistent : before)
        sources.push_back(persistent.internalId() == sessionLevel ? m_visible[size_t(persistent.row())] : -1);
    m_sortColumn = column;
    m_sortOrder = order;
    rebuildOrder();
    rebuildVisible();
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int source = sources[size_t(i)];
        after.append(source < 0 ? before[i] : index(m_positions[size_t(source)], before[i].column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

QModelIndex SessionTableModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, sessionLevel);
    return createIndex(row, column, quintptr(m_visible[size_t(parent.row())]) + 1);
}

QModelIndex SessionTableModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == sessionLevel)
        return {};
    const int position = m_positions[size_t(index.internalId() - 1)];
    return position < 0 ? QModelIndex() : createIndex(position, 0, sessionLevel);
}

int SessionTableModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_visible.size());
    if (!m_tokensShown || parent.internalId() != sessionLevel || parent.column() != 0)
        return 0;
    return int(m_rows[m_visible[size_t(parent.row())]].tokens.size());
}

int SessionTableModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool SessionTableModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

QVariant SessionTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isToken = index.internalId() != sessionLevel;
    const SessionRow &session = m_rows[isToken ? int(index.internalId() - 1) : m_visible[size_t(index.row())]];
    if (role == SessionIdRole)
        return session.id;
    const SessionCell cell{session, isToken ? &session.tokens[index.row()] : nullptr, index.column(), m_now};
    return cell.data(role);
}

QVariant SessionTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    return SessionCell::header(section, role);
}

} // namespace curfew
