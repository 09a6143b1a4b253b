// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personreader.h"

#include "jsonpointer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr qsizetype longestText = 512; // of what the service says about people

static QJsonValue at(const QMap<QString, QString> &fields, const QString &name, const QJsonValue &element)
{
    const auto field = fields.constFind(name);
    if (field == fields.constEnd())
        return QJsonValue::Undefined;
    const auto pointer = JsonPointer::parse(*field);
    return pointer ? pointer->in(element) : QJsonValue::Undefined;
}

static QString text(const QMap<QString, QString> &fields, const QString &name, const QJsonValue &element)
{
    return at(fields, name, element).toString().left(longestText);
}

//! An id is used, so it is taken whole or not at all: empty where it can't stand in an address (RFC 3986
//! section 5.2.4).
static QString id(const QMap<QString, QString> &fields, const QString &name, const QJsonValue &element)
{
    const QString value = at(fields, name, element).toString();
    const bool isUsable = value.size() <= longestText && value != "."_L1 && value != ".."_L1;
    return isUsable ? value : QString();
}

//! A number counts milliseconds since 1970 (Keycloak's Admin API), a string is RFC 3339 (RFC 7643 section 2.3.5).
static std::optional<QDateTime> time(const QMap<QString, QString> &fields, const QString &name,
                                     const QJsonValue &element)
{
    constexpr double latest = 253'402'300'799'999; // year 9999
    const QJsonValue value = at(fields, name, element);
    if (value.isDouble() && value.toDouble() > 0 && value.toDouble() <= latest)
        return QDateTime::fromMSecsSinceEpoch(qint64(value.toDouble()), Qt::UTC);
    const QDateTime written = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return written.isValid() ? std::optional(written.toUTC()) : std::nullopt;
}

static QStringList texts(const QJsonValue &value)
{
    QStringList list;
    const auto add = [&list](const QJsonValue &item) {
        if (item.isString())
            list.append(item.toString().left(longestText));
    };
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        add(item);
    const QJsonObject object = value.toObject(); // id → name
    for (const QJsonValue &item : object)
        add(item);
    list.sort();
    return list;
}

static Result<QJsonValue> parse(const QByteArray &body)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(body, &fault);
    if (fault.error != QJsonParseError::NoError)
        return failure(ErrorKind::BadResponse, u"the answer is no JSON: %1"_s.arg(fault.errorString()));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

static Result<QJsonArray> listIn(const Operation &operation, const QJsonValue &document)
{
    const auto pointer = JsonPointer::parse(operation.items);
    const QJsonValue list = pointer ? pointer->in(document) : QJsonValue(QJsonValue::Undefined);
    if (!list.isArray())
        return failure(ErrorKind::BadResponse, u"the answer holds no list"_s);
    return list.toArray();
}

static bool holdsNoList(const Operation &operation, const QJsonValue &document)
{
    const auto pointer = JsonPointer::parse(operation.items);
    return pointer && pointer->in(document).isUndefined();
}

static Result<QJsonArray> parseList(const Operation &operation, const QByteArray &body)
{
    return parse(body).and_then([&operation](const QJsonValue &document) { return listIn(operation, document); });
}

//! The values of a multi-valued attribute of SCIM (RFC 7643 section 2.4), the primary one first.
static QStringList addresses(const QJsonValue &list)
{
    QStringList values;
    const QJsonArray array = list.toArray();
    for (const QJsonValue &element : array) {
        const QString value = element[u"value"_s].toString().left(longestText);
        if (value.isEmpty())
            continue;
        if (element[u"primary"_s].toBool())
            values.prepend(value);
        else
            values.append(value);
    }
    return values;
}

static Result<Person> personIn(const PeopleDescription &people, const QJsonValue &resource)
{
    const auto &fields = people.person;
    Person person;
    person.id = id(fields, u"id"_s, resource);
    if (person.id.isEmpty())
        return failure(ErrorKind::BadResponse, u"the answer holds a person without a usable id"_s);
    person.userName = text(fields, u"user_name"_s, resource);
    person.email = text(fields, u"email"_s, resource);
    person.name = text(fields, u"name"_s, resource);
    if (person.name.isEmpty()) {
        const QString given = text(fields, u"given_name"_s, resource);
        const QString family = text(fields, u"family_name"_s, resource);
        person.name = QString(given + u' ' + family).trimmed();
    }
    if (const QJsonValue enabled = at(fields, u"enabled"_s, resource); enabled.isBool())
        person.enabled = enabled.toBool();
    person.lastSignIn = time(fields, u"last_sign_in"_s, resource);
    const QStringList emails = addresses(at(fields, u"emails"_s, resource));
    if (!emails.isEmpty()) {
        person.email = emails.first();
        person.otherEmails = emails.sliced(1);
    }
    return person;
}

