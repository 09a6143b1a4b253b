// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokencollector.h"

#include "jwt.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

bool isBearerCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
        || c == '_' || c == '~' || c == '+' || c == '/' || c == '=';
}

bool isTokenText(QByteArrayView bytes)
{
    constexpr qsizetype shortest = 8;
    constexpr qsizetype longest = 64 * 1024;
    if (bytes.size() < shortest || bytes.size() > longest)
        return false;
    if (bytes.startsWith('[') || bytes.startsWith('<') || bytes.startsWith('*') || bytes.startsWith('{'))
        return false; // [redacted], <token>, ****, {{token}}
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

bool looksLikeToken(QByteArrayView bytes)
{
    if (decodeJwt(bytes))
        return true;
    constexpr qsizetype shortest = 16;
    return bytes.size() >= shortest && isTokenText(bytes) && std::all_of(bytes.begin(), bytes.end(), isBearerCharacter)
        && std::any_of(bytes.begin(), bytes.end(), [](char c) { return c >= '0' && c <= '9'; });
}

//! A JWT that came without a name may still say what it is: RFC 9068 section 2.1, and the `typ` claim of Keycloak.
static TokenRole roleFromClaims(const Jwt &jwt)
{
    const QString type = jwt.header.value("typ"_L1).toString().toLower();
    if (type == "at+jwt"_L1 || type == "application/at+jwt"_L1)
        return TokenRole::AccessToken;
    const QString claim = jwt.text(u"typ");
    if (claim == "Bearer"_L1)
        return TokenRole::AccessToken;
    if (claim == "Refresh"_L1 || claim == "Offline"_L1)
        return TokenRole::RefreshToken;
    if (claim == "ID"_L1 || jwt.claims.contains("nonce"_L1) || jwt.claims.contains("at_hash"_L1))
        return TokenRole::IdToken;
    return TokenRole::Unknown;
}

void TokenCollector::add(QByteArrayView bytes, TokenRole role, int response)
{
    if (!isTokenText(bytes))
        return;
    const auto known = m_known.constFind(Fingerprint::of(bytes));
    if (known != m_known.cend()) {
        FoundToken &found = m_findings.tokens[known.value()];
        if (found.role == TokenRole::Unknown)
            found.role = role;
        if (found.response < 0)
            found.response = response;
        return;
    }
    if (m_findings.tokens.size() >= mostTokens) {
        m_findings.truncated = true;
        return;
    }
    FoundToken found;
    found.token = m_store.add(bytes);
    found.response = response;
    found.role = role;
    if (const auto jwt = decodeJwt(bytes)) {
        found.kind = TokenKind::Jwt;
        if (found.role == TokenRole::Unknown)
            found.role = roleFromClaims(*jwt);
    }
    m_known.insert(found.token.fingerprint(), m_findings.tokens.size());
    m_findings.tokens.append(std::move(found));
}

Findings TokenCollector::take(IntakeSource source)
{
    m_findings.source = m_findings.tokens.isEmpty() && source != IntakeSource::Har ? IntakeSource::Nothing : source;
    m_findings.passwords = std::max(m_findings.passwords, m_earlierPasswords);
    m_known.clear();
    return std::exchange(m_findings, {});
}

} // namespace curfew
