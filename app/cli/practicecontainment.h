// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "containrun.h"
#include "personsearch.h"
#include "personservice.h"

#include <QObject>

#include <memory>
#include <vector>

namespace curfew {

class Workspace;

//! The part of the guided tour that needs a name alone: the practice person is found at every practice service that can
//! find people, contained, and seen to be so.
class PracticeContainment : public QObject {
    Q_OBJECT

public:
    explicit PracticeContainment(Workspace &workspace, QObject *parent = nullptr);
    ~PracticeContainment() override;

    void start();

    [[nodiscard]] qsizetype batches() const { return qsizetype(m_runs.size()); } //!< that the journal must know

Q_SIGNALS:
    void said(const QString &text);
    void claimed(const QString &what, bool holds);
    void failed(const curfew::Error &error); //!< the last signal, instead of finished()
    void finished();

private:
    struct Opened {
        std::unique_ptr<IssuerAccess> access;
        std::unique_ptr<PersonService> service;
    };
    void found();
    void contain(PersonService &service, const ServiceFinding &finding);
    void contained();
    void lookAgain();

    Workspace &m_workspace;
    std::vector<Opened> m_opened;
    std::unique_ptr<PersonSearch> m_search;
    std::vector<std::unique_ptr<ContainRun>> m_runs;
    qsizetype m_pending = 0;
};

} // namespace curfew
