// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicebanner.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace curfew {

class CloseDialog;
class ServiceDesk;

//! Keeps the window open while something is being ended, until it has ended or the operator had it stopped.
class CloseGuard : public QObject {
    Q_OBJECT

public:
    //! \p desk and \p window must outlive it; \p window is its parent.
    CloseGuard(const ServiceDesk &desk, Mode mode, QWidget *window);

    //! Whether the window may close now; else asks.
    [[nodiscard]] bool mayClose();
    //! An action ended: closes the window if that was what it waited for.
    void actionEnded();

private:
    void stopAll();

    const ServiceDesk &m_desk;
    Mode m_mode;
    QWidget *m_window;
    QPointer<CloseDialog> m_dialog;
    bool m_closing = false;
};

} // namespace curfew
