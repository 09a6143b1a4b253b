// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"

#include <QAbstractTableModel>
#include <QList>

namespace curfew {

//! The batches, one a row. Shows values, knows no journal.
class JournalListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        StateColumn,
        WhenColumn,
        WhoColumn,
        ServiceColumn,
        PersonColumn,
        TicketColumn,
        ReasonColumn,
        ColumnCount
    };
    enum Role { BatchRole = Qt::UserRole, SortRole, UnfinishedRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setBatches(const QList<BatchSummary> &batches, const QDateTime &now);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<BatchSummary> m_batches;
    QDateTime m_now;
};

} // namespace curfew
