// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issueraccess.h"
#include "persondirectory.h"

namespace curfew {

//! One service in which people can be found by name: with its credential, and every look-up in the journal.
class PersonService : public QObject {
    Q_OBJECT

public:
    //! \p access, whose descriptor has `people`, must outlive it.
    explicit PersonService(IssuerAccess &access, QObject *parent = nullptr);

    [[nodiscard]] IssuerAccess &access() { return m_access; }
    [[nodiscard]] const Issuer &issuer() const { return m_access.issuer(); }
    [[nodiscard]] const ProviderDescriptor &descriptor() const { return m_access.descriptor(); }
    [[nodiscard]] bool offers(const PersonStep &step) const { return m_directory.offers(step); }
    [[nodiscard]] QString requestFor(const QString &personId, const PersonStep &step) const
    {
        return m_directory.requestFor(personId, step);
    }
    [[nodiscard]] bool listsSessions() const { return m_directory.listsSessions(); }

    //! PersonDirectory::find(). Errors: those, and the credential's; JournalFailed when the look-up leaves no trace.
    [[nodiscard]] QFuture<Result<QList<Person>>> find(const QString &wanted);
    //! What \p person can reach the service with, now. Errors as find().
    [[nodiscard]] QFuture<Result<PersonAccess>> snapshot(const Person &person);
    //! As snapshot(), to prove something that is journaled already: no look-up of its own.
    [[nodiscard]] QFuture<Result<PersonAccess>> lookAgain(const QString &personId);
    [[nodiscard]] QFuture<Result<Person>> read(const QString &personId);
    [[nodiscard]] QFuture<RevokeReply> carryOut(const QString &personId, const PersonStep &step);

private:
    //! What \p ask answers with the service's credential; its error where there is none.
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> asked(std::function<QFuture<Result<T>>(const CredentialPtr &)> ask);
    //! \p answer, once the journal has the look-up.
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> noted(const QFuture<Result<T>> &answer, const QString &user,
                                           std::function<qsizetype(const T &)> count);

    IssuerAccess &m_access;
    PersonDirectory m_directory;
};

} // namespace curfew
