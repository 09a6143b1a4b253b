// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "credential.h"
#include "httpresponse.h"
#include "provideranswer.h"
#include "providerdescriptor.h"

#include <QUrl>

#include <optional>

namespace curfew {

//! Where the calls to one issuer go, and how its clients prove themselves there: from its descriptor, and from its
//! metadata once that was read.
class IssuerEndpoints {
public:
    //! Both must outlive it.
    IssuerEndpoints(const ProviderDescriptor &descriptor, const Issuer &issuer);

    [[nodiscard]] const std::optional<Discovery> &discovery() const { return m_discovery; }

    //! Where \p operation goes for a client that uses \p method; empty when the issuer has no such endpoint (so far).
    [[nodiscard]] QUrl of(const QString &operation, AuthMethod method) const;
    //! As of(), for the issuer's first client.
    [[nodiscard]] QUrl ofDefaultClient(const QString &operation) const;
    [[nodiscard]] Error missing(const QString &operation) const; //!< why there is none

    [[nodiscard]] AuthMethod methodOf(const CredentialPtr &credential) const; //!< None where there is none

    //! Where the metadata may stand, in the order to try (OpenID Connect Discovery 1.0 section 4, RFC 8414
    //! section 3.1).
    [[nodiscard]] QList<QUrl> metadataUrls() const;
    //! Takes the endpoints from the answer of one of metadataUrls(). Errors: DeclarativeProvider::discover().
    [[nodiscard]] Result<Discovery> adopt(const HttpAnswer &answer);

private:
    const ProviderDescriptor &m_descriptor;
    const Issuer &m_issuer;
    std::optional<Discovery> m_discovery;
};

} // namespace curfew
