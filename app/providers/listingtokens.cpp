// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listingtokens.h"

#include "jsonscanner.h"
#include "secret.h"

#include <QSet>

#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr auto maskBegin = "(token "_L1;
// Below this length a "token" is no secret, and masking it inside other texts would make them unreadable.
static constexpr qsizetype shortestSecret = 8;
static constexpr qsizetype longestText = 8 * 1024;

bool isTokenMask(QStringView text)
{
    return text.size() == maskBegin.size() + 17 && text.startsWith(maskBegin) && text.endsWith(u')');
}

namespace {

//! One string of the document, by its bytes between the quotes.
struct Piece {
    enum Kind : quint8 { Text, TokenText, SecretText };
    quint32 begin = 0;
    quint32 size = 0;
    quint32 element = 0;
    Kind kind = Text;
    bool hasEscapes = false;
};

//! Follows a JSON Pointer through the keys of the containers that are open.
class Path {
public:
    void enter() { m_keys.emplace_back(); }
    void leave() { m_keys.pop_back(); }
    void setKey(QByteArrayView key) { m_keys.back() = key; }
    //! Whether the keys from container number \p from on are \p segments, and nothing more.
    [[nodiscard]] bool isAt(size_t from, const QList<QByteArray> &segments) const
    {
        if (m_keys.size() != from + size_t(segments.size()))
            return false;
        for (size_t i = 0; i < size_t(segments.size()); ++i) {
            if (m_keys[from + i] != segments[qsizetype(i)])
                return false;
        }
        return true;
    }

private:
    std::vector<QByteArrayView> m_keys;
};

class Taker {
public:
    Taker(QByteArray body, const JsonPointer &items, const JsonPointer &token)
        : m_body(std::move(body))
        , m_items(encoded(items))
        , m_token(encoded(token))
    {
    }

    TokenlessListing take()
    {
        scan();
        TokenlessListing taken{masked(), m_tokens};
        wipe(m_body);
        return taken;
    }

private:
    static QList<QByteArray> encoded(const JsonPointer &pointer)
    {
        QList<QByteArray> segments;
        for (const QString &segment : pointer.segments())
            segments.append(segment.toUtf8());
        return segments;
    }

    void scan();
    void addString(const JsonScanner &scanner, Piece::Kind kind);
    [[nodiscard]] QByteArray masked() const;
    [[nodiscard]] QByteArray replacement(const Piece &piece) const;
    [[nodiscard]] QByteArrayView bytes(const Piece &piece) const
    {
        return QByteArrayView(m_body).sliced(piece.begin, piece.size);
    }

