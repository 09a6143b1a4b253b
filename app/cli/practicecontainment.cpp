// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicecontainment.h"

#include "practiceissuers.h"
#include "usertext.h"
#include "words.h"
#include "workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

PracticeContainment::PracticeContainment(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

PracticeContainment::~PracticeContainment() = default;

void PracticeContainment::start()
{
    std::vector<PersonService *> services;
    const QList<PracticeSetup> setups = m_workspace.practice()->apiSetups();
    for (const PracticeSetup &setup : setups) {
        auto access = m_workspace.access(setup.issuer);
        if (!access) {
            Q_EMIT failed(access.error());
            return;
        }
        auto service = std::make_unique<PersonService>(**access);
        services.push_back(service.get());
        m_opened.push_back({std::move(*access), std::move(service)});
    }
    m_search = std::make_unique<PersonSearch>(services, practiceVictim());
    connect(m_search.get(), &PersonSearch::finished, this, &PracticeContainment::found);
    m_search->start();
}

void PracticeContainment::found()
{
    Q_EMIT said(peopleTable(m_search->findings()));
    const QList<ServiceFinding> findings = m_search->findings();
    const bool everywhere = std::all_of(findings.begin(), findings.end(), [](const ServiceFinding &finding) {
        return finding.people && finding.people->size() == 1 && finding.access && *finding.access;
    });
    Q_EMIT claimed(u"each service knows exactly one person of that name"_s, everywhere);
    if (!everywhere) {
        Q_EMIT finished();
        return;
    }
    for (const ServiceFinding &finding : findings)
        contain(*finding.service, finding);
    m_pending = batches();
    for (const auto &run : m_runs)
        run->start();
}

void PracticeContainment::contain(PersonService &service, const ServiceFinding &finding)
{
    ContainOptions options;
    options.operatorName = m_workspace.operatorName();
    options.ticket = u"PRACTICE-1"_s;
    options.reason = u"guided tour"_s;
    const ContainPlan plan =
        planContainment(service, finding.people->constFirst(), finding.access->value(), allContainSteps());
    m_runs.push_back(std::make_unique<ContainRun>(service, plan, options));
    connect(m_runs.back().get(), &ContainRun::finished, this, [this] {
        if (--m_pending == 0)
            contained();
    });
}

void PracticeContainment::contained()
{
    for (size_t i = 0; i < m_runs.size(); ++i) {
        const ContainRun &run = *m_runs[i];
        if (run.error()) {
            Q_EMIT failed(*run.error());
            return;
        }
        Q_EMIT said(containedText(*m_opened[i].service, run.plan(), run.record()));
        const QList<ItemRecord> &items = run.record().items;
        const bool done = !items.isEmpty() && std::all_of(items.begin(), items.end(), [](const ItemRecord &item) {
            return item.result && item.result->outcome == Outcome::Revoked;
        });
        Q_EMIT claimed(u"%1: everything was so before, and is so no more"_s.arg(run.plan().issuer), done);
    }
    lookAgain();
}

void PracticeContainment::lookAgain()
{
    PracticeIssuer &realm = m_workspace.practice()->issuer(u"keycloak"_s);
    const QString person = practiceVictim();
    Q_EMIT claimed(u"no token of hers works at the practice realm any more"_s, realm.aliveCount(person) == 0);
    const auto entered = [&person](PracticeIssuer &issuer) {
        const QList<PracticeClient> clients = issuer.clients();
        return std::any_of(clients.begin(), clients.end(), [&](const PracticeClient &client) {
            return !client.isAdministrator() && issuer.signIn(person, client.id).has_value();
        });
    };
    Q_EMIT claimed(u"whoever knows her password can't sign in at the realm"_s, !entered(realm));
    Q_EMIT claimed(u"nor at the tenant"_s, !entered(m_workspace.practice()->issuer(u"sap-ias"_s)));
    Q_EMIT finished();
}

} // namespace curfew