Result<qint64> readCount(const QByteArray &body)
{
    bool isNumber = false;
    const qint64 count = body.trimmed().toLongLong(&isNumber);
    if (!isNumber || count < 0)
        return failure(ErrorKind::BadResponse, u"the answer is no number of people"_s);
    return count;
}

Result<Person> readPerson(const PeopleDescription &people, const QByteArray &body)
{
    const auto document = parse(body);
    if (!document)
        return tl::unexpected(document.error());
    return personIn(people, *document);
}

//! How many people \p document says fit \p search; nothing where such an answer doesn't say. RFC 7644 section 3.4.2
//! wants it: without it nobody knows whether the list is all of them.
static Result<std::optional<qint64>> totalIn(const PeopleSearch &search, const QJsonValue &document)
{
    if (search.total.isEmpty())
        return std::optional<qint64>();
    const auto pointer = JsonPointer::parse(search.total);
    const qint64 total = pointer ? pointer->in(document).toInteger(-1) : -1;
    if (total < 0)
        return failure(ErrorKind::BadResponse, u"the answer doesn't say how many accounts fit"_s);
    return std::optional(total);
}

Result<QList<Person>> readPeopleFound(const PeopleDescription &people, const PeopleSearch &search,
                                      const QByteArray &body)
{
    const auto document = parse(body);
    if (!document)
        return tl::unexpected(document.error());
    const auto total = totalIn(search, *document);
    if (!total)
        return tl::unexpected(total.error());
    const auto list = listIn(search.call.operation, *document);
    if (!list && *total == 0 && holdsNoList(search.call.operation, *document))
        return QList<Person>(); // it may be left out then (RFC 7644 section 3.4.2)
    if (!list)
        return tl::unexpected(list.error());
    if (*total && **total != list->size()) {
        return failure(
            ErrorKind::BadResponse,
            u"%1 accounts fit, and the answer shows %2"_s.arg(QString::number(**total), QString::number(list->size())));
    }
    QList<Person> found;
    for (const QJsonValue &resource : *list) {
        const auto person = personIn(people, resource);
        if (!person)
            return tl::unexpected(person.error());
        found.append(*person);
    }
    return found;
}

Result<QList<PersonSession>> readPersonSessions(const Operation &operation, SessionKind kind, const QByteArray &body,
                                                QStringList &warnings)
{
    const auto list = parseList(operation, body);
    if (!list)
        return tl::unexpected(list.error());
    QList<PersonSession> sessions;
    for (const QJsonValue &element : *list) {
        PersonSession session;
        session.id = id(operation.fields, u"id"_s, element);
        if (session.id.isEmpty()) {
            warnings.append(u"the service lists a session without a usable id: it can't be ended by itself"_s);
            continue;
        }
        session.kind = kind;
        session.applications = texts(at(operation.fields, u"applications"_s, element));
        session.ip = text(operation.fields, u"ip"_s, element);
        session.startedAt = time(operation.fields, u"started_at"_s, element);
        session.lastSeenAt = time(operation.fields, u"last_seen_at"_s, element);
        sessions.append(session);
    }
    return sessions;
}

Result<QList<ConsentFound>> readConsents(const Operation &operation, const QByteArray &body, QStringList &warnings)
{
    const auto list = parseList(operation, body);
    if (!list)
        return tl::unexpected(list.error());
    QList<ConsentFound> consents;
    for (const QJsonValue &element : *list) {
        ConsentFound found;
        found.consent.clientId = id(operation.fields, u"client_id"_s, element);
        if (found.consent.clientId.isEmpty())
            warnings.append(u"the service lists a consent without an application"_s);
        found.consent.scopes = texts(at(operation.fields, u"scopes"_s, element));
        found.consent.givenAt = time(operation.fields, u"given_at"_s, element);
        found.offlineClient = id(operation.fields, u"offline_client"_s, element);
        consents.append(found);
    }
    return consents;
}

} // namespace curfew
