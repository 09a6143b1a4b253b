// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "listingscan.h"
#include "token.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <optional>
#include <vector>

namespace curfew {

//! The tokens of a listing, moved into guarded memory, and everything else of it with `(token)` in their place.
//! A token is masked wherever it stands: in its own member, inside another text, in another element; so is every text
//! that holds a JWT, and what `access_token` and its kin hold. A text of more than 8 KiB is left out, so that an
//! element stays small enough to be shown.
class TokenMask {
public:
    //! \p body must be what \p scan was made of; both must outlive it.
    TokenMask(QByteArrayView body, const ListingScan &scan);

    [[nodiscard]] const Token &token(size_t element) const { return m_tokens[element]; } //!< null: none usable
    [[nodiscard]] QByteArray masked() const; //!< the whole document
    [[nodiscard]] QString text(size_t piece) const; //!< masked where it must be
    [[nodiscard]] std::optional<double> number(size_t piece) const; //!< also from a text of digits
    //! Whether two pieces are unmasked and written alike.
    [[nodiscard]] bool isSame(size_t piece, size_t other) const;
    [[nodiscard]] bool isMasked(size_t piece) const { return m_verdicts[piece] == Verdict::Mask; }

private:
    enum class Verdict : quint8 { Keep, Mask, LeaveOut };
    void take(const ListingPiece &piece);
    [[nodiscard]] QByteArrayView bytes(const ListingPiece &piece) const
    {
        return m_body.sliced(piece.begin, piece.size);
    }
    [[nodiscard]] Verdict judge(const ListingPiece &piece) const;
    [[nodiscard]] Verdict judge(QByteArrayView text, const ListingPiece &piece) const;
    [[nodiscard]] QByteArray replacement(size_t piece) const;

    QByteArrayView m_body;
    const ListingScan &m_scan;
    TokenStore m_store;
    std::vector<Token> m_tokens; //!< one an element
    QSet<Fingerprint> m_known;
    std::vector<bool> m_lengths; //!< whether a token has this length, so that few texts have to be hashed
    std::vector<Verdict> m_verdicts; //!< one a piece
};

} // namespace curfew
