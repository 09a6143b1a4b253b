// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "declarativeprovider.h"
#include "person.h"
#include "personrequest.h"

#include <QObject>

namespace curfew {

//! A service's accounts: who they are, what they can reach it with, and how that ends. As its descriptor says.
class PersonDirectory : public QObject {
    Q_OBJECT

public:
    //! \p provider, whose descriptor has `people`, must outlive it.
    explicit PersonDirectory(DeclarativeProvider &provider, QObject *parent = nullptr);

    //! Whether the service can do \p step.
    [[nodiscard]] bool offers(const PersonStep &step) const;
    [[nodiscard]] bool listsSessions() const { return people().has(QStringLiteral("sessions")); }

    //! Everybody whose e-mail address, user name or id is exactly \p wanted, apart from case: one, several or nobody.
    //! What else the service answers is left out. Errors: checkPersonName(), and those of the network; BadResponse;
    //! Refused, also where only somebody fits whom the credential may not look at.
    [[nodiscard]] QFuture<Result<QList<Person>>> find(const QString &wanted, const CredentialPtr &credential);
    //! TokenNotKnown when there is no such person.
    [[nodiscard]] QFuture<Result<Person>> read(const QString &personId, const CredentialPtr &credential);
    //! What could not be read must not look as if it weren't there: an error where the sessions could not be; else
    //! PersonAccess says what is missing.
    [[nodiscard]] QFuture<Result<PersonAccess>> access(const QString &personId, const CredentialPtr &credential);
    //! What carryOut() sends: `PUT https://…`; empty when it can't be sent.
    [[nodiscard]] QString requestFor(const QString &personId, const PersonStep &step) const;
    [[nodiscard]] QFuture<RevokeReply> carryOut(const QString &personId, const PersonStep &step,
                                                const CredentialPtr &credential);

private:
    [[nodiscard]] const PeopleDescription &people() const { return *m_provider.descriptor().people; }
    [[nodiscard]] QFuture<HttpAnswer> call(const PersonCall &call, const PersonParts &parts,
                                           const CredentialPtr &credential);
    //! The body of a successful answer.
    [[nodiscard]] QFuture<Result<QByteArray>> ask(const PersonCall &call, const PersonParts &parts,
                                                  const CredentialPtr &credential);
    //! \p found, or Refused where it is nobody but somebody of that name is there, whom the credential can't look at.
    [[nodiscard]] QFuture<Result<QList<Person>>> doubtNobody(const Result<QList<Person>> &found, const QString &name,
                                                             const CredentialPtr &credential);
    [[nodiscard]] QFuture<PersonAccess> addConsents(const PersonAccess &soFar, const QString &personId,
                                                    const CredentialPtr &credential);
    [[nodiscard]] QFuture<PersonAccess> addOfflineSessions(const PersonAccess &soFar, const QString &personId,
                                                           const QString &client, const CredentialPtr &credential);

    DeclarativeProvider &m_provider;
};

//! InvalidInput for a \p wanted that could mean more than one person's name: nothing, a wildcard, control characters.
[[nodiscard]] Result<> checkPersonName(const QString &wanted);

} // namespace curfew
