// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicelistmodel.h"

#include "environmentpill.h"
#include "tooltip.h"
#include "twolinedelegate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

void ServiceListModel::setRows(const QList<ServiceRow> &rows, const QDateTime &now)
{
    m_now = now;
    const bool sameNames =
        std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                   [](const ServiceRow &one, const ServiceRow &other) { return one.issuer.name == other.issuer.name; });
    if (sameNames) {
        m_rows = rows;
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

QModelIndex ServiceListModel::indexOf(const QString &name) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&name](const ServiceRow &row) { return row.issuer.name == name; });
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

int ServiceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

// What needs attention has a line of its own, since the environment stands in the second.
static bool needsAttention(const ServiceRow &row)
{
    return row.state.kind != ServiceState::Kind::Ready && !row.busy;
}

static QString secondLine(const ServiceRow &row, const QDateTime &now)
{
    if (needsAttention(row))
        return row.mark;
    const QString state = row.busy ? ServiceListModel::tr("working…") : stateWords(row.state, now);
    return row.mark + u" · "_s + state;
}

QVariant ServiceListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ServiceRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.issuer.name;
    case Qt::DecorationRole:
        return icon(stateIcon(row.state), stateTone(row.state));
    case Qt::ToolTipRole:
        return plainToolTip(u"%1 · %2 · %3"_s.arg(row.provider, row.issuer.url.host(), stateWords(row.state, m_now)));
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3, %4"_s.arg(row.issuer.name, row.provider, environmentWord(row.issuer.environment),
                                       stateWords(row.state, m_now));
    case TwoLineDelegate::SecondLineRole:
        return secondLine(row, m_now);
    case TwoLineDelegate::SecondToneRole:
        return static_cast<int>(Tone::Grey);
    case TwoLineDelegate::ThirdLineRole:
        return needsAttention(row) ? stateWords(row.state, m_now) : QString();
    case TwoLineDelegate::PillRole:
        return static_cast<int>(row.issuer.environment);
    default:
        return {};
    }
}

} // namespace curfew
