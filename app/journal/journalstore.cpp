// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalstore.h"

#include "fingerprint.h"
#include "journalverifier.h"
#include "timetext.h"

#include <sodium.h>

namespace curfew {

using namespace Qt::StringLiterals;

// Whatever a caller mixes up, a token can't enter by a field that only ever holds a fingerprint.
static Result<> refuseTokens(const QList<JournalItem> &items)
{
    const auto isFingerprint = [](const QString &text) {
        return text.isEmpty() || !Fingerprint::fromString(text).isNull();
    };
    for (const JournalItem &item : items) {
        if (!isFingerprint(item.fingerprint) || (item.target == Target::Token && !isFingerprint(item.targetId)))
            return failure(ErrorKind::InvalidInput, u"an item's token is not named by its fingerprint"_s);
    }
    return {};
}

Result<std::unique_ptr<JournalStore>> JournalStore::open(const QString &path, JournalAuthor author,
                                                         Journal::Clock clock)
{
    if (sodium_init() < 0)
        return failure(ErrorKind::JournalFailed, u"no random numbers"_s);
    auto database = std::make_unique<JournalDatabase>();
    if (Result<> opened = database->open(path); !opened)
        return tl::unexpected(opened.error());
    return std::unique_ptr<JournalStore>(new JournalStore(std::move(database), std::move(author), std::move(clock)));
}

JournalStore::JournalStore(std::unique_ptr<JournalDatabase> database, JournalAuthor author, Journal::Clock clock)
    : m_database(std::move(database))
    , m_author(std::move(author))
    , m_clock(std::move(clock))
    , m_chain(*m_database)
    , m_personal(*m_database)
    , m_projection(*m_database)
    , m_reader(*m_database)
    , m_batchExists(*m_database, u"SELECT 1 FROM batches WHERE id = ?"_s)
    , m_lastSignature(*m_database,
                      u"SELECT json_extract(CAST(body AS TEXT), '$.key') FROM events WHERE "
                      "json_extract(CAST(body AS TEXT), '$.event') IN ('batch_signed', 'journal_signed') "
                      "ORDER BY number DESC LIMIT 1"_s)
{
}

QJsonObject JournalStore::stamped(QJsonObject event) const
{
    event.insert(u"at"_s, toRfc3339(m_clock()));
    event.insert(u"version"_s, m_author.version);
    return event;
}

Result<qint64> JournalStore::append(const QJsonObject &event)
{
    return appendStamped(stamped(event));
}

Result<qint64> JournalStore::appendStamped(QJsonObject event)
{
    return m_chain.append(event).and_then([&](qint64 number) {
        event.insert(u"number"_s, number);
        return m_projection.apply(event).map([number] { return number; });
    });
}

Result<qint64> JournalStore::nextNumber()
{
    return m_chain.head().map([](const ChainHead &head) { return head.number + 1; });
}

Result<QString> JournalStore::freeBatchId()
{
    const QString time = m_clock().toUTC().toString(u"yyyyMMdd-HHmmss"_s);
    for (int attempt = 0; attempt < 100; ++attempt) {
        const QString id = u"%1-%2"_s.arg(time).arg(randombytes_uniform(0x10000), 4, 16, '0'_L1);
        const Result<bool> taken = m_batchExists.run({id}).and_then([this] { return m_batchExists.next(); });
        m_batchExists.finish();
        if (!taken)
            return tl::unexpected(taken.error());
        if (!*taken)
            return id;
    }
    return failure(ErrorKind::JournalFailed, u"no id is free for another batch in this second"_s);
}

Result<PersonalHashes> JournalStore::keepPersonal(const BatchIntent &intent)
{
    const Result<qint64> event = nextNumber();
    if (!event)
        return tl::unexpected(event.error());
    PersonalHashes hashes;
    const std::pair<QString *, QString> values[] = {
        {&hashes.operatorName, intent.operatorName.isEmpty() ? m_author.operatorName : intent.operatorName},
        {&hashes.user, intent.user},
        {&hashes.ticket, intent.ticket},
        {&hashes.reason, intent.reason}};
    for (const auto &[hash, value] : values) {
        const Result<QString> kept = m_personal.keep(*event, value);
        if (!kept)
            return tl::unexpected(kept.error());
        *hash = *kept;
    }
    return hashes;
}

Result<> JournalStore::appendOpened(const QString &batch, const BatchIntent &intent)
{
    return keepPersonal(intent)
        .and_then([&](const PersonalHashes &personal) { return append(batchOpenedEvent(batch, intent, personal)); })
        .map([](qint64) {});
}

Result<QList<ItemHashes>> JournalStore::keepItems(const QList<JournalItem> &items)
{
    const Result<qint64> event = nextNumber();
    if (!event)
        return tl::unexpected(event.error());
    QHash<QString, QString> sessions;
    QList<ItemHashes> hashes;
    for (const JournalItem &item : items) {
        const Result<QString> person = m_personal.keep(*event, item.target == Target::User ? item.targetId : QString());
        const Result<QString> session =
            sessions.contains(item.session) ? sessions.value(item.session) : m_personal.keep(*event, item.session);
        if (!person || !session)
            return tl::unexpected(person ? session.error() : person.error());
        sessions.insert(item.session, *session);
        hashes.append({*person, *session});
    }
    return hashes;
}

Result<> JournalStore::appendItems(const QString &batch, const BatchIntent &intent)
{
    const QList<JournalItem> &items = intent.items;
    for (qsizetype first = 0; first < items.size(); first += itemsPerEvent) {
        const QList<JournalItem> part = items.mid(first, itemsPerEvent);
        const Result<qint64> appended = keepItems(part).and_then([&](const QList<ItemHashes> &hashes) {
            return append(batchItemsEvent(batch, first, part, hashes, intent.seenAlive));
        });
        if (!appended)
            return tl::unexpected(appended.error());
    }
    return {};
}

Result<QString> JournalStore::openBatch(const BatchIntent &intent)
{
    if (Result<> refused = refuseTokens(intent.items); !refused)
        return tl::unexpected(refused.error());
    return m_database->transaction([&] {
        return freeBatchId().and_then([&](const QString &id) {
            return appendOpened(id, intent).and_then([&] { return appendItems(id, intent); }).map([&] { return id; });
        });
    });
}

Result<> JournalStore::resumeBatch(const BatchRecord &known)
{
    const QString &batch = known.summary.batch;
    return m_database->transaction([&] {
        return m_reader.batch(batch)
            .and_then([&](const BatchRecord &now) -> Result<> {
                if (now.items != known.items)
                    return failure(ErrorKind::JournalFailed, u"the batch was continued elsewhere meanwhile"_s);
                return {};
            })
            .and_then([this] { return keepPersonal({}); })
            .and_then([&](const PersonalHashes &personal) { return append(batchResumedEvent(batch, personal)); })
            .map([](qint64) {});
    });
}

Result<> JournalStore::markSending(const QString &batch, const QList<SendingItem> &group)
{
    if (group.isEmpty())
        return {};
    return m_database->transaction([&] { return append(sendingEvent(batch, group)).map([](qint64) {}); });
}

// An issuer's words may name the person, or where they are.
Result<QStringList> JournalStore::keepWords(const QList<PendingOutcome> &outcomes)
{
    const Result<qint64> event = nextNumber();
    if (!event)
        return tl::unexpected(event.error());
    QStringList hashes;
    for (const PendingOutcome &outcome : outcomes) {
        const Result<QString> hash = m_personal.keep(*event, outcome.result.message);
        if (!hash)
            return tl::unexpected(hash.error());
        hashes.append(*hash);
    }
    return hashes;
}

Result<> JournalStore::storeOutcomes(const QList<PendingOutcome> &outcomes)
{
    if (outcomes.isEmpty())
        return {};
    QMap<QString, QList<PendingOutcome>> byBatch;
    for (const PendingOutcome &outcome : outcomes)
        byBatch[outcome.batch].append(outcome);
    return m_database->transaction([&]() -> Result<> {
        for (auto it = byBatch.cbegin(); it != byBatch.cend(); ++it) {
            const Result<QStringList> words = keepWords(it.value());
            if (!words)
                return tl::unexpected(words.error());
            if (Result<qint64> appended = append(outcomesEvent(it.key(), it.value(), *words)); !appended)
                return tl::unexpected(appended.error());
        }
        return {};
    });
}

Result<> JournalStore::finishBatch(const QString &batch)
{
    return m_database->transaction([&] { return append(batchFinishedEvent(batch)).map([](qint64) {}); });
}

Result<> JournalStore::sign(const QString &batch, const SigningKey &key)
{
    return m_database->transaction([&] {
        return m_chain.head()
            .and_then([&](const ChainHead &head) {
                const QJsonObject event = stamped(signedEvent(batch, key.publicKey()));
                const QByteArray text = signedText(head.hash, eventBody(event, head.number + 1));
                return appendStamped(withSignature(event, key.sign(text)));
            })
            .map([](qint64) {});
    });
}

Result<QByteArray> JournalStore::lastSigningKey()
{
    const Result<bool> found = m_lastSignature.run().and_then([this] { return m_lastSignature.next(); });
    const QString key = found && *found ? m_lastSignature.text(0) : QString();
    m_lastSignature.finish();
    return found.map([&](bool) { return QByteArray::fromHex(key.toLatin1()); });
}

Result<std::optional<KeyChange>> JournalStore::admitKey(const SigningKey &key)
{
    return m_database->transaction([&]() -> Result<std::optional<KeyChange>> {
        const Result<QByteArray> earlier = lastSigningKey();
        if (!earlier)
            return tl::unexpected(earlier.error());
        if (earlier->isEmpty())
            return std::nullopt;
        const Result<PersonalHashes> personal = keepPersonal({});
        const Result<ChainHead> head = m_chain.head();
        if (!personal || !head)
            return tl::unexpected(personal ? head.error() : personal.error());
        const QByteArray signature = key.sign(keyChangeText(head->number, head->hash, *earlier));
        return append(keyChangedEvent(*earlier, key.publicKey(), signature, *personal)).map([&](qint64) {
            return std::optional(KeyChange{keyFingerprint(*earlier), keyFingerprint(key.publicKey())});
        });
    });
}

Result<Erasure> JournalStore::erase(const QDateTime &time)
{
    JournalStatement erase(*m_database,
                           u"DELETE FROM personal WHERE event IN "
                           "(SELECT number FROM events WHERE json_extract(CAST(body AS TEXT), '$.at') < ?)"_s);
    const QString before = toRfc3339(time);
    const Result<qint64> deleted = m_database->transaction([&] {
        return erase.run({before}).and_then([&]() -> Result<qint64> {
            const int values = erase.changedRows();
            return keepPersonal({})
                .and_then(
                    [&](const PersonalHashes &personal) { return append(erasureEvent(before, values, personal)); })
                .map([values](qint64) { return qint64(values); });
        });
    });
    // The pages as they were stand in the log beside the file until it is written back.
    return deleted.map([this](qint64 count) {
        const Result<> emptied = m_database->emptyLog();
        return Erasure{count, emptied ? std::nullopt : std::optional(emptied.error())};
    });
}

Result<> JournalStore::record(const JournalEvent &event)
{
    BatchIntent who;
    who.user = event.user;
    return m_database->transaction([&] {
        return keepPersonal(who)
            .and_then([&](const PersonalHashes &personal) { return append(otherEvent(event, personal)); })
            .map([](qint64) {});
    });
}

Result<VerifyReport> JournalStore::verify(const VerifyAgainst &against) const
{
    return JournalVerifier(*m_database, against).verify();
}

Result<JournalSeal> JournalStore::seal()
{
    const Result<ChainHead> head = m_chain.head();
    const Result<QByteArray> key = lastSigningKey();
    if (!head || !key)
        return tl::unexpected(head ? key.error() : head.error());
    return JournalSeal{head->number, head->hash, key->isEmpty() ? QString() : keyFingerprint(*key)};
}

} // namespace curfew
