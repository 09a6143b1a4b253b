// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessiondelegate.h"

#include "icons.h"
#include "metrics.h"
#include "sessiontablemodel.h"

#include <QApplication>
#include <QPainter>

namespace curfew {

static constexpr int iconSize = 16;
static constexpr int gap = 4;

void SessionDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    if (index.data(SessionTableModel::AccentRole).toBool())
        option->font.setWeight(QFont::DemiBold);
    const QVariant toneValue = index.data(SessionTableModel::ToneRole);
    const Tone tone = toneValue.isValid() ? Tone(toneValue.toInt()) : Tone::Plain;
    if (tone != Tone::Plain)
        option->palette.setColor(QPalette::Text, toneColor(tone, option->palette));
    const QVariant iconValue = index.data(SessionTableModel::IconRole);
    if (!iconValue.isValid())
        return;
    option->icon = icon(Icon(iconValue.toInt()), tone);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(iconSize, iconSize);
    // A state's shape stands before its word, a mark behind what it marks.
    option->decorationPosition =
        index.column() == SessionTableModel::StateColumn ? QStyleOptionViewItem::Left : QStyleOptionViewItem::Right;
}

void SessionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (!index.data(SessionTableModel::AnchorRole).toBool())
        return;
    QRect place(QPoint(), QSize(iconSize, iconSize));
    place.moveCenter(option.rect.center());
    place.moveRight(option.rect.right() - gap);
    const QRect visual = QStyle::visualRect(option.direction, option.rect, place);
    icon(Icon::Anchor).paint(painter, visual);
}

QSize SessionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.column() == SessionTableModel::StateColumn)
        size.rwidth() += iconSize + gap;
    size.rwidth() += 2 * gap;
    return size.expandedTo(QSize(0, rowHeight(option.fontMetrics)));
}

} // namespace curfew
