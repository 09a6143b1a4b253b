// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session.h"

namespace curfew {

qsizetype Listing::tokenCount() const
{
    qsizetype count = 0;
    for (const Session &session : sessions)
        count += session.tokens.size();
    return count;
}

const Session *Listing::sessionOf(const Fingerprint &fingerprint) const
{
    for (const Session &session : sessions) {
        for (const ListedToken &listed : session.tokens) {
            if (!listed.token.isNull() && listed.token.fingerprint() == fingerprint)
                return &session;
        }
    }
    return nullptr;
}

} // namespace curfew
