// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statelabel.h"

#include "metrics.h"
#include "tooltip.h"

#include <QPainter>
#include <QStyle>

namespace curfew {

StateLabel::StateLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateLabel::setState(const StateStyle &style)
{
    m_style = style;
    setAccessibleName(style.word);
    setAccessibleDescription(style.sentence);
    setToolTip(plainToolTip(style.sentence));
    updateGeometry();
    update();
}

QSize StateLabel::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {16 + groupSpacing + metrics.horizontalAdvance(m_style.word) + 1, std::max(16, metrics.height())};
}

void StateLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect icons = QStyle::visualRect(layoutDirection(), rect(), QRect(0, (height() - 16) / 2, 16, 16));
    icon(m_style.icon, m_style.tone).paint(&painter, icons);
    painter.setPen(toneColor(m_style.tone, palette()));
    const QRect words = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(16 + groupSpacing, 0, 0, 0));
    painter.drawText(words, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine), m_style.word);
}

} // namespace curfew
