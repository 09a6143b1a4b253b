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
QFuture<Result<T>>
Journal::askWithKey(std::function<Result<T>(JournalWriter &, const Result<SigningKeyPtr> &)> question)
{
    if (!m_keySource) // the calls keep their order
        return ask<T>(
            [question](JournalWriter &writer) { return question(writer, failure(ErrorKind::KeychainUnavailable)); });
    return andThen(m_keySource(KeyUse::AsItIs), this, [this, question](const Result<SigningKeyPtr> &key) {
        return ask<T>([question, key](JournalWriter &writer) { return question(writer, key); });
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
    return andThen(finished, this,
                   [this, batch](const Result<> &done) { return done ? signEnd(batch) : readyFuture(done); });
}

QFuture<Result<>> Journal::signEnd(const QString &batch)
{
    return andThen(m_keySource(KeyUse::OrNew), this, [this, batch](const Result<SigningKeyPtr> &key) {
        if (!key) {
            if (!std::exchange(m_toldUnsigned, true))
                Q_EMIT leftUnsigned(key.error());
            return readyFuture(Result<>());
        }
        return ask<void>([batch, key](JournalWriter &writer) { return writer.sign(batch, **key); });
    });
}

QFuture<Result<>> Journal::admitKey(const SigningKeyPtr &key)
{
    using Change = std::optional<KeyChange>;
    const auto admitted = ask<Change>([key](JournalWriter &writer) { return writer.admitKey(*key); });
    return andThen(admitted, this, [this](const Result<Change> &change) {
        if (change && *change)
            Q_EMIT signingKeyChanged(**change);
        return readyFuture(change.map([](const Change &) {}));
    });
}

QFuture<Result<>> Journal::leaveBatch(const QString &batch)
{
    return ask<void>([batch](JournalWriter &writer) { return writer.leaveBatch(batch); });
}

QFuture<Result<Erasure>> Journal::erase(const QDateTime &time)
{
    const auto erased = ask<Erasure>([time](JournalWriter &writer) { return writer.erase(time); });
    if (!m_keySource)
        return erased;
    return andThen(erased, this, [this](const Result<Erasure> &erasure) {
        return erasure ? signAfter(*erasure) : readyFuture(erasure);
    });
}

QFuture<Result<Erasure>> Journal::signAfter(const Erasure &erasure)
{
    return askWithKey<Erasure>([erasure](JournalWriter &writer, const Result<SigningKeyPtr> &key) -> Result<Erasure> {
        if (key)
            writer.signRecorded(**key);
        return erasure;
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
    return ask<QList<BatchSummary>>([](JournalWriter &writer) { return writer.batches(); });
}

QFuture<Result<BatchRecord>> Journal::batch(const QString &id)
{
    return ask<BatchRecord>([id](JournalWriter &writer) { return writer.batch(id); });
}

QFuture<Result<VerifyReport>> Journal::verify(const QByteArray &expectedHead)
{
    return askWithKey<VerifyReport>([expectedHead](JournalWriter &writer, const Result<SigningKeyPtr> &key) {
        if (key)
            return writer.verify({expectedHead, ProfileKey::AtHand, (*key)->publicKey()}, *key);
        const bool missing = key.error().kind == ErrorKind::EntryNotFound;
        return writer.verify({expectedHead, missing ? ProfileKey::Missing : ProfileKey::NotAtHand, {}}, nullptr);
    });
}

QFuture<Result<QByteArray>> Journal::exportBatch(const QString &id, ExportFormat format)
{
    return askWithKey<QByteArray>([id, format](JournalWriter &writer, const Result<SigningKeyPtr> &key) {
        return writer.exportBatch(id, format, key.value_or(nullptr));
    });
}

QFuture<Result<QByteArray>> Journal::exportAll(ExportFormat format)
{
    return askWithKey<QByteArray>([format](JournalWriter &writer, const Result<SigningKeyPtr> &key) {
        return writer.exportAll(format, key.value_or(nullptr));
    });
}

} // namespace curfew
