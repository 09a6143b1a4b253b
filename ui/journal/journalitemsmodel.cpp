// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalitemsmodel.h"

#include "journalwords.h"
#include "statestyle.h"
#include "timewords.h"
#include "tooltip.h"
#include "visibletext.h"

#include <QGuiApplication>

namespace curfew {

void JournalItemsModel::setItems(const QList<ItemRecord> &items, const QDateTime &now)
{
    beginResetModel();
    m_items = items;
    m_now = now;
    endResetModel();
}

int JournalItemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int JournalItemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

static StateStyle styleOf(const ItemRecord &record, const QDateTime &now)
{
    OutcomeFacts facts;
    facts.now = now;
    if (record.result) {
        facts.reason = visibleText(record.result->message, 300);
        facts.mayWorkUntil = record.result->mayWorkUntil;
    }
    return statusStyle(itemStatusName(record), facts);
}

static QString textOf(const ItemRecord &record, int column, const QDateTime &now)
{
    const ItemResult result = record.result.value_or(ItemResult());
    switch (column) {
    case JournalItemsModel::StateColumn:
        return styleOf(record, now).word;
    case JournalItemsModel::WhatColumn:
        return itemWords(record.item);
    case JournalItemsModel::FingerprintColumn:
        return visibleText(record.item.fingerprint.isEmpty() ? record.item.targetId : record.item.fingerprint, 100);
    case JournalItemsModel::ClientColumn:
        return visibleText(record.item.clientId, 200);
    case JournalItemsModel::ProofColumn:
        return proofWords(result.verifiedBy);
    case JournalItemsModel::UntilColumn:
        return result.mayWorkUntil ? untilTime(*result.mayWorkUntil, now) : QString();
    case JournalItemsModel::MessageColumn:
        return visibleText(result.message, 300);
    default:
        return {};
    }
}

QVariant JournalItemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ItemRecord &record = m_items.at(index.row());
    const bool state = index.column() == StateColumn;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(record, index.column(), m_now);
    case Qt::DecorationRole: {
        const StateStyle style = styleOf(record, m_now);
        return state ? QVariant(icon(style.icon, style.tone)) : QVariant();
    }
    case Qt::ForegroundRole:
        return state ? QVariant(toneColor(styleOf(record, m_now).tone, QGuiApplication::palette())) : QVariant();
    case Qt::ToolTipRole:
        return plainToolTip(state ? styleOf(record, m_now).sentence : textOf(record, index.column(), m_now));
    default:
        return {};
    }
}

QVariant JournalItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("State");
    case WhatColumn:
        return tr("What");
    case FingerprintColumn:
        return tr("Fingerprint");
    case ClientColumn:
        return tr("Client");
    case ProofColumn:
        return tr("Checked by");
    case UntilColumn:
        return tr("May work until");
    case MessageColumn:
        return tr("Message");
    default:
        return {};
    }
}

} // namespace curfew
