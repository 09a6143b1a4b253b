// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalfilter.h"

#include "journallistmodel.h"

#include <algorithm>

namespace curfew {

JournalFilter::JournalFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(JournalListModel::SortRole);
    setSortLocaleAware(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void JournalFilter::setSearch(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool JournalFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QAbstractItemModel *source = sourceModel();
    const auto occurs = [&](const QString &word) {
        for (int column = 0; column < source->columnCount(parent); ++column) {
            if (source->index(row, column, parent).data().toString().contains(word, Qt::CaseInsensitive))
                return true;
        }
        return source->index(row, 0, parent).data(JournalListModel::BatchRole).toString().contains(word);
    };
    return std::all_of(m_words.begin(), m_words.end(), occurs);
}

bool JournalFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool leftOpen = left.data(JournalListModel::UnfinishedRole).toBool();
    const bool rightOpen = right.data(JournalListModel::UnfinishedRole).toBool();
    if (leftOpen != rightOpen)
        return sortOrder() == Qt::AscendingOrder ? leftOpen : rightOpen;
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace curfew
