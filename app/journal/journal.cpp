// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal.h"

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

QFuture<Result<>> Journal::open()
{
    return ask<void>([](JournalWriter &writer) { return writer.open(); });
}

QFuture<Result<QString>> Journal::openBatch(const BatchIntent &intent)
{
    return ask<QString>([intent](JournalWriter &writer) {
        return writer.write([&](JournalStore &store) { return store.openBatch(intent); });
    });
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
    return ask<void>([batch](JournalWriter &writer) {
        return writer.write([&](JournalStore &store) { return store.finishBatch(batch); });
    });
}

QFuture<Result<>> Journal::record(const JournalEvent &event)
{
    return ask<void>([event](JournalWriter &writer) {
        return writer.write([&](JournalStore &store) { return store.record(event); });
    });
}

QFuture<Result<QList<BatchSummary>>> Journal::batches()
{
    return ask<QList<BatchSummary>>([](JournalWriter &writer) {
        return writer.read([](const JournalReader &reader) { return reader.batches(); });
    });
}

QFuture<Result<BatchRecord>> Journal::batch(const QString &id)
{
    return ask<BatchRecord>([id](JournalWriter &writer) {
        return writer.read([&](const JournalReader &reader) { return reader.batch(id); });
    });
}

QFuture<Result<VerifyReport>> Journal::verify()
{
    return ask<VerifyReport>([](JournalWriter &writer) { return writer.verify(); });
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
