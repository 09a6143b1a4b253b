// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace curfew {

//! Says when nobody has touched the program for a while, or the operating system's session was locked.
class IdleLock : public QObject {
    Q_OBJECT

public:
    explicit IdleLock(std::chrono::milliseconds patience = std::chrono::minutes(10), QObject *parent = nullptr);

Q_SIGNALS:
    void locked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private Q_SLOTS:
    void sessionLocked(bool active);

private:
    void listenToSession();

    QTimer m_timer;
};

} // namespace curfew
