// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalwriter.h"

#include "journalexport.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace curfew {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Of the 250 ms that an outcome may take to become durable; the rest is for the commit.
constexpr auto gathering = 100ms;
constexpr auto retryAfter = 1s;

JournalWriter::JournalWriter(QString path, JournalAuthor author, Journal::Clock clock)
    : m_path(std::move(path))
    , m_author(std::move(author))
    , m_clock(std::move(clock))
    , m_running(m_path)
    , m_timer(this) // so that it moves to the thread with us
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { (void)flush(); });
}

Result<> JournalWriter::open()
{
    if (m_store)
        return {};
    return JournalStore::open(m_path, m_author, m_clock).map([this](std::unique_ptr<JournalStore> store) {
        m_store = std::move(store);
    });
}

void JournalWriter::close()
{
    (void)flush();
    m_timer.stop();
    m_store.reset();
}

Result<QString> JournalWriter::openBatch(const BatchIntent &intent)
{
    return write([&](JournalStore &store) { return store.openBatch(intent); }).and_then([this](const QString &batch) {
        return m_running.begin(batch).map([&] { return batch; });
    });
}

Result<> JournalWriter::resumeBatch(const BatchRecord &known)
{
    const QString &batch = known.summary.batch;
    return m_running.begin(batch).and_then([&] {
        const Result<> resumed = write([&](JournalStore &store) { return store.resumeBatch(known); });
        if (!resumed)
            m_running.end(batch);
        return resumed;
    });
}

Result<> JournalWriter::finishBatch(const QString &batch)
{
    const Result<> finished = write([&](JournalStore &store) { return store.finishBatch(batch); });
    m_running.end(batch);
    return finished;
}

Result<> JournalWriter::sign(const QString &batch, const SigningKey &key)
{
    return write([&](JournalStore &store) { return store.sign(batch, key); });
}

void JournalWriter::signRecorded(const SigningKey &key)
{
    if (const Result<> done = sign({}, key); !done)
        Q_EMIT failed(done.error());
}

Result<std::optional<KeyChange>> JournalWriter::admitKey(const SigningKey &key)
{
    return write([&](JournalStore &store) { return store.admitKey(key); });
}

Result<> JournalWriter::leaveBatch(const QString &batch)
{
    const Result<> stored = open().and_then([this] { return flush(); });
    m_running.end(batch);
    return stored;
}

Result<Erasure> JournalWriter::erase(const QDateTime &time)
{
    return write([&](JournalStore &store) { return store.erase(time); });
}

Result<QList<BatchSummary>> JournalWriter::batches()
{
    return read([](const JournalReader &reader) { return reader.batches(); }).map([this](QList<BatchSummary> list) {
        for (BatchSummary &summary : list)
            summary.running = !summary.finishedAt && m_running.isRunning(summary.batch);
        return list;
    });
}

Result<BatchRecord> JournalWriter::batch(const QString &id)
{
    return read([&](const JournalReader &reader) { return reader.batch(id); }).map([this](BatchRecord record) {
        record.summary.running = !record.summary.finishedAt && m_running.isRunning(record.summary.batch);
        return record;
    });
}

void JournalWriter::recordOutcome(PendingOutcome outcome)
{
    if (m_pending.isEmpty()) {
        m_waiting.start();
        m_timer.start(gathering);
    }
    m_pending.append(std::move(outcome));
    // A busy queue of calls can keep the timer waiting; while storing fails, the timer alone tries again.
    if (!m_failing && m_waiting.hasExpired(gathering.count()))
        (void)flush();
}

Result<> JournalWriter::flush()
{
    if (m_pending.isEmpty())
        return {};
    Result<> stored = open().and_then([this] { return m_store->storeOutcomes(m_pending); });
    if (stored)
        m_pending.clear();
    else if (stored.error().kind == ErrorKind::InvalidInput)
        stored = storeOneByOne();
    if (stored) {
        m_timer.stop();
        m_failing = false;
        return {};
    }
    m_timer.start(retryAfter);
    if (!std::exchange(m_failing, true))
        Q_EMIT failed(stored.error());
    return stored;
}

// One of the group names an item that isn't there: it must not keep the others from the disk.
Result<> JournalWriter::storeOneByOne()
{
    while (!m_pending.isEmpty()) {
        const Result<> stored = m_store->storeOutcomes({m_pending.first()});
        if (!stored && stored.error().kind != ErrorKind::InvalidInput)
            return stored;
        if (!stored)
            Q_EMIT failed(stored.error());
        m_pending.removeFirst();
    }
    return {};
}

Result<VerifyReport> JournalWriter::verify(const VerifyAgainst &against, const SigningKeyPtr &key)
{
    Result<VerifyReport> report = read([&](const JournalReader &) { return m_store->verify(against); });
    if (!report || report->damage) // what is damaged is left as it was found
        return report;
    const JournalEvent event{JournalEventKind::Verification, {}, {}, int(report->events), u"intact"_s};
    // What was found stands, even where it can't be noted.
    if (Result<> noted = m_store->record(event); !noted)
        Q_EMIT failed(noted.error());
    else if (key)
        signRecorded(*key);
    return report;
}

Result<JournalSeal> JournalWriter::recordExport(const QString &user, int count, const QString &detail,
                                                const SigningKeyPtr &key)
{
    JournalEvent event{JournalEventKind::Export, {}, user, count, detail};
    return write([&](JournalStore &store) {
        return store.record(event).and_then([&] { return key ? store.sign({}, *key) : Result<>(); }).and_then([&] {
            return store.seal();
        });
    });
}

static QString formatName(ExportFormat format)
{
    return format == ExportFormat::Csv ? u"csv"_s : u"json"_s;
}

Result<QByteArray> JournalWriter::exportBatch(const QString &id, ExportFormat format, const SigningKeyPtr &key)
{
    return read([&](const JournalReader &reader) { return reader.batch(id); }).and_then([&](const BatchRecord &record) {
        return recordExport(record.summary.user, 1, u"%1 %2"_s.arg(formatName(format), id), key)
            .map([&](const JournalSeal &seal) {
                return format == ExportFormat::Csv ? csvExport({record}, seal) : jsonExport(record, seal);
            });
    });
}

Result<QByteArray> JournalWriter::exportAll(ExportFormat format, const SigningKeyPtr &key)
{
    Result<QList<BatchSummary>> list = read([](const JournalReader &reader) { return reader.batches(); });
    if (!list)
        return tl::unexpected(list.error());
    QList<BatchRecord> records;
    std::reverse(list->begin(), list->end());
    for (const BatchSummary &summary : std::as_const(*list)) {
        const Result<BatchRecord> record = m_store->reader().batch(summary.batch);
        if (!record)
            return tl::unexpected(record.error());
        records.append(*record);
    }
    return recordExport({}, int(records.size()), formatName(format), key).map([&](const JournalSeal &seal) {
        return format == ExportFormat::Csv ? csvExport(records, seal) : jsonExport(records, seal);
    });
}

} // namespace curfew
