// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "peoplebackend.h"

#include "asyncresult.h"
#include "journal.h"
#include "personservice.h"
#include "protectednames.h"

#include <QDesktopServices>

namespace curfew {

namespace {

//! The real action.
class RunAction final : public ContainAction {
    // No Q_OBJECT: it adds no signal and no slot to those of its base.
public:
    RunAction(PersonService &service, ContainPlan plan, ContainOptions options, QObject *owner)
        : ContainAction(owner)
        , m_run(service, std::move(plan), std::move(options))
    {
        connect(&m_run, &ContainRun::itemChanged, this, &ContainAction::itemChanged);
        connect(&m_run, &ContainRun::finished, this, &ContainAction::finished);
    }

    void start() override { m_run.start(); }
    void stop() override { m_run.stop(); }
    const ContainPlan &plan() const override { return m_run.plan(); }
    const BatchRecord &record() const override { return m_run.record(); }
    bool isRunning() const override { return m_run.isRunning(); }
    const LaterSight &later() const override { return m_run.later(); }
    const std::optional<Error> &error() const override { return m_run.error(); }

private:
    ContainRun m_run;
};

} // namespace

PeopleService peopleServiceFor(PersonService &service)
{
    PeopleService people;
    people.issuer = service.issuer();
    people.doesNotEnd = service.descriptor().doesNotEnd;
    people.limits = service.descriptor().limits;
    people.find = [&service](const QString &wanted) { return service.find(wanted); };
    const QList<Client> &clients = service.issuer().clients;
    if (!clients.isEmpty() && clients.constFirst().method == AuthMethod::AuthorizationCode) {
        people.signIn = [&service] {
            SignInOptions options;
            options.browser = [](const QUrl &page) { return QDesktopServices::openUrl(page); };
            return service.access().signIn(options).then(
                [](const Result<SignedIn> &signedIn) { return signedIn.map([](const SignedIn &) {}); });
        };
    }
    people.snapshot = [&service](const Person &person) { return service.snapshot(person); };
    people.planContainment = [&service](const Person &person, const Result<PersonAccess> &read, ContainSteps steps) {
        return planContainment(service, person, read, steps);
    };
    people.planRelease = [&service](const Person &person) { return planRelease(service, person); };
    people.earlierState = [&service](const Person &person) {
        return earlierState(service.access().journal(), service.issuer().name, person, &service);
    };
    people.exportBatch = [&service](const QString &batch, ExportFormat format) {
        return service.access().journal().exportBatch(batch, format);
    };
    people.action = [&service](ContainPlan plan, ContainOptions options, QObject *owner) -> ContainAction * {
        return new RunAction(service, std::move(plan), std::move(options), owner);
    };
    return people;
}

PeopleService closedService(const Issuer &issuer, const Error &error)
{
    PeopleService people;
    people.issuer = issuer;
    people.find = [error](const QString &) { return readyFuture<Result<QList<Person>>>(tl::unexpected(error)); };
    return people;
}

PeopleBackend peopleBackendFor(ProtectedNames &names, Journal &journal, const QString &operatorName,
                               std::function<QStringList()> signedInAs, Mode mode)
{
    PeopleBackend backend;
    backend.operatorName = operatorName;
    backend.mode = mode;
    backend.guard = [&names, operatorName, signedInAs = std::move(signedInAs)](const Person &person) {
        return names.protects(person).map([&](bool isProtected) {
            if (person.mayBelongTo(signedInAs() + QStringList{operatorName}))
                return Guard::OwnAccount;
            return isProtected ? Guard::Protected : Guard::None;
        });
    };
    backend.protect = [&names, &journal](const QStringList &added) {
        QFuture<Result<>> recorded = readyFuture(Result<>());
        for (const QString &name : added) {
            if (const auto kept = names.add(name); !kept)
                return readyFuture(kept);
            JournalEvent event;
            event.kind = JournalEventKind::AccountProtected;
            event.user = name;
            recorded = journal.record(event); // after the others, and fails where they did
        }
        return recorded;
    };
    return backend;
}

} // namespace curfew
