// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practiceissuer.h"

#include <QJsonArray>
#include <QTest>

namespace curfew {

//! A practice issuer without a wire, with a clock that only the test moves.
template <typename Contract>
class PracticeFixture {
public:
    PracticeFixture()
        : issuer(
            std::make_unique<Contract>(), QUrl(QStringLiteral("http://127.0.0.1:4711")), [this] { return time; }, 7)
    {
        issuer.admitCast();
    }

    [[nodiscard]] PracticeAnswer post(PracticeEndpoint endpoint, const QByteArray &form,
                                      const QByteArray &authorization = {})
    {
        return issuer.answer(PracticeRequest::post(issuer.path(endpoint), form, authorization));
    }
    [[nodiscard]] QByteArray basic(const QString &clientId) const
    {
        return practiceBasic(clientId.toUtf8(), issuer.secretOf(clientId));
    }
    void pass(std::chrono::seconds seconds) { time = time.addSecs(seconds.count()); }

    QDateTime time{QDate(2026, 3, 2), QTime(14, 2, 11), Qt::UTC};
    PracticeIssuer issuer;
};

//! The first token of \p tokens that has \p use.
inline PracticeToken firstOf(const QList<PracticeToken> &tokens, PracticeToken::Use use)
{
    for (const PracticeToken &token : tokens) {
        if (token.use == use)
            return token;
    }
    return {};
}

inline QString errorOf(const PracticeAnswer &answer)
{
    return answer.object().value(QStringLiteral("error")).toString();
}

inline bool saysActive(const PracticeAnswer &answer)
{
    return answer.status == 200 && answer.object().value(QStringLiteral("active")).toBool();
}

} // namespace curfew
