// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containflow.h"

#include "personwords.h"
#include "reportdialog.h"
#include "resultspanel.h"
#include "timewords.h"

#include <utility>

namespace curfew {

static constexpr std::chrono::seconds oldestReading(30); // that is confirmed without being read again

ContainFlow::ContainFlow(const PeopleBackend &backend, PersonLookUp &lookUp, ResultsPanel &results, QWidget *page)
    : QObject(page)
    , m_backend(backend)
    , m_lookUp(lookUp)
    , m_results(results)
    , m_page(page)
    , m_behind(backend)
{
    startLooks();
    connect(&results, &ResultsPanel::retryRequested, this, [this] { m_kind == Kind::Contain ? contain() : release(); });
    connect(&results, &ResultsPanel::checkRequested, this, [this] { m_second->look(); });
    connect(&results, &ResultsPanel::reportRequested, this, [this] {
        saveReports(m_action.reports(), m_page,
                    [this](const QString &words, Tone tone) { m_results.say(words, tone); });
    });
    connect(&m_action, &PersonAction::progressed, this, &ContainFlow::progressed);
    connect(&m_action, &PersonAction::stepChanged, this, &ContainFlow::stepChanged);
    connect(&m_action, &PersonAction::finished, this, &ContainFlow::actionFinished);
    connect(&m_earlier, &EarlierLookUp::found, this, &ContainFlow::askToRelease);
    connect(&m_behind, &LeftLooks::told, this, &ContainFlow::lookedBehind);
}

void ContainFlow::startLooks()
{
    m_second = std::make_unique<SecondLook>();
    connect(m_second.get(), &SecondLook::started, this, [this] {
        m_results.setBusy(true);
        m_results.say(tr("Looking again…"), Tone::Grey);
    });
    connect(m_second.get(), &SecondLook::found, this, &ContainFlow::laterFound);
    connect(m_second.get(), &SecondLook::finished, this, &ContainFlow::looked);
}

void ContainFlow::read(const std::function<void()> &then)
{
    if (m_changed || m_lookUp.age() > oldestReading) {
        m_changed = false;
        m_lookUp.again(then);
    } else {
        then();
    }
}

void ContainFlow::contain()
{
    if (!isRunning())
        read([this] { askToContain(); });
}

bool ContainFlow::isDecided()
{
    const bool decided = !m_lookUp.awaitsChoice() && !m_lookUp.meant().isEmpty();
    if (!decided)
        Q_EMIT refused(tr("It has changed who goes by this name. Choose again; nothing was sent."));
    return decided;
}

void ContainFlow::askToContain()
{
    if (!isDecided())
        return;
    ContainRequest request;
    request.label = m_lookUp.label();
    request.unchecked = m_lookUp.unchecked();
    request.others = m_lookUp.others();
    request.readAt = m_lookUp.takenAt();
    request.now = m_backend.now;
    request.mode = m_backend.mode;
    const QList<qsizetype> meant = m_lookUp.meant();
    for (const qsizetype index : meant) {
        const PersonLookUp::Finding &finding = m_lookUp.findings().at(index);
        const auto guard = m_backend.guard(*finding.person());
        if (!guard) { // who is protected isn't known: nobody may be ended by a slip
            Q_EMIT failed(guard.error());
            return;
        }
        request.shares.append({finding.service, *finding.person(), *finding.access, *guard});
    }
    QList<PeopleService> services;
    for (const ContainRequest::Share &share : std::as_const(request.shares))
        services.append(share.service);
    auto *dialog = new ContainDialog(std::move(request), m_page);
    m_question = dialog;
    connect(dialog, &ContainDialog::confirmed, this, [this, services](const ContainDecision &decision) {
        m_left = decision.left;
        m_unchecked = m_lookUp.unchecked();
        run(Kind::Contain, services, decision.plans, options(decision.ticket, decision.reason));
    });
    dialog->open();
}

void ContainFlow::release()
{
    if (isRunning())
        return;
    read([this] {
        if (!isDecided())
            return;
        QList<qsizetype> blocked;
        const QList<qsizetype> meant = m_lookUp.meant();
        for (const qsizetype index : meant) {
            if (!m_lookUp.findings().at(index).person()->enabled.value_or(false))
                blocked.append(index);
        }
        if (blocked.isEmpty())
            refuseToRelease();
        else
            lookForBlocks(blocked);
    });
}

void ContainFlow::refuseToRelease()
{
    QString why = tr("This person may sign in already, wherever that is known.");
    if (const QStringList unchecked = m_lookUp.unchecked(); !unchecked.isEmpty())
        why += u' ' + tr("Not checked at %1.").arg(listWords(unchecked));
    Q_EMIT refused(why);
}

// Whom Curfew blocked is offered first: what was before is known by then.
void ContainFlow::lookForBlocks(const QList<qsizetype> &blocked)
{
    ReleaseRequest request;
    request.label = m_lookUp.label();
    request.unchecked = m_lookUp.unchecked();
    request.now = m_backend.now;
    request.mode = m_backend.mode;
    for (const qsizetype index : blocked) {
        const PersonLookUp::Finding &finding = m_lookUp.findings().at(index);
        request.shares.append({finding.service, *finding.person(), *finding.access, EarlierState::NotRecorded});
    }
    m_earlier.start(std::move(request));
}

void ContainFlow::askToRelease(const ReleaseRequest &request)
{
    auto *dialog = new ReleaseDialog(request, m_page);
    m_question = dialog;
    connect(dialog, &ReleaseDialog::confirmed, this, [this, request](const ReleaseDecision &decision) {
        QList<PeopleService> services;
        QList<ContainPlan> plans;
        m_leftBlocked.clear();
        for (qsizetype i = 0; i < request.shares.size(); ++i) {
            const ReleaseRequest::Share &share = request.shares.at(i);
            if (!decision.shares.contains(i)) {
                m_leftBlocked.append(share.service.issuer.name);
                continue;
            }
            services.append(share.service);
            plans.append(share.service.planRelease(share.person));
        }
        m_left = {};
        m_unchecked = request.unchecked;
        run(Kind::Release, services, plans, options(decision.ticket, decision.reason));
    });
    dialog->open();
}

ContainOptions ContainFlow::options(const QString &ticket, const QString &reason) const
{
    ContainOptions options;
    options.operatorName = m_backend.operatorName;
    options.ticket = ticket;
    options.reason = reason;
    return options;
}

void ContainFlow::run(Kind kind, const QList<PeopleService> &services, const QList<ContainPlan> &plans,
                      const ContainOptions &options)
{
    if (isRunning())
        return;
    clear();
    m_kind = kind;
    m_nameless = false;
    m_changed = true;
    m_action.start(services, plans, options);
    Q_EMIT started();
    Q_EMIT progressed();
}

void ContainFlow::actionFinished()
{
    for (const PersonAction::Part &part : m_action.parts()) {
        if (m_kind != Kind::Contain || m_nameless)
            continue;
        m_second->add(part.service, part.action->plan(), part.action->record().items, part.action->later());
        if (!part.action->later().isEmpty())
            Q_EMIT laterFound(part.service.issuer.name, part.action->later());
    }
    const bool looksAgain = !m_second->isEmpty() && !m_action.wasStopped();
    if (looksAgain)
        m_second->lookIn(m_backend.secondLook);
    showResult();
    if (looksAgain) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_backend.secondLook);
        m_results.say(
            tr("Curfew looks again in %1 for sessions that are new since, or work again.").arg(durationWords(seconds)),
            Tone::Grey);
    }
    Q_EMIT finished();
}

