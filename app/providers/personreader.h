// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "peopledescription.h"
#include "person.h"
#include "result.h"

#include <QByteArray>

namespace curfew {

//! One person's resource. BadResponse when it isn't one, or has no id that can be used.
[[nodiscard]] Result<Person> readPerson(const PeopleDescription &people, const QByteArray &body);

//! The hits of a search. BadResponse when the answer is no list, or one of its elements is no person.
[[nodiscard]] Result<QList<Person>> readPeopleFound(const PeopleDescription &people, const PeopleSearch &search,
                                                    const QByteArray &body);

//! How many people there are: the whole body is a number of at least 0. Else BadResponse.
[[nodiscard]] Result<qint64> readCount(const QByteArray &body);

//! The sessions that \p operation lists. BadResponse when the answer is no list; an element without an id is warned of.
[[nodiscard]] Result<QList<PersonSession>> readPersonSessions(const Operation &operation, SessionKind kind,
                                                              const QByteArray &body, QStringList &warnings);

//! A consent, and the application of which the person has offline sessions.
struct ConsentFound {
    PersonConsent consent;
    QString offlineClient; //!< the service's id of the application; empty: it has no offline session

    //! Not merely there because of an offline session. One without scopes still lets the application in unasked. Whose
    //! application isn't said can't be taken back.
    [[nodiscard]] bool isConsent() const
    {
        return !consent.clientId.isEmpty() && (!consent.scopes.isEmpty() || offlineClient.isEmpty());
    }
};
//! The consents that \p operation lists. BadResponse when the answer is no list; one that doesn't say whose it is is
//! warned of, and still names the application of which there are offline sessions.
[[nodiscard]] Result<QList<ConsentFound>> readConsents(const Operation &operation, const QByteArray &body,
                                                       QStringList &warnings);

} // namespace curfew
