// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listingreader.h"

#include "listingscan.h"
#include "secret.h"
#include "sessiongroups.h"
#include "timetext.h"
#include "tokenclaims.h"
#include "tokenmask.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

//! Elements that share a peculiarity, for one sentence about all of them.
class Oddities {
public:
    void add(size_t element)
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
    ListingReader(const ListingShape &shape, const ListingScan &scan, const TokenMask &mask)
        : m_shape(shape)
        , m_scan(scan)
        , m_mask(mask)
    {
    }

    void add(size_t number, const QJsonValue &element);
    [[nodiscard]] Listing finish(const QDateTime &takenAt);

private:
    [[nodiscard]] QString text(ListingField field, size_t number, const QJsonValue &element);
    [[nodiscard]] std::optional<QDateTime> time(ListingField field, size_t number) const;
    [[nodiscard]] QString jti(size_t number, const QJsonValue &element, const Token &token);
    void notePerson(const QString &uid, const QString &sub);

    //! The text of a field where it stood last.
    struct Last {
        qint32 piece = ListingElement::absent;
        QString text;
    };

    const ListingShape &m_shape;
    const ListingScan &m_scan;
    const TokenMask &m_mask;
    std::array<Last, listingFieldCount> m_last;
    TokenClaimsReader m_claims;
    SessionGroups m_groups;
    Oddities m_noObjects;
    Oddities m_noTokens;
    QString m_uid;
    QString m_sub;
    bool m_severalPeople = false;
};

// A scope, for one, as some issuers write it.
QString joined(const QJsonArray &array)
{
    QStringList parts;
    for (const QJsonValueConstRef &part : array) {
        if (part.isString())
            parts.append(part.toString());
    }
    return parts.join(u' ');
}

bool isNumber(QStringView text)
{
    return !text.isEmpty() && (text.front().isDigit() || text.front() == u'-');
}

QString ListingReader::text(ListingField field, size_t number, const QJsonValue &element)
{
    const qint32 piece = m_scan.elements[number].at(field);
    if (piece == ListingElement::compound)
        return joined(m_shape.at(field)->in(element).toArray());
    if (piece == ListingElement::absent)
        return {};
    // One person's sessions say the same again and again: one string serves them all.
    Last &last = m_last[size_t(field)];
    if (last.piece < 0 || !m_mask.isSame(size_t(last.piece), size_t(piece))) {
        last = {piece, m_mask.text(size_t(piece))};
        const bool scalar = m_scan.pieces[size_t(piece)].kind == ListingPiece::Scalar;
        if (scalar && !isNumber(last.text)) // null, true, false
            last.text.clear();
    }
    return last.text;
}

std::optional<QDateTime> ListingReader::time(ListingField field, size_t number) const
{
    const qint32 piece = m_scan.elements[number].at(field);
    const auto seconds = piece < 0 ? std::nullopt : m_mask.number(size_t(piece));
    return seconds ? timeFromUnixSeconds(*seconds) : std::nullopt;
}

// However short, no part of the token, and nothing that the token is a part of.
static bool sharesWith(const QString &jti, const Token &token)
{
    const QByteArray id = jti.toUtf8();
    const QByteArrayView value = token.reveal();
    return !value.isEmpty() && (value.contains(id) || id.contains(value));
}

QString ListingReader::jti(size_t number, const QJsonValue &element, const Token &token)
{
    const qint32 piece = m_scan.elements[number].at(ListingField::Jti);
    if (piece >= 0 && m_mask.isMasked(size_t(piece)))
        return {};
    const QString id = text(ListingField::Jti, number, element);
    return sharesWith(id, token) ? QString() : id;
}

void ListingReader::notePerson(const QString &uid, const QString &sub)
{
    if (m_uid.isEmpty())
        m_uid = uid;
    if (m_sub.isEmpty())
        m_sub = sub;
    if ((!uid.isEmpty() && uid != m_uid) || (!sub.isEmpty() && sub != m_sub))
        m_severalPeople = true;
}

void ListingReader::add(size_t number, const QJsonValue &element)
{
    if (!element.isObject()) {
        m_noObjects.add(number);
        return;
    }
    const auto read = [&](ListingField field) { return text(field, number, element); };
    notePerson(read(ListingField::Uid), read(ListingField::Sub));
    ListedToken listed;
    listed.token = m_mask.token(number);
    if (listed.token.isNull())
        m_noTokens.add(number);
    SessionFacts facts{read(ListingField::Application), read(ListingField::Ip), read(ListingField::UserAgent), {}};
    listed.clientId = read(ListingField::ClientId);
    listed.grantType = bounded(read(ListingField::GrantType));
    listed.scope = bounded(read(ListingField::Scope));
    listed.issuedAt = time(ListingField::IssuedAt, number);
    listed.expiresAt = time(ListingField::ExpiresAt, number);
    listed.jti = bounded(jti(number, element, listed.token));
    listed.raw = element.toObject();
    if (const auto claims = m_claims.read(listed.token.reveal())) {
        listed.kind = TokenKind::Jwt;
        facts.sid = claims->sid;
        if (listed.clientId.isEmpty())
            listed.clientId = claims->clientId;
    }
    m_groups.add(std::move(listed), facts);
}

Listing ListingReader::finish(const QDateTime &takenAt)
{
    Listing listing;
    listing.uid = bounded(m_uid);
    listing.sub = bounded(m_sub);
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
    const auto shape = ListingShape::of(operation);
    if (!shape)
        return failure(ErrorKind::InvalidInput, u"the descriptor's pointers can't be read"_s);
    const auto wiper = qScopeGuard([&body] { wipe(body); });
    const ListingScan scan = scanListing(body, *shape);
    const TokenMask mask(body, scan);
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(mask.masked(), &fault);
    if (fault.error != QJsonParseError::NoError)
        return failure(ErrorKind::BadResponse, u"the listing is no JSON: %1"_s.arg(fault.errorString()));
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const QJsonValue found = shape->items.in(root);
    if (!found.isArray())
        return failure(ErrorKind::BadResponse, u"the listing is no array"_s);

    const QJsonArray array = found.toArray();
    if (size_t(array.size()) != scan.elements.size()) // the same array twice in one document
        return failure(ErrorKind::BadResponse, u"the listing is ambiguous"_s);
    ListingReader reader(*shape, scan, mask);
    for (qsizetype i = 0; i < array.size(); ++i)
        reader.add(size_t(i), array.at(i));
    return reader.finish(takenAt);
}

} // namespace curfew
