// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practiceclient.h"
#include "practicetoken.h"

#include <QList>

namespace curfew {

//! What an operator sees of a practice issuer before anything is asked.
struct PracticeCard {
    QString provider;
    QString name; //!< of the configured issuer
    QString description; //!< one sentence
};

//! One person's sign-in at one application of one provider.
struct PracticeVisit {
    QString person; //!< log-in name
    QString clientId;
    QString userAgent;
    QString ip;
    int minutesAgo = 0;
    PracticeToken::Form form = PracticeToken::Form::Jwt;
    int accessTokens = 1; //!< beside them come a refresh token and, where the tokens are JWTs, an ID token
    PracticeSession::Kind kind = PracticeSession::Kind::Online;
};

//! The person whose account is plainly compromised: dona.moore@example.com.
[[nodiscard]] QString practiceVictim();

[[nodiscard]] QList<PracticeCard> practiceCards(); //!< one a provider, in the order they are shown
//! The REST APIs beside the issuers, in the same order; they are offered only where something can speak to them.
[[nodiscard]] QList<PracticeCard> practiceApiCards();
[[nodiscard]] QList<PracticeClient> practiceClients(const QString &provider);
[[nodiscard]] QList<PracticeVisit> practiceVisits(const QString &provider);
[[nodiscard]] QString practiceSubject(const QString &person); //!< the issuer-side identifier of a log-in name

} // namespace curfew
