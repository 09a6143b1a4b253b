// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "peoplebackend.h"

#include <QPointer>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

namespace curfew {

class IssuerAccess;
class Workspace;

//! An action about a person that does what the test says.
class FakeContainAction : public ContainAction {
    Q_OBJECT

public:
    FakeContainAction(ContainPlan plan, ContainOptions options, QObject *owner);

    void start() override { m_running = true; }
    void stop() override { stopped = true; }
    const ContainPlan &plan() const override { return m_plan; }
    const BatchRecord &record() const override { return m_record; }
    bool isRunning() const override { return m_running; }
    const LaterSight &later() const override { return sawLater; }
    const std::optional<Error> &error() const override { return m_error; }

    void settle(qsizetype index, Outcome outcome);
    void settleAll(Outcome outcome); //!< and finishes
    void finish();
    void fail(const Error &error); //!< it never begins

    ContainOptions options;
    bool stopped = false;
    LaterSight sawLater;

private:
    ContainPlan m_plan;
    BatchRecord m_record;
    bool m_running = false;
    std::optional<Error> m_error;
};

//! A service whose directory holds what the test puts into it. Plans are made as for a real service of its provider.
class FakeDirectory {
public:
    FakeDirectory(Workspace &workspace, const QString &name, const QString &provider);
    ~FakeDirectory();

    [[nodiscard]] PeopleService service();

    Result<QList<Person>> people = QList<Person>();
    Result<PersonAccess> access = PersonAccess(); //!< of each of them
    Result<EarlierState> earlier = EarlierState::MayHaveSignedIn;
    std::optional<Error> exportFails; //!< else an export says of what, and as what
    QString tokenService;
    QStringList wanted; //!< the names that were looked for
    std::function<Result<>()> signIn; //!< empty: nobody signs in there
    int snapshots = 0;
    QPointer<FakeContainAction> action; //!< the last one

private:
    Issuer m_issuer;
    std::unique_ptr<IssuerAccess> m_access;
    std::unique_ptr<PersonService> m_service;
};

//! Several of them, and what the page needs besides.
class FakePeople {
public:
    FakePeople();
    ~FakePeople();

    //! Of provider `keycloak-admin`, or `sap-directory`.
    FakeDirectory &add(const QString &name, const QString &provider);
    [[nodiscard]] PeopleBackend backend();
    [[nodiscard]] QList<PeopleService> services();

    QStringList protectedNames;
    QDateTime now;
    std::chrono::milliseconds secondLook = std::chrono::hours(1);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::vector<std::unique_ptr<FakeDirectory>> m_directories;
};

//! dona.moore, enabled.
[[nodiscard]] Person fakePerson(const QString &id = QStringLiteral("id-1"));
//! \p online browser sessions and \p offline offline sessions, and one consent.
[[nodiscard]] PersonAccess fakeAccess(int online, int offline, const QDateTime &takenAt);
[[nodiscard]] PersonSession fakePersonSession(const QString &id, SessionKind kind, const QDateTime &startedAt);

} // namespace curfew
