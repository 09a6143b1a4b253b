// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "containplan.h"
#include "errortext.h"
#include "peoplebackend.h"
#include "statestyle.h"

#include <QString>

namespace curfew {

//! \p person in a line: name, e-mail address, user name, id; made visible. With what tells two people apart.
[[nodiscard]] QString personLine(const Person &person);
//! The same, with when they signed in last as seen from \p now, where the service tells that.
[[nodiscard]] QString personLine(const Person &person, const PersonAccess *access, const QDateTime &now);
//! \p text made visible, and short enough to stand in a line; a dash where there is none.
[[nodiscard]] QString shownText(const QString &text);
//! \p text made visible, and so short that a button with it fits into a window; the tool tip has the whole.
[[nodiscard]] QString briefText(const QString &text);
//! lastSignIn() as seen from \p now; a dash when unknown.
[[nodiscard]] QString lastSignInWords(const Person &person, const PersonAccess *access, const QDateTime &now);

//! Whether the person may sign in, before anything is done about it.
[[nodiscard]] StateStyle signInStyle(const Person &person);
//! How a step ended: the sign-in is blocked rather than ended, and none of it red where somebody was to be let in.
[[nodiscard]] StateStyle stepStyle(Action action, const ItemRecord &item);
//! What a step is about: "Sign-in", "Browser session · mail", …
[[nodiscard]] QString stepWords(const ContainItem &item);

//! What \p plan does at its service, in a sentence.
[[nodiscard]] QString planWords(const ContainPlan &plan);

//! Why nothing is known of the person at \p service.
[[nodiscard]] ErrorText uncheckedText(const PeopleService &service, const Error &error);
//! Why nothing is known of the sessions of a person whom \p service knows.
[[nodiscard]] ErrorText unreadText(const PeopleService &service, const Error &error);

//! What a service says of itself.
struct ServiceSaying {
    QString service;
    QString text;
};
//! What \p sayings say, once each, with the names of the services it is true of, where there are several services; the
//! empty ones left out.
[[nodiscard]] QStringList sayingWords(const QList<ServiceSaying> &sayings);

//! That \p services find nobody by name.
[[nodiscard]] QString cantSearchWords(const QStringList &services);

//! \p names as a sentence lists them.
[[nodiscard]] QString listWords(const QStringList &names);

} // namespace curfew
