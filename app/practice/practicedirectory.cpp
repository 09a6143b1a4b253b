// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicedirectory.h"

#include <algorithm>

namespace curfew {

template <typename Predicate>
static const PracticePerson *firstWhere(const QList<PracticePerson> &people, const Predicate &holds)
{
    const auto at = std::find_if(people.cbegin(), people.cend(), holds);
    return at == people.cend() ? nullptr : &*at;
}

static bool equalsIgnoringCase(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

static bool comesBefore(const PracticePerson &person, const QString &userName)
{
    return person.userName.compare(userName, Qt::CaseInsensitive) < 0;
}

void PracticeDirectory::add(const PracticePerson &person)
{
    if (!byUserName(person.userName))
        m_people.insert(std::lower_bound(m_people.cbegin(), m_people.cend(), person.userName, comesBefore), person);
}

void PracticeDirectory::change(PracticePerson person, const QDateTime &now)
{
    for (PracticePerson &known : m_people) {
        if (known.id != person.id)
            continue;
        person.version = known.version + 1;
        person.modifiedAt = now;
        known = person;
    }
}

void PracticeDirectory::noteSignIn(const QString &userName, const QDateTime &now)
{
    for (PracticePerson &known : m_people) {
        if (equalsIgnoringCase(known.userName, userName) && (!known.lastSignIn.isValid() || known.lastSignIn < now))
            known.lastSignIn = now;
    }
}

const PracticePerson *PracticeDirectory::byUserName(const QString &userName) const
{
    const auto at = std::lower_bound(m_people.cbegin(), m_people.cend(), userName, comesBefore);
    return at != m_people.cend() && equalsIgnoringCase(at->userName, userName) ? &*at : nullptr;
}

const PracticePerson *PracticeDirectory::byId(const QString &id) const
{
    return firstWhere(m_people, [&](const PracticePerson &person) { return person.id == id; });
}

const PracticePerson *PracticeDirectory::byEmail(const QString &email) const
{
    return firstWhere(m_people, [&](const PracticePerson &person) { return equalsIgnoringCase(person.email, email); });
}

} // namespace curfew
