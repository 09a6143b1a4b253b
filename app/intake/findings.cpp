// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "findings.h"

#include "jwt.h"

#include <tuple>

using namespace Qt::StringLiterals;

namespace curfew {

Token pairedAccessToken(const Findings &findings, const FoundToken &found)
{
    if (found.response < 0)
        return {};
    for (const FoundToken &candidate : findings.tokens) {
        if (candidate.response == found.response && candidate.role == TokenRole::AccessToken)
            return candidate.token == found.token ? Token() : candidate.token;
    }
    return {};
}

static int usefulness(TokenRole role)
{
    switch (role) {
    case TokenRole::AccessToken:
        return 3;
    case TokenRole::IdToken:
        return 2;
    case TokenRole::Unknown:
        return 1;
    case TokenRole::RefreshToken:
        return 0;
    }
    Q_UNREACHABLE();
}

qsizetype preferredToken(const QList<FoundToken> &tokens, const QDateTime &now)
{
    qsizetype best = -1;
    std::tuple<bool, int, qint64> bestRank;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const auto jwt = decodeJwt(tokens[i].token.reveal());
        const auto expires = jwt ? jwt->time(u"exp") : std::nullopt;
        const auto issued = jwt ? jwt->time(u"iat") : std::nullopt;
        const std::tuple rank(!expires || *expires > now, usefulness(tokens[i].role),
                              issued ? issued->toSecsSinceEpoch() : qint64(-1));
        if (best < 0 || rank > bestRank) {
            best = i;
            bestRank = rank;
        }
    }
    return best;
}

QString revocationHint(TokenRole role)
{
    switch (role) {
    case TokenRole::AccessToken:
        return u"access_token"_s;
    case TokenRole::RefreshToken:
        return u"refresh_token"_s;
    case TokenRole::IdToken:
    case TokenRole::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace curfew
