// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace curfew {

//! What is shown while no service is configured: what Curfew is for, and the two ways to begin.
class FirstStartPage : public QWidget {
    Q_OBJECT

public:
    explicit FirstStartPage(QWidget *parent = nullptr);

Q_SIGNALS:
    void addRequested();
    void practiceRequested();
};

} // namespace curfew
