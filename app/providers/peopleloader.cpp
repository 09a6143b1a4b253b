// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "peopleloader.h"

#include "callparts.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

//! What is fixed about one call, whoever describes it.
struct CallRule {
    QString name;
    QList<QByteArray> verbs;
    QSet<QString> parts; //!< the placeholders that its path must hold
    QStringList fields; //!< what may be read from its answer; empty: nothing is
    QStringList needed;
};

} // namespace

static QList<CallRule> callRules()
{
    const QSet<QString> person{u"{person}"_s};
    const QStringList session{u"id"_s, u"ip"_s, u"started_at"_s, u"last_seen_at"_s, u"applications"_s};
    return {
        {u"read"_s, {"GET"}, person, {}, {}},
        {u"disable"_s, {"PUT", "PATCH"}, person, {}, {}},
        {u"enable"_s, {"PUT", "PATCH"}, person, {}, {}},
        {u"sessions"_s, {"GET"}, person, session, {u"id"_s}},
        {u"offlineSessions"_s, {"GET"}, {u"{person}"_s, u"{client}"_s}, session, {u"id"_s}},
        {u"consents"_s,
         {"GET"},
         person,
         {u"client_id"_s, u"scopes"_s, u"given_at"_s, u"offline_client"_s},
         {u"client_id"_s}},
        {u"endSession"_s, {"DELETE"}, {u"{session}"_s}, {}, {}},
        {u"endOfflineSession"_s, {"DELETE"}, {u"{session}"_s}, {}, {}},
        {u"logout"_s, {"POST"}, person, {}, {}},
        {u"endConsent"_s, {"DELETE"}, {u"{person}"_s, u"{client}"_s}, {}, {}},
    };
}

// Below the service's root. A placeholder is a part of its own, so that nothing filled in can change the rest.
static QString readPath(StrictObject &call, const QSet<QString> &needed, RealmInUrl realm)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9._~-]+\\z"_s);
    const QString path = call.text(u"path"_s, Need::Required);
    if (path.isEmpty())
        return path;
    QSet<QString> missing = needed;
    const QStringList parts = path.sliced(path.startsWith(u'/') ? 1 : 0).split(u'/');
    for (const QString &part : parts) {
        const bool filled = missing.remove(part) || (realm == RealmInUrl::Yes && part == "{realm}"_L1);
        if (!filled && (!plain.match(part).hasMatch() || part == "."_L1 || part == ".."_L1))
            call.complain(u"path"_s, u"has a part that it can't have: %1"_s.arg(part));
    }
    if (!path.startsWith(u'/'))
        call.complain(u"path"_s, u"must begin with /"_s);
    if (!missing.isEmpty())
        call.complain(u"path"_s, u"must have the part %1"_s.arg(*missing.cbegin()));
    return path;
}

enum class NameInQuery { No, Yes };

static QMap<QString, QString> readQuery(StrictObject &call, NameInQuery name)
{
    QMap<QString, QString> parameters;
    int names = 0;
    if (call.has(u"query"_s)) {
        StrictObject query = call.object(u"query"_s, Need::Optional);
        for (const QString &key : query.keys()) {
            const QString value = readParameter(query, key);
            QString rest = value;
            if (name == NameInQuery::Yes)
                names += int(rest.count("{name}"_L1) + rest.count("{name|quoted}"_L1));
            rest.remove("{name}"_L1).remove("{name|quoted}"_L1);
            if (rest.contains(u'{') || rest.contains(u'}') || (name == NameInQuery::No && rest != value))
                query.complain(key, u"has a placeholder that it can't have"_s);
            parameters.insert(key, value);
        }
    }
    // A search that isn't for somebody finds everybody.
    if (name == NameInQuery::Yes && names != 1)
        call.complain(u"query"_s, u"exactly one parameter must hold {name} or {name|quoted}"_s);
    return parameters;
}

