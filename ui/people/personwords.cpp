// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personwords.h"

#include "timewords.h"
#include "visibletext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::PersonWords)
};

} // namespace

QString shownText(const QString &text)
{
    constexpr qsizetype longest = 120;
    return text.isEmpty() ? u"–"_s : visibleText(text, longest);
}

QString briefText(const QString &text)
{
    constexpr qsizetype longest = 32;
    const QString shown = shownText(text);
    return shown.size() > longest ? shown.left(longest - 1).trimmed() + u'…' : shown;
}

QString personLine(const Person &person)
{
    QStringList parts;
    for (const QString &text : {person.name, person.email}) {
        if (!text.isEmpty())
            parts.append(shownText(text));
    }
    if (!person.userName.isEmpty() && person.userName != person.email)
        parts.append(Words::tr("user name %1").arg(shownText(person.userName)));
    parts.append(Words::tr("ID %1").arg(shownText(person.id)));
    return parts.join(u" · "_s);
}

QString personLine(const Person &person, const PersonAccess *access, const QDateTime &now)
{
    const QString line = personLine(person);
    return lastSignIn(person, access)
        ? Words::tr("%1 · last sign-in: %2").arg(line, lastSignInWords(person, access, now))
        : line;
}

QString lastSignInWords(const Person &person, const PersonAccess *access, const QDateTime &now)
{
    const std::optional<QDateTime> last = lastSignIn(person, access);
    return last ? relativeTime(*last, now) : u"–"_s;
}

StateStyle signInStyle(const Person &person)
{
    if (!person.enabled)
        return {Words::tr("Not said"), Words::tr("The service doesn’t say whether this person may sign in."),
                Tone::Plain, Icon::Unclear};
    if (*person.enabled)
        return {Words::tr("Allowed"), Words::tr("This person may sign in."), Tone::Plain, Icon::Active};
    return {Words::tr("Blocked"), Words::tr("This person can’t sign in."), Tone::Plain, Icon::Locked};
}

//! "\p what: \p reason", or a sentence of its own where the service gave no reason.
static QString because(const QString &what, const QString &reason)
{
    return reason.isEmpty() ? what + u'.' : Words::tr("%1: %2", "what didn't happen, and why").arg(what, reason);
}

static StateStyle blockStyle(Outcome outcome, const QString &reason, StateStyle style)
{
    switch (outcome) {
    case Outcome::Revoked:
        style.word = Words::tr("Blocked, checked");
        style.sentence = Words::tr("The next sign-in is refused.");
        break;
    case Outcome::Accepted:
        style.word = Words::tr("Blocked, says the service");
        break;
    case Outcome::AlreadyInvalid:
        style = {Words::tr("Was blocked already"), Words::tr("Nothing had to be changed."), Tone::Green, Icon::Ended};
        break;
    case Outcome::StillActive:
        style.word = Words::tr("NOT BLOCKED");
        style.sentence = Words::tr("The service said “done”, yet this person may sign in.");
        break;
    case Outcome::Refused:
        style.sentence = because(Words::tr("Not blocked"), reason);
        break;
    case Outcome::Failed:
        style.word = Words::tr("Not blocked");
        style.sentence = Words::tr("No usable answer; assume that this person may sign in.");
        break;
    default:
        break;
    }
    return style;
}

// Nobody gets in who shouldn't because this didn't work: nothing of it is red.
static StateStyle allowStyle(Outcome outcome, const QString &reason, StateStyle style)
{
    if (style.tone == Tone::Red)
        style.tone = Tone::Amber;
    switch (outcome) {
    case Outcome::Revoked:
        style.word = Words::tr("Allowed, checked");
        style.sentence = Words::tr("This person may sign in again.");
        break;
    case Outcome::Accepted:
        style.word = Words::tr("Allowed, says the service");
        break;
    case Outcome::AlreadyInvalid:
        style = {Words::tr("Was allowed already"), Words::tr("Nothing had to be changed."), Tone::Grey, Icon::Active};
        break;
    case Outcome::StillActive:
        style.word = Words::tr("Still blocked");
        style.sentence = Words::tr("The service said “done”, yet this person can’t sign in.");
        break;
    case Outcome::Refused:
        style.sentence = because(Words::tr("Not allowed yet"), reason);
        break;
    case Outcome::Failed:
        style.word = Words::tr("Not allowed yet");
        style.sentence = Words::tr("No usable answer.");
        break;
    default:
        break;
    }
    return style;
}

static StateStyle consentStyle(Outcome outcome, const QString &reason, StateStyle style)
{
    switch (outcome) {
    case Outcome::Revoked:
        style.word = Words::tr("Taken back, checked");
        style.sentence = Words::tr("The application has to ask again.");
        break;
    case Outcome::Accepted:
        style.word = Words::tr("Taken back, says the service");
        break;
    case Outcome::StillActive:
        style.word = Words::tr("STILL GIVEN");
        break;
    case Outcome::Refused:
        style.sentence = because(Words::tr("Not taken back"), reason);
        break;
    case Outcome::Failed:
        style.word = Words::tr("Not taken back");
        style.sentence = Words::tr("No usable answer; assume that it still stands.");
        break;
    default:
        break;
    }
    return style;
}

