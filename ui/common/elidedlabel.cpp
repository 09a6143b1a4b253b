// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "elidedlabel.h"

#include "tooltip.h"

#include <QPainter>

namespace curfew {

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text && !accessibleName().isEmpty())
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
    Q_EMIT textChanged(text);
}

void ElidedLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void ElidedLabel::setTextRole(TextRole role)
{
    m_role = role;
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(fontFor(m_role, font()));
    return {metrics.horizontalAdvance(m_text) + 1, metrics.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(fontFor(m_role, font()));
    return {std::min(metrics.averageCharWidth() * 8, sizeHint().width()), metrics.height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(fontFor(m_role, font()));
    painter.setPen(m_tone == Tone::Plain ? palette().color(foregroundRole()) : toneColor(m_tone, palette()));
    const QString shown = painter.fontMetrics().elidedText(m_text, Qt::ElideRight, width());
    painter.drawText(rect(), static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine), shown);
    const QString tip = shown == m_text ? QString() : plainToolTip(m_text);
    if (toolTip() != tip)
        setToolTip(tip);
}

} // namespace curfew
