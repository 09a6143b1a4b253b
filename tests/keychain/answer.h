// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secret.h"

#include <QFuture>
#include <QTest>

namespace curfew {

//! What \p future answers, which must be within half a minute.
template <typename T>
T answerOf(QFuture<T> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
        qFatal("no answer came");
    return future.result();
}

//! A copy: take() wipes what it is given, whoever shares it.
inline Secret secretOf(QByteArrayView bytes)
{
    QByteArray copy = bytes.toByteArray();
    return Secret::take(copy);
}

} // namespace curfew
