// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "credential.h"
#include "issuer.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <functional>

namespace curfew {

class IssuerBreakers;
struct ProviderDescriptor;

//! Reads the stored credential of one client of an issuer.
using CredentialSource = std::function<QFuture<Result<CredentialPtr>>(const Issuer &, const QString &clientId)>;

//! Whose credential an issuer is asked with: the one that was given, else the stored ones, each read once.
//! Wherever a client id is asked for, an empty one is the default client.
class IssuerCredentials final : public QObject {
    Q_OBJECT

public:
    //! \p given is of one client and may be null. \p issuer, \p descriptor and \p breakers must outlive it.
    IssuerCredentials(const Issuer &issuer, const ProviderDescriptor &descriptor, CredentialSource source,
                      CredentialPtr given, IssuerBreakers &breakers, QObject *parent);

    [[nodiscard]] QString effectiveClient(const QString &clientId) const;
    //! Whose credential asks about \p anchor: the one that was given, that of the client it names, if that has one
    //! here, else the default client's.
    [[nodiscard]] QString clientForAnchor(const Token &anchor) const;
    [[nodiscard]] bool awaitsSignIn(const Client &client) const; //!< its operator would have to sign in first

    //! What of() would fail with, as far as that is known without opening the keychain.
    [[nodiscard]] Result<> foresee(const QString &clientId) const;
    //! Null where a token is its own bearer and no client is named. Errors: BreakerOpen, NoCredential, those of the
    //! keychain unless a credential was given.
    [[nodiscard]] QFuture<Result<CredentialPtr>> of(const QString &clientId);
    //! The same, whatever the breaker of \p clientId says, and read anew.
    [[nodiscard]] QFuture<Result<CredentialPtr>> read(const QString &clientId);

    [[nodiscard]] const CredentialPtr &given() const { return m_given; }
    void give(CredentialPtr credential); //!< from now on this one is used for its client

private:
    [[nodiscard]] bool isGiven(const QString &clientId) const { return m_given && m_given->clientId == clientId; }
    [[nodiscard]] bool needsNone(const QString &clientId) const;

    const Issuer &m_issuer;
    const ProviderDescriptor &m_descriptor;
    CredentialSource m_source;
    CredentialPtr m_given;
    IssuerBreakers &m_breakers;
    QHash<QString, CredentialPtr> m_known;
};

} // namespace curfew
