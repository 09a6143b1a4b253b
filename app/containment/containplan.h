// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"
#include "person.h"
#include "result.h"

#include <QFlags>
#include <QList>

namespace curfew {

class PersonService;

//! What can be done against an account, in the order in which it is done: whoever is in must not be able to come back.
enum class ContainStep {
    Block = 1, //!< the next sign-in is refused
    Sessions = 2, //!< the browser's sessions, by signing the person out everywhere
    Offline = 4, //!< what goes on without a browser
    Consents = 8, //!< what applications were allowed
};
Q_DECLARE_FLAGS(ContainSteps, ContainStep)

[[nodiscard]] ContainSteps allContainSteps();
[[nodiscard]] QString containStepName(ContainStep step); //!< `block`, `sessions`, `offline`, `consents`

//! One item of a plan, and what is known of it before anything is sent.
struct ContainItem {
    PersonStep step;
    JournalItem record; //!< what the journal says of it; ids hashed
    Sight seenBefore = Sight::Unseen; //!< Alive: there is something to end (or, for Enable, to let in)
    QString subject; //!< what it is about, for people: applications, an address
    //! "not checked: …" of what could not be read, which ends as skipped with these words; empty for all else.
    QString notChecked;

    [[nodiscard]] bool isCarriedOut() const { return notChecked.isEmpty(); }
};

//! What is done about one person at one service, and exactly that.
struct ContainPlan {
    QString issuer; //!< the configured name
    Person person;
    PersonAccess snapshot; //!< what was there when the plan was made
    std::optional<Error> unread; //!< why that could not be read: not checked, which is not "none"
    QList<ContainItem> items; //!< in the order in which they are carried out
    ContainSteps leftOut; //!< what the service can do, and wasn't asked for

    [[nodiscard]] qsizetype count(Action action) const; //!< of those that are carried out
    [[nodiscard]] bool doesAnything() const;
    //! It leaves offline sessions alone that end with a consent which it takes back: Keycloak ends those of the same
    //! application.
    [[nodiscard]] bool consentsEndOfflineSessions() const;
};

//! The plan that contains \p person at \p service, as far as that can do \p steps. Where \p read is an error the
//! sign-in is blocked all the same, and whoever is in is signed out unseen; what else \p steps wanted is planned as not
//! checked.
[[nodiscard]] ContainPlan planContainment(const PersonService &service, const Person &person,
                                          const Result<PersonAccess> &read, ContainSteps steps);
//! The plan that lets \p person sign in again.
[[nodiscard]] ContainPlan planRelease(const PersonService &service, const Person &person);

//! Whether \p batch is about a person rather than about tokens: no token resumes it, and none is needed. Each of its
//! steps is planned anew from what is there then.
[[nodiscard]] bool isAboutAPerson(const BatchRecord &batch);

} // namespace curfew

Q_DECLARE_OPERATORS_FOR_FLAGS(curfew::ContainSteps)
