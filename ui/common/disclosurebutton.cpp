// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "disclosurebutton.h"

#include "icons.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace curfew {

DisclosureButton::DisclosureButton(const QString &text, QWidget *parent)
    : QToolButton(parent)
{
    setText(text);
    setCheckable(true);
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
    const auto showArrow = [this] { setIcon(curfew::icon(isChecked() ? Icon::ChevronDown : Icon::ChevronRight)); };
    connect(this, &QToolButton::toggled, this, showArrow);
    showArrow();
}

void DisclosureButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.state &= ~QStyle::State_On;
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace curfew
