// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "statestyle.h"

#include <QWidget>

namespace curfew {

//! A state's shape and word in its colour, side by side.
class StateLabel : public QWidget {
    Q_OBJECT

public:
    explicit StateLabel(QWidget *parent = nullptr);

    void setState(const StateStyle &style); //!< the sentence becomes the tool tip and the accessible description

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StateStyle m_style;
};

} // namespace curfew