    QByteArray m_body;
    QList<QByteArray> m_items;
    QList<QByteArray> m_token;
    TokenStore m_store;
    QList<Token> m_tokens;
    std::vector<Piece> m_pieces;
    QSet<Fingerprint> m_known;
    QSet<qsizetype> m_lengths; //!< of the tokens, so that few texts have to be hashed
};

bool holdsSecret(QByteArrayView key)
{
    static constexpr std::array<const char *, 4> names{"access_token", "refresh_token", "id_token", "client_secret"};
    return std::any_of(names.begin(), names.end(), [key](const char *name) { return key == name; });
}

void Taker::scan()
{
    using Event = JsonScanner::Event;
    JsonScanner scanner(m_body);
    Path path;
    qsizetype arrayDepth = 0; // of the items' array, once it was found
    QList<QByteArray> decodedKeys; // keeps the bytes of keys with escapes
    bool secretKey = false;
    for (Event event = scanner.next(); event != Event::End; event = scanner.next()) {
        const bool container = event == Event::ObjectStart || event == Event::ArrayStart;
        const bool value = container || event == Event::String || event == Event::Scalar;
        if (value && arrayDepth > 0 && scanner.depth() - (container ? 1 : 0) == arrayDepth)
            m_tokens.append(Token());
        switch (event) {
        case Event::ArrayStart:
            if (arrayDepth == 0 && m_tokens.isEmpty() && path.isAt(0, m_items))
                arrayDepth = scanner.depth();
            path.enter();
            break;
        case Event::ObjectStart:
            path.enter();
            break;
        case Event::ObjectEnd:
        case Event::ArrayEnd:
            path.leave();
            if (scanner.depth() < arrayDepth)
                arrayDepth = -1; // never a second one
            break;
        case Event::Key:
            if (scanner.hasEscapes())
                decodedKeys.append(decodeJsonString(scanner.text()));
            path.setKey(scanner.hasEscapes() ? QByteArrayView(decodedKeys.last()) : scanner.text());
            secretKey = holdsSecret(scanner.hasEscapes() ? QByteArrayView(decodedKeys.last()) : scanner.text());
            addString(scanner, Piece::Text);
            break;
        case Event::String: {
            const bool own = arrayDepth > 0 && path.isAt(size_t(arrayDepth), m_token);
            addString(scanner, own ? Piece::TokenText : secretKey ? Piece::SecretText : Piece::Text);
            secretKey = false;
            break;
        }
        default:
            secretKey = false;
        }
    }
}

void Taker::addString(const JsonScanner &scanner, Piece::Kind kind)
{
    const QByteArrayView text = scanner.text();
    if (text.isEmpty())
        return;
    Piece piece{quint32(scanner.offset()), quint32(text.size()), quint32(std::max<qsizetype>(m_tokens.size(), 1) - 1),
                kind, scanner.hasEscapes()};
    m_pieces.push_back(piece);
    if (kind != Piece::TokenText)
        return;
    QByteArray decoded = scanner.hasEscapes() ? decodeJsonString(text) : QByteArray();
    const QByteArrayView token = scanner.hasEscapes() ? QByteArrayView(decoded) : text;
    if (!token.isEmpty()) {
        m_tokens.last() = m_store.add(token);
        m_known.insert(m_tokens.last().fingerprint());
        m_lengths.insert(token.size());
    }
    wipe(decoded);
}

QByteArray mask(const Fingerprint &fingerprint)
{
    return (maskBegin + fingerprint.toString() + u')').toLatin1();
}

bool looksLikeJwt(QByteArrayView text)
{
    return text.size() > 20 && text.startsWith("eyJ") && text.count('.') >= 2;
}

// What stands in place of a string, or nothing where it may stay.
QByteArray Taker::replacement(const Piece &piece) const
{
    QByteArray decoded;
    if (piece.hasEscapes)
        decoded = decodeJsonString(bytes(piece));
    const QByteArrayView text = piece.hasEscapes ? QByteArrayView(decoded) : bytes(piece);
    const Token own = m_tokens.value(qsizetype(piece.element));
    QByteArray replaced;
    if (piece.kind != Piece::Text || looksLikeJwt(text)) {
        replaced = mask(Fingerprint::of(text));
    } else if (text.size() >= shortestSecret) {
        const QByteArrayView token = own.reveal();
        if (token.size() >= shortestSecret && text.size() >= token.size() && text.indexOf(token) >= 0)
            replaced = mask(own.fingerprint());
        else if (m_lengths.contains(text.size()) && m_known.contains(Fingerprint::of(text)))
            replaced = mask(Fingerprint::of(text));
        else if (text.size() > longestText)
            replaced = "(" + QByteArray::number(text.size()) + " bytes, SHA-256 "
                + Fingerprint::of(text).toString().toLatin1() + "…)";
    }
    wipe(decoded);
    return replaced;
}

QByteArray Taker::masked() const
{
    QByteArray json;
    json.reserve(m_body.size());
    qsizetype copied = 0;
    for (const Piece &piece : m_pieces) {
        const QByteArray replaced = replacement(piece);
        if (replaced.isEmpty())
            continue;
        json.append(QByteArrayView(m_body).sliced(copied, piece.begin - copied)).append(replaced);
        copied = piece.begin + piece.size;
    }
    return json.append(QByteArrayView(m_body).sliced(copied));
}

} // namespace

TokenlessListing takeTokens(QByteArray body, const JsonPointer &items, const JsonPointer &token)
{
    return Taker(std::move(body), items, token).take();
}

} // namespace curfew