// What a step is about, and where somebody came in from.
static void forgetNames(ContainedShare *share)
{
    for (ContainItem &item : share->plan.items)
        item.subject.clear();
    for (QList<PersonSession> *sessions : {&share->later.begun, &share->later.back}) {
        for (PersonSession &session : *sessions) {
            session.applications.clear();
            session.ip.clear();
        }
    }
}

ContainedFacts ContainFlow::facts() const
{
    ContainedFacts facts;
    facts.left = m_left;
    facts.unchecked = m_unchecked;
    facts.leftBlocked = m_leftBlocked;
    facts.others = m_lookUp.others();
    facts.shares = m_action.shares();
    for (ContainedShare &share : facts.shares) {
        if (m_second->looksAt(share.service))
            share.later = m_second->later(share.service); // which began with what the action saw
        share.second = m_second->sight(share.service);
        if (m_nameless)
            forgetNames(&share);
    }
    return facts;
}

void ContainFlow::showResult()
{
    const bool contained = m_kind == Kind::Contain;
    ResultsPanel::Offers offers;
    offers.setFlag(ResultsPanel::Offer::Check, !m_second->isEmpty());
    offers.setFlag(ResultsPanel::Offer::Report, !m_action.reports().isEmpty());
    ResultText text = contained ? containSummary(facts()) : releaseSummary(facts());
    text.canRetry = text.canRetry && !m_nameless;
    m_results.show(text, offers);
}

void ContainFlow::looked()
{
    showResult();
    const QStringList unseen = m_second->unseen();
    const QString at = clockTime(m_backend.now(), m_backend.now());
    if (!unseen.isEmpty())
        m_results.say(tr("Looked again at %1, but %2 could not be read: not checked there.").arg(at, listWords(unseen)),
                      Tone::Amber);
    else if (m_second->foundAny())
        m_results.say(tr("Looked again at %1: there are sessions that work.").arg(at), Tone::Red);
    else
        m_results.say(tr("Looked again at %1: no session is new since, and none works again.").arg(at), Tone::Plain);
    m_changed = true;
}

void ContainFlow::setAside()
{
    if (isRunning())
        return;
    m_earlier.drop();
    m_results.hide();
}

void ContainFlow::clear()
{
    if (isRunning())
        return;
    setAside();
    m_second->clear();
    m_action.clear();
    m_changed = false;
}

void ContainFlow::leave()
{
    if (m_second->isDue()) {
        m_second->disconnect(this);
        m_behind.take(std::move(m_second), m_lookUp.wanted(), m_lookUp.label());
        startLooks();
    }
    clear();
}

void ContainFlow::drop()
{
    const bool due = m_second->isDue() || !m_behind.isEmpty();
    m_behind.clear();
    clear();
    if (due)
        Q_EMIT looksDropped();
}

void ContainFlow::lock()
{
    if (m_question)
        m_question->reject();
    m_nameless = true;
    drop();
}

} // namespace curfew
