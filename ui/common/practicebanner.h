// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mode.h"

#include <QWidget>

class QAction;

namespace curfew {

//! "Practice: nothing here is real", across the whole width; takes no room in Mode::Real.
class PracticeBanner : public QWidget {
    Q_OBJECT

public:
    explicit PracticeBanner(Mode mode, QWidget *parent = nullptr);

    void offer(QAction *action); //!< as a button at the end of the banner

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace curfew
