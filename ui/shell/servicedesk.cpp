// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicedesk.h"

#include "asyncresult.h"
#include "sessionsbackend.h"
#include "sessionspage.h"
#include "workspace.h"

#include <algorithm>

namespace curfew {

ServiceDesk::ServiceDesk(Workspace &workspace, Mode mode, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_mode(mode)
{
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
    m_rows.clear();
    for (const Issuer &issuer : *issuers) {
        const ProviderDescriptor *provider = descriptor(issuer);
        const auto open = m_open.find(issuer.name);
        ServiceRow row;
        row.issuer = issuer;
        row.mark = provider ? provider->mark : issuer.provider.left(3).toUpper();
        row.provider = provider ? provider->name : issuer.provider;
        const Reach reach = m_unreachable.contains(issuer.name) ? Reach::Unreachable : Reach::Reachable;
        row.state = serviceState(issuer, provider, breakerOf(*breakers, issuer), reach, now);
        row.busy = open != m_open.end() && open->second.page && open->second.page->isRunning();
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

void ServiceDesk::noteReached(const QString &service, const Result<> &result)
{
    const bool unreachable = !result
        && (result.error().kind == ErrorKind::NoConnection || result.error().kind == ErrorKind::TlsFailed
            || result.error().kind == ErrorKind::ProxyFailed);
    if (unreachable)
        m_unreachable.insert(service);
    else
        m_unreachable.remove(service);
    Q_EMIT changed();
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
    // A listing tells whether the service can be reached, which the list of services shows.
    backend.list = [this, service, list = backend.list](const Token &anchor) {
        const auto answer = list(anchor);
        onResult(answer, this, [this, service](const Result<Listing> &listing) {
            noteReached(service, listing.map([](const Listing &) {}));
        });
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

QList<SessionsPage *> ServiceDesk::openPages() const
{
    QList<SessionsPage *> pages;
    for (const auto &[service, open] : m_open) {
        if (open.page)
            pages << open.page.data();
    }
    return pages;
}

SessionsPage *ServiceDesk::atWork(SessionsPage *first) const
{
    if (first && first->activity().running)
        return first;
    for (SessionsPage *page : openPages()) {
        if (page->activity().running)
            return page;
    }
    return nullptr;
}

QStringList ServiceDesk::running() const
{
    QStringList services;
    for (const auto &[service, open] : m_open) {
        if (open.page && open.page->isRunning())
            services << service;
    }
    return services;
}

} // namespace curfew
