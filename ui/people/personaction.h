// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "activity.h"
#include "containsummary.h"
#include "peoplebackend.h"
#include "statestyle.h"

#include <QObject>

namespace curfew {

struct Report;

//! What is done about one person at all services at once: a plan a service, side by side.
class PersonAction : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Carries out \p plans, one for each of \p services; a service at which nothing is planned is left out. Not to be
    //! called while it runs.
    void start(const QList<PeopleService> &services, const QList<ContainPlan> &plans, const ContainOptions &options);
    void stop(); //!< what is in flight is waited for
    void clear(); //!< forgets what is over

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool wasStopped() const { return m_stopped; }
    [[nodiscard]] QStringList runningServices() const;
    [[nodiscard]] Activity activity() const;
    [[nodiscard]] QList<ContainedShare> shares() const; //!< how each stands, not looked at again
    [[nodiscard]] QList<Report> reports() const; //!< one a service at which something was begun

    //! One service, and what was, or is, carried out there.
    struct Part {
        PeopleService service;
        ContainAction *action = nullptr;
    };
    [[nodiscard]] const QList<Part> &parts() const { return m_parts; }

Q_SIGNALS:
    void progressed();
    //! How one step of the plan for \p service stands.
    void stepChanged(const QString &service, const curfew::ContainItem &item, const curfew::StateStyle &style);
    void finished(); //!< at all services

private:
    void tellStep(const Part &part, qsizetype index);
    void partFinished();

    QList<Part> m_parts;
    bool m_stopped = false;
};

} // namespace curfew
