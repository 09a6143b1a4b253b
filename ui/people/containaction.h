// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "containrun.h"

namespace curfew {

//! What is done about one person at one service, while it runs and after: what the page needs of a ContainRun, so that
//! tests can play one.
class ContainAction : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    virtual void stop() = 0; //!< what is in flight is waited for; the rest ends as skipped
    [[nodiscard]] virtual const ContainPlan &plan() const = 0;
    [[nodiscard]] virtual const BatchRecord &record() const = 0;
    [[nodiscard]] virtual bool isRunning() const = 0;
    //! What was seen, after the sign-in was blocked, that should not be there, and isn't of the plan.
    [[nodiscard]] virtual const LaterSight &later() const = 0;
    //! Why it could not begin, or not go on. One that never began has no batch.
    [[nodiscard]] virtual const std::optional<Error> &error() const = 0;

Q_SIGNALS:
    void itemChanged(qsizetype index);
    void finished(); //!< the last signal, exactly once
};

} // namespace curfew
