// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "usertext.h"

#include "personservice.h"
#include "visibletext.h"
#include "words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

static QString orDash(const QString &text)
{
    return text.isEmpty() ? u"–"_s : text;
}

static QString enabledText(const Person &person)
{
    if (!person.enabled)
        return u"?"_s;
    return *person.enabled ? u"may sign in"_s : u"blocked"_s;
}

QString peopleTable(const QList<ServiceFinding> &findings)
{
    QList<QStringList> rows;
    for (const ServiceFinding &finding : findings) {
        const QList<Person> people = finding.people.value_or(QList<Person>());
        for (const Person &person : people)
            rows.append({finding.issuer.name, orDash(person.userName), orDash(person.name), orDash(person.email),
                         enabledText(person), timeText(person.lastSignIn), person.id});
    }
    return textTable({u"ISSUER"_s, u"USER NAME"_s, u"NAME"_s, u"E-MAIL"_s, u"STATE"_s, u"LAST SIGN-IN"_s, u"ID"_s},
                     rows);
}

QString issuersWithout(const QList<ServiceFinding> &findings)
{
    QStringList names;
    for (const ServiceFinding &finding : findings) {
        if (finding.people && finding.people->isEmpty())
            names.append(visibleText(finding.issuer.name));
    }
    return names.join(u", "_s);
}

static QString kindText(SessionKind kind)
{
    return kind == SessionKind::Offline ? u"offline"_s : u"browser"_s;
}

//! What of \p access is not all there is; a line each.
static QStringList partsUnread(const PersonAccess &access)
{
    QStringList lines;
    if (access.offlineUnread)
        lines.append(u"  Offline sessions are NOT CHECKED here: "_s + sentence(*access.offlineUnread));
    if (access.consentsUnread)
        lines.append(u"  Consents are NOT CHECKED here: "_s + sentence(*access.consentsUnread));
    return lines;
}

QString accessText(const ServiceFinding &finding, const QString &sibling)
{
    QStringList lines{environmentBand(finding.issuer)};
    const PersonAccess &access = finding.access->value();
    if (!access.sessions) {
        lines.append(u"  Sessions can't be seen here without a token of this person."_s);
        if (!sibling.isEmpty())
            lines.append(
                u"  With one: curfew-cli session list --issuer \"%1\" --token-file F"_s.arg(visibleText(sibling)));
        return lines.join(u'\n');
    }
    QList<QStringList> rows;
    for (const PersonSession &session : *access.sessions)
        rows.append({session.hash(), kindText(session.kind), orDash(session.applications.join(u", "_s)),
                     orDash(session.ip), timeText(session.startedAt), timeText(session.lastSeenAt)});
    lines.append(rows.isEmpty() ? u"  It lists no sessions. Sessions that applications keep themselves don't appear."_s
                                : textTable({u"SESSION"_s, u"KIND"_s, u"APPLICATIONS"_s, u"IP ADDRESS"_s, u"STARTED"_s,
                                             u"LAST SEEN"_s},
                                            rows));
    for (const PersonConsent &consent : access.consents)
        lines.append(
            u"  Allowed: %1 (%2)"_s.arg(visibleText(consent.clientId), visibleText(consent.scopes.join(u", "_s))));
    lines.append(partsUnread(access));
    return lines.join(u'\n');
}

//! What \p plan leaves open because nobody asked for its end; empty where that is nothing.
static QString leftOpenText(const ContainPlan &plan)
{
    QStringList parts;
    const auto add = [&parts](qsizetype count, const QString &thing, const std::optional<Error> &unread) {
        if (unread)
            parts.append(u"any %1s (NOT CHECKED)"_s.arg(thing));
        else if (count > 0)
            parts.append(countOf(count, thing));
    };
    const PersonAccess &access = plan.snapshot;
    const QList<PersonSession> sessions = access.sessions.value_or(QList<PersonSession>());
    const qsizetype online = std::count_if(sessions.begin(), sessions.end(), [](const PersonSession &session) {
        return session.kind == SessionKind::Online;
    });
    if (plan.leftOut.testFlag(ContainStep::Block) && plan.person.enabled.value_or(true))
        parts.append(u"the sign-in"_s);
    if (plan.leftOut.testFlag(ContainStep::Sessions))
        add(online, u"browser session"_s, plan.unread);
    if (plan.leftOut.testFlag(ContainStep::Offline))
        add(sessions.size() - online, u"offline session"_s, plan.unread ? plan.unread : access.offlineUnread);
    if (plan.leftOut.testFlag(ContainStep::Consents))
        add(access.consents.size(), u"consent"_s, plan.unread ? plan.unread : access.consentsUnread);
    return parts.isEmpty() ? QString() : u"Left out, and stays open: "_s + parts.join(u", "_s) + u'.';
}

