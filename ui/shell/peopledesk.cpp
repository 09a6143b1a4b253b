// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "peopledesk.h"

#include "asyncresult.h"
#include "personpage.h"
#include "personservice.h"
#include "workspace.h"

#include <algorithm>
#include <utility>

namespace curfew {

PeopleDesk::PeopleDesk(Workspace &workspace, Mode mode, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_mode(mode)
{
}

PeopleDesk::~PeopleDesk()
{
    delete m_page.data();
}

PersonPage &PeopleDesk::page()
{
    if (!m_page) {
        m_page = new PersonPage(peopleBackendFor(
            m_workspace.protectedNames(), m_workspace.journal(), m_workspace.operatorName(),
            [this] { return signedInAs(); }, m_mode));
        m_page->setServices(openAll());
        m_page->setOthers(m_others);
        Q_EMIT pageMade(m_page);
    }
    return *m_page;
}

void PeopleDesk::reload(const QList<Issuer> &issuers)
{
    if (m_page && m_page->isRunning())
        return;
    std::vector<Opened> wanted;
    QStringList others;
    for (const Issuer &issuer : issuers) {
        const ProviderDescriptor *descriptor = m_workspace.catalog().find(issuer.provider);
        if (!descriptor || !descriptor->people) {
            others.append(issuer.name);
            continue;
        }
        Opened opened;
        opened.issuer = issuer;
        opened.tokenService = m_workspace.listingSibling(issuer);
        wanted.push_back(std::move(opened));
    }
    if (std::exchange(m_others, others) != others && m_page)
        m_page->setOthers(others);
    const bool same = std::equal(wanted.begin(), wanted.end(), m_opened.begin(), m_opened.end(),
                                 [](const Opened &one, const Opened &other) {
                                     return one.issuer == other.issuer && one.tokenService == other.tokenService;
                                 });
    if (same)
        return;
    const std::vector<Opened> before = std::exchange(m_opened, std::move(wanted)); // which the page may still ask
    if (m_page)
        m_page->setServices(openAll());
}

QStringList PeopleDesk::signedInAs() const
{
    QStringList names;
    for (const Opened &opened : m_opened) {
        if (opened.access)
            names += opened.access->operatorNames();
    }
    return names;
}

QList<PeopleService> PeopleDesk::openAll()
{
    QList<PeopleService> services;
    for (Opened &opened : m_opened)
        services.append(open(&opened));
    return services;
}

PeopleService PeopleDesk::open(Opened *opened)
{
    auto access = m_workspace.access(opened->issuer);
    if (!access)
        return closedService(opened->issuer, access.error());
    opened->access = std::move(*access);
    opened->service = std::make_unique<PersonService>(*opened->access);
    connect(opened->access.get(), &IssuerAccess::breakerNotKept, this, &PeopleDesk::failed);
    PeopleService service = peopleServiceFor(*opened->service);
    service.tokenService = opened->tokenService;
    // A search tells whether the service can be reached, which the list of services shows.
    service.find = [this, name = opened->issuer.name, find = service.find](const QString &wanted) {
        const auto answer = find(wanted);
        onResult(answer, this, [this, name](const Result<QList<Person>> &people) {
            Q_EMIT reached(name, people ? std::nullopt : std::optional(people.error()));
        });
        return answer;
    };
    return service;
}

} // namespace curfew
