// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personservice.h"

#include "asyncresult.h"
#include "journal.h"

namespace curfew {

PersonService::PersonService(IssuerAccess &access, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_directory(access.provider())
{
}

template <typename T>
QFuture<Result<T>> PersonService::asked(std::function<QFuture<Result<T>>(const CredentialPtr &)> ask)
{
    return andThen(m_access.ready({}), this, [ask = std::move(ask)](const Result<CredentialPtr> &credential) {
        return credential ? ask(*credential) : readyFuture<Result<T>>(tl::unexpected(credential.error()));
    });
}

// Looking up a colleague leaves a trace, or isn't done.
template <typename T>
QFuture<Result<T>> PersonService::noted(const QFuture<Result<T>> &answer, const QString &user,
                                        std::function<qsizetype(const T &)> count)
{
    return andThen(answer, this, [this, user, count = std::move(count)](const Result<T> &result) {
        if (!result)
            return readyFuture(Result<T>(result));
        JournalEvent event;
        event.kind = JournalEventKind::Lookup;
        event.issuer = issuer().name;
        event.user = user;
        event.count = int(count(*result));
        return m_access.journal().record(event).then([result](const Result<> &recorded) {
            return recorded ? result : Result<T>(tl::unexpected(recorded.error()));
        });
    });
}

QFuture<Result<QList<Person>>> PersonService::find(const QString &wanted)
{
    using People = QList<Person>;
    if (const auto checked = checkPersonName(wanted); !checked)
        return readyFuture<Result<People>>(tl::unexpected(checked.error()));
    // A journal that can't take the look-up is found out before the name leaves.
    const auto found = andThen(m_access.journal().open(), this, [this, wanted](const Result<> &open) {
        if (!open)
            return readyFuture<Result<People>>(tl::unexpected(open.error()));
        return asked<People>(
            [this, wanted](const CredentialPtr &credential) { return m_directory.find(wanted, credential); });
    });
    return noted<People>(found, wanted, [](const People &people) { return people.size(); });
}

QFuture<Result<PersonAccess>> PersonService::snapshot(const Person &person)
{
    return noted<PersonAccess>(lookAgain(person.id), person.label(), [](const PersonAccess &access) {
        return access.sessions ? access.sessions->size() : -1;
    });
}

QFuture<Result<PersonAccess>> PersonService::lookAgain(const QString &personId)
{
    return asked<PersonAccess>(
        [this, personId](const CredentialPtr &credential) { return m_directory.access(personId, credential); });
}

QFuture<Result<Person>> PersonService::read(const QString &personId)
{
    return asked<Person>(
        [this, personId](const CredentialPtr &credential) { return m_directory.read(personId, credential); });
}

QFuture<RevokeReply> PersonService::carryOut(const QString &personId, const PersonStep &step)
{
    return andThen(m_access.ready({}), this, [this, personId, step](const Result<CredentialPtr> &credential) {
        if (credential)
            return m_directory.carryOut(personId, step, *credential);
        RevokeReply unsent;
        unsent.error = credential.error();
        unsent.message = credential.error().detail;
        return readyFuture(unsent);
    });
}

} // namespace curfew
