// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faultserver.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>

#include <functional>
#include <limits>
#include <utility>

//! What a request is, as the issuer sees it: a look or a listing comes after once a revoke has arrived.
enum class Stage { Metadata, Before, Revoke, After, Listing, SecondListing };

//! What an issuer answers instead of the truth, how often, and whether what was asked for happens all the same.
struct Fault {
    enum class Effect { Nothing, Happens };
    static constexpr int always = std::numeric_limits<int>::max();

    std::function<curfew::FaultReply(const QByteArray &truth)> answer; //!< \a truth is the right answer's body
    int times = always;
    Effect effect = Effect::Nothing; //!< of a revoke
    bool tellsTheTruth = false; //!< the answer, odd as it is, still says what is true

    [[nodiscard]] static Fault instead(const curfew::FaultReply &reply, int times = always);
    //! The truth, as \p retell puts it.
    [[nodiscard]] static Fault retold(std::function<curfew::FaultReply(const QByteArray &truth)> retell);
    [[nodiscard]] Fault butItHappens() const;
};

//! An issuer on loopback, by TLS as in earnest, with tokens of one person. It knows what is true, keeps its own record
//! of what it told of each token, and answers one kind of request as wrongly as it is told. It speaks the contracts of
//! `oauth2` and `sap-ias`.
class FaultIssuer {
public:
    FaultIssuer();

    [[nodiscard]] QUrl url() const { return m_server.url(QString()); }
    [[nodiscard]] static QString caFile(); //!< vouches for it
    [[nodiscard]] static QString caFileWithNamesake(); //!< the namesake, then the root
    [[nodiscard]] static QString clientId();
    [[nodiscard]] static QByteArray clientSecret();

    //! Who vouches for it. The first two stand in caFile(); the third has the first one's name and a key of its own.
    enum class VouchedBy { Root, OtherRoot, Namesake };
    void setVouchedBy(VouchedBy who); //!< on later connections

    enum class Life { Alive, Dead };
    void add(const QByteArray &token, Life life = Life::Alive);
    void setLife(const QByteArray &token, Life life);
    [[nodiscard]] bool isAlive(const QByteArray &token) const { return m_tokens.value(token).alive; }
    [[nodiscard]] const QList<QByteArray> &tokens() const { return m_order; }

    void fault(Stage stage, const Fault &fault);
    //! Does \p happens just before the \p nth request (from 1) of \p stage is answered.
    void when(Stage stage, int nth, const std::function<void()> &happens);
    void setMetadata(const QString &key, const QString &value); //!< in place of the right one
    //! In each of its own answers.
    void addHeader(const QByteArray &name, const QByteArray &value) { m_headers.append({name, value}); }

    //! How many requests of which stage arrived: `metadata 1, before 1, revoke 4, after 1`.
    [[nodiscard]] QString requests() const;
    [[nodiscard]] const curfew::FaultServer &server() const { return m_server; }

    //! Whether it told, in answers that were true, that \p token was alive, and that it was dead later and last.
    [[nodiscard]] bool toldOfItsDeath(const QByteArray &token) const;

private:
    struct Truth {
        bool alive = false;
        QList<bool> told; //!< what true answers said of it, in their order
    };

    [[nodiscard]] curfew::FaultReply answer(const curfew::RecordedRequest &request);
    [[nodiscard]] Stage stageOf(const curfew::RecordedRequest &request, const QByteArray &token) const;
    [[nodiscard]] QByteArray truth(Stage stage, const QByteArray &token) const;
    void told(Stage stage, const QByteArray &token);

    curfew::FaultServer m_server;
    QHash<QByteArray, Truth> m_tokens;
    QList<QByteArray> m_order;
    QList<QByteArray> m_revokesOf; //!< tokens that a revoke came for
    QMap<Stage, int> m_counts;
    QMap<Stage, Fault> m_faults;
    QMap<std::pair<Stage, int>, std::function<void()>> m_events;
    QMap<QString, QString> m_metadata;
    curfew::FaultReply::Headers m_headers;
};
