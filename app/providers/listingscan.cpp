// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listingscan.h"

#include "jsonscanner.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

QString listingFieldName(ListingField field)
{
    static constexpr std::array<QLatin1StringView, listingFieldCount> names{
        "token"_L1,      "uid"_L1, "sub"_L1,        "client_id"_L1, "application"_L1, "ip"_L1,
        "user_agent"_L1, "jti"_L1, "grant_type"_L1, "scope"_L1,     "issued_at"_L1,   "expires_at"_L1};
    return names[size_t(field)];
}

std::optional<ListingShape> ListingShape::of(const Operation &operation)
{
    ListingShape shape;
    const auto items = JsonPointer::parse(operation.items);
    if (!items)
        return std::nullopt;
    shape.items = *items;
    for (size_t i = 0; i < listingFieldCount; ++i) {
        const auto named = operation.fields.constFind(listingFieldName(ListingField(i)));
        if (named == operation.fields.constEnd())
            continue;
        shape.fields[i] = JsonPointer::parse(*named);
        if (!shape.fields[i])
            return std::nullopt;
    }
    return shape.at(ListingField::Token) ? std::optional(shape) : std::nullopt;
}

namespace {

using Segments = std::vector<QByteArray>;

Segments encoded(const JsonPointer &pointer)
{
    Segments segments;
    for (const QString &segment : pointer.segments())
        segments.push_back(segment.toUtf8());
    return segments;
}

bool holdsSecret(QByteArrayView key)
{
    static constexpr std::array<QByteArrayView, 4> names{"access_token", "refresh_token", "id_token", "client_secret"};
    return std::find(names.begin(), names.end(), key) != names.end();
}

//! Walks the document once; the keys of the open containers tell where it is.
class Walk {
public:
    Walk(QByteArrayView json, const ListingShape &shape)
        : m_scanner(json)
        , m_size(json.size())
        , m_items(encoded(shape.items))
    {
        for (size_t i = 0; i < listingFieldCount; ++i) {
            if (shape.fields[i])
                m_fields[i] = encoded(*shape.fields[i]);
        }
    }

    ListingScan run();

private:
    using Event = JsonScanner::Event;
    void handle(Event event);
    void value(Event event);
    void addPiece(ListingPiece::Kind kind);
    [[nodiscard]] bool isAt(size_t from, const Segments &segments) const;
    [[nodiscard]] qint32 *fieldHere();

    JsonScanner m_scanner;
    qsizetype m_size;
    Segments m_items;
    std::array<Segments, listingFieldCount> m_fields;
    ListingScan m_scan;
    std::vector<QByteArrayView> m_keys; //!< one for each open container; empty in an array
    std::vector<QByteArray> m_decoded; //!< keys that had escapes
    qsizetype m_arrayDepth = 0; //!< of the array, while it is open; -1 afterwards
};

ListingScan Walk::run()
{
    m_scan.pieces.reserve(size_t(m_size / 32)); // about what a listing needs; pages stay untouched until used
    for (Event event = m_scanner.next(); event != Event::End; event = m_scanner.next())
        handle(event);
    return std::move(m_scan);
}

void Walk::handle(Event event)
{
    switch (event) {
    case Event::Key: {
        QByteArrayView key = m_scanner.text();
        if (m_scanner.hasEscapes()) {
            m_decoded.push_back(decodeJsonString(key));
            key = m_decoded.back();
        }
        m_keys.back() = key;
        if (key.size() >= shortestSecret)
            addPiece(ListingPiece::Text);
        return;
    }
    case Event::ObjectEnd:
    case Event::ArrayEnd:
        m_keys.pop_back();
        if (m_scanner.depth() < m_arrayDepth)
            m_arrayDepth = -1;
        return;
    default:
        value(event);
    }
}

void Walk::value(Event event)
{
    const bool container = event == Event::ObjectStart || event == Event::ArrayStart;
    const qsizetype outside = m_scanner.depth() - (container ? 1 : 0);
    if (m_arrayDepth > 0 && outside == m_arrayDepth)
        m_scan.elements.emplace_back();
    qint32 *const field = m_arrayDepth > 0 && outside > m_arrayDepth ? fieldHere() : nullptr;
    if (container) {
        if (field)
            *field = ListingElement::compound;
        if (event == Event::ArrayStart && m_arrayDepth == 0 && isAt(0, m_items))
            m_arrayDepth = m_scanner.depth();
        m_keys.emplace_back();
        return;
    }
    if (!field && (event == Event::Scalar || m_scanner.text().size() < shortestSecret))
        return; // nothing that could have to be masked
    const bool isToken = field && field == &m_scan.elements.back().fields[size_t(ListingField::Token)];
    if (field)
        *field = qint32(m_scan.pieces.size());
    if (event == Event::Scalar)
        addPiece(ListingPiece::Scalar);
    else if (isToken)
        addPiece(ListingPiece::TokenText);
    else
        addPiece(!m_keys.empty() && holdsSecret(m_keys.back()) ? ListingPiece::SecretText : ListingPiece::Text);
}

void Walk::addPiece(ListingPiece::Kind kind)
{
    ListingPiece piece;
    piece.begin = quint32(m_scanner.offset());
    piece.size = quint32(m_scanner.text().size());
    piece.element = quint32(m_scan.elements.empty() ? 0 : m_scan.elements.size() - 1);
    piece.kind = kind;
    piece.hasEscapes = kind != ListingPiece::Scalar && m_scanner.hasEscapes();
    m_scan.pieces.push_back(piece);
}

bool Walk::isAt(size_t from, const Segments &segments) const
{
    return m_keys.size() == from + segments.size()
        && std::equal(segments.begin(), segments.end(), m_keys.begin() + qsizetype(from),
                      [](const QByteArray &segment, QByteArrayView key) { return key == segment; });
}

// Where the value to come belongs in its element; nullptr when it is none of the fields.
qint32 *Walk::fieldHere()
{
    const QByteArrayView key = m_keys.back();
    for (size_t i = 0; i < listingFieldCount; ++i) {
        const Segments &segments = m_fields[i];
        if (!segments.empty() && segments.back().size() == key.size() && isAt(size_t(m_arrayDepth), segments))
            return &m_scan.elements.back().fields[i];
    }
    return nullptr;
}

} // namespace

ListingScan scanListing(QByteArrayView json, const ListingShape &shape)
{
    return Walk(json, shape).run();
}

} // namespace curfew
