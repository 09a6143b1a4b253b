// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "error.h"
#include "issuer.h"

#include <QDateTime>
#include <QString>

#include <chrono>

namespace curfew {

//! Who an error is about, so that its sentence can name them. Empty what isn't known.
struct ErrorSubject {
    QString service; //!< Issuer::name, or the provider's name
    QString clientId;
    int failuresBeforeLockOut = 0; //!< ProviderLimits; 0: none documented
    int lockOutMinutes = 0;
    QDateTime lockedUntil; //!< UTC; invalid when unknown
    bool hasSecret = true; //!< else a public client, of which nothing is stored
    //! Whether something was to be ended: then the sentence says that nothing was.
    enum class Purpose { Looking, Ending, Configuring } purpose = Purpose::Looking;
};

//! An error for people: what happened, what it means for the tokens, what to do; the technical words apart.
struct ErrorText {
    QString happened;
    QString meaning; //!< for the tokens; may be empty while configuring
    QString advice;
    QString details; //!< technical, redacted, may be copied

    [[nodiscard]] QString sentence() const; //!< the first three, joined by spaces
};

//! Whom an error at \p issuer is about: its default client, which \p failures wrong attempts lock for \p lockOut
//! (ProviderLimits).
[[nodiscard]] ErrorSubject subjectOf(const Issuer &issuer, int failures, std::chrono::minutes lockOut,
                                     ErrorSubject::Purpose purpose);

//! Nothing was to be ended: services, keychain and files are being set up or read.
[[nodiscard]] ErrorSubject whileConfiguring(const QString &service = {});

//! \p clientId as a sentence can hold it: long ones (UUIDs) are cut to their first eight characters.
[[nodiscard]] QString shortClientId(const QString &clientId);

[[nodiscard]] ErrorText errorText(const Error &error, const ErrorSubject &subject = {});

} // namespace curfew
