// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal.h"

#include "asyncresult.h"
#include "journalwriter.h"

#include <QPromise>

namespace curfew {

using namespace Qt::StringLiterals;

Journal::Journal(QString path, JournalAuthor author, QObject *parent, Clock clock)
    : QObject(parent)
    , m_writer(std::make_unique<JournalWriter>(std::move(path), std::move(author), std::move(clock)))
{
    m_thread.setObjectName(u"journal"_s);
    m_writer->moveToThread(&m_thread);
    connect(m_writer.get(), &JournalWriter::failed, this, &Journal::failed);
    m_thread.start();
}

Journal::~Journal()
{
    // Behind all calls that are queued, so that each of them is still answered.
    QMetaObject::invokeMethod(
        m_writer.get(),
        [writer = m_writer.get(), thread = &m_thread] {
            writer->close();
            thread->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

template <typename T>
QFuture<Result<T>> Journal::ask(std::function<Result<T>(JournalWriter &)> question)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    QMetaObject::invokeMethod(
        m_writer.get(),
        [promise, question = std::move(question), writer = m_writer.get()] {
            promise->addResult(question(*writer));
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

template <typename T>
QFuture<Result<T>> Journal::askWithKey(KeyUse use,
                                       std::function<Result<T>(JournalWriter &, const SigningKeyPtr &)> question)
{
    const auto askWith = [this](auto asked, const SigningKeyPtr &key) {
        return this->ask<T>([asked, key](JournalWriter &writer) { return asked(writer, key); });
    };
    if (m_key || !m_keySource)
        return askWith(std::move(question), m_key);
    return andThen(m_keySource(use), this, [this, use, askWith, question](const Result<SigningKeyPtr> &key) {
        m_key = key.value_or(nullptr);
        if (!key && use == KeyUse::ToSign && !std::exchange(m_toldUnsigned, true))
            Q_EMIT leftUnsigned(key.error());
        return askWith(question, m_key);
    });
}

QFuture<Result<>> Journal::open()
{
    return ask<void>([](JournalWriter &writer) { return writer.open(); });
}

QFuture<Result<QString>> Journal::openBatch(const BatchIntent &intent)
{
    return ask<QString>([intent](JournalWriter &writer) { return writer.openBatch(intent); });
}

QFuture<Result<>> Journal::resumeBatch(const BatchRecord &known)
{
    return ask<void>([known](JournalWriter &writer) { return writer.resumeBatch(known); });
}

QFuture<Result<>> Journal::markSending(const QString &batch, const QList<SendingItem> &group)
{
    return ask<void>([batch, group](JournalWriter &writer) {
        return writer.write([&](JournalStore &store) { return store.markSending(batch, group); });
    });
}

void Journal::recordOutcome(const QString &batch, qsizetype index, const ItemResult &result)
{
    QMetaObject::invokeMethod(
        m_writer.get(),
        [writer = m_writer.get(), outcome = PendingOutcome{batch, index, result}] { writer->recordOutcome(outcome); },
        Qt::QueuedConnection);
}

QFuture<Result<>> Journal::finishBatch(const QString &batch)
{
    const auto finished = ask<void>([batch](JournalWriter &writer) { return writer.finishBatch(batch); });
    if (!m_keySource)
        return finished;
    return andThen(finished, this, [this, batch](const Result<> &done) {
        if (!done)
            return readyFuture(done);
        return askWithKey<void>(KeyUse::ToSign, [batch](JournalWriter &writer, const SigningKeyPtr &key) {
            return key ? writer.signBatch(batch, *key) : Result<>();
        });
    });
}

QFuture<Result<>> Journal::leaveBatch(const QString &batch)
{
    return ask<void>([batch](JournalWriter &writer) { return writer.leaveBatch(batch); });
}

QFuture<Result<qint64>> Journal::erase(const QDateTime &time)
{
    return ask<qint64>([time](JournalWriter &writer) { return writer.erase(time); });
}

QFuture<Result<>> Journal::record(const JournalEvent &event)
{
    return ask<void>([event](JournalWriter &writer) {
        return writer.write([&](JournalStore &store) { return store.record(event); });
    });
}

QFuture<Result<QList<BatchSummary>>> Journal::batches()
{
    return ask<QList<BatchSummary>>([](JournalWriter &writer) { return writer.batches(); });
}

QFuture<Result<BatchRecord>> Journal::batch(const QString &id)
{
    return ask<BatchRecord>([id](JournalWriter &writer) { return writer.batch(id); });
}

QFuture<Result<VerifyReport>> Journal::verify(const QByteArray &expectedHead)
{
    return askWithKey<VerifyReport>(KeyUse::ToVerify, [expectedHead](JournalWriter &writer, const SigningKeyPtr &key) {
        return writer.verify({expectedHead, key ? key->publicKey() : QByteArray()});
    });
}

QFuture<Result<QByteArray>> Journal::exportBatch(const QString &id, ExportFormat format)
{
    return ask<QByteArray>([id, format](JournalWriter &writer) { return writer.exportBatch(id, format); });
}

QFuture<Result<QByteArray>> Journal::exportAll(ExportFormat format)
{
    return ask<QByteArray>([format](JournalWriter &writer) { return writer.exportAll(format); });
}

} // namespace curfew