static void readBody(StrictObject &call, PersonCall &person)
{
    static const QRegularExpression mediaType(u"\\Aapplication/([a-z0-9.-]+\\+)?json\\z"_s);
    person.body = call.value(u"body"_s, Need::Required);
    const QString type = call.text(u"mediaType"_s, Need::Optional);
    person.mediaType = type.isEmpty() ? "application/json" : type.toLatin1();
    if (!mediaType.match(QString::fromLatin1(person.mediaType)).hasMatch())
        call.complain(u"mediaType"_s, u"must be a JSON media type"_s);
}

static PersonCall readCall(const CallRule &rule, StrictObject call, RealmInUrl realm)
{
    PersonCall person;
    person.operation.verb = call.text(u"verb"_s, Need::Required).toLatin1();
    if (!rule.verbs.contains(person.operation.verb))
        call.complain(u"verb"_s, u"must be %1"_s.arg(QString::fromLatin1(rule.verbs.join(" or "))));
    person.operation.path = readPath(call, rule.parts, realm);
    person.query = readQuery(call, NameInQuery::No);
    if (!rule.fields.isEmpty()) {
        person.operation.items = readPointer(call, u"items"_s);
        person.operation.fields = readPointers(call.object(u"fields"_s, Need::Required), rule.fields, rule.needed);
    }
    if (rule.verbs.contains("PUT"))
        readBody(call, person);
    person.operation.answers = readAnswers(call);
    call.finish();
    return person;
}

static PeopleSearch readFind(StrictObject find, RealmInUrl realm)
{
    PeopleSearch search;
    PersonCall &call = search.call;
    call.operation.verb = "GET";
    call.operation.path = readPath(find, {}, realm);
    call.query = readQuery(find, NameInQuery::Yes);
    call.operation.items = readPointer(find, u"items"_s);
    search.total = readPointer(find, u"total"_s);
    call.operation.answers = readAnswers(find);
    if (find.has(u"count"_s)) {
        StrictObject count = find.object(u"count"_s, Need::Optional);
        search.count = call;
        search.count->operation.path = readPath(count, {}, realm);
        search.whenHidden = count.text(u"whenHidden"_s, Need::Required);
        count.finish();
    }
    find.finish();
    return search;
}

PeopleDescription readPeople(StrictObject people, RealmInUrl realm)
{
    PeopleDescription description;
    description.accept = people.text(u"accept"_s, Need::Optional).toLatin1();
    if (description.accept.isEmpty())
        description.accept = "application/json";
    for (StrictObject &find : people.objects(u"find"_s))
        description.find.append(readFind(find, realm));
    if (description.find.isEmpty())
        people.complain(u"find"_s, u"is missing: nobody could be found"_s);
    description.person = readPointers(people.object(u"person"_s, Need::Required),
                                      {u"id"_s, u"user_name"_s, u"name"_s, u"given_name"_s, u"family_name"_s,
                                       u"email"_s, u"emails"_s, u"enabled"_s, u"last_sign_in"_s},
                                      {u"id"_s, u"user_name"_s, u"enabled"_s});
    for (const CallRule &rule : callRules()) {
        // Whoever is disabled must be able to be seen so, and to be let in again.
        const bool needed = rule.name == "read"_L1 || rule.name == "disable"_L1 || rule.name == "enable"_L1;
        if (needed || people.has(rule.name))
            description.calls.insert(rule.name, readCall(rule, people.object(rule.name, Need::Required), realm));
    }
    const auto pair = [&](const QString &action, const QString &look) {
        if (description.has(action) && !description.has(look))
            people.complain(action, u"can't be proven without %1"_s.arg(look));
    };
    pair(u"endSession"_s, u"sessions"_s);
    pair(u"logout"_s, u"sessions"_s);
    pair(u"endOfflineSession"_s, u"offlineSessions"_s);
    pair(u"offlineSessions"_s, u"consents"_s);
    pair(u"endConsent"_s, u"consents"_s);
    people.finish();
    return description;
}

} // namespace curfew
