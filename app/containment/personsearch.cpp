// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personsearch.h"

#include "asyncresult.h"
#include "personservice.h"

#include <algorithm>

namespace curfew {

PersonSearch::PersonSearch(const std::vector<PersonService *> &services, QString wanted, QObject *parent)
    : QObject(parent)
    , m_wanted(std::move(wanted))
{
    for (PersonService *service : services)
        m_findings.append({service->issuer(), service, QList<Person>(), std::nullopt});
}

void PersonSearch::addUnchecked(qsizetype position, const Issuer &issuer, const Error &error)
{
    m_findings.insert(position, {issuer, nullptr, tl::unexpected(error), std::nullopt});
}

void PersonSearch::start()
{
    m_pending = m_findings.size() + 1;
    for (qsizetype i = 0; i < m_findings.size(); ++i) {
        if (!m_findings.at(i).service) {
            --m_pending;
            continue;
        }
        onResult(m_findings.at(i).service->find(m_wanted), this,
                 [this, i](const Result<QList<Person>> &people) { found(i, people); });
    }
    QMetaObject::invokeMethod(this, &PersonSearch::done, Qt::QueuedConnection); // without services too
}

std::optional<Error> uncheckedBecause(const Result<QList<Person>> &people,
                                      const std::optional<Result<PersonAccess>> &access)
{
    if (!people)
        return people.error();
    if (!access)
        return std::nullopt;
    return *access ? (*access)->unread() : access->error();
}

void PersonSearch::found(qsizetype index, const Result<QList<Person>> &people)
{
    m_findings[index].people = people;
    if (!people || people->size() != 1) {
        done();
        return;
    }
    onResult(m_findings.at(index).service->snapshot(people->constFirst()), this,
             [this, index](const Result<PersonAccess> &access) {
                 m_findings[index].access = access;
                 Person &person = m_findings[index].people->first();
                 person.lastSignIn = lastSignIn(person, access ? &*access : nullptr);
                 done();
             });
}

void PersonSearch::done()
{
    if (--m_pending == 0)
        Q_EMIT finished();
}

bool PersonSearch::isAmbiguous() const
{
    return std::any_of(m_findings.begin(), m_findings.end(),
                       [](const ServiceFinding &finding) { return finding.people && finding.people->size() > 1; });
}

bool PersonSearch::foundAnybody() const
{
    return std::any_of(m_findings.begin(), m_findings.end(),
                       [](const ServiceFinding &finding) { return finding.people && !finding.people->isEmpty(); });
}

bool PersonSearch::mayBeDifferentPeople() const
{
    QList<Person> people;
    for (const ServiceFinding &finding : m_findings)
        people += finding.people.value_or(QList<Person>());
    return curfew::mayBeDifferentPeople(people);
}

} // namespace curfew
