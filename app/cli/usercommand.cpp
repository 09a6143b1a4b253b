// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "usercommand.h"

#include "asyncresult.h"
#include "protectednames.h"
#include "terminal.h"
#include "usertext.h"
#include "visibletext.h"
#include "words.h"
#include "workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

UserCommand::~UserCommand() = default;

Result<QList<Issuer>> UserCommand::issuersToAsk()
{
    const auto all = workspace().issuers().issuers();
    if (!all)
        return tl::unexpected(all.error());
    const QStringList named = line().values.value(u"issuer"_s);
    QList<Issuer> asked;
    for (const Issuer &issuer : *all) {
        const ProviderDescriptor *descriptor = workspace().catalog().find(issuer.provider);
        const bool finds = descriptor && descriptor->people;
        if (named.contains(issuer.name) && !finds) {
            return failure(ErrorKind::Unsupported,
                           u"“%1” can't find people by name: %2"_s.arg(
                               issuer.name, descriptor ? descriptor->summary.english : u"its provider is unknown"_s));
        }
        if (finds && (named.isEmpty() || named.contains(issuer.name)))
            asked.append(issuer);
        else if (named.isEmpty())
            m_notCovered.append(issuer.name);
    }
    for (const QString &name : named) {
        const auto isIt = [&name](const Issuer &issuer) { return issuer.name == name; };
        if (std::none_of(asked.begin(), asked.end(), isIt))
            return failure(ErrorKind::UnknownIssuer, u"no issuer is called %1"_s.arg(visibleText(name)));
    }
    if (asked.isEmpty()) {
        return failure(ErrorKind::UnknownIssuer,
                       u"no configured issuer can find people by name; add one of the provider keycloak-admin or "
                       "sap-directory"_s);
    }
    return asked;
}

void UserCommand::search()
{
    if (const auto named = checkPersonName(wanted()); !named) {
        fail(named.error());
        return;
    }
    const auto issuers = issuersToAsk();
    if (!issuers) {
        fail(issuers.error());
        return;
    }
    m_toOpen = *issuers;
    openNext();
}

// One after the other: who has to sign in at two services sees one page at a time.
void UserCommand::openNext()
{
    if (m_toOpen.isEmpty()) {
        ask();
        return;
    }
    if (!BrowserSignIn::isFor(m_toOpen.constFirst())) {
        openWith({});
        return;
    }
    if (!m_signIn)
        m_signIn = new BrowserSignIn(workspace(), terminal(), this);
    onResult(m_signIn->run(m_toOpen.constFirst()), this, [this](const Result<SignedIn> &signedIn) {
        if (!signedIn) {
            cantOpen(signedIn.error());
            return;
        }
        m_ownNames += signedIn->names();
        openWith(signedIn->credential);
    });
}

void UserCommand::openWith(const CredentialPtr &signedIn)
{
    auto access = open(m_toOpen.constFirst(), signedIn);
    if (!access) {
        cantOpen(access.error());
        return;
    }
    auto service = std::make_unique<PersonService>(**access);
    m_opened.push_back({m_toOpen.takeFirst(), std::move(*access), std::move(service), {}});
    openNext();
}

// Of several one is not checked then; the others must not wait for it.
void UserCommand::cantOpen(const Error &error)
{
    if (m_opened.empty() && m_toOpen.size() == 1) {
        fail(error);
        return;
    }
    m_opened.push_back({m_toOpen.takeFirst(), {}, {}, error});
    openNext();
}

void UserCommand::ask()
{
    std::vector<PersonService *> services;
    services.reserve(m_opened.size());
    for (const Opened &opened : m_opened) {
        if (opened.service)
            services.push_back(opened.service.get());
    }
    m_search = std::make_unique<PersonSearch>(services, wanted());
    for (size_t i = 0; i < m_opened.size(); ++i) {
        if (m_opened[i].error)
            m_search->addUnchecked(qsizetype(i), m_opened[i].issuer, *m_opened[i].error);
    }
    connect(m_search.get(), &PersonSearch::finished, this, &UserCommand::searched);
    m_search->start();
}

