// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"

#include <QHash>
#include <QJsonObject>

namespace curfew {

//! Walks along the chain's events and checks who signed them. One key signs after the other: a key that admitted itself
//! behind the latest may follow it, and a key that was followed never signs again.
class SignatureCheck {
public:
    //! \param ownKey the profile's; empty where it isn't at hand: then the signatures are checked, not whose they are
    explicit SignatureCheck(QByteArray ownKey);

    //! \param event the next one, as \p body says it; \p headBefore the hash that it stands on
    [[nodiscard]] std::optional<JournalDamage> take(const QJsonObject &event, const QByteArray &body,
                                                    const QByteArray &headBefore);
    //! Once all events were taken.
    [[nodiscard]] std::optional<JournalDamage> conclude() const;
    //! Fills in what \p report says of signatures.
    void describe(VerifyReport &report) const;

private:
    //! What one key signed, from the event \p first on.
    struct Reign {
        QByteArray key;
        qint64 first = 0;
    };

    [[nodiscard]] std::optional<JournalDamage> takeKeyChange(const QJsonObject &event, const QByteArray &headBefore);
    [[nodiscard]] std::optional<JournalDamage> takeSignature(const QJsonObject &event, const QByteArray &body,
                                                             const QByteArray &headBefore);
    [[nodiscard]] QList<Reign>::const_iterator reignOf(const QByteArray &key) const;

    const QByteArray m_ownKey;
    QList<Reign> m_reigns;
    QSet<QByteArray> m_admitted; // what may follow the last of them
    QSet<QString> m_unsigned; // finished batches without a signature since
    QHash<QString, QByteArray> m_signed; // with which key
    qint64 m_signedEvents = 0; // those that the last signature covers
    qint64 m_vouchedEvents = 0; // those that the profile's own last one covers
};

} // namespace curfew
