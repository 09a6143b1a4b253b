// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scimuser.h"

#include "practicecast.h"
#include "practicepeople.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace curfew {

static const QString coreSchema = u"urn:ietf:params:scim:schemas:core:2.0:User"_s;
static const QString sapSchema = u"urn:ietf:params:scim:schemas:extension:sap:2.0:User"_s;
static const QString patchSchema = u"urn:ietf:params:scim:api:messages:2.0:PatchOp"_s;

QByteArray scimVersion(const PracticePerson &person)
{
    return "W/\"" + practiceUuid(u"scim-version"_s, person.id + QString::number(person.version)).toLatin1() + '"';
}

static QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QJsonObject scimUser(const PracticePerson &person, const QUrl &origin)
{
    QJsonObject extension{{u"userUuid"_s, person.id},
                          {u"userId"_s, practiceSubject(person.userName)},
                          {u"mailVerified"_s, person.emailVerified},
                          {u"status"_s, person.enabled ? u"active"_s : u"inactive"_s}};
    if (person.lastSignIn.isValid())
        extension.insert(u"loginTime"_s, timeText(person.lastSignIn));
    QJsonObject user{{u"schemas"_s, QJsonArray{coreSchema, sapSchema}},
                     {u"id"_s, person.id},
                     {u"meta"_s,
                      QJsonObject{{u"resourceType"_s, u"User"_s},
                                  {u"created"_s, timeText(person.createdAt)},
                                  {u"lastModified"_s, timeText(person.modifiedAt)},
                                  {u"location"_s, origin.toString() + u"/scim/Users/"_s + person.id},
                                  {u"version"_s, QString::fromLatin1(scimVersion(person))}}},
                     {u"userName"_s, person.userName},
                     {u"displayName"_s, person.displayName()},
                     {u"name"_s, QJsonObject{{u"givenName"_s, person.firstName}, {u"familyName"_s, person.lastName}}},
                     {u"userType"_s, u"employee"_s},
                     {u"active"_s, person.enabled},
                     {sapSchema, extension}};
    if (!person.email.isEmpty())
        user.insert(u"emails"_s, QJsonArray{QJsonObject{{u"value"_s, person.email}, {u"primary"_s, true}}});
    return user;
}

static tl::unexpected<ScimComplaint> complain(const QString &type, const QString &detail)
{
    return tl::unexpected(ScimComplaint{type, detail});
}

static tl::expected<QJsonObject, ScimComplaint> readMessage(const QByteArray &body, const QString &schema)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return complain(u"invalidSyntax"_s, u"The body is not a JSON object"_s);
    if (!document.object().value(u"schemas").toArray().contains(schema))
        return complain(u"invalidSyntax"_s, u"schemas must name %1"_s.arg(schema));
    return document.object();
}

static tl::expected<PracticePerson, ScimComplaint> operated(PracticePerson person, const QJsonObject &operation)
{
    const QJsonValue op = operation.value(u"op");
    if (op != u"add"_s && op != u"remove"_s && op != u"replace"_s)
        return complain(u"invalidSyntax"_s, u"op must be add, remove or replace"_s);
    if (op != u"replace"_s)
        return complain(u"invalidValue"_s, u"Only replace is offered here"_s);
    QJsonValue value = operation.value(u"value");
    if (operation.contains(u"path")) {
        if (operation.value(u"path") != u"active"_s)
            return complain(u"invalidPath"_s, u"Only active can be replaced here"_s);
    } else {
        if (value.toObject().keys() != QStringList{u"active"_s})
            return complain(u"invalidPath"_s, u"Only active can be replaced here"_s);
        value = value.toObject().value(u"active");
    }
    if (!value.isBool())
        return complain(u"invalidValue"_s, u"active is a boolean"_s);
    person.enabled = value.toBool();
    return person;
}

tl::expected<PracticePerson, ScimComplaint> scimPatched(PracticePerson person, const QByteArray &body)
{
    const auto message = readMessage(body, patchSchema);
    if (!message)
        return tl::unexpected(message.error());
    const QJsonArray operations = message->value(u"Operations").toArray();
    if (operations.isEmpty())
        return complain(u"invalidSyntax"_s, u"Operations must hold at least one"_s);
    tl::expected<PracticePerson, ScimComplaint> changed = std::move(person);
    for (const QJsonValue &operation : operations) {
        if (changed)
            changed = operated(*changed, operation.toObject());
    }
    return changed;
}

tl::expected<PracticePerson, ScimComplaint> scimReplaced(PracticePerson person, const QByteArray &body)
{
    const auto message = readMessage(body, coreSchema);
    if (!message)
        return tl::unexpected(message.error());
    const QJsonObject &user = *message;
    if (user.contains(u"id") && user.value(u"id") != person.id)
        return complain(u"mutability"_s, u"id can't be changed"_s);
    if (user.value(u"userName").toString().compare(person.userName, Qt::CaseInsensitive) != 0)
        return complain(u"invalidValue"_s, u"userName is required, and can't be changed here"_s);
    const QString email = user.value(u"emails").toArray().first().toObject().value(u"value").toString();
    if (email.isEmpty())
        return complain(u"invalidValue"_s, u"emails is required"_s);
    // What isn't asserted may be left or cleared (RFC 7644 section 3.5.1): a missing `active` is left.
    const QJsonValue active = user.value(u"active");
    if (!active.isUndefined() && !active.isBool())
        return complain(u"invalidValue"_s, u"active is a boolean"_s);
    person.enabled = active.toBool(person.enabled);
    person.email = email;
    person.firstName = user.value(u"name").toObject().value(u"givenName").toString();
    person.lastName = user.value(u"name").toObject().value(u"familyName").toString();
    return person;
}

} // namespace curfew
