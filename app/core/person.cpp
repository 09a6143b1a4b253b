// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "person.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

bool Person::isCalled(const QString &wanted) const
{
    return !wanted.isEmpty()
        && (id == wanted || userName.compare(wanted, Qt::CaseInsensitive) == 0
            || email.compare(wanted, Qt::CaseInsensitive) == 0 || otherEmails.contains(wanted, Qt::CaseInsensitive));
}

bool Person::mayBelongTo(const QStringList &operatorNames) const
{
    QStringList mailboxes{email.section(u'@', 0, 0)};
    for (const QString &address : otherEmails)
        mailboxes.append(address.section(u'@', 0, 0));
    return std::any_of(operatorNames.begin(), operatorNames.end(), [&](const QString &own) {
        return isCalled(own) || (!own.isEmpty() && mailboxes.contains(own, Qt::CaseInsensitive));
    });
}

QString Person::label() const
{
    if (!email.isEmpty())
        return email;
    return userName.isEmpty() ? id : userName;
}

QString Person::typedName() const
{
    for (const QString &called : {userName, email}) {
        if (!called.trimmed().isEmpty())
            return called.trimmed();
    }
    return id.trimmed();
}

QString PersonSession::hash() const
{
    return idHash(kind == SessionKind::Offline ? id + u"\noffline"_s : id);
}

const PersonSession *PersonAccess::session(const QString &hash) const
{
    if (!sessions)
        return nullptr;
    const auto found =
        std::find_if(sessions->begin(), sessions->end(), [&](const PersonSession &s) { return s.hash() == hash; });
    return found == sessions->end() ? nullptr : &*found;
}

bool PersonAccess::hasRead(SessionKind kind) const
{
    return sessions && (kind == SessionKind::Online || !offlineUnread);
}

std::optional<Error> PersonAccess::unread() const
{
    return offlineUnread ? offlineUnread : consentsUnread;
}

std::optional<QDateTime> lastSignIn(const Person &person, const PersonAccess *access)
{
    if (person.lastSignIn || !access)
        return person.lastSignIn;
    std::optional<QDateTime> newest;
    const QList<PersonSession> sessions = access->sessions.value_or(QList<PersonSession>());
    for (const PersonSession &session : sessions) {
        if (session.startedAt && (!newest || *session.startedAt > *newest))
            newest = session.startedAt;
    }
    return newest;
}

static QSet<QString> addressesOf(const Person &person)
{
    QSet<QString> addresses;
    for (const QString &address : person.otherEmails + QStringList{person.email}) {
        if (const QString plain = address.trimmed().toLower(); !plain.isEmpty())
            addresses.insert(plain);
    }
    return addresses;
}

bool mayBeDifferentPeople(const QList<Person> &people)
{
    if (people.size() < 2)
        return false;
    QSet<QString> common = addressesOf(people.constFirst());
    for (const Person &person : people)
        common.intersect(addressesOf(person));
    return common.isEmpty();
}

QString idHash(const QString &id)
{
    constexpr qsizetype digits = 16;
    return QString::fromLatin1(QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256).toHex().left(digits));
}

} // namespace curfew
