// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personlookup.h"

#include "asyncresult.h"
#include "personsearch.h"

#include <algorithm>
#include <utility>

namespace curfew {

const Person *PersonLookUp::Finding::person() const
{
    if (!people || !*people)
        return nullptr;
    const QList<Person> &all = **people;
    if (chosen >= 0 && chosen < all.size())
        return &all.at(chosen);
    return all.size() == 1 && chosen == undecided ? &all.constFirst() : nullptr;
}

const PersonAccess *PersonLookUp::Finding::readAccess() const
{
    return access && *access ? &**access : nullptr;
}

bool PersonLookUp::Finding::hasChanged() const
{
    return people && *people && !(*people)->isEmpty() && chosen == otherPeople;
}

bool PersonLookUp::Finding::awaitsChoice() const
{
    return hasChanged() || (people && *people && (*people)->size() > 1 && chosen == undecided);
}

std::optional<Error> PersonLookUp::Finding::uncheckedBecause() const
{
    return people ? curfew::uncheckedBecause(*people, access) : std::nullopt;
}

PersonLookUp::PersonLookUp(const PeopleBackend &backend, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
{
}

void PersonLookUp::setServices(const QList<PeopleService> &services)
{
    m_services = services;
    forget();
}

void PersonLookUp::forget()
{
    ++m_search;
    m_wanted.clear();
    m_findings.clear();
    m_then = nullptr;
    m_marksAsked = false;
    Q_EMIT restarted();
}

void PersonLookUp::start(const QString &wanted)
{
    forget();
    m_wanted = wanted;
    m_takenAt = m_backend.now();
    for (const PeopleService &service : std::as_const(m_services))
        m_findings.append(Finding{service, {}, undecided, {}, {}, true});
    Q_EMIT restarted();
    for (qsizetype i = 0; i < m_findings.size(); ++i)
        ask(i);
}

void PersonLookUp::again(std::function<void()> then)
{
    ++m_search;
    m_then = std::move(then);
    m_takenAt = m_backend.now();
    for (qsizetype i = 0; i < m_findings.size(); ++i)
        ask(i);
}

void PersonLookUp::retry(qsizetype index)
{
    ask(index);
}

void PersonLookUp::signIn(qsizetype index)
{
    Finding &finding = m_findings[index];
    finding.people.reset();
    finding.access.reset();
    Q_EMIT changed(index);
    const int search = m_search;
    onResult(finding.service.signIn(), this, [this, index, search](const Result<> &signedIn) {
        if (search != m_search)
            return;
        if (signedIn)
            ask(index);
        else
            found(index, tl::unexpected(signedIn.error()));
    });
}

void PersonLookUp::ask(qsizetype index)
{
    Finding &finding = m_findings[index];
    finding.people.reset();
    finding.access.reset();
    finding.chosen = undecided;
    Q_EMIT changed(index);
    const int search = m_search;
    onResult(finding.service.find(m_wanted), this, [this, index, search](const Result<QList<Person>> &people) {
        if (search == m_search)
            found(index, people);
    });
}

static QStringList idsOf(const QList<Person> &people)
{
    QStringList ids;
    for (const Person &person : people)
        ids.append(person.id);
    return ids;
}

// Whoever is left over when the chosen one goes was never chosen.
static qsizetype chosenOf(const QList<Person> &people, const PersonLookUp::Decision &decision)
{
    using By = PersonLookUp::Decision::By;
    const QStringList ids = idsOf(people);
    if (ids.isEmpty() || decision.by == By::Nobody)
        return PersonLookUp::undecided;
    if (decision.by == By::BeingAlone)
        return ids.size() > 1 || ids.contains(decision.id) ? PersonLookUp::undecided : PersonLookUp::otherPeople;
    if (!decision.id.isEmpty()) {
        const qsizetype index = ids.indexOf(decision.id);
        return index < 0 ? PersonLookUp::otherPeople : index;
    }
    const bool known =
        std::all_of(ids.begin(), ids.end(), [&](const QString &id) { return decision.among.contains(id); });
    return known ? PersonLookUp::noneOfThem : PersonLookUp::otherPeople;
}

void PersonLookUp::found(qsizetype index, const Result<QList<Person>> &people)
{
    Finding &finding = m_findings[index];
    finding.people = people;
    if (people)
        finding.chosen = chosenOf(*people, finding.decision);
    if (const Person *person = finding.person(); person && finding.decision.by == Decision::By::Nobody)
        finding.decision = {Decision::By::BeingAlone, person->id, {person->id}};
    unmarkDifferentPeople();
    if (finding.person())
        read(index);
    tell(index);
}

// Once: afterwards it is the operator's word.
void PersonLookUp::unmarkDifferentPeople()
{
    if (m_marksAsked || !mayBeDifferentPeople())
        return;
    m_marksAsked = true;
    for (qsizetype i = 0; i < m_findings.size(); ++i) {
        m_findings[i].meant = false;
        Q_EMIT changed(i);
    }
}

void PersonLookUp::read(qsizetype index)
{
    const int search = m_search;
    const QString id = m_findings.at(index).person()->id;
    onResult(m_findings.at(index).service.snapshot(*m_findings.at(index).person()), this,
             [this, index, search, id](const Result<PersonAccess> &access) {
                 const Person *person = search == m_search ? m_findings.at(index).person() : nullptr;
                 if (!person || person->id != id)
                     return;
                 m_findings[index].access = access;
                 tell(index);
             });
}

void PersonLookUp::tell(qsizetype index)
{
    Q_EMIT changed(index);
    if (m_then && !isReading())
        std::exchange(m_then, nullptr)();
}

void PersonLookUp::choose(qsizetype index, qsizetype person)
{
    Finding &finding = m_findings[index];
    const QList<Person> people = finding.people->value_or(QList<Person>());
    finding.chosen = person;
    finding.decision = {Decision::By::Operator, person >= 0 ? people.at(person).id : QString(), idsOf(people)};
    finding.access.reset();
    unmarkDifferentPeople();
    if (finding.person())
        read(index);
    tell(index);
}

void PersonLookUp::setMeant(qsizetype index, Qt::CheckState meant)
{
    m_findings[index].meant = meant == Qt::Checked;
    Q_EMIT changed(index);
}

bool PersonLookUp::isReading() const
{
    return std::any_of(m_findings.begin(), m_findings.end(),
                       [](const Finding &finding) { return finding.isReading(); });
}

bool PersonLookUp::foundAnybody() const
{
    return std::any_of(m_findings.begin(), m_findings.end(),
                       [](const Finding &finding) { return finding.person() || finding.awaitsChoice(); });
}

bool PersonLookUp::awaitsChoice() const
{
    return std::any_of(m_findings.begin(), m_findings.end(),
                       [](const Finding &finding) { return finding.awaitsChoice(); });
}

bool PersonLookUp::hasChanged() const
{
    return std::any_of(m_findings.begin(), m_findings.end(),
                       [](const Finding &finding) { return finding.hasChanged(); });
}

bool PersonLookUp::mayBeDifferentPeople() const
{
    QList<Person> people;
    for (const Finding &finding : m_findings) {
        if (const Person *person = finding.person())
            people.append(*person);
    }
    return curfew::mayBeDifferentPeople(people);
}

QList<qsizetype> PersonLookUp::meant() const
{
    QList<qsizetype> meant;
    for (qsizetype i = 0; i < m_findings.size(); ++i) {
        const Finding &finding = m_findings.at(i);
        if (finding.meant && finding.person() && finding.access)
            meant.append(i);
    }
    return meant;
}

QStringList PersonLookUp::unchecked() const
{
    QStringList names;
    for (const Finding &finding : m_findings) {
        if (finding.people && !*finding.people)
            names.append(finding.service.issuer.name);
    }
    return names;
}

QStringList PersonLookUp::unread() const
{
    QStringList names;
    for (const Finding &finding : m_findings) {
        if (finding.meant && finding.person() && finding.access && !*finding.access)
            names.append(finding.service.issuer.name);
    }
    return names;
}

QString PersonLookUp::label() const
{
    for (const Finding &finding : m_findings) {
        if (const Person *person = finding.person(); person && finding.meant)
            return person->name.isEmpty() ? person->label() : person->name;
    }
    return m_wanted;
}

std::chrono::seconds PersonLookUp::age() const
{
    return std::chrono::seconds(std::max<qint64>(0, m_takenAt.secsTo(m_backend.now())));
}

} // namespace curfew
