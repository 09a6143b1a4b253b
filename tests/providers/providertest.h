// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "credential.h"
#include "descriptorcatalog.h"
#include "httpresponse.h"
#include "session.h"
#include "token.h"

#include <QFuture>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

namespace curfew::test {

//! The bytes of tests/providers/fixtures/\p name.
[[nodiscard]] QByteArray fixture(const QString &name);

[[nodiscard]] ProviderDescriptor shippedProvider(const QString &id);
[[nodiscard]] HttpResponse response(int status, const QByteArray &body = {},
                                    const QByteArray &contentType = "application/json");
[[nodiscard]] Token token(const QByteArray &text);
[[nodiscard]] CredentialPtr credential(AuthMethod method, const QUrl &url, const QByteArray &clientId = "client",
                                       const QByteArray &secret = "secret");
//! An unsigned JWT with \p claims.
[[nodiscard]] QByteArray jwt(const QJsonObject &claims);
[[nodiscard]] QDateTime utc(const char *rfc3339);

//! The `session list` document of \p listing (docs/cli.md), without `issuer`, and with each token's masked element.
[[nodiscard]] QJsonObject toJson(const Listing &listing);

//! The value of \p future, waited for at most 20 s.
template <typename T>
T await(const QFuture<T> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000) || future.resultCount() == 0)
        qFatal("no answer in time");
    return future.result();
}

} // namespace curfew::test
