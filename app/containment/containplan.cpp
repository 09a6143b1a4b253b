// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containplan.h"

#include "personservice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

ContainSteps allContainSteps()
{
    return ContainStep::Block | ContainStep::Sessions | ContainStep::Offline | ContainStep::Consents;
}

QString containStepName(ContainStep step)
{
    switch (step) {
    case ContainStep::Block:
        return u"block"_s;
    case ContainStep::Sessions:
        return u"sessions"_s;
    case ContainStep::Offline:
        return u"offline"_s;
    case ContainStep::Consents:
        return u"consents"_s;
    }
    Q_UNREACHABLE();
}

qsizetype ContainPlan::count(Action action) const
{
    return std::count_if(items.begin(), items.end(),
                         [action](const ContainItem &item) { return item.step.action == action; });
}

namespace {

//! Adds what the service can do, and nothing else.
class Planner {
public:
    Planner(const PersonService &service, const Person &person)
        : m_service(service)
    {
        plan.issuer = service.issuer().name;
        plan.person = person;
        if (!service.issuer().clients.isEmpty())
            m_client = service.issuer().clients.constFirst().clientId;
    }

    void add(const PersonStep &step, Sight seenBefore, const QString &hash, const QString &subject)
    {
        if (!m_service.offers(step))
            return;
        ContainItem item{step, {}, seenBefore, subject};
        item.record.target = step.target;
        item.record.action = step.action;
        item.record.targetId = hash;
        item.record.clientId = m_client;
        if (step.target == Target::Session)
            item.record.session = item.record.targetId;
        plan.items.append(item);
    }

    void addSession(const PersonSession &session)
    {
        add({Target::Session, Action::EndSession, session.id, session.kind, {}}, Sight::Alive, session.hash(),
            session.applications.join(u", "_s));
    }

    ContainPlan plan;

private:
    const PersonService &m_service;
    QString m_client;
};

} // namespace

//! Alive as long as \p person's state isn't \p wanted.
static Sight before(const Person &person, bool wanted)
{
    if (!person.enabled)
        return Sight::Unseen;
    return *person.enabled == wanted ? Sight::Inactive : Sight::Alive;
}

ContainPlan planContainment(const PersonService &service, const Person &person, const Result<PersonAccess> &read,
                            ContainSteps steps)
{
    Planner planner(service, person);
    if (!read)
        planner.plan.unread = read.error();
    const PersonAccess snapshot = read.value_or(PersonAccess());
    planner.plan.snapshot = snapshot;
    if (steps.testFlag(ContainStep::Block))
        planner.add({Target::User, Action::Disable, {}, {}, {}}, before(person, false), idHash(person.id),
                    person.label());

    const QList<PersonSession> sessions = snapshot.sessions.value_or(QList<PersonSession>());
    const auto isOnline = [](const PersonSession &session) { return session.kind == SessionKind::Online; };
    if (steps.testFlag(ContainStep::Sessions)) {
        const bool any = std::any_of(sessions.begin(), sessions.end(), isOnline);
        const Sight seen = !snapshot.sessions ? Sight::Unseen : any ? Sight::Alive : Sight::Inactive;
        planner.add({Target::User, Action::Logout, {}, {}, {}}, seen, idHash(person.id), person.label());
        for (const PersonSession &session : sessions) {
            if (isOnline(session))
                planner.addSession(session);
        }
    }
    if (steps.testFlag(ContainStep::Offline)) {
        for (const PersonSession &session : sessions) {
            if (!isOnline(session))
                planner.addSession(session);
        }
    }
    if (steps.testFlag(ContainStep::Consents)) {
        for (const PersonConsent &consent : snapshot.consents) {
            planner.add({Target::User, Action::Revoke, {}, {}, consent.clientId}, Sight::Alive,
                        idHash(consent.clientId), consent.clientId);
        }
    }
    return planner.plan;
}

ContainPlan planRelease(const PersonService &service, const Person &person)
{
    Planner planner(service, person);
    planner.add({Target::User, Action::Enable, {}, {}, {}}, before(person, true), idHash(person.id), person.label());
    return planner.plan;
}

bool isAboutAPerson(const BatchRecord &batch)
{
    return !batch.items.isEmpty() && std::none_of(batch.items.begin(), batch.items.end(), [](const ItemRecord &item) {
        return item.item.target == Target::Token;
    });
}

QList<PersonSession> sessionsSince(const PersonAccess &before, const PersonAccess &now)
{
    QList<PersonSession> since;
    const QList<PersonSession> sessions = now.sessions.value_or(QList<PersonSession>());
    for (const PersonSession &session : sessions) {
        if (!before.session(session.hash()))
            since.append(session);
    }
    return since;
}

} // namespace curfew
