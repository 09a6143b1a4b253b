// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signaturecheck.h"

#include "journalevents.h"
#include "signingkey.h"

#include <algorithm>

namespace curfew {

using namespace Qt::StringLiterals;

static qint64 numberOf(const QJsonObject &event)
{
    return event.value("number"_L1).toInteger();
}

static JournalDamage edited(const QJsonObject &event, const QString &detail)
{
    return {numberOf(event), DamageKind::Edited, detail};
}

SignatureCheck::SignatureCheck(QByteArray ownKey)
    : m_ownKey(std::move(ownKey))
{
}

QList<SignatureCheck::Reign>::const_iterator SignatureCheck::reignOf(const QByteArray &key) const
{
    return std::find_if(m_reigns.cbegin(), m_reigns.cend(), [&](const Reign &reign) { return reign.key == key; });
}

std::optional<JournalDamage> SignatureCheck::take(const QJsonObject &event, const QByteArray &body,
                                                  const QByteArray &headBefore)
{
    const QString kind = event.value("event"_L1).toString();
    if (kind == "batch_finished"_L1)
        m_unsigned.insert(event.value("batch"_L1).toString());
    if (kind == journalEventName(JournalEventKind::SigningKeyChanged))
        return takeKeyChange(event, headBefore);
    if (kind == "batch_signed"_L1 || kind == "journal_signed"_L1)
        return takeSignature(event, body, headBefore);
    return std::nullopt;
}

// The new key says it itself, of the chain as it was: nobody else can say in its name what it replaced.
std::optional<JournalDamage> SignatureCheck::takeKeyChange(const QJsonObject &event, const QByteArray &headBefore)
{
    const QByteArray earlier = bytesIn(event, "earlier_key"_L1);
    const QByteArray key = bytesIn(event, "key"_L1);
    const QByteArray text = keyChangeText(numberOf(event) - 1, headBefore, earlier);
    if (!isSignedBy(key, text, bytesIn(event, "signature"_L1)))
        return edited(event, u"the change of keys is not signed with the new one"_s);
    if (!m_reigns.isEmpty() && m_reigns.constLast().key == earlier && reignOf(key) == m_reigns.cend())
        m_admitted.insert(key);
    return std::nullopt;
}

static JournalDamage foreign(qint64 event, const QByteArray &key)
{
    return {event, DamageKind::Foreign,
            u"it is signed with the key %1, which is neither this profile's nor one that it replaced"_s.arg(
                keyFingerprint(key))};
}

std::optional<JournalDamage> SignatureCheck::takeSignature(const QJsonObject &event, const QByteArray &body,
                                                           const QByteArray &headBefore)
{
    const QByteArray key = bytesIn(event, "key"_L1);
    const QByteArray signature = bytesIn(event, "signature"_L1);
    const bool whole = isSignedBy(key, signedText(headBefore, withoutSignature(body, signature)), signature);
    if (!whole && !isSignedBy(key, firstSignedText(numberOf(event) - 1, headBefore), signature))
        return edited(event, u"the signature is not of this event and those before it"_s);
    const bool follows = m_reigns.isEmpty() || m_admitted.contains(key);
    if (!follows && key != m_reigns.constLast().key) {
        // Where the profile's own key comes back, what signed meanwhile is the stranger.
        return key == m_ownKey ? foreign(m_reigns.constLast().first, m_reigns.constLast().key)
                               : foreign(numberOf(event), key);
    }
    if (follows) {
        m_reigns.append({key, numberOf(event)});
        m_admitted.clear();
    }
    m_signedEvents = whole ? numberOf(event) : numberOf(event) - 1;
    if (key == m_ownKey)
        m_vouchedEvents = m_signedEvents;
    if (const QString batch = event.value("batch"_L1).toString(); !batch.isEmpty()) {
        m_unsigned.remove(batch);
        m_signed.insert(batch, key);
    }
    return std::nullopt;
}

// Who admits a key of their own, behind the profile's or without it, leaves that key the last.
std::optional<JournalDamage> SignatureCheck::conclude() const
{
    if (m_ownKey.isEmpty() || m_reigns.isEmpty() || m_reigns.constLast().key == m_ownKey)
        return std::nullopt;
    if (m_admitted.contains(m_ownKey)) // made, and nothing signed with it yet
        return std::nullopt;
    const auto own = reignOf(m_ownKey);
    const Reign &stranger = own == m_reigns.cend() ? m_reigns.constFirst() : *std::next(own);
    return foreign(stranger.first, stranger.key);
}

void SignatureCheck::describe(VerifyReport &report) const
{
    report.unsignedEvents = report.events - m_signedEvents;
    report.vouchedEvents = m_vouchedEvents;
    report.unsignedBatches = m_unsigned.size();
    for (const Reign &reign : m_reigns)
        report.signingKeys.append(keyFingerprint(reign.key));
    const QByteArray latest = m_ownKey.isEmpty() && !m_reigns.isEmpty() ? m_reigns.constLast().key : m_ownKey;
    for (auto it = m_signed.cbegin(); it != m_signed.cend(); ++it) {
        if (!m_unsigned.contains(it.key())) // one that was taken up again needs a new one
            ++(it.value() == latest ? report.signedBatches : report.earlierKeyBatches);
    }
}

} // namespace curfew
