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

//! A JWT that came without a name may still say what it is.
static TokenRole roleFromClaims(const Jwt &jwt)
{
    switch (useOf(jwt)) {
    case TokenUse::Access:
        return TokenRole::AccessToken;
    case TokenUse::Refresh:
        return TokenRole::RefreshToken;
    case TokenUse::Id:
        return TokenRole::IdToken;
    case TokenUse::Unknown:
        break;
    }
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
