// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lookup.h"
#include "sessionrow.h"
#include "sessionsbackend.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace curfew {

//! What is known at one service about the person of a token: the listing and the token that it was made with, or, at a
//! service that can't list, the given tokens themselves.
class SessionLookUp : public QObject {
    Q_OBJECT

public:
    enum class Phase { Nothing, Reading, Shown, Failed };

    explicit SessionLookUp(const SessionsBackend &backend, QObject *parent = nullptr);

    [[nodiscard]] bool isListing() const { return m_backend.descriptor.lists(); }
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] int revision() const { return m_revision; } //!< grows when there are other rows to show
    [[nodiscard]] bool isReading() const { return m_reading; } //!< also while an older list is still shown
    [[nodiscard]] const Listing &listing() const { return m_listing; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; } //!< of the last reading
    [[nodiscard]] QString person() const; //!< the service's word, else the token's own claim; may be empty
    [[nodiscard]] bool isPersonChecked() const; //!< the service's word
    [[nodiscard]] bool contradictsToken() const; //!< and the operator hasn't chosen yet
    [[nodiscard]] QString claimedPerson() const { return m_claimed; }
    [[nodiscard]] bool hasAnchor() const { return !m_given.isEmpty(); }
    [[nodiscard]] Fingerprint anchor() const;
    [[nodiscard]] std::chrono::seconds age() const;
    [[nodiscard]] QList<SessionRow> rows() const;
    [[nodiscard]] RevocationPlan plan(const Selection &selection) const;

    void start(const LookUp &lookUp);
    //! Reads again. \p done is called once the answer is there, unless something newer was asked for.
    void again(std::function<void()> done = {});
    void acceptPerson(); //!< the operator trusts the service's word
    void forget(); //!< wipes everything; an answer that is still out is dropped
    [[nodiscard]] qsizetype newSessions() const { return m_new.size(); } //!< since the reading before

Q_SIGNALS:
    void changed();
    void tokenLooked(const curfew::Fingerprint &fingerprint); //!< its row's state may differ now

private:
    void readList(std::function<void()> done);
    void takeList(Result<Listing> listing);
    void showTokens();
    void lookAtNext(int asked);

    const SessionsBackend &m_backend;
    Phase m_phase = Phase::Nothing;
    QList<LookUp::Given> m_given;
    Listing m_listing;
    QHash<Fingerprint, Sight> m_sights; // of given tokens
    QSet<QString> m_new;
    std::optional<Error> m_error;
    QString m_claimed;
    QStringList m_identities;
    QString m_lookedUser;
    bool m_personAccepted = false;
    bool m_reading = false;
    int m_revision = 0;
    int m_asked = 0; // answers to older questions are dropped
    qsizetype m_nextLook = 0;
    qsizetype m_looksOut = 0;
    std::function<void()> m_done;
};

} // namespace curfew
