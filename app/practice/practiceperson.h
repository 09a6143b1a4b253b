// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace curfew {

//! What a person allowed an application, at an issuer that asks before the first sign-in there.
struct PracticeConsent {
    QString clientId;
    QStringList scopes;
    QDateTime createdAt; //!< UTC
    QDateTime updatedAt; //!< UTC
};

//! One user of a practice issuer.
struct PracticePerson {
    QString id; //!< the issuer's own, a UUID
    QString userName; //!< log-in name
    QString email;
    QString firstName;
    QString lastName;
    bool enabled = true; //!< whether a sign-in is let through
    bool emailVerified = true;
    bool isServiceAccount = false; //!< made by the issuer for one of its clients
    QJsonObject attributes; //!< lists of texts by name (Keycloak)
    QList<PracticeConsent> consents;
    QDateTime createdAt; //!< UTC
    QDateTime modifiedAt; //!< UTC
    QDateTime lastSignIn; //!< UTC; invalid: never
    QDateTime notBefore; //!< UTC: tokens issued earlier are refused; invalid: none are (Keycloak)
    int version = 1; //!< counts changes (SCIM)

    [[nodiscard]] QString displayName() const { return (firstName + u' ' + lastName).trimmed(); }
};

} // namespace curfew
