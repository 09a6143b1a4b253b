// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

namespace curfew {

//! The one button that ends something: the only filled one, in the text's colour, never in red.
class FilledButton : public QPushButton {
    Q_OBJECT

public:
    explicit FilledButton(const QString &text = {}, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace curfew
