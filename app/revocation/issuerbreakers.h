// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "breakerstore.h"
#include "issuer.h"
#include "journalrecord.h"

#include <QElapsedTimer>
#include <QObject>

#include <chrono>

namespace curfew {

class HttpChannel;
class Journal;

//! The breakers of one issuer's clients: what its channel hears opens them, the profile keeps them, the journal is
//! told.
class IssuerBreakers final : public QObject {
    Q_OBJECT

public:
    //! \p lockOut is how long the issuer is known to lock a client; 0 when it doesn't say. All but \p lockOut must
    //! outlive it.
    IssuerBreakers(const Issuer &issuer, std::chrono::seconds lockOut, HttpChannel &channel, BreakerStore &store,
                   Journal &journal, QObject *parent);

    //! \return nothing when the breaker of \p clientId is closed
    [[nodiscard]] Result<std::optional<BreakerState>> find(const QString &clientId) const;
    [[nodiscard]] QStringList openClients() const; //!< those whose state can't be read among them

    void holdBack(const QString &clientId); //!< the channel sends nothing more for it
    //! Holds back every client whose breaker another program of this profile opened meanwhile. Looks five times a
    //! second at most.
    void heed();
    void letThrough(const QString &clientId); //!< the channel sends for it again; an open breaker stays open
    [[nodiscard]] Result<> close(const QString &clientId);

Q_SIGNALS:
    //! A breaker was opened or closed, and the profile or the journal could not keep that.
    void notKept(const curfew::Error &error);

private:
    void trip(const QString &clientId, const Error &error);
    void note(JournalEventKind kind, const QString &clientId);

    const Issuer &m_issuer;
    std::chrono::seconds m_lockOut;
    HttpChannel &m_channel;
    BreakerStore &m_store;
    Journal &m_journal;
    QElapsedTimer m_heeded;
};

} // namespace curfew
