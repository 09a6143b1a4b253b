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

static bool hasMark(const QModelIndex &index)
{
    return index.column() == SessionTableModel::StateColumn ? index.data(SessionTableModel::AnchorRole).toBool()
                                                            : index.data(SessionTableModel::IconRole).isValid();
}

// The mark stands directly behind the text, which leaves it the room.
void SessionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!hasMark(index)) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const auto logical = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget); // behind the mark, too
    QStyleOptionViewItem narrowed(option);
    narrowed.rect = logical(option.rect.adjusted(0, 0, -(iconSize + 2 * gap), 0));
    QStyledItemDelegate::paint(painter, narrowed, index);
    initStyleOption(&narrowed, index);
    const QRect text = logical(style->subElementRect(QStyle::SE_ItemViewItemText, &narrowed, option.widget));
    const int textEnd = text.left() + gap + narrowed.fontMetrics.horizontalAdvance(narrowed.text);
    QRect place(QPoint(), QSize(iconSize, iconSize));
    place.moveCenter(option.rect.center());
    place.moveLeft(std::min(textEnd + gap, option.rect.right() - iconSize - gap));
    const bool isState = index.column() == SessionTableModel::StateColumn;
    icon(isState ? Icon::Anchor : Icon(index.data(SessionTableModel::IconRole).toInt())).paint(painter, logical(place));
}

QSize SessionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (hasMark(index))
        size.rwidth() += iconSize + gap;
    size.rwidth() += 2 * gap;
    return size.expandedTo(QSize(0, rowHeight(option.fontMetrics)));
}

} // namespace curfew
