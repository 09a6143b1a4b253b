// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicecast.h"
#include "practicecontract.h"
#include "practicefaults.h"
#include "practicetenant.h"
#include "practiceusersession.h"

#include <memory>

namespace curfew {

//! One request that arrived, and the status it was answered with.
struct PracticeRecord {
    PracticeRequest request;
    PracticeEndpoint endpoint = PracticeEndpoint::Unknown;
    QDateTime arrivedAt; //!< UTC, by the issuer's clock
    int status = 0; //!< 0: no whole answer was meant to arrive
};

//! An answer and how it is to travel.
struct PracticeReply {
    PracticeAnswer answer;
    PracticeWire wire = PracticeWire::Whole;
    qint64 floodBytes = -1;
    std::chrono::milliseconds delay{0};
};

//! An issuer without a wire: its contract, its people and their tokens, the faults ordered, and what it was asked.
class PracticeIssuer {
public:
    //! \p origin is where it is reached, without a path; \p seed makes its tokens.
    PracticeIssuer(std::unique_ptr<PracticeContract> contract, const QUrl &origin, PracticeClock now, quint32 seed);

    [[nodiscard]] const QString &provider() const { return m_contract->provider(); }
    [[nodiscard]] const QUrl &url() const { return m_tenant.url; } //!< as configured: the origin, or the realm's URL
    [[nodiscard]] const PracticeApi *api() const { return m_contract->api(); } //!< nullptr when it offers none
    //! Where \p endpoint is, \p arguments (ids) put into its path.
    [[nodiscard]] QByteArray path(PracticeEndpoint endpoint, const QStringList &arguments = {}) const
    {
        return m_contract->path(endpoint, arguments);
    }

    //! What is switched for every request, and what for some.
    [[nodiscard]] PracticeBehaviour &behaviour() { return m_tenant.behaviour; }
    [[nodiscard]] PracticeFaults &faults() { return m_faults; }
    //! Sets what the provider documents (its descriptor's limits: SAP's 1000 a minute and 50 a second, 200 a minute for
    //! its directory); off until then. That SAP slows a directory's client down before it refuses is not played.
    void enforceDocumentedRates();

    //! One request from its arrival on: recorded, counted as in flight until left(), answered by pace, fault or
    //! contract.
    [[nodiscard]] PracticeReply receive(const PracticeRequest &request);
    void left() { --m_inFlight; } //!< the answer to one request is out, or its connection gone
    //! The same without a wire: nothing stays in flight.
    [[nodiscard]] PracticeAnswer answer(const PracticeRequest &request);

    //! \name Clients
    [[nodiscard]] const QList<PracticeClient> &clients() const { return m_tenant.door.clients(); }
    [[nodiscard]] QByteArray secretOf(const QString &clientId) const; //!< empty: unknown or public
    void setSecret(const QString &clientId, const QByteArray &secret) { m_tenant.door.setSecret(clientId, secret); }
    [[nodiscard]] bool isLocked(const QString &clientId) const;
    void lock(const QString &clientId); //!< as after too many failures

    //! \name People and tokens
    void admitCast(); //!< everybody of practicecast.h
    //! \return the tokens it gave out: access, refresh, then ID; none to a person who is disabled
    QList<PracticeToken> signIn(const PracticeVisit &visit);
    //! \p person enters \p clientId now, from a browser of theirs.
    //! \return the tokens, or the issuer's words for why not
    [[nodiscard]] tl::expected<QList<PracticeToken>, QString> signIn(const QString &person, const QString &clientId);
    [[nodiscard]] const PracticePerson *person(const QString &userName) const //!< nullptr when there is none
    {
        return m_tenant.people.byUserName(userName);
    }
    //! The living sessions of \p person that the issuer shows its administrators.
    [[nodiscard]] QList<PracticeUserSession> sessions(const QString &person, PracticeSession::Kind kind) const;
    //! \p count more sessions of \p person at \p clientId, each with \p accessTokens and a refresh token, each from an
    //! address of its own.
    //! \return all access and refresh tokens
    QList<QByteArray> addSessions(const QString &person, const QString &clientId, int count, int accessTokens = 1,
                                  PracticeToken::Form form = PracticeToken::Form::Opaque);
    [[nodiscard]] const PracticeTokens &tokens() const { return m_tenant.tokens; }
    //! Access and refresh tokens of \p person that work now, oldest session first; of everybody when empty.
    [[nodiscard]] QList<PracticeToken> aliveTokens(const QString &person = {}) const;
    [[nodiscard]] int aliveCount(const QString &person = {}) const { return int(aliveTokens(person).size()); }
    [[nodiscard]] bool isAlive(const QByteArray &token) const; //!< the truth, whatever the issuer says
    [[nodiscard]] bool isAlive(const Fingerprint &fingerprint) const;
    void end(const QByteArray &token) { m_tenant.tokens.end(token); } //!< behind everybody's back

    //! \name What it was asked
    [[nodiscard]] const QList<PracticeRecord> &record() const { return m_record; }
    [[nodiscard]] QList<PracticeRecord> record(PracticeEndpoint endpoint) const;
    [[nodiscard]] int count(PracticeEndpoint endpoint) const { return int(record(endpoint).size()); }
    [[nodiscard]] int failedAuthentications() const { return m_tenant.door.failures(); }
    [[nodiscard]] int maxInFlight() const { return m_maxInFlight; }
    void forgetRecord(); //!< clears record and maxInFlight; failures and locks stay

private:
    PracticeAnswer handle(const PracticeRequest &request, const PracticeFault &fault);
    QString sidFor(const PracticeVisit &visit);
    void enrol(const PracticeVisit &visit); //!< as somebody who just signed in

    std::unique_ptr<PracticeContract> m_contract;
    PracticeTenant m_tenant;
    PracticeFaults m_faults;
    PracticeMeter m_meter;
    PracticeMeter m_apiMeter;
    QHash<QString, QString> m_sids; //!< by person and device
    QList<PracticeRecord> m_record;
    int m_extraSessions = 0;
    int m_inFlight = 0;
    int m_maxInFlight = 0;
};

} // namespace curfew
