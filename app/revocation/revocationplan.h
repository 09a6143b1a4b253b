// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "declarativeprovider.h"
#include "journalrecord.h"
#include "outcome.h"
#include "session.h"

#include <QList>
#include <QSet>
#include <QString>

namespace curfew {

//! What the batch does with an item. All but ToEnd occur in a batch that is taken up again only.
enum class PlanPart {
    ToEnd,
    ToLookFirst, //!< its request may have left before: sent only where it isn't seen dead
    ToLook, //!< its request may have left before: ends only where it is seen dead, and is not sent
    SeenGone, //!< not sent: it was alive before, and a new listing by the living anchor no longer shows it
    Settled, //!< left as the journal has it: done, or its token was not given again
};

//! One target of a plan and what is known of it before anything is sent.
struct PlanItem {
    JournalItem record; //!< what the journal will say of it
    RevokeTarget target; //!< a null token: nothing can be sent
    std::optional<QDateTime> expiresAt; //!< UTC
    bool outlivesRevocation =
        false; //!< a JWT access token: resource servers that never introspect honour it until then
    bool expiredJwt = false; //!< a JWT past its `exp`, so that "inactive" says what it says
    bool isJwt = false;
    bool renews = false; //!< a refresh token: where anything ends a whole session, it does
    int cascade = 0; //!< items of one number may end together when one of them is ended; the others are sent after it
    bool anchorSession = false; //!< of the anchor's own session: ended last
    Sight seenBefore = Sight::Unseen; //!< Alive when a listing by a living anchor showed it
    QString skipReason; //!< not empty: never sent, and why
    PlanPart part = PlanPart::ToEnd;

    [[nodiscard]] bool isToBeSent() const
    {
        return skipReason.isEmpty() && (part == PlanPart::ToEnd || part == PlanPart::ToLookFirst);
    }
    [[nodiscard]] bool mayHaveBeenSent() const { return part == PlanPart::ToLookFirst || part == PlanPart::ToLook; }
    //! The issuer is asked something about it, at least.
    [[nodiscard]] bool isToBeAsked() const { return isToBeSent() || (skipReason.isEmpty() && mayHaveBeenSent()); }
};

//! Exactly what will be ended. The confirmation shows it; the batch sends it and nothing else.
struct RevocationPlan {
    QString issuer; //!< the configured issuer's name
    BatchOrigin origin;
    QString user; //!< empty when unknown
    Token anchor; //!< null for a plan made from tokens
    bool anchorListed = false; //!< the listing showed the anchor itself
    QString uid; //!< whose listing it was made from
    QString sub;
    QList<PlanItem> items;
    std::optional<BatchRecord> resumes; //!< the journaled batch that this continues, with the same items

    [[nodiscard]] qsizetype sessionCount() const; //!< distinct sessions; tokens without one count each
    [[nodiscard]] qsizetype sendableCount() const;
    [[nodiscard]] bool asksAnything() const;
    [[nodiscard]] std::optional<QDateTime> mayWorkUntil() const; //!< the latest expiry of what outlives a revocation
};

//! What the operator picked from a listing.
struct Selection {
    enum class Kind { All, Sessions, Tokens } kind = Kind::All;
    QSet<QString> sessions; //!< Session::id
    QSet<Fingerprint> tokens;
};

//! What the journal keeps of where a batch begins. \p anchor is null where no listing was made.
[[nodiscard]] BatchOrigin batchOrigin(const Issuer &issuer, const Token &anchor);

//! The plan that ends what \p selection names. \p anchor is the token that \p listing was made with.
[[nodiscard]] RevocationPlan planFromListing(const Issuer &issuer, const Listing &listing, const Token &anchor,
                                             const Selection &selection, const QDateTime &now);

//! The plan that ends \p targets; duplicates are folded. JWTs of one client and `sid` form a cascade where
//! \p descriptor says that one token ends its session.
[[nodiscard]] RevocationPlan planFromTokens(const Issuer &issuer, const ProviderDescriptor &descriptor,
                                            const QList<RevokeTarget> &targets, const QDateTime &now);

} // namespace curfew
