// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenmask.h"

#include "jsonscanner.h"
#include "jwt.h"
#include "secret.h"

#include <algorithm>
#include <charconv>

namespace curfew {

static constexpr qsizetype longestText = 8 * 1024;

TokenMask::TokenMask(QByteArrayView body, const ListingScan &scan)
    : m_body(body)
    , m_scan(scan)
    , m_tokens(scan.elements.size())
{
    m_known.reserve(qsizetype(scan.elements.size()));
    for (const ListingElement &element : scan.elements) {
        const qint32 index = element.at(ListingField::Token);
        if (index >= 0 && scan.pieces[size_t(index)].kind == ListingPiece::TokenText)
            take(scan.pieces[size_t(index)]);
    }
    m_verdicts.reserve(scan.pieces.size());
    for (const ListingPiece &piece : scan.pieces)
        m_verdicts.push_back(judge(piece));
}

// RFC 6749 appendix A.12: visible ASCII and space. Anything else was never issued, and can't be sent.
static bool isTokenText(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

void TokenMask::take(const ListingPiece &piece)
{
    QByteArray decoded = piece.hasEscapes ? decodeJsonString(bytes(piece)) : QByteArray();
    const QByteArrayView text = piece.hasEscapes ? QByteArrayView(decoded) : bytes(piece);
    if (isTokenText(text)) {
        Token &token = m_tokens[piece.element];
        token = m_store.add(text);
        m_known.insert(token.fingerprint());
        if (m_lengths.size() <= size_t(text.size()))
            m_lengths.resize(size_t(text.size()) + 1);
        m_lengths[size_t(text.size())] = true;
    }
    wipe(decoded);
}

TokenMask::Verdict TokenMask::judge(QByteArrayView text, const ListingPiece &piece) const
{
    if (piece.kind != ListingPiece::Text)
        return Verdict::Mask;
    if (text.size() < shortestSecret)
        return Verdict::Keep;
    const QByteArrayView own = piece.element < m_tokens.size() ? m_tokens[piece.element].reveal() : QByteArrayView();
    if (own.size() >= shortestSecret && text.size() >= own.size() && text.indexOf(own) >= 0)
        return Verdict::Mask;
    const bool mayBeToken = size_t(text.size()) < m_lengths.size() && m_lengths[size_t(text.size())];
    if (holdsJwt(text) || (mayBeToken && m_known.contains(Fingerprint::of(text))))
        return Verdict::Mask;
    return text.size() > longestText ? Verdict::LeaveOut : Verdict::Keep;
}

TokenMask::Verdict TokenMask::judge(const ListingPiece &piece) const
{
    if (piece.size == 0 || piece.kind == ListingPiece::Scalar)
        return Verdict::Keep;
    if (!piece.hasEscapes)
        return judge(bytes(piece), piece);
    QByteArray decoded = decodeJsonString(bytes(piece));
    const Verdict verdict = judge(decoded, piece);
    wipe(decoded);
    return verdict;
}

QByteArray TokenMask::replacement(size_t piece) const
{
    if (m_verdicts[piece] == Verdict::Mask)
        return "(token)";
    const QByteArrayView text = bytes(m_scan.pieces[piece]);
    return '(' + QByteArray::number(text.size()) + " bytes, SHA-256 " + Fingerprint::of(text).toString().toLatin1()
        + "…)";
}

QByteArray TokenMask::masked() const
{
    QByteArray json;
    json.reserve(m_body.size());
    qsizetype copied = 0;
    for (size_t i = 0; i < m_verdicts.size(); ++i) {
        if (m_verdicts[i] == Verdict::Keep)
            continue;
        const ListingPiece &piece = m_scan.pieces[i];
        json.append(m_body.sliced(copied, piece.begin - copied)).append(replacement(i));
        copied = qsizetype(piece.begin) + piece.size;
    }
    return json.append(m_body.sliced(copied));
}

QString TokenMask::text(size_t piece) const
{
    if (m_verdicts[piece] != Verdict::Keep)
        return QString::fromUtf8(replacement(piece));
    const ListingPiece &found = m_scan.pieces[piece];
    if (found.hasEscapes)
        return QString::fromUtf8(decodeJsonString(bytes(found)));
    return QString::fromUtf8(bytes(found));
}

bool TokenMask::isSame(size_t piece, size_t other) const
{
    const ListingPiece &a = m_scan.pieces[piece];
    const ListingPiece &b = m_scan.pieces[other];
    return a.size == b.size && a.kind == b.kind && m_verdicts[piece] == Verdict::Keep
        && m_verdicts[other] == Verdict::Keep && bytes(a) == bytes(b);
}

std::optional<double> TokenMask::number(size_t piece) const
{
    const QByteArrayView digits = bytes(m_scan.pieces[piece]);
    double value = 0;
    const auto [end, fault] = std::from_chars(digits.begin(), digits.end(), value);
    return fault == std::errc() && end == digits.end() ? std::optional(value) : std::nullopt;
}

} // namespace curfew
