// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalevents.h"

#include "journaltext.h"
#include "signingkey.h"
#include "timetext.h"

#include <QJsonArray>

namespace curfew {

using namespace Qt::StringLiterals;

static void addText(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, journalText(text));
}

static void addNumber(QJsonObject &object, const QString &key, int number)
{
    if (number > 0)
        object.insert(key, number);
}

static void addPersonal(QJsonObject &event, const PersonalHashes &personal)
{
    QJsonObject hashes;
    addText(hashes, u"operator"_s, personal.operatorName);
    addText(hashes, u"user"_s, personal.user);
    addText(hashes, u"ticket"_s, personal.ticket);
    addText(hashes, u"reason"_s, personal.reason);
    event.insert(u"personal"_s, hashes);
}

QJsonObject batchOpenedEvent(const QString &batch, const BatchIntent &intent, const PersonalHashes &personal)
{
    QJsonObject event{{u"event"_s, u"batch_opened"_s}, {u"batch"_s, batch}, {u"items"_s, intent.items.size()}};
    addText(event, u"issuer"_s, intent.issuer);
    addText(event, u"url"_s, intent.origin.url);
    addText(event, u"client"_s, intent.origin.client);
    addText(event, u"anchor"_s, intent.origin.anchor);
    addPersonal(event, personal);
    return event;
}

static QJsonObject itemObject(const JournalItem &item, const ItemHashes &hashes, Sight seen)
{
    QJsonObject object{{u"target"_s, targetName(item.target)}, {u"action"_s, actionName(item.action)}};
    if (item.target == Target::User)
        addText(object, u"person"_s, hashes.person);
    else
        addText(object, u"target_id"_s, item.targetId);
    addText(object, u"fingerprint"_s, item.fingerprint);
    addText(object, u"session_hash"_s, hashes.session);
    addText(object, u"client"_s, item.clientId);
    if (seen != Sight::Unseen)
        object.insert(u"seen"_s, sightName(seen));
    return object;
}

QJsonObject batchItemsEvent(const QString &batch, qsizetype first, const QList<JournalItem> &items,
                            const QList<ItemHashes> &hashes, const QSet<qsizetype> &seenAlive)
{
    QJsonArray array;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const Sight seen = seenAlive.contains(first + i) ? Sight::Alive : Sight::Unseen;
        array.append(itemObject(items.at(i), hashes.at(i), seen));
    }
    return {{u"event"_s, u"batch_items"_s}, {u"batch"_s, batch}, {u"first"_s, first}, {u"items"_s, array}};
}

QJsonObject sendingEvent(const QString &batch, const QList<SendingItem> &group)
{
    QJsonArray array;
    for (const SendingItem &item : group)
        array.append(QJsonObject{{u"item"_s, item.index}, {u"seen"_s, sightName(item.seenBefore)}});
    return {{u"event"_s, u"sending"_s}, {u"batch"_s, batch}, {u"items"_s, array}};
}

QJsonObject outcomesEvent(const QString &batch, const QList<PendingOutcome> &outcomes, const QStringList &words)
{
    QJsonArray array;
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        const ItemResult &result = outcomes.at(i).result;
        QJsonObject object{{u"item"_s, outcomes.at(i).index}, {u"outcome"_s, outcomeName(result.outcome)}};
        addText(object, u"verified_by"_s, verifiedByName(result.verifiedBy));
        addNumber(object, u"http_status"_s, result.httpStatus);
        addNumber(object, u"attempts"_s, result.attempts);
        addText(object, u"may_work_until"_s, result.mayWorkUntil ? toRfc3339(*result.mayWorkUntil) : QString());
        addText(object, u"words"_s, words.at(i));
        array.append(object);
    }
    return {{u"event"_s, u"outcomes"_s}, {u"batch"_s, batch}, {u"items"_s, array}};
}

QJsonObject batchFinishedEvent(const QString &batch)
{
    return {{u"event"_s, u"batch_finished"_s}, {u"batch"_s, batch}};
}

