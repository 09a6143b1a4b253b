// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journallistmodel.h"

#include "icons.h"
#include "journalwords.h"
#include "statestyle.h"
#include "timewords.h"
#include "tooltip.h"
#include "visibletext.h"

#include <QGuiApplication>

namespace curfew {

void JournalListModel::setBatches(const QList<BatchSummary> &batches, const QDateTime &now)
{
    beginResetModel();
    m_batches = batches;
    m_now = now;
    endResetModel();
}

int JournalListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_batches.size());
}

int JournalListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

static QString stateText(const BatchSummary &batch)
{
    if (batch.running)
        return JournalListModel::tr("Running: %1").arg(countWords(batch.counts));
    return batch.finishedAt ? countWords(batch.counts)
                            : JournalListModel::tr("Interrupted: %1").arg(countWords(batch.counts));
}

static Tone stateTone(const BatchSummary &batch)
{
    return batch.finishedAt || batch.running ? worstTone(batch.counts) : Tone::Red;
}

static Icon stateIcon(const BatchSummary &batch)
{
    if (!batch.finishedAt)
        return Icon::Unclear;
    switch (worstTone(batch.counts)) {
    case Tone::Red:
        return Icon::StillWorks;
    case Tone::Amber:
        return Icon::EndedUnchecked;
    case Tone::Green:
        return Icon::Ended;
    case Tone::Plain:
    case Tone::Grey:
        break;
    }
    return Icon::NotTried;
}

static QString textOf(const BatchSummary &batch, int column, const QDateTime &now)
{
    switch (column) {
    case JournalListModel::StateColumn:
        return stateText(batch);
    case JournalListModel::WhenColumn:
        return clockTime(batch.startedAt, now);
    case JournalListModel::WhoColumn:
        return visibleText(batch.operatorName, 200);
    case JournalListModel::ServiceColumn:
        return visibleText(batch.issuer, 200);
    case JournalListModel::PersonColumn:
        return batch.erased && batch.user.isEmpty() ? JournalListModel::tr("(erased)") : visibleText(batch.user, 200);
    case JournalListModel::TicketColumn:
        return visibleText(batch.ticket, 200);
    case JournalListModel::ReasonColumn:
        return visibleText(batch.reason, 200);
    default:
        return {};
    }
}

QVariant JournalListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const BatchSummary &batch = m_batches.at(index.row());
    const bool state = index.column() == StateColumn;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(batch, index.column(), m_now);
    case Qt::DecorationRole:
        return state ? QVariant(icon(stateIcon(batch), stateTone(batch))) : QVariant();
    case Qt::ForegroundRole:
        return state ? QVariant(toneColor(stateTone(batch), QGuiApplication::palette())) : QVariant();
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == WhenColumn ? absoluteTime(batch.startedAt)
                                                         : textOf(batch, index.column(), m_now));
    case BatchRole:
        return batch.batch;
    case UnfinishedRole:
        return !batch.finishedAt && !batch.running;
    case SortRole:
        if (index.column() == WhenColumn)
            return batch.startedAt;
        return state ? QVariant(severity(stateTone(batch))) : QVariant(textOf(batch, index.column(), m_now));
    default:
        return {};
    }
}

QVariant JournalListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("Result");
    case WhenColumn:
        return tr("When");
    case WhoColumn:
        return tr("Who");
    case ServiceColumn:
        return tr("Service");
    case PersonColumn:
        return tr("Person");
    case TicketColumn:
        return tr("Ticket");
    case ReasonColumn:
        return tr("Reason");
    default:
        return {};
    }
}

} // namespace curfew