QString containText(const PersonService &service, const ContainPlan &plan)
{
    const Person &person = plan.person;
    QStringList lines{
        environmentBand(service.issuer()),
        u"  %1 · %2 · user name %3 · id %4 · %5"_s.arg(
            visibleText(orDash(person.name)), visibleText(orDash(person.email)), visibleText(orDash(person.userName)),
            visibleText(person.id), enabledText(person)),
    };
    if (person.lastSignIn)
        lines.last() += u" · last sign-in "_s + timeText(person.lastSignIn);
    if (plan.count(Action::Enable) > 0)
        lines.append(u"  Lets this person sign in again."_s);
    if (plan.count(Action::Disable) > 0)
        lines.append(u"  Blocks the sign-in."_s);
    if (plan.unread && plan.count(Action::Logout) > 0)
        lines.append(u"  Signs out everywhere."_s);
    else if (plan.count(Action::Logout) > 0 || plan.count(Action::EndSession) > 0)
        lines.append(u"  Ends %1."_s.arg(countOf(plan.count(Action::EndSession), u"session"_s)));
    if (plan.count(Action::Revoke) > 0)
        lines.append(u"  Takes back what %1 may do."_s.arg(countOf(plan.count(Action::Revoke), u"application"_s)));
    if (plan.consentsEndOfflineSessions())
        lines.append(
            u"  Taking back a consent ends that application's offline sessions as well, although they are left "
            "out."_s);
    if (!plan.doesAnything())
        lines.append(u"  Does nothing here."_s);
    if (const QString open = leftOpenText(plan); !open.isEmpty())
        lines.append(u"  "_s + open);
    if (plan.count(Action::Enable) == 0) {
        if (plan.unread)
            lines.append(u"  Sessions are NOT CHECKED here: %1"_s.arg(sentence(*plan.unread)));
        else if (!plan.snapshot.sessions)
            lines.append(u"  Sessions can't be seen here without a token of this person."_s);
        lines.append(partsUnread(plan.snapshot));
        lines.append(u"  Doesn't end: "_s + service.descriptor().doesNotEnd.english);
    }
    return lines.join(u'\n');
}

static QString whatText(Action action)
{
    switch (action) {
    case Action::Disable:
        return u"block sign-in"_s;
    case Action::Enable:
        return u"allow sign-in"_s;
    case Action::Logout:
        return u"sign out everywhere"_s;
    case Action::EndSession:
        return u"end session"_s;
    case Action::Revoke:
        return u"take back consent"_s;
    }
    Q_UNREACHABLE();
}

// In these words "revoked" would be read as a token's.
static QString outcomeText(const ItemRecord &item)
{
    const Action action = item.item.action;
    const Outcome outcome = item.result ? item.result->outcome : Outcome::Unknown;
    if (outcome == Outcome::Revoked)
        return u"done, checked"_s;
    if (outcome == Outcome::StillActive)
        return action == Action::Enable ? u"STILL BLOCKED"_s : u"STILL OPEN"_s;
    if (outcome == Outcome::AlreadyInvalid)
        return u"was so already"_s;
    return itemStatusName(item);
}

static QString stepTable(const ContainPlan &plan, const BatchRecord &record)
{
    QList<QStringList> rows;
    for (qsizetype i = 0; i < record.items.size(); ++i) {
        const ItemRecord &item = record.items.at(i);
        const QString subject = i < plan.items.size() ? plan.items.at(i).subject : QString();
        rows.append({whatText(item.item.action), outcomeText(item), orDash(item.item.session), orDash(subject),
                     item.result ? item.result->message : QString()});
    }
    return textTable({u"STEP"_s, u"OUTCOME"_s, u"SESSION"_s, u"ABOUT"_s, u"NOTE"_s}, rows);
}

QString leftAloneText(const Issuer &issuer, const BatchRecord &record)
{
    return QStringList{environmentBand(issuer), stepTable({}, record), u"Nothing was done here."_s}.join(u'\n');
}

QString containedText(const PersonService &service, const ContainPlan &plan, const BatchRecord &record)
{
    QStringList lines{environmentBand(service.issuer()), stepTable(plan, record)};
    if (record.summary.batch.isEmpty()) {
        lines.append(u"Nothing was done here."_s);
        return lines.join(u'\n');
    }
    if (const QString open = leftOpenText(plan); !open.isEmpty())
        lines.append(open);
    if (plan.count(Action::Enable) == 0)
        lines.append(u"Not ended: "_s + service.descriptor().doesNotEnd.english);
    lines.append(u"In the journal as %1."_s.arg(record.summary.batch));
    return lines.join(u'\n');
}

} // namespace curfew
