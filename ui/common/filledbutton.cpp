// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filledbutton.h"

#include "metrics.h"
#include "tone.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace curfew {

FilledButton::FilledButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    setAutoDefault(false); // Enter in a field never ends anything
    QFont semiBold = fontFor(TextRole::Heading, font());
    setFont(semiBold);
}

QSize FilledButton::sizeHint() const
{
    return QPushButton::sizeHint().expandedTo({0, 32}) + QSize(sectionSpacing, 0);
}

void FilledButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    const QColor ink = palette().color(QPalette::Active, QPalette::Text);
    const QColor paper = palette().color(QPalette::Active, QPalette::Base);
    QColor fill = ink;
    QColor text = paper;
    if (!isEnabled()) {
        fill = mixed(palette().color(QPalette::Window), ink, 0.12);
        text = palette().color(QPalette::Disabled, QPalette::ButtonText);
    } else if (isDown()) {
        fill = mixed(ink, paper, 0.3);
    } else if (underMouse()) {
        fill = mixed(ink, paper, 0.15);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(text, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5), 2.5, 2.5);
    }
    painter.setPen(text);
    const bool showMnemonic = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this) != 0;
    const int flags = static_cast<int>(Qt::AlignCenter | Qt::TextSingleLine)
        | static_cast<int>(showMnemonic ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    painter.drawText(rect(), flags, this->text());
}

} // namespace curfew
