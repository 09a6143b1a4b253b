// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "userdocuments.h"

#include "personservice.h"
#include "timetext.h"
#include "usercommand.h"
#include "words.h"

using namespace Qt::StringLiterals;

namespace curfew {

static QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

static QJsonObject personDocument(const QString &issuer, const Person &person)
{
    return {
        {u"issuer"_s, issuer},
        {u"id"_s, person.id},
        {u"user_name"_s, textOrNull(person.userName)},
        {u"name"_s, textOrNull(person.name)},
        {u"email"_s, textOrNull(person.email)},
        {u"enabled"_s, person.enabled ? QJsonValue(*person.enabled) : QJsonValue(QJsonValue::Null)},
        {u"last_sign_in"_s, toJson(person.lastSignIn)},
    };
}

static QJsonObject uncheckedDocument(const QString &issuer, const Error &error)
{
    return {{u"issuer"_s, issuer}, {u"kind"_s, errorKindName(error.kind)}, {u"message"_s, sentence(error)}};
}

QJsonObject findDocument(const QList<ServiceFinding> &findings, const QStringList &notCovered)
{
    QJsonArray people;
    QJsonArray unchecked;
    for (const ServiceFinding &finding : findings) {
        const QString issuer = finding.issuer.name;
        const QList<Person> found = finding.people.value_or(QList<Person>());
        for (const Person &person : found)
            people.append(personDocument(issuer, person));
        if (!finding.people)
            unchecked.append(uncheckedDocument(issuer, finding.people.error()));
    }
    return {{u"people"_s, people},
            {u"not_checked"_s, unchecked},
            {u"not_covered"_s, QJsonArray::fromStringList(notCovered)}};
}

static QJsonObject sessionDocument(const PersonSession &session)
{
    return {
        {u"id"_s, session.hash()},
        {u"kind"_s, session.kind == SessionKind::Offline ? u"offline"_s : u"online"_s},
        {u"applications"_s, QJsonArray::fromStringList(session.applications)},
        {u"ip"_s, textOrNull(session.ip)},
        {u"started_at"_s, toJson(session.startedAt)},
        {u"last_seen_at"_s, toJson(session.lastSeenAt)},
    };
}

QJsonArray userSessionsDocument(const QList<ServiceFinding> &findings)
{
    QJsonArray all;
    for (const ServiceFinding &finding : findings) {
        const QString issuer = finding.issuer.name;
        QJsonObject document{{u"issuer"_s, issuer},
                             {u"person"_s, QJsonValue::Null},
                             {u"sessions"_s, QJsonValue::Null},
                             {u"consents"_s, QJsonValue::Null},
                             {u"not_checked"_s, QJsonValue::Null},
                             {u"warnings"_s, QJsonArray()}};
        if (finding.people && finding.people->size() == 1)
            document.insert(u"person"_s, personDocument(issuer, finding.people->constFirst()));
        if (const auto error = finding.uncheckedBecause())
            document.insert(u"not_checked"_s, uncheckedDocument(issuer, *error));
        if (finding.access && *finding.access && (*finding.access)->sessions) {
            const PersonAccess &access = finding.access->value();
            QJsonArray sessions;
            for (const PersonSession &session : *access.sessions)
                sessions.append(sessionDocument(session));
            QJsonArray consents;
            for (const PersonConsent &consent : access.consents)
                consents.append(QJsonObject{{u"client_id"_s, consent.clientId},
                                            {u"scopes"_s, QJsonArray::fromStringList(consent.scopes)},
                                            {u"given_at"_s, toJson(consent.givenAt)}});
            document.insert(u"sessions"_s, sessions);
            if (!access.consentsUnread)
                document.insert(u"consents"_s, consents);
            document.insert(u"warnings"_s, QJsonArray::fromStringList(access.warnings));
        }
        all.append(document);
    }
    return all;
}

BatchRecord uncheckedRecord(const QString &issuer, Action action, const Error &error)
{
    BatchRecord record;
    record.summary.issuer = issuer;
    ItemRecord item;
    item.item.target = Target::User;
    item.item.action = action;
    item.state = ItemState::Done;
    item.result = ItemResult{};
    item.result->outcome = Outcome::Skipped;
    item.result->message = u"not checked: "_s + sentence(error);
    record.items.append(item);
    return record;
}

} // namespace curfew
