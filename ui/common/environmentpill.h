// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"

#include <QWidget>

namespace curfew {

//! `Production`, `Test`, `Development`.
[[nodiscard]] QString environmentWord(Environment environment);

//! The environment as a word in capitals on a band of its own. Production is filled, the others are outlined.
class EnvironmentPill : public QWidget {
    Q_OBJECT

public:
    explicit EnvironmentPill(Environment environment = Environment::Production, QWidget *parent = nullptr);

    void setEnvironment(Environment environment);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    //! For delegates: paints the pill into \p rect (its height is used, its width is sizeFor()'s).
    static void paint(QPainter &painter, const QRect &rect, Environment environment, const QPalette &palette,
                      const QFont &font);
    [[nodiscard]] static QSize sizeFor(Environment environment, const QFont &font);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Environment m_environment;
};

} // namespace curfew
