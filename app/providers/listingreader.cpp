// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listingreader.h"

#include "jsonpointer.h"
#include "jwt.h"
#include "listingtokens.h"
#include "sessiongroups.h"
#include "timetext.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

//! Where each of our fields stands in an element; nothing where the descriptor names none.
struct Shape {
    explicit Shape(const Operation &operation)
        : fields(operation.fields)
    {
    }
    [[nodiscard]] std::optional<JsonPointer> at(const QString &name) const
    {
        const auto found = fields.constFind(name);
        return found == fields.constEnd() ? std::nullopt : JsonPointer::parse(*found);
    }

    QMap<QString, QString> fields;
    std::optional<JsonPointer> uid = at(u"uid"_s);
    std::optional<JsonPointer> sub = at(u"sub"_s);
    std::optional<JsonPointer> clientId = at(u"client_id"_s);
    std::optional<JsonPointer> application = at(u"application"_s);
    std::optional<JsonPointer> ip = at(u"ip"_s);
    std::optional<JsonPointer> userAgent = at(u"user_agent"_s);
    std::optional<JsonPointer> jti = at(u"jti"_s);
    std::optional<JsonPointer> grantType = at(u"grant_type"_s);
    std::optional<JsonPointer> scope = at(u"scope"_s);
    std::optional<JsonPointer> issuedAt = at(u"issued_at"_s);
    std::optional<JsonPointer> expiresAt = at(u"expires_at"_s);
};

//! Elements that share a peculiarity, for one sentence about all of them.
class Oddities {
public:
    void add(qsizetype element)
    {
        ++m_count;
        if (m_named.size() < 5)
            m_named.append(QString::number(element + 1));
    }
    void report(QStringList &warnings, const QString &one, const QString &many) const
    {
        const QString more = m_count > m_named.size() ? u", …"_s : QString();
        if (m_count == 1)
            warnings.append(one.arg(m_named.first()));
        else if (m_count > 1)
            warnings.append(many.arg(QString::number(m_count), m_named.join(", "_L1) + more));
    }

private:
    qsizetype m_count = 0;
    QStringList m_named;
};

//! Reads one element after the other into groups.
class ListingReader {
public:
    explicit ListingReader(const Operation &operation)
        : m_shape(operation)
    {
    }

    void add(qsizetype number, const QJsonValue &element, Token token);
    [[nodiscard]] Listing finish(const QDateTime &takenAt);

private:
    void notePerson(const QString &uid, const QString &sub);

    Shape m_shape;
    SessionGroups m_groups;
    Oddities m_noObjects;
    Oddities m_noTokens;
    QString m_uid;
    QString m_sub;
    bool m_severalPeople = false;
};

QString textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Double:
        return value.toVariant().toString();
    case QJsonValue::Array: { // a scope, for one, as some issuers write it
        QStringList parts;
        for (const QJsonValueConstRef &part : value.toArray()) {
            if (part.isString())
                parts.append(part.toString());
        }
        return parts.join(u' ');
    }
    default:
        return {};
    }
}

QString textAt(const std::optional<JsonPointer> &pointer, const QJsonValue &element)
{
    return pointer ? textOf(pointer->in(element)) : QString();
}

std::optional<QDateTime> timeAt(const std::optional<JsonPointer> &pointer, const QJsonValue &element)
{
    return pointer ? timeFromUnixSeconds(pointer->in(element)) : std::nullopt;
}

void ListingReader::notePerson(const QString &uid, const QString &sub)
{
    if (m_uid.isEmpty())
        m_uid = bounded(uid);
    if (m_sub.isEmpty())
        m_sub = bounded(sub);
    if ((!uid.isEmpty() && bounded(uid) != m_uid) || (!sub.isEmpty() && bounded(sub) != m_sub))
        m_severalPeople = true;
}

void ListingReader::add(qsizetype number, const QJsonValue &element, Token token)
{
    if (!element.isObject()) {
        m_noObjects.add(number);
        return;
    }
    if (token.isNull())
        m_noTokens.add(number);
    notePerson(textAt(m_shape.uid, element), textAt(m_shape.sub, element));

    ListedToken listed;
    SessionFacts facts{
        textAt(m_shape.application, element), textAt(m_shape.ip, element), textAt(m_shape.userAgent, element), {}};
    listed.clientId = textAt(m_shape.clientId, element);
    listed.grantType = bounded(textAt(m_shape.grantType, element));
    listed.scope = bounded(textAt(m_shape.scope, element));
    listed.issuedAt = timeAt(m_shape.issuedAt, element);
    listed.expiresAt = timeAt(m_shape.expiresAt, element);
    listed.raw = element.toObject();
    if (const QString jti = textAt(m_shape.jti, element); !isTokenMask(jti))
        listed.jti = bounded(jti);
    if (const auto jwt = decodeJwt(token.reveal())) {
        listed.kind = TokenKind::Jwt;
        facts.sid = jwt->text(u"sid");
        if (listed.clientId.isEmpty())
            listed.clientId = jwt->clientId();
    }
    listed.token = std::move(token);
    m_groups.add(std::move(listed), facts);
}

Listing ListingReader::finish(const QDateTime &takenAt)
{
    Listing listing;
    listing.uid = m_uid;
    listing.sub = m_sub;
    listing.sessions = m_groups.take();
    listing.takenAt = takenAt;
    m_noObjects.report(listing.warnings, u"Element %1 of the listing is no object; what it stands for isn't shown."_s,
                       u"%1 elements of the listing are no objects (%2); what they stand for isn't shown."_s);
    m_noTokens.report(listing.warnings, u"Element %1 carries no usable token: it is shown, and can't be ended."_s,
                      u"%1 elements carry no usable token (%2): they are shown, and can't be ended."_s);
    if (m_severalPeople)
        listing.warnings.append(u"The listing names more than one person."_s);
    return listing;
}

} // namespace

Result<Listing> readListing(const Operation &operation, QByteArray body, const QDateTime &takenAt)
{
    const auto items = JsonPointer::parse(operation.items);
    const auto tokenAt = JsonPointer::parse(operation.fields.value(u"token"_s));
    if (!items || !tokenAt)
        return failure(ErrorKind::InvalidInput, u"the descriptor's pointers can't be read"_s);

    TokenlessListing taken = takeTokens(std::move(body), *items, *tokenAt);
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(taken.json, &fault);
    if (fault.error != QJsonParseError::NoError)
        return failure(ErrorKind::BadResponse, u"the listing is no JSON: %1"_s.arg(fault.errorString()));
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const QJsonValue found = items->in(root);
    if (!found.isArray())
        return failure(ErrorKind::BadResponse, u"the listing is no array"_s);

    const QJsonArray array = found.toArray();
    ListingReader reader(operation);
    for (qsizetype i = 0; i < array.size(); ++i)
        reader.add(i, array.at(i), taken.tokens.value(i));
    return reader.finish(takenAt);
}

} // namespace curfew
