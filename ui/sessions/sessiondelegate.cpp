// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessiondelegate.h"

#include "icons.h"
#include "metrics.h"
#include "sessiontablemodel.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

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
    // A state's shape stands before its word; a mark is painted behind what it marks, below.
    if (index.column() != SessionTableModel::StateColumn)
        return;
    option->icon = icon(Icon(index.data(SessionTableModel::IconRole).toInt()), tone);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(iconSize, iconSize);
    option->decorationPosition = QStyleOptionViewItem::Left;
}

void SessionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const bool isState = index.column() == SessionTableModel::StateColumn;
    const QVariant mark = index.data(SessionTableModel::IconRole);
    if (isState ? !index.data(SessionTableModel::AnchorRole).toBool() : !mark.isValid())
        return;
    QRect place(QPoint(), QSize(iconSize, iconSize));
    place.moveCenter(option.rect.center());
    place.moveRight(option.rect.right() - gap);
    if (!isState) {
        const int textEnd =
            option.rect.left() + 3 * gap + option.fontMetrics.horizontalAdvance(index.data().toString());
        place.moveLeft(std::min(textEnd, place.left()));
    }
    const QRect visual = QStyle::visualRect(option.direction, option.rect, place);
    icon(isState ? Icon::Anchor : Icon(mark.toInt())).paint(painter, visual);
}

QSize SessionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.column() == SessionTableModel::StateColumn || index.data(SessionTableModel::IconRole).isValid())
        size.rwidth() += iconSize + gap;
    size.rwidth() += 2 * gap;
    return size.expandedTo(QSize(0, rowHeight(option.fontMetrics)));
}

} // namespace curfew
