// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicebehaviour.h"
#include "practiceclient.h"
#include "practiceform.h"
#include "practicemessage.h"

#include <QFlags>
#include <QHash>

namespace curfew {

//! How a client may prove itself at an endpoint.
enum class PracticeScheme {
    Basic = 1, //!< RFC 6749 section 2.3.1, in the header
    Body = 2, //!< the same, `client_id` and `client_secret` in the body
    Bearer = 4, //!< an access token of a client-credentials grant (RFC 6750)
    Public = 8 //!< no proof: `client_id` alone, of a client that has no secret
};
Q_DECLARE_FLAGS(PracticeSchemes, PracticeScheme)
Q_DECLARE_OPERATORS_FOR_FLAGS(PracticeSchemes)

//! Why a client was not let in; each provider has its own words for it.
struct PracticeRefusal {
    enum class Reason {
        Malformed, //!< two proofs at once, or one that can't be read: nobody's credential was tried
        Client, //!< unknown, no proof, a wrong one, or one of a kind that this endpoint doesn't take
        Locked,
        Bearer //!< the bearer token is not, or no longer, one
    };
    Reason reason = Reason::Client;
    QString description;
};

//! Authenticates clients, and locks a client id out after too many failures by anyone.
class PracticeDoor {
public:
    explicit PracticeDoor(QList<PracticeClient> clients);

    [[nodiscard]] const QList<PracticeClient> &clients() const { return m_clients; }
    [[nodiscard]] const PracticeClient *client(const QString &id) const; //!< nullptr when there is none
    void setSecret(const QString &clientId, const QByteArray &secret); //!< rotates it; a lock stays

    using Admission = tl::expected<QString, PracticeRefusal>;
    //! \return the id of the client that \p request proves to come from
    [[nodiscard]] Admission admit(const PracticeRequest &request, const PracticeForm &form, PracticeSchemes schemes,
                                  const PracticeTokens &tokens, const PracticeBehaviour &behaviour,
                                  const QDateTime &now);

    [[nodiscard]] int failures() const { return m_failures; } //!< refused authentications since the start
    [[nodiscard]] bool isLocked(const QString &clientId, const QDateTime &now) const;
    void lock(const QString &clientId, const QDateTime &until) { m_locks[clientId].until = until; }

private:
    struct Lock {
        int failuresInARow = 0;
        QDateTime until;
    };

    Admission admitByHeader(const QByteArray &authorization, PracticeSchemes schemes, const PracticeTokens &tokens,
                            const PracticeBehaviour &behaviour, const QDateTime &now);
    Admission admitByBody(const PracticeForm &form, PracticeSchemes schemes, const PracticeBehaviour &behaviour,
                          const QDateTime &now);
    Admission checkSecret(const QString &id, const QByteArray &secret, const PracticeBehaviour &behaviour,
                          const QDateTime &now);
    tl::unexpected<PracticeRefusal> refuse(const QString &description);

    QList<PracticeClient> m_clients;
    QHash<QString, Lock> m_locks;
    int m_failures = 0;
};

} // namespace curfew
