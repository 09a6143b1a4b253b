// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "focusorder.h"

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>

namespace curfew {

static void collect(QLayout &layout, QList<QWidget *> &stops);

static void collect(QWidget &widget, QList<QWidget *> &stops)
{
    if ((widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy())
        stops.append(&widget);
    if (const auto *splitter = qobject_cast<QSplitter *>(&widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            collect(*splitter->widget(i), stops);
    } else if (const auto *area = qobject_cast<QScrollArea *>(&widget)) {
        if (area->widget())
            collect(*area->widget(), stops);
    } else if (widget.layout()) {
        collect(*widget.layout(), stops);
    }
}

static void collect(QLayout &layout, QList<QWidget *> &stops)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *item = layout.itemAt(i);
        if (item->widget())
            collect(*item->widget(), stops);
        else if (item->layout())
            collect(*item->layout(), stops);
    }
}

void tabInReadingOrder(QWidget &root)
{
    QList<QWidget *> stops;
    collect(root, stops);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1], stops[i]);
}

} // namespace curfew
