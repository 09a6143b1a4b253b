// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "error.h"
#include "outcome.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace curfew {

//! One thing that a batch intends to do. Never holds a token: a token is named by its fingerprint.
struct JournalItem {
    Target target = Target::Token;
    QString targetId; //!< a token's fingerprint (empty: no usable token), a session's id, or a user's name
    Action action = Action::Revoke;
    QString fingerprint; //!< 16 hex digits; empty when no token is involved
    QString session; //!< id of the session that the target belongs to; may be empty. Personal
    QString clientId; //!< the client whose credential is used; may be empty

    bool operator==(const JournalItem &) const = default;
};

//! What a batch of tokens was begun with: whoever carries it on must see the same, since another server, or another
//! client at the same one, doesn't know those tokens and calls them inactive.
struct BatchOrigin {
    QString url; //!< the issuer's address; empty for a batch about a person
    QString client; //!< the client whose credential ends what names none; empty where the issuer has no client
    QString anchor; //!< fingerprint of the token whose listing the plan was made from; empty: it was made from tokens

    bool operator==(const BatchOrigin &) const = default;
};

//! What is about to be done, before anything is sent.
struct BatchIntent {
    QString issuer; //!< the issuer's name in the profile
    QString user; //!< whose access ends; empty when unknown. Personal
    QString operatorName; //!< empty: the name that the journal was given. Personal
    QString reason; //!< Personal
    QString ticket; //!< Personal
    QList<JournalItem> items;
    QSet<qsizetype> seenAlive = {}; //!< positions of items that a listing showed: resumed, they can still be proven
    BatchOrigin origin = {};
};

//! One item of a group that is about to be sent, and what the look before said of it.
struct SendingItem {
    qsizetype index = 0; //!< position in BatchIntent::items
    Sight seenBefore = Sight::Unseen; //!< Alive lets a resumed item still be proven

    bool operator==(const SendingItem &) const = default;
};

//! How one item ended.
struct ItemResult {
    Outcome outcome = Outcome::Unknown;
    VerifiedBy verifiedBy = VerifiedBy::Nothing;
    int httpStatus = 0; //!< of the action's last answer; 0: none
    int attempts = 0; //!< requests made for the action itself
    std::optional<QDateTime> mayWorkUntil; //!< UTC
    QString message; //!< the other side's words or ours; never holds a token. Personal

    bool operator==(const ItemResult &) const = default;
};

//! One item as the journal knows it.
struct ItemRecord {
    JournalItem item;
    ItemState state = ItemState::Planned;
    Sight seenBefore = Sight::Unseen;
    std::optional<ItemResult> result; //!< present exactly when state is Done

    bool operator==(const ItemRecord &) const = default;
};

//! One batch in a list. A personal value is empty when none was given and when it was erased.
struct BatchSummary {
    QString batch; //!< the batch's id; empty where nothing was journaled
    QDateTime startedAt; //!< UTC
    std::optional<QDateTime> finishedAt; //!< UTC; absent: running in some Curfew, or interrupted by a crash
    QString operatorName;
    QString issuer;
    QString user;
    QString ticket;
    QString reason;
    bool erased = false; //!< at least one personal value was deleted (retention)
    QMap<QString, int> counts; //!< by itemStatusName(): only what occurs
    bool running = false; //!< some Curfew, this one or another, is at it now

    bool operator==(const BatchSummary &) const = default;
};

//! One batch with all its items, in the intent's order.
struct BatchRecord {
    BatchSummary summary;
    QList<ItemRecord> items;
    BatchOrigin origin = {};

    bool operator==(const BatchRecord &) const = default;
};

//! What is journaled besides batches.
enum class JournalEventKind {
    Lookup,
    Export, //!< exportBatch() and exportAll() record it themselves
    IssuerAdded,
    IssuerChanged,
    IssuerRemoved,
    CredentialStored,
    CredentialRemoved,
    DescriptorLoaded,
    BreakerOpened,
    BreakerClosed,
    Verification, //!< verify() records it itself
    Erasure,
    SigningKeyChanged, //!< admitKey() records it itself
    AccountProtected, //!< it has to be typed from now on before anything of it is ended
    AccountUnprotected,
};

