// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <memory>

namespace curfew {

//! Runs \p handle with the result of \p future in \p context's thread, unless \p context is gone by then.
//! A canceled future means that nobody cares any more: \p handle is not called.
//! Unlike QFuture::then(context, f) it doesn't assert once the context is dead, and may be used twice on one future.
template <typename T, typename Handler>
void onResult(const QFuture<T> &future, QObject *context, Handler handle)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, handle = std::move(handle)]() mutable {
        watcher->deleteLater();
        if (watcher->future().isCanceled() && watcher->future().resultCount() == 0)
            return;
        if constexpr (std::is_void_v<T>)
            handle();
        else
            handle(watcher->result());
    });
    watcher->setFuture(future);
}

//! What \p next, called in \p context's thread with the result of \p future, promises in turn. Canceled when
//! \p context is gone by then, or \p future was canceled.
template <typename T, typename Next>
[[nodiscard]] auto andThen(const QFuture<T> &future, QObject *context, Next next)
{
    using Later = decltype(next(std::declval<const T &>()));
    using Value = decltype(std::declval<Later>().result());
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    onResult(future, context, [promise, context, next = std::move(next)](const T &value) mutable {
        onResult(next(value), context, [promise](const Value &later) {
            promise->addResult(later);
            promise->finish();
        });
    });
    return promise->future();
}

//! A future that already holds \p value.
template <typename T>
[[nodiscard]] QFuture<T> readyFuture(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace curfew
