// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicebanner.h"

#include "metrics.h"
#include "tone.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace curfew {

PracticeBanner::PracticeBanner(Mode mode, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Practice: nothing here is real"));
    setVisible(mode == Mode::Practice);
}

void PracticeBanner::offer(QAction *action)
{
    auto *button = new QPushButton(QString(action->text()).remove(u'&'), this);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(groupSpacing, 4, groupSpacing, 4);
    row->addStretch();
    row->addWidget(button);
}

QSize PracticeBanner::sizeHint() const
{
    const QFontMetrics metrics(fontFor(TextRole::Heading, font()));
    const QSize words(metrics.horizontalAdvance(accessibleName()) + 2 * pageMargin, metrics.height() + groupSpacing);
    return layout() ? words.expandedTo(layout()->sizeHint()) : words;
}

void PracticeBanner::paintEvent(QPaintEvent *)
{
    // Stripes in the accent colour: unlike any state, and seen without reading.
    const QColor accent = palette().color(QPalette::Active, QPalette::Highlight);
    const QColor under = mixed(palette().color(QPalette::Window), accent, 0.18);
    const QColor stripe = mixed(palette().color(QPalette::Window), accent, 0.28);
    QPainter painter(this);
    painter.fillRect(rect(), under);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(stripe, 6));
    for (int x = -height(); x < width() + height(); x += 24)
        painter.drawLine(QPointF(x, height() + 4), QPointF(x + height() + 8, -4));
    const QFont words = fontFor(TextRole::Heading, font());
    painter.setFont(words);
    const QString text = accessibleName();
    QRect middle(QPoint(), QSize(painter.fontMetrics().horizontalAdvance(text) + 2 * sectionSpacing, height()));
    middle.moveCenter(rect().center());
    painter.fillRect(middle, under);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(middle, static_cast<int>(Qt::AlignCenter | Qt::TextSingleLine), text);
}

} // namespace curfew
