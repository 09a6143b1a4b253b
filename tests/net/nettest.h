// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httprequest.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTest>
#include <QTimer>

#include <chrono>

namespace curfew {

inline std::shared_ptr<Credential> makeCredential(const QUrl &url, const QString &clientId, QByteArray secret)
{
    auto credential = std::make_shared<Credential>();
    credential->allowedOrigins = {originOf(url)};
    credential->clientId = clientId;
    credential->secret = Secret::take(secret);
    return credential;
}

inline Token makeToken(QByteArray bytes)
{
    return takeToken(bytes);
}

//! A revoke with Basic, or without credential.
inline HttpRequest makeRevoke(const QUrl &url, CredentialPtr credential = {}, const QByteArray &token = "a-token")
{
    HttpRequest request;
    request.url = url;
    request.form = {{"token", makeToken(token)}};
    request.authorization = credential ? Authorization::Basic : Authorization::None;
    request.credential = std::move(credential);
    return request;
}

//! Waits for \p future; fails the test, and returns nothing useful, when it doesn't finish.
//! An event loop of its own: QTest::qWaitFor() sleeps 10 ms at a time.
template <typename T>
T settled(const QFuture<T> &future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(std::chrono::seconds(20), &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    if (!future.isFinished() || future.resultCount() == 0) {
        QTest::qFail("the future never got a result", __FILE__, __LINE__);
        return T{failure(ErrorKind::Canceled), -1, false};
    }
    return future.result();
}

} // namespace curfew
