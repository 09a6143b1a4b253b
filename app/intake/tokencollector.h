// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "findings.h"

#include <QByteArrayView>
#include <QHash>

#include <utility>

namespace curfew {

//! Gathers what the scanners find: folds duplicates, decides a token's role, keeps the bounds.
class TokenCollector {
public:
    static constexpr qsizetype mostTokens = 10'000;

    //! Takes \p bytes where they can be a token (see isTokenText), and leaves anything else alone.
    void add(QByteArrayView bytes, TokenRole role, int response = -1);
    void countPassword() { ++m_findings.passwords; }
    [[nodiscard]] int nextResponse() { return m_responses++; }
    //! For another way to read the same text: what was counted once isn't counted again.
    void readAgain() { m_earlierPasswords = std::exchange(m_findings.passwords, 0); }
    [[nodiscard]] bool isEmpty() const { return m_findings.tokens.isEmpty(); }
    [[nodiscard]] Findings take(IntakeSource source);

private:
    TokenStore m_store;
    Findings m_findings;
    QHash<Fingerprint, qsizetype> m_known;
    int m_responses = 0;
    int m_earlierPasswords = 0;
};

//! Whether \p bytes can be a token where a name before them says so: 8 bytes to 64 KiB of RFC 6749 VSCHAR (appendix
//! A.12), and not the bracketed word that a tool puts in place of one.
[[nodiscard]] bool isTokenText(QByteArrayView bytes);

//! Whether \p bytes look like a token without any hint: a JWT, or 16 and more of RFC 6750's b64token characters with a
//! digit among them. A login name or a word doesn't.
[[nodiscard]] bool looksLikeToken(QByteArrayView bytes);

//! Whether \p c may stand in a bearer token: RFC 6750 section 2.1, b64token.
[[nodiscard]] bool isBearerCharacter(char c);

} // namespace curfew
