// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "outcome.h"
#include "session.h"

#include <QSet>
#include <QString>

namespace curfew {

//! What a second listing shows of the tokens of a first one.
class ListingProof {
public:
    enum class AnchorState { Unknown, Alive };

    //! \param anchorState what an introspection of the anchor said at the same time; a listing that shows the anchor
    //! itself needs none. Without a living anchor, or when it is another person's, every sight is Unseen.
    ListingProof(const QString &uid, const QString &sub, const Listing &after, const Fingerprint &anchor,
                 AnchorState anchorState);

    [[nodiscard]] Sight sightOf(const Fingerprint &fingerprint) const;

    //! Whether \p listing shows the anchor, so that no introspection is needed.
    [[nodiscard]] static bool shows(const Listing &listing, const Fingerprint &anchor);

private:
    bool m_holds = false;
    QSet<Fingerprint> m_alive;
};

} // namespace curfew
