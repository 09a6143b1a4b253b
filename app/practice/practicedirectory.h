// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practiceperson.h"

namespace curfew {

//! The people of one practice issuer.
class PracticeDirectory {
public:
    void add(const PracticePerson &person); //!< nothing happens when the user name is taken
    //! Puts \p person in place of the one with its id, as changed at \p now.
    void change(PracticePerson person, const QDateTime &now);
    void noteSignIn(const QString &userName, const QDateTime &now); //!< changes no version

    [[nodiscard]] const QList<PracticePerson> &all() const { return m_people; } //!< by user name
    //! Valid until the next add(); user names and addresses are compared without regard to case, ids are not.
    [[nodiscard]] const PracticePerson *byUserName(const QString &userName) const; //!< nullptr when there is none
    [[nodiscard]] const PracticePerson *byId(const QString &id) const;
    [[nodiscard]] const PracticePerson *byEmail(const QString &email) const;

private:
    QList<PracticePerson> m_people;
};

} // namespace curfew
