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
    return std::count_if(items.begin(), items.end(), [action](const ContainItem &item) {
        return item.step.action == action && item.isCarriedOut();
    });
}

bool ContainPlan::doesAnything() const
{
    return std::any_of(items.begin(), items.end(), [](const ContainItem &item) { return item.isCarriedOut(); });
}

bool ContainPlan::consentsEndOfflineSessions() const
{
    QStringList takenBack;
    QStringList ended;
    for (const ContainItem &item : items) {
        if (item.step.action == Action::Revoke && item.isCarriedOut())
            takenBack.append(item.step.clientId);
        else if (item.step.action == Action::EndSession)
            ended.append(item.record.targetId);
    }
    const auto endsToo = [&](const PersonSession &session) {
        const auto isTakenBack = [&takenBack](const QString &client) { return takenBack.contains(client); };
        return session.kind == SessionKind::Offline && !ended.contains(session.hash())
            && std::any_of(session.applications.begin(), session.applications.end(), isTakenBack);
    };
    const QList<PersonSession> sessions = snapshot.sessions.value_or(QList<PersonSession>());
    return std::any_of(sessions.begin(), sessions.end(), endsToo);
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
        ContainItem item{step, recordOf(step, hash), seenBefore, subject, {}};
        if (step.target == Target::Session)
            item.record.session = item.record.targetId;
        plan.items.append(item);
    }

    //! All of a kind that the person may have: \p like one of them, if the service can do that.
    void addUnchecked(const PersonStep &like, const QString &why)
    {
        if (!m_service.offers(like))
            return;
        PersonStep step = like;
        step.target = Target::User;
        plan.items.append({step, recordOf(step, idHash(plan.person.id)), Sight::Unseen, {}, u"not checked: "_s + why});
    }

    void addSession(const PersonSession &session)
    {
        add({Target::Session, Action::EndSession, session.id, session.kind, {}}, Sight::Alive, session.hash(),
            session.applications.join(u", "_s));
    }

    void leaveOut(ContainStep step, const PersonStep &like)
    {
        plan.leftOut.setFlag(step, plan.leftOut.testFlag(step) || m_service.offers(like));
    }

    ContainPlan plan;

private:
    [[nodiscard]] JournalItem recordOf(const PersonStep &step, const QString &hash) const
    {
        JournalItem record;
        record.target = step.target;
        record.action = step.action;
        record.targetId = hash;
        record.clientId = m_client;
        return record;
    }

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

static QString unreadWords(const QString &what, const Error &error)
{
    return u"%1 could not be read: %2"_s.arg(what, error.detail.isEmpty() ? errorKindName(error.kind) : error.detail);
}

static const PersonStep &endOnline()
{
    static const PersonStep step{Target::Session, Action::EndSession, {}, SessionKind::Online, {}};
    return step;
}

static const PersonStep &endOffline()
{
    static const PersonStep step{Target::Session, Action::EndSession, {}, SessionKind::Offline, {}};
    return step;
}

//! How a service may be able to carry out each step.
static const QList<std::pair<ContainStep, PersonStep>> &waysOf()
{
    static const QList<std::pair<ContainStep, PersonStep>> ways{
        {ContainStep::Block, {Target::User, Action::Disable, {}, {}, {}}},
        {ContainStep::Sessions, {Target::User, Action::Logout, {}, {}, {}}},
        {ContainStep::Sessions, endOnline()},
        {ContainStep::Offline, endOffline()},
        {ContainStep::Consents, {Target::User, Action::Revoke, {}, {}, {}}},
    };
    return ways;
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
        // With Keycloak's signing out everywhere every token that was given until then ends, offline ones too: where
        // those are left alone, the sessions end one by one, as far as each of them can be named.
        const bool sparesOffline = !steps.testFlag(ContainStep::Offline) && service.offers(endOffline());
        if (!sparesOffline || !snapshot.sessions || !snapshot.warnings.isEmpty())
            planner.add({Target::User, Action::Logout, {}, {}, {}}, seen, idHash(person.id), person.label());
        for (const PersonSession &session : sessions) {
            if (isOnline(session))
                planner.addSession(session);
        }
        if (!read)
            planner.addUnchecked(endOnline(), unreadWords(u"sessions"_s, read.error()));
    }
    if (steps.testFlag(ContainStep::Offline)) {
        if (const auto error = read ? snapshot.offlineUnread : read.error())
            planner.addUnchecked(endOffline(), unreadWords(u"offline sessions"_s, *error));
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
        if (const auto error = read ? snapshot.consentsUnread : read.error())
            planner.addUnchecked({Target::User, Action::Revoke, {}, {}, {}}, unreadWords(u"consents"_s, *error));
    }
    for (const auto &[step, like] : waysOf()) {
        if (!steps.testFlag(step))
            planner.leaveOut(step, like);
    }
    QStringList warnings = snapshot.warnings;
    warnings.removeDuplicates();
    if (!warnings.isEmpty() && (steps & ~ContainSteps(ContainStep::Block)).toInt() != 0)
        planner.addUnchecked(endOnline(), warnings.join(u"; "_s));
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

} // namespace curfew
