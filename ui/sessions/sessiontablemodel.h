// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sessionfilter.h"
#include "sessionrow.h"

#include <QAbstractItemModel>
#include <QHash>

#include <vector>

namespace curfew {

//! The sessions of one person, sorted and filtered by an index vector of its own: a proxy model takes several times as
//! long for 100,000 rows. Below a session stand its tokens, when they are shown.
class SessionTableModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column {
        StateColumn,
        ApplicationColumn,
        DeviceColumn,
        AddressColumn,
        SignedInColumn,
        ExpiryColumn,
        TokensColumn,
        ColumnCount
    };
    enum Role {
        SessionIdRole = Qt::UserRole, //!< also of a token's row: its session's
        FingerprintRole, //!< of a token's row: 16 hex digits
        ToneRole, //!< int of Tone, for text and icon of a state
        IconRole, //!< int of Icon, or nothing
        AnchorRole, //!< bool: the session of the token that was given
        AccentRole, //!< bool: new since the last reading
    };

    //! A token of a row, and what became of it.
    struct StateChange {
        QString session;
        Fingerprint fingerprint;
        TokenState state;
    };

    explicit SessionTableModel(QObject *parent = nullptr);

    void setRows(QList<SessionRow> rows, const QDateTime &now);
    void setStates(const QList<StateChange> &changes); //!< tells of the rows concerned, and of no other
    void setFilter(const QString &text);
    void setTokensShown(bool shown);
    void setNow(const QDateTime &now); //!< UTC; what "3 h ago" counts from

    [[nodiscard]] const QList<SessionRow> &rows() const { return m_rows; } //!< all, whatever the filter
    [[nodiscard]] const SessionRow *row(const QString &session) const; //!< nullptr when there is none
    [[nodiscard]] qsizetype visibleCount() const { return qsizetype(m_visible.size()); }
    [[nodiscard]] bool tokensShown() const { return m_tokensShown; }
    [[nodiscard]] QModelIndex indexOf(const QString &session) const; //!< invalid while the filter hides it

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    // What sorting and filtering read again and again.
    struct Keys {
        QString searchable;
        QString application;
        QString device;
    };

    void rebuildOrder();
    void rebuildVisible();
    [[nodiscard]] bool isBefore(int one, int other) const;

    QList<SessionRow> m_rows;
    std::vector<Keys> m_keys;
    QHash<QString, int> m_sourceOf; // session id → index in m_rows
    std::vector<int> m_order; // all rows, sorted
    std::vector<int> m_visible; // those that the filter lets through, sorted
    std::vector<int> m_positions; // row → where it stands in m_visible; -1: hidden
    SessionFilter m_filter;
    int m_sortColumn = SignedInColumn;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    bool m_tokensShown = false;
    QDateTime m_now;
};

} // namespace curfew
