// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "outcome.h"
#include "provideranswer.h"
#include "revocationplan.h"

#include <QObject>

#include <functional>

namespace curfew {

class DeclarativeProvider;

//! What one look after an action saw, and how.
struct Proof {
    Sight sight = Sight::Unseen;
    VerifiedBy by = VerifiedBy::Nothing;
};

//! Looks at one token with its own client's credential, by introspection.
class IntrospectionProver : public QObject {
    Q_OBJECT

public:
    using Seen = std::function<void(const Look &)>;

    IntrospectionProver(DeclarativeProvider &provider, QObject *parent);

    void look(const RevokeTarget &target, const CredentialPtr &credential, Seen seen);
    //! Whether the issuer has answered anything over HTTP to a look.
    [[nodiscard]] bool wasAnswered() const { return m_answered; }

private:
    DeclarativeProvider &m_provider;
    bool m_answered = false;
};

//! Looks at many tokens of one person by one new listing with the same, still living anchor. Questions asked while
//! revokes are under way wait for the next flush(), so that one listing answers them all.
class ListingProver : public QObject {
    Q_OBJECT

public:
    using Seen = std::function<void(Proof)>;

    ListingProver(DeclarativeProvider &provider, IntrospectionProver &introspection, const RevocationPlan &plan,
                  QObject *parent);

    void setCredential(CredentialPtr credential) { m_credential = std::move(credential); }
    void look(const Fingerprint &fingerprint, Seen seen);
    void flush();

private:
    struct Question {
        Fingerprint fingerprint;
        Seen seen;
    };
    void listed(const QList<Question> &questions, const Result<Listing> &listing);

    DeclarativeProvider &m_provider;
    IntrospectionProver &m_introspection;
    QString m_uid;
    QString m_sub;
    Token m_anchor;
    bool m_anchorListed = false;
    CredentialPtr m_credential;
    QList<Question> m_questions;
};

} // namespace curfew
