// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operation.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace curfew {

//! One call about a person. Its URL may name the person; there is no token and no secret in it.
struct PersonCall {
    Operation operation; //!< its path may hold `{realm}`, `{person}`, `{session}` and `{client}`, one whole part each
    QMap<QString, QString> query; //!< a value may hold `{name}`, or `{name|quoted}` for it as a JSON string
    QJsonObject body; //!< empty: the request has none
    QByteArray mediaType; //!< of the body
};

//! A question for everybody of a name.
struct PeopleSearch {
    PersonCall call;
    QString total; //!< RFC 6901 pointer to how many fit in all; empty: the answer doesn't say
    //! The same question for how many fit, whether or not the client may look at them; where a service leaves out of
    //! its answer whom the client may not look at.
    std::optional<PersonCall> count;
    QString whenHidden; //!< what it means when somebody fits who isn't shown
};

//! What a service's directory of people can do; `people` of a descriptor.
struct PeopleDescription {
    QList<PeopleSearch> find; //!< each is asked, and who is found by any is a hit
    //! `read`, `disable` and `enable`; where it lists them `sessions`, `offlineSessions` and `consents`; `endSession`,
    //! `endOfflineSession`, `logout` and `endConsent`.
    QMap<QString, PersonCall> calls;
    QMap<QString, QString> person; //!< our field → RFC 6901 pointer into a person's resource
    QByteArray accept; //!< the media type asked for

    [[nodiscard]] bool has(const QString &name) const { return calls.contains(name); }
};

} // namespace curfew
