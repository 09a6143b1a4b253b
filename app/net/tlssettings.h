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

//! \p settings with the certificate chain and key of \p credential for client authentication (RFC 8705).
//! \return NoCredential when they are missing or can't be read
[[nodiscard]] Result<QSslConfiguration> withClientCertificate(QSslConfiguration settings, const Credential &credential);

} // namespace curfew
