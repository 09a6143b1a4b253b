// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "activity.h"

#include <QWidget>

namespace curfew {

//! A page of the window on which access is ended: it can be at work while another one is shown.
class WorkPage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] const Activity &activity() const { return m_activity; }
    [[nodiscard]] virtual bool isRunning() const = 0; //!< an action is under way
    [[nodiscard]] virtual bool canListAgain() const = 0;

    virtual void listAgain() = 0; //!< F5, Ctrl+R
    virtual void stop() = 0; //!< Shift+Esc
    //! Hides what is shown and wipes tokens; a running action keeps its own to its end.
    virtual void lock() = 0;

Q_SIGNALS:
    void activityChanged(const curfew::Activity &activity);
    void actionsChanged(); //!< one of the can…() changed
    void finished(const QString &batch); //!< an action ended; its id in the journal, empty where it has several

protected:
    void setActivity(const Activity &activity);

private:
    Activity m_activity;
};

} // namespace curfew
