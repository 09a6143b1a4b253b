// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace curfew {

//! One person's sign-in at one application: what its tokens have in common.
struct PracticeSession {
    enum class Kind {
        Online, //!< of a person who is there
        Offline //!< goes on without them (`offline_access`), for as long as it is used
    };

    QString key; //!< the issuer's own name of this client session; a cascade ends the tokens that share it
    QString sid; //!< the person's session at the issuer, shared by the applications entered through it
    QString clientId;
    QString application;
    QString person; //!< log-in name
    QString subject;
    QString ip;
    QString userAgent;
    QDateTime startedAt; //!< UTC
    Kind kind = Kind::Online;
};

//! One token a practice issuer gave out. Practice only: nothing here is secret.
struct PracticeToken {
    enum class Use {
        Access,
        Refresh,
        Id,
        ClientGrant //!< the access token of a client-credentials grant: the client itself is its subject
    };
    enum class Form { Jwt, Opaque };

    QByteArray value;
    Use use = Use::Access;
    Form form = Form::Opaque;
    QString jti;
    QString scope;
    QStringList audience;
    PracticeSession session;
    QDateTime issuedAt; //!< UTC
    QDateTime expiresAt; //!< UTC
    bool ended = false; //!< revoked
    int looksSinceEnd = 0; //!< introspections and listings that asked for it since
};

} // namespace curfew
