// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "blockhistory.h"
#include "containaction.h"
#include "practicebanner.h"
#include "providerdescriptor.h"

#include <functional>

namespace curfew {

class Journal;
class PersonService;
class ProtectedNames;
enum class ExportFormat;

//! One service in which people can be found, and all that can be asked of it, as functions: the page knows neither
//! network nor journal.
struct PeopleService {
    Issuer issuer;
    LocalizedText doesNotEnd;
    ProviderLimits limits;
    //! A configured service at the same address that lists sessions with a token of the person; empty where none does.
    QString tokenService;

    std::function<QFuture<Result<QList<Person>>>(const QString &wanted)> find;
    //! Lets the operator sign in there, in the browser; empty where a stored credential is used.
    std::function<QFuture<Result<>>()> signIn;
    std::function<QFuture<Result<PersonAccess>>(const Person &person)> snapshot;
    std::function<ContainPlan(const Person &person, const Result<PersonAccess> &read, ContainSteps steps)>
        planContainment;
    std::function<ContainPlan(const Person &person)> planRelease;
    std::function<QFuture<Result<EarlierState>>(const Person &person)> earlierState;
    //! What the journal has of one action, for a report.
    std::function<QFuture<Result<QByteArray>>(const QString &batch, ExportFormat format)> exportBatch;
    //! The plan's action, not started; a child of \p owner.
    std::function<ContainAction *(ContainPlan plan, ContainOptions options, QObject *owner)> action;
};

//! Why an account's name (Person::typedName()) has to be typed before anything of it is ended.
enum class Guard { None, Protected, OwnAccount };

//! What the page needs besides its services.
struct PeopleBackend {
    QString operatorName;
    Mode mode = Mode::Real;
    std::function<Result<Guard>(const Person &person)> guard;
    //! Adds them to the protected names, and journals that.
    std::function<QFuture<Result<>>(const QStringList &names)> protect;
    std::chrono::milliseconds secondLook = std::chrono::seconds(60); //!< so long after the end sessions are read again
    std::function<QDateTime()> now = &QDateTime::currentDateTimeUtc; //!< UTC
};

//! The real ones. \p service, \p names and \p journal, which has who was protected, must outlive every page made with
//! them.
//! \param signedInAs tells what services call the operator who signed in there
[[nodiscard]] PeopleService peopleServiceFor(PersonService &service);
[[nodiscard]] PeopleBackend peopleBackendFor(ProtectedNames &names, Journal &journal, const QString &operatorName,
                                             std::function<QStringList()> signedInAs, Mode mode);
//! A service that can't be opened: whoever is looked for there is "not checked", because of \p error.
[[nodiscard]] PeopleService closedService(const Issuer &issuer, const Error &error);

} // namespace curfew
