// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "error.h"
#include "outcome.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace curfew {

//! One account in a service's directory, with what tells two people apart. Every text is the service's.
struct Person {
    QString id; //!< the service's own, never empty
    QString userName;
    QString name; //!< as people write it; empty when unknown
    QString email; //!< the primary one
    QStringList otherEmails; //!< further ones, by which this account can be found as well
    std::optional<bool> enabled; //!< whether this person may sign in; nothing when the service doesn't say
    std::optional<QDateTime> lastSignIn; //!< UTC

    //! Whether \p wanted is this account's id, user name or one of its e-mail addresses, apart from case.
    [[nodiscard]] bool isCalled(const QString &wanted) const;
    //! Whether it may be the account of who works with Curfew: it goes by one of \p operatorNames, at this computer or
    //! where they signed in, or one of its addresses begins with one.
    [[nodiscard]] bool mayBelongTo(const QStringList &operatorNames) const;
    [[nodiscard]] QString label() const; //!< the e-mail address, else the user name, else the id
    //! What has to be typed before anything of this account is ended, where it is guarded: the user name, else the
    //! e-mail address, else the id; never empty, and without the blanks around it that nobody sees.
    [[nodiscard]] QString typedName() const;

    bool operator==(const Person &) const = default;
};

//! Offline: it goes on without a browser, by a refresh token of scope `offline_access` (OpenID Connect Core
//! section 11).
enum class SessionKind { Online, Offline };

//! One session as a service's directory of people lists it; there are no tokens in it.
struct PersonSession {
    QString id; //!< the service's own; not a secret
    SessionKind kind = SessionKind::Online;
    QStringList applications; //!< client ids
    QString ip;
    std::optional<QDateTime> startedAt; //!< UTC
    std::optional<QDateTime> lastSeenAt; //!< UTC

    //! What documents and the journal call it: idHash() of its id. Keycloak gives an offline session the id of the
    //! session in the browser that it came from, so the hash of one also covers that it is one.
    [[nodiscard]] QString hash() const;
    bool operator==(const PersonSession &) const = default;
};

//! What a person allowed an application, which then asks for tokens without asking the person.
struct PersonConsent {
    QString clientId;
    QStringList scopes;
    std::optional<QDateTime> givenAt; //!< UTC

    bool operator==(const PersonConsent &) const = default;
};

//! What one person can reach a service with, read at one moment.
struct PersonAccess {
    std::optional<QList<PersonSession>> sessions; //!< nothing where the service can't list them
    QList<PersonConsent> consents;
    //! Why offline sessions could not be read: what is listed may not be all, and none isn't "none".
    std::optional<Error> offlineUnread;
    std::optional<Error> consentsUnread; //!< the same of the consents
    QStringList warnings; //!< what the service sent and could not be read
    QDateTime takenAt; //!< UTC

    [[nodiscard]] const PersonSession *session(const QString &hash) const; //!< nullptr when it isn't there
    //! Whether sessions of \p kind could be listed: one that isn't there wasn't there.
    [[nodiscard]] bool hasRead(SessionKind kind) const;
    [[nodiscard]] std::optional<Error> unread() const; //!< why some of it could not be read
    [[nodiscard]] bool isWhole() const { return warnings.isEmpty() && !unread(); } //!< nothing may be missing
};

//! One step against, or for, one account.
struct PersonStep {
    Target target = Target::User;
    Action action = Action::Logout;
    QString sessionId; //!< Target::Session: the service's own id
    SessionKind kind = SessionKind::Online; //!< Target::Session: of which kind
    QString clientId; //!< Action::Revoke: whose consent

    bool operator==(const PersonStep &) const = default;
};

//! When \p person was last seen to sign in: as the directory says, else as the newest session of \p access does
//! (nullptr: it wasn't read). Nothing where neither says.
[[nodiscard]] std::optional<QDateTime> lastSignIn(const Person &person, const PersonAccess *access);

//! No e-mail address is one of all of \p people, apart from case: the same name at two services may be two people's,
//! and an account without an address vouches for nobody. One alone is one.
[[nodiscard]] bool mayBeDifferentPeople(const QList<Person> &people);

//! First 16 hex digits of SHA-256 over \p id: names a user or a session where its id itself has no business.
[[nodiscard]] QString idHash(const QString &id);

} // namespace curfew
