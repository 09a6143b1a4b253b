// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listingproof.h"

namespace curfew {

// The answer of a dead anchor may be an empty list, and names nobody: only a living anchor vouches for that.
static bool samePerson(const QString &before, const QString &after, bool empty)
{
    return before == after || (empty && after.isEmpty());
}

ListingProof::ListingProof(const QString &uid, const QString &sub, const Listing &after, const Fingerprint &anchor,
                           AnchorState anchorState)
{
    const bool empty = after.sessions.isEmpty();
    const bool sameAnswer = samePerson(uid, after.uid, empty) && samePerson(sub, after.sub, empty);
    m_holds = sameAnswer && (anchorState == AnchorState::Alive || shows(after, anchor));
    if (!m_holds)
        return;
    m_holds = after.warnings.isEmpty(); // any of ours may hide behind an element that could not be read
    for (const Session &session : after.sessions) {
        for (const ListedToken &listed : session.tokens) {
            if (listed.token.isNull())
                m_holds = false;
            else
                m_alive.insert(listed.token.fingerprint());
        }
    }
}

Sight ListingProof::sightOf(const Fingerprint &fingerprint) const
{
    if (m_alive.contains(fingerprint))
        return Sight::Alive;
    return m_holds ? Sight::Inactive : Sight::Unseen;
}

bool ListingProof::shows(const Listing &listing, const Fingerprint &anchor)
{
    return listing.sessionOf(anchor) != nullptr;
}

} // namespace curfew
