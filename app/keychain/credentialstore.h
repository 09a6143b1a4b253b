// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clientcertificate.h"
#include "credential.h"
#include "keychain.h"

#include <QFuture>
#include <QString>

namespace curfew {

//! Clients' secrets in a keychain, each stored together with where it may go.
//! Entries: `curfew/<profile id>/<issuer>/<client id>`, the last two percent-encoded. A client certificate is a sealed
//! file in the profile; its random key is what the keychain holds.
//! The calls return at once; the keychain outlives them, the store need not.
class CredentialStore {
public:
    //! \param profileId Profile::id() \param certificatesPath Profile::certificatesPath()
    CredentialStore(Keychain &keychain, QString profileId, QString certificatesPath);

    //! The credential of \p clientId at \p issuer. A client without a secret on file (Client::hasSecret) is answered
    //! without opening the keychain: with a credential that has no secret for None and Bearer, with
    //! SignInNeeded for AuthorizationCode, else with NoCredential.
    //! \return NoCredential also when the secret was stored for another URL, provider, method or set of origins than
    //! \p issuer now has: the detail says which, and the secret has to be given again; else the keychain's error
    [[nodiscard]] QFuture<Result<CredentialPtr>> read(const Issuer &issuer, const QString &clientId);

    //! Stores \p secret for \p client at \p issuer, which it may then be sent to: the origin of its URL and the origins
    //! that the operator accepted. The caller sets Client::hasSecret and closes the client's breaker.
    //! \return InvalidInput when \p secret is empty, or the client's method takes none
    [[nodiscard]] QFuture<Result<>> write(const Issuer &issuer, const Client &client, Secret secret);
    //! The same for a client whose method is TlsClientAuth.
    [[nodiscard]] QFuture<Result<>> writeCertificate(const Issuer &issuer, const Client &client,
                                                     ClientCertificate certificate);

    //! Removes secret and certificate, whether there are any or not.
    [[nodiscard]] QFuture<Result<>> remove(const QString &issuer, const QString &clientId);

private:
    [[nodiscard]] QString keyFor(const QString &issuer, const QString &clientId) const;

    Keychain &m_keychain;
    QString m_profileId;
    QString m_certificatesPath;
};

//! A credential of a secret that is given for this one run and stored nowhere (`--secret-file`).
//! \return InvalidInput when \p secret is empty, or the client's method takes none
[[nodiscard]] Result<CredentialPtr> givenCredential(const Issuer &issuer, const Client &client, Secret secret);
//! The same for a certificate that isn't stored yet.
[[nodiscard]] Result<CredentialPtr> givenCredential(const Issuer &issuer, const Client &client,
                                                    ClientCertificate certificate);

} // namespace curfew
