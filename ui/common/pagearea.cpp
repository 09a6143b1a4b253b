// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pagearea.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace curfew {

PageArea::PageArea(QWidget *page, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // what has the focus in it scrolls it
    setWidget(page);
    page->installEventFilter(this);
}

bool PageArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(watched, event);
}

void PageArea::resizeEvent(QResizeEvent *event)
{
    fit();
    QScrollArea::resizeEvent(event);
}

void PageArea::fit()
{
    QLayout *layout = widget()->layout();
    const QSize least = layout->totalMinimumSize();
    const auto heightAt = [layout, &least](int width) {
        return layout->hasHeightForWidth() ? layout->minimumHeightForWidth(width) : least.height();
    };
    const QSize room = maximumViewportSize();
    int width = std::max(room.width(), least.width());
    int height = heightAt(width);
    if (height > room.height()) { // a scroll bar takes its part
        width = std::max(room.width() - verticalScrollBar()->sizeHint().width(), least.width());
        height = heightAt(width);
    }
    widget()->resize(width, std::max(height, room.height()));
}

} // namespace curfew
