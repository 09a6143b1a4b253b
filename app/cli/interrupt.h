// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QSocketNotifier;

namespace curfew {

//! Ctrl-C as a signal of the event loop. A second one ends the program at once, with status 130.
class Interrupt : public QObject {
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    void interrupted();

private:
    void arrived();

    QSocketNotifier *m_notifier = nullptr;
};

} // namespace curfew
