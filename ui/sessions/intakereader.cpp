// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "intakereader.h"

#include "tokenfinder.h"
#include "wipedbytes.h"

#include <QFile>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace curfew {

Findings readText(QString text)
{
    const WipedBytes utf8(text.toUtf8());
    std::fill(text.begin(), text.end(), QChar(u'\0'));
    return findTokens(utf8.view());
}

bool isLongText(QStringView text)
{
    constexpr qsizetype longest = 256 * 1024; // read in a few milliseconds
    return text.size() > longest;
}

static Result<Findings> findInFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::InvalidInput, file.errorString());
    if (file.size() > largestIntake) {
        Findings findings;
        findings.tooLarge = true;
        return findings;
    }
    WipedBytes content;
    content.bytes().resize(file.size());
    const qint64 count = file.read(content.bytes().data(), content.bytes().size());
    if (count < 0)
        return failure(ErrorKind::InvalidInput, file.errorString());
    return findTokens(content.view().first(count));
}

template <typename Read>
static QFuture<Result<Findings>> inAThread(Read read)
{
    auto promise = std::make_shared<QPromise<Result<Findings>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, read = std::move(read)]() mutable {
        promise->addResult(read());
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<Findings>> readLongText(QString text)
{
    return inAThread([text = std::move(text)]() mutable -> Result<Findings> { return readText(std::move(text)); });
}

QFuture<Result<Findings>> readFile(const QString &path)
{
    return inAThread([path] { return findInFile(path); });
}

} // namespace curfew
