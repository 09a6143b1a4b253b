// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakepeople.h"

#include "asyncresult.h"
#include "issueraccess.h"
#include "journal.h"
#include "personservice.h"
#include "workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

FakeContainAction::FakeContainAction(ContainPlan plan, ContainOptions givenOptions, QObject *owner)
    : ContainAction(owner)
    , options(std::move(givenOptions))
    , m_plan(std::move(plan))
{
    m_record.summary.batch = u"20260301-140211-%1"_s.arg(m_plan.issuer.toLower());
    for (const ContainItem &item : std::as_const(m_plan.items))
        m_record.items.append({item.record, ItemState::Planned, item.seenBefore, std::nullopt});
}

void FakeContainAction::settle(qsizetype index, Outcome outcome)
{
    ItemRecord &item = m_record.items[index];
    item.state = ItemState::Done;
    item.result = ItemResult();
    item.result->outcome = m_plan.items.at(index).isCarriedOut() ? outcome : Outcome::Skipped;
    Q_EMIT itemChanged(index);
}

void FakeContainAction::settleAll(Outcome outcome)
{
    for (qsizetype i = 0; i < m_record.items.size(); ++i)
        settle(i, outcome);
    finish();
}

void FakeContainAction::finish()
{
    m_running = false;
    Q_EMIT finished();
}

void FakeContainAction::fail(const Error &error)
{
    m_record.summary.batch.clear();
    m_error = error;
    finish();
}

static QString urlOf(const QString &name, const QString &provider)
{
    const QString host = QString(name).toLower().replace(u' ', u'-');
    return u"https://%1.example"_s.arg(host) + (provider == u"keycloak-admin" ? u"/realms/acme"_s : QString());
}

FakeDirectory::FakeDirectory(Workspace &workspace, const QString &name, const QString &provider)
{
    m_issuer.name = name;
    m_issuer.provider = provider;
    m_issuer.url = QUrl(urlOf(name, provider));
    m_issuer.clients = {{u"curfew"_s, AuthMethod::Bearer, true}};
    auto opened = workspace.access(m_issuer);
    Q_ASSERT(opened);
    m_access = std::move(*opened);
    m_service = std::make_unique<PersonService>(*m_access);
}

FakeDirectory::~FakeDirectory() = default;

PeopleService FakeDirectory::service()
{
    PeopleService service = peopleServiceFor(*m_service);
    service.tokenService = tokenService;
    service.find = [this](const QString &name) {
        wanted.append(name);
        return readyFuture(Result<QList<Person>>(people));
    };
    if (signIn)
        service.signIn = [this] { return readyFuture(signIn()); };
    service.snapshot = [this](const Person &) {
        ++snapshots;
        return readyFuture(Result<PersonAccess>(access));
    };
    service.earlierState = [this](const Person &) { return readyFuture(Result<EarlierState>(earlier)); };
    service.exportBatch = [this](const QString &batch, ExportFormat format) {
        const QString name = batch + (format == ExportFormat::Csv ? u" as CSV"_s : u" as JSON"_s);
        return readyFuture(exportFails ? Result<QByteArray>(tl::unexpected(*exportFails)) : name.toUtf8());
    };
    service.action = [this](ContainPlan plan, ContainOptions options, QObject *owner) -> ContainAction * {
        action = new FakeContainAction(std::move(plan), std::move(options), owner);
        return action;
    };
    return service;
}

FakePeople::FakePeople()
    : now(QDateTime(QDate(2026, 3, 1), QTime(14, 2, 11), Qt::UTC))
{
    auto opened = Workspace::open(m_folder.filePath(u"profile"_s));
    Q_ASSERT(opened);
    m_workspace = std::move(*opened);
}

FakePeople::~FakePeople()
{
    m_directories.clear();
}

FakeDirectory &FakePeople::add(const QString &name, const QString &provider)
{
    m_directories.push_back(std::make_unique<FakeDirectory>(*m_workspace, name, provider));
    return *m_directories.back();
}

PeopleBackend FakePeople::backend()
{
    PeopleBackend backend;
    backend.operatorName = u"agent"_s;
    backend.guard = [this](const Person &person) -> Result<Guard> {
        if (person.mayBelongTo({u"agent"_s}))
            return Guard::OwnAccount;
        const bool isProtected = std::any_of(protectedNames.begin(), protectedNames.end(),
                                             [&](const QString &name) { return person.isCalled(name); });
        return isProtected ? Guard::Protected : Guard::None;
    };
    backend.protect = [this](const QStringList &names) {
        protectedNames.append(names);
        return readyFuture(Result<>());
    };
    backend.now = [this] { return now; };
    backend.secondLook = secondLook;
    return backend;
}

QList<PeopleService> FakePeople::services()
{
    QList<PeopleService> services;
    for (const auto &directory : m_directories)
        services.append(directory->service());
    return services;
}

Person fakePerson(const QString &id)
{
    Person person;
    person.id = id;
    person.userName = u"dona.moore"_s;
    person.name = u"Dona Moore"_s;
    person.email = u"dona.moore@example.com"_s;
    person.enabled = true;
    return person;
}

PersonSession fakePersonSession(const QString &id, SessionKind kind, const QDateTime &startedAt)
{
    return {id, kind, {u"travel"_s, u"mail"_s}, u"10.10.10.20"_s, startedAt, startedAt.addSecs(60)};
}

PersonAccess fakeAccess(int online, int offline, const QDateTime &takenAt)
{
    PersonAccess access;
    access.takenAt = takenAt;
    access.sessions = QList<PersonSession>();
    for (int i = 0; i < online; ++i)
        access.sessions->append(fakePersonSession(u"online-%1"_s.arg(i), SessionKind::Online, takenAt.addSecs(-3600)));
    for (int i = 0; i < offline; ++i)
        access.sessions->append(
            fakePersonSession(u"offline-%1"_s.arg(i), SessionKind::Offline, takenAt.addSecs(-7200)));
    access.consents = {{u"travel"_s, {u"openid"_s, u"offline_access"_s}, takenAt.addDays(-2)}};
    return access;
}

} // namespace curfew