static QString told(QStringList sentences)
{
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

bool UserCommand::isOnePerson()
{
    if (m_search->isAmbiguous()) {
        terminal().note(peopleTable(findings()));
        fail(failure(ErrorKind::InvalidInput,
                     u"several people go by “%1”; nothing was sent. Choose one by its id and --issuer"_s.arg(
                         visibleText(wanted()))));
        return false;
    }
    if (!m_search->foundAnybody()) {
        if (isAnyUnchecked())
            failUnchecked();
        else
            fail(ErrorKind::InvalidInput, told({nobodyText(), notCoveredText()}));
        return false;
    }
    if (m_search->mayBeDifferentPeople() && !line().has(u"issuer"_s)) {
        terminal().note(peopleTable(findings()));
        fail(failure(ErrorKind::InvalidInput,
                     u"the accounts called “%1” at different issuers have no e-mail address in common, and may be "
                     "several people's; nothing was sent. Name the issuers that are meant with --issuer"_s.arg(
                         visibleText(wanted()))));
        return false;
    }
    return true;
}

bool UserCommand::isAnyUnchecked() const
{
    return std::any_of(findings().begin(), findings().end(),
                       [](const ServiceFinding &finding) { return finding.uncheckedBecause().has_value(); });
}

// One error is not all of them: each issuer's is told, and the gravest decides.
void UserCommand::failUnchecked()
{
    QStringList lines;
    std::optional<ErrorKind> gravest;
    for (const ServiceFinding &finding : findings()) {
        const auto error = finding.uncheckedBecause();
        if (!error)
            continue;
        lines.append(u"NOT CHECKED at %1: %2"_s.arg(visibleText(finding.issuer.name), sentence(*error)));
        if (!gravest || graver(statusOf(*gravest), statusOf(error->kind)) != statusOf(*gravest))
            gravest = error->kind;
    }
    lines += {nobodyText(), notCoveredText()};
    fail(gravest.value_or(ErrorKind::BadResponse), told(lines));
}

bool UserCommand::mayTouch(const QList<Person> &people)
{
    const QStringList confirmed = line().values.value(u"confirm"_s);
    const QStringList ownNames = m_ownNames + QStringList{workspace().operatorName()};
    for (const Person &person : people) {
        const auto isProtected = workspace().protectedNames().protects(person);
        if (!isProtected) {
            fail(isProtected.error());
            return false;
        }
        const bool own = person.mayBelongTo(ownNames);
        if (!*isProtected && !own)
            continue;
        const QString why = own ? u"your own account"_s : u"a protected account"_s;
        const QString name = person.typedName();
        // As it is shown, where it has characters that nobody can type.
        const auto isIt = [&name](const QString &typed) {
            return typed.trimmed() == name || typed.trimmed() == visibleText(name);
        };
        if (std::any_of(confirmed.begin(), confirmed.end(), isIt))
            continue;
        if (!line().has(u"confirm"_s) && !line().has(u"yes"_s) && terminal().canAsk()) {
            const auto typed = terminal().readInput(
                u"“%1” is %2. Type “%3” to go on: "_s.arg(visibleText(person.label()), why, visibleText(name)));
            if (typed && isIt(QString::fromUtf8(*typed)))
                continue;
        }
        fail(failure(ErrorKind::InvalidInput,
                     u"“%1” is %2; nothing was sent. --confirm “%3” says that it is meant"_s.arg(
                         visibleText(person.label()), why, visibleText(name))));
        return false;
    }
    return true;
}

QString UserCommand::nobodyText() const
{
    const QString without = issuersWithout(findings());
    return without.isEmpty() ? QString() : u"Nobody goes by exactly “%1” at %2."_s.arg(visibleText(wanted()), without);
}

QString UserCommand::notCoveredText() const
{
    QStringList names;
    for (const QString &name : m_notCovered)
        names.append(visibleText(name));
    return names.isEmpty() ? QString()
                           : u"NOT COVERED, since people can't be found there by name: %1."_s.arg(names.join(u", "_s));
}

void UserCommand::warnOfUnchecked()
{
    if (line().json() && !m_notCovered.isEmpty())
        terminal().note(notCoveredText());
    for (const ServiceFinding &finding : findings()) {
        if (const auto error = finding.uncheckedBecause())
            warn(u"NOT CHECKED at %1: %2"_s.arg(visibleText(finding.issuer.name), sentence(*error)));
    }
}

ExitStatus UserCommand::statusOfUnchecked() const
{
    ExitStatus status = ExitStatus::Good;
    for (const ServiceFinding &finding : findings()) {
        if (const auto error = finding.uncheckedBecause())
            status = graver(status, statusOf(error->kind));
    }
    return status;
}

} // namespace curfew