StateStyle stepStyle(Action action, const ItemRecord &item)
{
    if (item.state == ItemState::Planned && !item.result)
        return liveStyle(LiveState::Waiting);
    if (item.state == ItemState::Sending && !item.result) {
        StateStyle style = liveStyle(LiveState::Ending);
        if (action == Action::Disable)
            style.word = Words::tr("Blocking…");
        else if (action == Action::Enable)
            style.word = Words::tr("Allowing…");
        return style;
    }
    OutcomeFacts facts;
    facts.reason = visibleText(item.result->message, 200);
    const Outcome outcome = item.result->outcome;
    StateStyle style = outcomeStyle(outcome, facts);
    if (action == Action::Disable)
        return blockStyle(outcome, facts.reason, style);
    if (action == Action::Enable)
        return allowStyle(outcome, facts.reason, style);
    return action == Action::Revoke ? consentStyle(outcome, facts.reason, style) : style;
}

static QString sessionKindWords(SessionKind kind)
{
    return kind == SessionKind::Offline ? Words::tr("Offline session") : Words::tr("Browser session");
}

QString stepWords(const ContainItem &item)
{
    const auto about = [&item](const QString &what) {
        return item.subject.isEmpty() ? what : what + u" · "_s + shownText(item.subject);
    };
    switch (item.step.action) {
    case Action::Disable:
    case Action::Enable:
        return Words::tr("Sign-in");
    case Action::Logout:
        return Words::tr("Signing out everywhere");
    case Action::EndSession:
        return about(sessionKindWords(item.step.kind));
    case Action::Revoke:
        return about(Words::tr("Consent"));
    }
    Q_UNREACHABLE();
}

QString planWords(const ContainPlan &plan)
{
    int online = 0;
    int offline = 0;
    for (const ContainItem &item : plan.items) {
        const bool session = item.step.action == Action::EndSession && item.isCarriedOut();
        online += session && item.step.kind == SessionKind::Online;
        offline += session && item.step.kind == SessionKind::Offline;
    }
    QStringList parts;
    if (plan.count(Action::Disable) > 0)
        parts.append(plan.person.enabled && !*plan.person.enabled ? Words::tr("Sees that the sign-in is blocked")
                                                                  : Words::tr("Blocks the sign-in"));
    if (online > 0)
        parts.append(Words::tr("Ends %n browser session(s)", nullptr, online));
    else if (plan.count(Action::Logout) > 0)
        parts.append(Words::tr("Signs out everywhere"));
    if (offline > 0)
        parts.append(Words::tr("Ends %n offline session(s)", nullptr, offline));
    if (const qsizetype consents = plan.count(Action::Revoke); consents > 0)
        parts.append(Words::tr("Takes back %n consent(s)", nullptr, int(consents)));
    if (plan.consentsEndOfflineSessions())
        parts.append(Words::tr("With the consent end that application’s offline sessions as well"));
    return parts.isEmpty() ? Words::tr("Nothing is done here.") : parts.join(u" · "_s);
}

ErrorText uncheckedText(const PeopleService &service, const Error &error)
{
    const ErrorSubject subject = subjectOf(service.issuer, service.limits.failuresBeforeLockOut, service.limits.lockOut,
                                           ErrorSubject::Purpose::Looking);
    ErrorText text = errorText(error, subject);
    text.happened = Words::tr("Not checked: %1").arg(text.happened);
    text.meaning = Words::tr("Whether this person has access here is not known.");
    return text;
}

ErrorText unreadText(const PeopleService &service, const Error &error)
{
    ErrorText text = uncheckedText(service, error);
    text.meaning = Words::tr("Which sessions this person has is not known. The sign-in can be blocked all the same.");
    return text;
}

QString cantSearchWords(const QStringList &services)
{
    return Words::tr("%1: nobody can be looked up by name there").arg(listWords(services));
}

QStringList sayingWords(const QList<ServiceSaying> &sayings)
{
    QStringList words;
    QStringList said;
    for (const ServiceSaying &saying : sayings) {
        if (saying.text.isEmpty() || said.contains(saying.text))
            continue;
        said.append(saying.text);
        QStringList services;
        for (const ServiceSaying &other : sayings) {
            if (other.text == saying.text)
                services.append(other.service);
        }
        words.append(sayings.size() > 1 ? listWords(services) + u": "_s + saying.text : saying.text);
    }
    return words;
}

QString listWords(const QStringList &names)
{
    if (names.size() < 2)
        return names.join(QString());
    return Words::tr("%1 and %2", "the end of a list")
        .arg(names.mid(0, names.size() - 1).join(u", "_s), names.constLast());
}

} // namespace curfew
