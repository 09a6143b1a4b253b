// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flowlayout.h"

#include "metrics.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace curfew {

FlowLayout::FlowLayout(Last last)
    : m_last(last)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(groupSpacing);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
    invalidate();
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= m_items.size())
        return nullptr;
    invalidate();
    return m_items.takeAt(index);
}

QList<FlowLayout::Line> FlowLayout::lines(int width) const
{
    QList<Line> lines;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (lines.isEmpty() || lines.constLast().width + spacing() + size.width() > width)
            lines.append(Line{{item}, size.width(), size.height()});
        else {
            Line &line = lines.back();
            line.items.append(item);
            line.width += spacing() + size.width();
            line.height = std::max(line.height, size.height());
        }
    }
    return lines;
}

int FlowLayout::heightOf(const QList<Line> &lines) const
{
    int height = lines.isEmpty() ? 0 : spacing() * static_cast<int>(lines.size() - 1);
    for (const Line &line : lines)
        height += line.height;
    return height;
}

int FlowLayout::heightForWidth(int width) const
{
    return heightOf(lines(width));
}

QSize FlowLayout::sizeHint() const
{
    const QList<Line> all = lines(QLAYOUTSIZE_MAX);
    return all.isEmpty() ? QSize() : QSize(all.constFirst().width, all.constFirst().height);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LayoutDirection::LeftToRight;
    const QList<Line> all = lines(rect.width());
    int y = rect.top();
    for (const Line &line : all) {
        int x = rect.left();
        for (QLayoutItem *item : line.items) {
            const QSize size = item->sizeHint().boundedTo(QSize(rect.width(), line.height));
            if (m_last == Last::FarEnd && item == m_items.constLast())
                x = rect.right() + 1 - size.width();
            const QRect place(x, y + (line.height - size.height()) / 2, size.width(), size.height());
            item->setGeometry(QStyle::visualRect(direction, rect, place));
            x += size.width() + spacing();
        }
        y += line.height + spacing();
    }
}

} // namespace curfew