static QString hexText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray bytesIn(const QJsonObject &event, QLatin1StringView key)
{
    return QByteArray::fromHex(event.value(key).toString().toLatin1());
}

QJsonObject signedEvent(const QString &batch, const QByteArray &publicKey)
{
    QJsonObject event{{u"event"_s, batch.isEmpty() ? u"journal_signed"_s : u"batch_signed"_s},
                      {u"key"_s, hexText(publicKey)},
                      {u"signature"_s, QString()}};
    addText(event, u"batch"_s, batch);
    return event;
}

QJsonObject withSignature(QJsonObject event, const QByteArray &signature)
{
    event.insert(u"signature"_s, hexText(signature));
    return event;
}

QByteArray withoutSignature(QByteArray body, const QByteArray &signature)
{
    return body.replace("\"signature\":\"" + signature.toHex() + '"', "\"signature\":\"\"");
}

QJsonObject keyChangedEvent(const QByteArray &earlierKey, const QByteArray &key, const QByteArray &signature,
                            const PersonalHashes &personal)
{
    JournalEvent change;
    change.kind = JournalEventKind::SigningKeyChanged;
    change.detail = u"from %1 to %2"_s.arg(keyFingerprint(earlierKey), keyFingerprint(key));
    QJsonObject event = otherEvent(change, personal);
    event.insert(u"earlier_key"_s, hexText(earlierKey));
    event.insert(u"key"_s, hexText(key));
    event.insert(u"signature"_s, hexText(signature));
    return event;
}

QJsonObject batchResumedEvent(const QString &batch, const PersonalHashes &personal)
{
    QJsonObject event{{u"event"_s, u"batch_resumed"_s}, {u"batch"_s, batch}};
    addPersonal(event, personal);
    return event;
}

static QString erasureText(const QString &before)
{
    return u"before "_s + before;
}

QJsonObject erasureEvent(const QString &before, int values, const PersonalHashes &personal)
{
    return otherEvent({JournalEventKind::Erasure, {}, {}, values, erasureText(before)}, personal);
}

QString erasedBefore(const QJsonObject &event)
{
    if (event.value("event"_L1).toString() != journalEventName(JournalEventKind::Erasure))
        return {};
    return event.value("detail"_L1).toString().mid(erasureText({}).size());
}

QJsonObject otherEvent(const JournalEvent &event, const PersonalHashes &personal)
{
    QJsonObject object{{u"event"_s, journalEventName(event.kind)}};
    addText(object, u"issuer"_s, event.issuer);
    addText(object, u"detail"_s, event.detail);
    if (event.count >= 0)
        object.insert(u"count"_s, event.count);
    addPersonal(object, personal);
    return object;
}

QStringList personalHashesOf(const QJsonObject &event)
{
    QStringList hashes;
    const QJsonObject personal = event.value("personal"_L1).toObject();
    for (const QJsonValue &hash : personal)
        hashes.append(hash.toString());
    const QJsonArray items = event.value("items"_L1).toArray();
    for (const QJsonValue &item : items) {
        for (const QLatin1StringView key : {"person"_L1, "session_hash"_L1, "words"_L1}) {
            if (const QJsonValue hash = item[key]; hash.isString())
                hashes.append(hash.toString());
        }
    }
    hashes.removeDuplicates(); // many tokens of one session
    return hashes;
}

BatchOrigin originIn(const QJsonObject &event)
{
    return {event.value("url"_L1).toString(), event.value("client"_L1).toString(), event.value("anchor"_L1).toString()};
}

QString sightName(Sight sight)
{
    switch (sight) {
    case Sight::Unseen:
        return u"unseen"_s;
    case Sight::Alive:
        return u"alive"_s;
    case Sight::Inactive:
        return u"inactive"_s;
    }
    Q_UNREACHABLE();
}

Sight sightFromName(QStringView name)
{
    if (name == "alive"_L1)
        return Sight::Alive;
    return name == "inactive"_L1 ? Sight::Inactive : Sight::Unseen;
}

} // namespace curfew
