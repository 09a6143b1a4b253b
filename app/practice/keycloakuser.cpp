// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keycloakuser.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace curfew {

QJsonObject keycloakUser(const PracticePerson &person, KeycloakDetail detail, KeycloakAccess access)
{
    QJsonObject user{{u"id"_s, person.id},
                     {u"username"_s, person.userName},
                     {u"emailVerified"_s, person.emailVerified},
                     {u"enabled"_s, person.enabled},
                     {u"createdTimestamp"_s, person.createdAt.toMSecsSinceEpoch()}};
    const auto insertUnlessEmpty = [&user](const QString &name, const QString &value) {
        if (!value.isEmpty())
            user.insert(name, value);
    };
    insertUnlessEmpty(u"firstName"_s, person.firstName);
    insertUnlessEmpty(u"lastName"_s, person.lastName);
    insertUnlessEmpty(u"email"_s, person.email);
    if (detail != KeycloakDetail::Brief) {
        if (!person.attributes.isEmpty())
            user.insert(u"attributes"_s, person.attributes);
        user.insert(u"totp"_s, false);
        user.insert(u"disableableCredentialTypes"_s, QJsonArray());
        user.insert(u"requiredActions"_s, QJsonArray());
        user.insert(u"notBefore"_s, person.notBefore.isValid() ? person.notBefore.toSecsSinceEpoch() : 0);
    }
    const bool manage = access == KeycloakAccess::Manage;
    QJsonObject rights{{u"manage"_s, manage}};
    if (detail == KeycloakDetail::Whole) {
        rights.insert(u"manageGroupMembership"_s, manage);
        rights.insert(u"resetPassword"_s, manage);
        rights.insert(u"mapRoles"_s, manage);
        rights.insert(u"view"_s, true);
        rights.insert(u"impersonate"_s, false);
    }
    user.insert(u"access"_s, rights);
    return user;
}

static bool fits(const QString &value, const QString &wanted, bool exact)
{
    if (exact)
        return value.compare(wanted, Qt::CaseInsensitive) == 0;
    QString pattern;
    for (const QChar c : wanted) {
        if (c == u'%')
            pattern += u".*"_s;
        else
            pattern += c == u'_' ? u"."_s : QRegularExpression::escape(c);
    }
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption).match(value).hasMatch();
}

bool keycloakSearchMeans(const PracticePerson &person, const PracticeForm &query)
{
    const bool exact = query.value("exact") == "true";
    const QList<std::pair<QByteArray, QString>> values{{"username", person.userName},
                                                       {"email", person.email},
                                                       {"firstName", person.firstName},
                                                       {"lastName", person.lastName}};
    bool asked = false;
    for (const auto &[name, value] : values) {
        if (!query.has(name))
            continue;
        asked = true;
        if (!fits(value, query.text(name), exact))
            return false;
    }
    return asked || !person.isServiceAccount;
}

static tl::unexpected<PracticeAnswer> refuse(int status, const QJsonObject &body)
{
    return tl::unexpected(PracticeAnswer{
        status, {{"Content-Type", "application/json"}}, QJsonDocument(body).toJson(QJsonDocument::Compact)});
}

static tl::unexpected<PracticeAnswer> cannotParse(const QString &error)
{
    return refuse(400, {{u"error"_s, error}, {u"error_description"_s, u"Cannot parse the JSON"_s}});
}

//! A boolean as Keycloak's parser takes it; a null leaves \p before.
static std::optional<bool> readFlag(const QJsonValue &value, bool before)
{
    if (value.isNull() || value.isUndefined())
        return before;
    if (value.isBool())
        return value.toBool();
    if (value.isDouble())
        return value.toDouble() != 0;
    if (value.isString() && (value == u"true"_s || value == u"false"_s))
        return value == u"true"_s;
    return std::nullopt;
}

static bool isMember(const QString &name)
{
    static const QStringList members{u"id"_s,
                                     u"username"_s,
                                     u"firstName"_s,
                                     u"lastName"_s,
                                     u"email"_s,
                                     u"emailVerified"_s,
                                     u"attributes"_s,
                                     u"userProfileMetadata"_s,
                                     u"enabled"_s,
                                     u"self"_s,
                                     u"origin"_s,
                                     u"createdTimestamp"_s,
                                     u"totp"_s,
                                     u"federationLink"_s,
                                     u"serviceAccountClientId"_s,
                                     u"credentials"_s,
                                     u"disableableCredentialTypes"_s,
                                     u"requiredActions"_s,
                                     u"federatedIdentities"_s,
                                     u"realmRoles"_s,
                                     u"clientRoles"_s,
                                     u"clientConsents"_s,
                                     u"notBefore"_s,
                                     u"groups"_s,
                                     u"access"_s};
    return members.contains(name);
}

tl::expected<PracticePerson, PracticeAnswer> keycloakUpdated(PracticePerson person, const PracticeRequest &request)
{
    if (!request.header("Content-Type").startsWith("application/json"))
        return refuse(415, {{u"error"_s, u"The content-type header value did not match the value in @Consumes"_s}});
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (request.body.isEmpty())
        return refuse(400, {{u"errorMessage"_s, u"Could not update user!"_s}});
    if (document.isNull())
        return cannotParse(u"invalid_request"_s);
    if (!document.isObject())
        return cannotParse(u"unknown_error"_s);

    const QJsonObject user = document.object();
    const QStringList names = user.keys();
    for (const QString &name : names) {
        if (!isMember(name))
            return refuse(
                400,
                {{u"error"_s,
                  u"Invalid json representation for UserRepresentation. Unrecognized field \"%1\""_s.arg(name)}});
    }
    const auto enabled = readFlag(user.value(u"enabled"), person.enabled);
    const auto emailVerified = readFlag(user.value(u"emailVerified"), person.emailVerified);
    if (!enabled || !emailVerified)
        return cannotParse(u"unknown_error"_s);
    person.enabled = *enabled;
    person.emailVerified = *emailVerified;

    const bool replacesAttributes = user.value(u"attributes").isObject();
    if (replacesAttributes)
        person.attributes = user.value(u"attributes").toObject();
    const auto read = [&](const QString &name, QString &value) {
        if (user.value(name).isString())
            value = user.value(name).toString();
        else if (replacesAttributes)
            value.clear();
    };
    read(u"firstName"_s, person.firstName);
    read(u"lastName"_s, person.lastName);
    read(u"email"_s, person.email);
    return person;
}

} // namespace curfew
