// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"
#include "secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace curfew {

//! What a person needs to recognise a certificate, and to see its end coming.
struct CertificateFacts {
    QString subject; //!< common name, else organisation
    QString issuer; //!< likewise
    QDateTime expiresAt; //!< UTC

    bool operator==(const CertificateFacts &) const = default;
};

//! A certificate and its key, for tls_client_auth (RFC 8705).
struct ClientCertificate {
    CertificateFacts facts;
    QByteArray chain; //!< PEM: the client's own certificate first, then its issuers
    Secret key; //!< PEM, unencrypted: `BEGIN RSA PRIVATE KEY` or `BEGIN EC PRIVATE KEY`
};

//! Reads a PKCS#12 file (RFC 7292) of at most 1 MiB.
//! \return InvalidInput when it can't be read or opened; Qt can't tell a wrong passphrase from an RC2-encrypted file of
//! the old kind, so the detail names both
[[nodiscard]] Result<ClientCertificate> importPkcs12(const QString &path, const Secret &passphrase);
//! The same for \p content, which errors call \p name.
[[nodiscard]] Result<ClientCertificate> importPkcs12(QByteArray content, const QString &name, const Secret &passphrase);

} // namespace curfew