//! One such event; the journal adds time, operator and the program's version.
struct JournalEvent {
    JournalEventKind kind = JournalEventKind::Lookup;
    QString issuer; //!< empty when none is concerned
    QString user; //!< the person looked up, or the protected name; empty when none. Personal
    int count = -1; //!< how many rows, batches or values; negative: nothing was counted
    QString detail; //!< a client id, a descriptor's hash, a file format; nothing personal, never a token

    bool operator==(const JournalEvent &) const = default;
};

//! What an erasure did.
struct Erasure {
    qint64 values = 0; //!< deleted personal values
    std::optional<Error> leftOnDisk; //!< why they, or some deleted before, can still be read in the file or its log

    bool operator==(const Erasure &) const = default;
};

enum class DamageKind {
    Edited,
    Removed,
    Reordered,
    Unreadable,
    Foreign, //!< signed, but neither with the profile's key nor with one that it replaced
};

//! The first damage that a verification met.
struct JournalDamage {
    qint64 event = 0; //!< number of the event concerned, from 1; 0: the file as a whole
    DamageKind kind = DamageKind::Edited;
    QString detail; //!< where it shows: the event itself, or a row derived from it

    bool operator==(const JournalDamage &) const = default;
};

//! What stands on an export, so that a later verification can be held against it.
struct JournalSeal {
    qint64 events = 0;
    QByteArray headHash; //!< 32 bytes
    QString signingKey; //!< keyFingerprint() of the last signature's key; empty where nothing was signed

    bool operator==(const JournalSeal &) const = default;
};

//! Names of keys, as keyFingerprint() gives them.
struct KeyChange {
    QString from; //!< what signed so far, and is no longer in the keychain
    QString to;

    bool operator==(const KeyChange &) const = default;
};

enum class ProfileKey {
    NotAtHand, //!< the keychain didn't say
    Missing, //!< the keychain works, and has no key for this profile
    AtHand,
};

//! What a verification is held against besides the file itself.
struct VerifyAgainst {
    QByteArray expectedHead; //!< hash of an event that must be in the chain: of an earlier export; empty: none
    ProfileKey profileKey = ProfileKey::NotAtHand;
    QByteArray publicKey; //!< the profile's own, which the latest signatures must be of; empty unless it is at hand
};

//! What a verification found. It shows changes by anyone who doesn't have the operator's keychain, no more.
struct VerifyReport {
    bool intact = false;
    qint64 events = 0; //!< events whose chain was found good
    qint64 erased = 0; //!< personal values that the events name and that a later erasure deleted: no damage
    QByteArray headHash; //!< 32 bytes: the hash of the last good event; all zero for an empty journal
    std::optional<JournalDamage> damage; //!< present exactly when not intact
    qint64 signedBatches = 0; //!< finished ones, with a good signature made at their end with the latest key
    qint64 earlierKeyBatches = 0; //!< the same with a key that was replaced since: by whom can't be checked any more
    qint64 unsignedBatches = 0; //!< finished ones without: no keychain was at hand, or the signature was taken out
    qint64 unsignedEvents = 0; //!< good ones after the last signature: whoever can write the file can chain them anew
    qint64 vouchedEvents =
        0; //!< those up to the last signature of the profile's own key: as they were, in spite of damage
    QStringList signingKeys; //!< keyFingerprint() of each key that signed, in the order of first use
    ProfileKey profileKey = ProfileKey::NotAtHand; //!< AtHand: the signatures were held against it

    bool operator==(const VerifyReport &) const = default;
};

//! Whether the keychain works and has no key for this profile, although the journal was signed: it was removed there,
//! or the profile was changed to look for another.
[[nodiscard]] bool isKeyMissing(const VerifyReport &report);

//! How an item ended as far as is known. Without a result it was never sent (Skipped), or was sent and its answer lost
//! (Unknown).
[[nodiscard]] Outcome outcomeOf(const ItemRecord &record);

//! What an item shows as: its outcome's name; without one, `planned` (never sent) or `unknown` (may have been sent).
[[nodiscard]] QString itemStatusName(const ItemRecord &record);

//! How many items show as what; only what occurs.
[[nodiscard]] QMap<QString, int> countItems(const QList<ItemRecord> &items);

[[nodiscard]] QString journalEventName(JournalEventKind kind); //!< `lookup`, `issuer_added`, …
[[nodiscard]] QString damageName(DamageKind kind); //!< `edited`, `removed`, `reordered`, `unreadable`, `foreign`

} // namespace curfew
