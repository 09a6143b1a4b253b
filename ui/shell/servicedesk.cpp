// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicedesk.h"

#include "asyncresult.h"
#include "peopledesk.h"
#include "personpage.h"
#include "sessionsbackend.h"
#include "sessionspage.h"
#include "workspace.h"

#include <algorithm>

namespace curfew {

ServiceDesk::ServiceDesk(Workspace &workspace, Mode mode, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_mode(mode)
    , m_people(std::make_unique<PeopleDesk>(workspace, mode))
{
    connect(m_people.get(), &PeopleDesk::reached, this, &ServiceDesk::noteReached);
    connect(m_people.get(), &PeopleDesk::failed, this, &ServiceDesk::failed);
    connect(m_people.get(), &PeopleDesk::pageMade, this, [this](PersonPage *page) {
        connect(page, &PersonPage::activityChanged, this, &ServiceDesk::changed);
        connect(page, &PersonPage::finished, this, &ServiceDesk::changed);
        Q_EMIT personPageMade(page);
    });
}

ServiceDesk::~ServiceDesk()
{
    while (!m_open.empty())
        drop(m_open.begin()->first);
}

void ServiceDesk::drop(const QString &service)
{
    const auto found = m_open.find(service);
    if (found == m_open.end())
        return;
    delete found->second.page.data(); // it asks the access, so it goes first
    m_open.erase(found);
}

static std::optional<BreakerState> breakerOf(const QList<BreakerState> &breakers, const Issuer &issuer)
{
    const auto found = std::find_if(breakers.begin(), breakers.end(),
                                    [&issuer](const BreakerState &breaker) { return breaker.issuer == issuer.name; });
    return found == breakers.end() ? std::nullopt : std::optional(*found);
}

Result<> ServiceDesk::reload()
{
    const auto issuers = m_workspace.issuers().issuers();
    if (!issuers)
        return tl::unexpected(issuers.error());
    const auto breakers = m_workspace.breakers().openBreakers();
    if (!breakers)
        return tl::unexpected(breakers.error());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QStringList busy = running();
    m_people->reload(*issuers);
    m_rows.clear();
    for (const Issuer &issuer : *issuers) {
        const ProviderDescriptor *provider = descriptor(issuer);
        ServiceRow row;
        row.issuer = issuer;
        row.mark = provider ? provider->mark : issuer.provider.left(3).toUpper();
        row.provider = provider ? provider->name : issuer.provider;
        const Reach reach = m_reach.value(issuer.name, Reach::Reachable);
        row.state = serviceState(issuer, provider, breakerOf(*breakers, issuer), reach, now);
        row.busy = busy.contains(issuer.name);
        m_rows << row;
    }
    dropOutdated();
    return {};
}

void ServiceDesk::dropOutdated()
{
    QStringList outdated;
    for (const auto &[service, open] : m_open) {
        const ServiceRow *current = row(service);
        const bool same = current && current->issuer == open.issuer;
        if (!same && !(open.page && open.page->isRunning()))
            outdated << service;
    }
    for (const QString &service : std::as_const(outdated))
        drop(service);
}

const ServiceRow *ServiceDesk::row(const QString &service) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&service](const ServiceRow &row) { return row.issuer.name == service; });
    return found == m_rows.end() ? nullptr : &*found;
}

const ProviderDescriptor *ServiceDesk::descriptor(const Issuer &issuer) const
{
    return m_workspace.catalog().find(issuer.provider);
}

static Reach reachOf(const std::optional<Error> &error)
{
    switch (error ? error->kind : ErrorKind::Canceled) {
    case ErrorKind::NoConnection:
    case ErrorKind::TlsFailed:
    case ErrorKind::ProxyFailed:
        return Reach::Unreachable;
    case ErrorKind::ClientRefused:
        return Reach::Refused;
    default:
        return Reach::Reachable;
    }
}

void ServiceDesk::noteReached(const QString &service, const std::optional<Error> &error)
{
    const Reach reach = reachOf(error);
    if (reach == m_reach.value(service, Reach::Reachable))
        return;
    m_reach.insert(service, reach);
    Q_EMIT changed();
}

template <typename Value>
static std::optional<Error> errorOf(const Result<Value> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

Result<SessionsPage *> ServiceDesk::page(const QString &service)
{
    if (SessionsPage *made = openPage(service))
        return made;
    const ServiceRow *current = row(service);
    if (!current)
        return failure(ErrorKind::UnknownIssuer, service);
    auto access = m_workspace.access(current->issuer);
    if (!access)
        return tl::unexpected(access.error());
    connect(access->get(), &IssuerAccess::breakerNotKept, this, &ServiceDesk::failed);
    SessionsBackend backend = backendFor(**access, m_workspace.operatorName(), m_mode);
    // A listing and a look tell whether the service can be reached, which the list of services shows.
    backend.look = [this, service, look = backend.look](const RevokeTarget &target) {
        const auto answer = look(target);
        onResult(answer, this, [this, service](const Result<Look> &seen) {
            noteReached(service, seen ? seen->error : errorOf(seen));
        });
        return answer;
    };
    backend.list = [this, service, list = backend.list](const Token &anchor) {
        const auto answer = list(anchor);
        onResult(answer, this,
                 [this, service](const Result<Listing> &listing) { noteReached(service, errorOf(listing)); });
        return answer;
    };
    auto *made = new SessionsPage(std::move(backend));
    connect(made, &SessionsPage::activityChanged, this, &ServiceDesk::changed);
    connect(made, &SessionsPage::finished, this, &ServiceDesk::changed);
    m_open[service] = Open{current->issuer, std::move(*access), made};
    Q_EMIT pageMade(service, made);
    return made;
}

SessionsPage *ServiceDesk::openPage(const QString &service) const
{
    const auto found = m_open.find(service);
    return found == m_open.end() ? nullptr : found->second.page.data();
}

PersonPage &ServiceDesk::personPage()
{
    return m_people->page();
}

bool ServiceDesk::findsPeople() const
{
    return !m_people->isEmpty();
}

bool ServiceDesk::takesTokens(const QString &service) const
{
    const ServiceRow *known = row(service);
    const ProviderDescriptor *provider = known ? descriptor(known->issuer) : nullptr;
    return !provider || provider->takesTokens();
}

QList<WorkPage *> ServiceDesk::pages() const
{
    QList<WorkPage *> pages;
    for (const auto &[service, open] : m_open) {
        if (open.page)
            pages << open.page.data();
    }
    if (PersonPage *page = m_people->openPage())
        pages << page;
    return pages;
}

WorkPage *ServiceDesk::atWork(WorkPage *first) const
{
    if (first && first->activity().running)
        return first;
    const QList<WorkPage *> all = pages();
    for (WorkPage *page : all) {
        if (page->activity().running)
            return page;
    }
    return nullptr;
}

QStringList ServiceDesk::running() const
{
    const PersonPage *person = m_people->openPage();
    QStringList services = person ? person->runningServices() : QStringList();
    for (const auto &[service, open] : m_open) {
        if (open.page && open.page->isRunning() && !services.contains(service))
            services << service;
    }
    return services;
}

} // namespace curfew
