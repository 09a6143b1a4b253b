// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "credential.h"
#include "result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace curfew {

//! TLS 1.2 or newer, peer verified. \p roots replace the system's unless empty.
[[nodiscard]] QSslConfiguration tlsSettings(const QList<QSslCertificate> &roots = {});

//! The certificates in \p pem, which errors call \p name.
//! \return InvalidInput when there is none, or more than largestRoots
[[nodiscard]] Result<QList<QSslCertificate>> rootsFromPem(const QByteArray &pem, const QString &name);
//! The same for the file \p path. InvalidInput, too, when it can't be read.
[[nodiscard]] Result<QList<QSslCertificate>> readRoots(const QString &path);
//! Bytes; the systems' own bundles are a quarter of a megabyte.
inline constexpr qint64 largestRoots = 4 * 1024 * 1024;

//! \p settings with the certificate chain and key of \p credential for client authentication (RFC 8705).
//! \return NoCredential when they are missing or can't be read
[[nodiscard]] Result<QSslConfiguration> withClientCertificate(QSslConfiguration settings, const Credential &credential);

} // namespace curfew
