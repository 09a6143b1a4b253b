// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operationloader.h"

#include "callparts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace curfew {

QStringList operationNames()
{
    return {u"discover"_s, u"introspectToken"_s, u"listSessions"_s, u"requestToken"_s, u"revokeToken"_s};
}

// What a path may be: below the issuer's URL, whatever it says. Nothing is decoded, so nothing may be encoded.
static QString readPath(StrictObject &object)
{
    static const QRegularExpression allowed(u"\\A(/[A-Za-z0-9._~-]+)+\\z"_s);
    QString path = object.text(u"path"_s, Need::Optional);
    if (path.isEmpty())
        return {};
    if (!path.startsWith(u'/') || path.startsWith("//"_L1) || path.contains("://"_L1)) {
        object.complain(u"path"_s, u"must be relative to the issuer's URL and begin with one /"_s);
    } else if (path.split(u'/').contains(".."_L1) || path.split(u'/').contains("."_L1)) {
        object.complain(u"path"_s, u"must not contain . or .. as a part"_s);
    } else if (!allowed.match(path).hasMatch()) {
        object.complain(u"path"_s, u"must be made of /, letters, digits and .-_~ alone"_s);
    }
    return path;
}

static QMap<QString, QString> readForm(const QString &operation, StrictObject form)
{
    QMap<QString, QString> fields;
    int tokens = 0;
    for (const QString &key : form.keys()) {
        const QString value = readParameter(form, key);
        if (key == "client_id"_L1 || key == "client_secret"_L1 || key.startsWith("client_assertion"_L1))
            form.complain(key, u"comes from the client authentication, and no parameter is sent twice"_s);
        if (value == "{token}"_L1)
            ++tokens;
        else if (value != "{hint}"_L1 && value.contains(QRegularExpression(u"[{}]"_s)))
            form.complain(key, u"may be a plain text, {token} or {hint}"_s);
        fields.insert(key, value);
    }
    const int due = operation == "requestToken"_L1 || operation == "discover"_L1 ? 0 : 1;
    if (tokens != due)
        form.complain(u"token"_s, due ? u"exactly one parameter must be {token}"_s : u"there is no {token} here"_s);
    return fields;
}

static QStringList sessionFields()
{
    return {u"uid"_s,   u"sub"_s, u"client_id"_s,  u"application"_s, u"ip"_s,        u"user_agent"_s,
            u"token"_s, u"jti"_s, u"grant_type"_s, u"scope"_s,       u"issued_at"_s, u"expires_at"_s};
}

static QMap<QString, QString> readHints(StrictObject hints)
{
    QMap<QString, QString> map;
    for (const QString &type : hints.keys()) {
        const QString hint = hints.text(type, Need::Required);
        if (hint != "access_token"_L1 && hint != "refresh_token"_L1)
            hints.complain(type, u"must be access_token or refresh_token"_s);
        map.insert(type, hint);
    }
    return map;
}

Operation readOperation(const QString &name, StrictObject object)
{
    static const QRegularExpression member(u"\\A[a-z0-9_]{1,64}\\z"_s);
    Operation operation;
    const bool reads = name == "discover"_L1;
    operation.verb = object.text(u"verb"_s, Need::Required).toLatin1();
    if (operation.verb != (reads ? "GET" : "POST"))
        object.complain(u"verb"_s, reads ? u"must be GET"_s : u"must be POST: a token never stands in a URL"_s);

    operation.path = readPath(object);
    operation.metadataKey = reads ? QString() : object.text(u"metadata"_s, Need::Optional);
    if (!operation.metadataKey.isEmpty() && !member.match(operation.metadataKey).hasMatch())
        object.complain(u"metadata"_s, u"is not the name of a metadata member"_s);
    if (operation.path.isEmpty() && operation.metadataKey.isEmpty())
        object.complain(u"path"_s, reads ? u"is missing"_s : u"is missing, and metadata names no endpoint"_s);

    if (!reads)
        operation.form = readForm(name, object.object(u"form"_s, Need::Required));
    if (name == "listSessions"_L1) {
        operation.items = readPointer(object, u"items"_s);
        operation.fields = readPointers(object.object(u"fields"_s, Need::Required), sessionFields(), {u"token"_s});
    }
    if (name == "introspectToken"_L1 && object.has(u"hintFromType"_s))
        operation.hintFromType = readHints(object.object(u"hintFromType"_s, Need::Optional));
    if (name == "requestToken"_L1 && object.has(u"auth"_s)) {
        operation.clientMethod = authMethodFromName(object.text(u"auth"_s, Need::Optional));
        if (operation.clientMethod != AuthMethod::ClientSecretBasic
            && operation.clientMethod != AuthMethod::ClientSecretPost)
            object.complain(u"auth"_s, u"must be client_secret_basic or client_secret_post"_s);
    }
    operation.answers = readAnswers(object);
    object.finish();
    return operation;
}

} // namespace curfew
