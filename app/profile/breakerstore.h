// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonfile.h"

#include <QDateTime>
#include <QList>

#include <functional>
#include <optional>

namespace curfew {

class Profile;

//! An open breaker: this issuer refused this client, and nothing more is sent for it.
struct BreakerState {
    QString issuer; //!< Issuer::name
    QString clientId;
    QDateTime openedAt; //!< UTC
    std::optional<QDateTime> lockedUntil; //!< when the issuer's lock is known to end; it doesn't close the breaker
    QString detail; //!< the issuer's words, redacted
    int httpStatus = 0;

    bool operator==(const BreakerState &) const = default;
};

//! The breakers of a profile, in breakers.json, so that they survive a restart and hold for console and command line
//! alike. Every call reads the file anew. A file that can't be read is an error and never counts as "closed".
class BreakerStore {
public:
    explicit BreakerStore(const Profile &profile);

    //! \return nothing when the breaker of \p clientId at \p issuer is closed
    [[nodiscard]] Result<std::optional<BreakerState>> find(const QString &issuer, const QString &clientId) const;
    [[nodiscard]] Result<QList<BreakerState>> openBreakers() const;

    //! Opens a breaker; times are kept in whole seconds. One that is open already keeps the time of its first opening.
    [[nodiscard]] Result<> trip(const BreakerState &state);
    //! Closes a breaker, open or not: the secret was replaced, or one more try succeeded.
    [[nodiscard]] Result<> close(const QString &issuer, const QString &clientId);
    [[nodiscard]] Result<> closeAll(const QString &issuer); //!< for an issuer that is removed

private:
    [[nodiscard]] Result<> edit(const std::function<void(QList<BreakerState> &)> &change);

    JsonFile m_file;
};

} // namespace curfew
