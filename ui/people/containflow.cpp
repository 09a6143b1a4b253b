// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containflow.h"

#include "asyncresult.h"
#include "personwords.h"
#include "providertext.h"
#include "reportdialog.h"
#include "resultspanel.h"
#include "timewords.h"

#include <algorithm>
#include <utility>

namespace curfew {

static constexpr std::chrono::seconds oldestReading(30); // that is confirmed without being read again

ContainFlow::ContainFlow(const PeopleBackend &backend, PersonLookUp &lookUp, ResultsPanel &results, QWidget *page)
    : QObject(page)
    , m_backend(backend)
    , m_lookUp(lookUp)
    , m_results(results)
    , m_page(page)
{
    connect(&m_second, &SecondLook::started, this, [this] {
        m_results.setBusy(true);
        m_results.say(tr("Looking again…"), Tone::Grey);
    });
    connect(&m_second, &SecondLook::found, this, &ContainFlow::sinceFound);
    connect(&m_second, &SecondLook::finished, this, &ContainFlow::looked);
    connect(&results, &ResultsPanel::retryRequested, this, [this] { m_kind == Kind::Contain ? contain() : release(); });
    connect(&results, &ResultsPanel::checkRequested, &m_second, &SecondLook::look);
    connect(&results, &ResultsPanel::reportRequested, this, [this] {
        saveReports(reports(), m_page, [this](const QString &words, Tone tone) { m_results.say(words, tone); });
    });
}

bool ContainFlow::isRunning() const
{
    return std::any_of(m_shares.begin(), m_shares.end(), [](const Share &share) { return share.action->isRunning(); });
}

QStringList ContainFlow::runningServices() const
{
    QStringList services;
    for (const Share &share : m_shares) {
        if (share.action->isRunning())
            services.append(share.service.issuer.name);
    }
    return services;
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

void ContainFlow::askToContain()
{
    if (m_lookUp.awaitsChoice() || m_lookUp.meant().isEmpty()) {
        Q_EMIT refused(tr("It has changed who goes by this name. Choose again; nothing was sent."));
        return;
    }
    ContainRequest request;
    request.label = m_lookUp.label();
    request.unchecked = m_lookUp.unchecked();
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
        QList<qsizetype> blocked;
        const QList<qsizetype> meant = m_lookUp.meant();
        for (const qsizetype index : meant) {
            if (!m_lookUp.findings().at(index).person()->enabled.value_or(false))
                blocked.append(index);
        }
        if (blocked.isEmpty())
            Q_EMIT refused(tr("This person may sign in already, wherever that is known."));
        else
            askToRelease(blocked);
    });
}

void ContainFlow::askToRelease(const QList<qsizetype> &blocked)
{
    auto request = std::make_shared<ReleaseRequest>();
    request->label = m_lookUp.label();
    request->mode = m_backend.mode;
    for (const qsizetype index : blocked) {
        const PersonLookUp::Finding &finding = m_lookUp.findings().at(index);
        request->shares.append({finding.service, *finding.person(), EarlierState::NotRecorded});
    }
    const auto pending = std::make_shared<qsizetype>(blocked.size());
    const auto ask = [this, request] {
        auto *dialog = new ReleaseDialog(*request, m_page);
        m_question = dialog;
        connect(dialog, &ReleaseDialog::confirmed, this, [this, request](const ReleaseDecision &decision) {
            QList<PeopleService> services;
            QList<ContainPlan> plans;
            for (const qsizetype index : decision.shares) {
                const ReleaseRequest::Share &share = request->shares.at(index);
                services.append(share.service);
                plans.append(share.service.planRelease(share.person));
            }
            m_left = {};
            m_unchecked.clear();
            run(Kind::Release, services, plans, options(decision.ticket, decision.reason));
        });
        dialog->open();
    };
    const int run = m_run;
    qsizetype position = 0;
    for (const auto &share : std::as_const(request->shares)) {
        onResult(share.service.earlierState(share.person), this,
                 [this, request, pending, ask, position, run](const Result<EarlierState> &earlier) {
                     request->shares[position].earlier = earlier;
                     if (--*pending == 0 && run == m_run)
                         ask();
                 });
        ++position;
    }
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
    drop();
    m_kind = kind;
    m_stopping = false;
    m_nameless = false;
    m_changed = true;
    for (qsizetype i = 0; i < plans.size(); ++i) {
        if (!plans.at(i).items.isEmpty())
            m_shares.append({services.at(i), services.at(i).action(plans.at(i), options, this)});
    }
    qsizetype position = 0;
    for (const Share &share : std::as_const(m_shares)) {
        connect(share.action, &ContainAction::itemChanged, this, [this, position](qsizetype index) {
            tellStep(m_shares.at(position), index);
            Q_EMIT progressed();
        });
        connect(share.action, &ContainAction::finished, this, &ContainFlow::shareFinished);
        ++position;
    }
    for (const Share &share : std::as_const(m_shares))
        share.action->start();
    for (const Share &share : std::as_const(m_shares)) {
        for (qsizetype i = 0; i < share.action->plan().items.size(); ++i)
            tellStep(share, i);
    }
    Q_EMIT started();
    Q_EMIT progressed();
}

void ContainFlow::tellStep(const Share &share, qsizetype index)
{
    const ItemRecord &record = share.action->record().items.at(index);
    Q_EMIT stepChanged(share.service.issuer.name, share.action->plan().items.at(index),
                       stepStyle(record.item.action, record));
}

void ContainFlow::shareFinished()
{
    Q_EMIT progressed();
    if (isRunning())
        return;
    for (const Share &share : std::as_const(m_shares)) {
        if (m_kind == Kind::Contain && !m_nameless)
            m_second.add(share.service, share.action->plan());
    }
    const bool looksAgain = !m_second.isEmpty() && !m_stopping;
    if (looksAgain)
        m_second.lookIn(m_backend.secondLook);
    showResult();
    if (looksAgain) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_backend.secondLook);
        m_results.say(tr("Curfew looks again in %1 for sessions that are new since.").arg(durationWords(seconds)),
                      Tone::Grey);
    }
    Q_EMIT finished();
}

ContainedFacts ContainFlow::facts() const
{
    ContainedFacts facts;
    facts.left = m_left;
    facts.unchecked = m_unchecked;
    for (const Share &share : m_shares) {
        ContainedShare told;
        told.service = share.service.issuer.name;
        told.doesNotEnd = providerText(share.service.doesNotEnd);
        told.plan = share.action->plan();
        told.record = share.action->record();
        told.since = m_second.since(told.service);
        told.second = m_second.sight(told.service);
        if (const auto &error = share.action->error())
            told.problem = errorText(*error).happened;
        for (ContainItem &item : told.plan.items) {
            if (m_nameless)
                item.subject.clear();
        }
        facts.shares.append(told);
    }
    return facts;
}

QList<Report> ContainFlow::reports() const
{
    QList<Report> reports;
    for (const Share &share : m_shares) {
        if (const QString batch = share.action->record().summary.batch; !batch.isEmpty())
            reports.append({batch, share.service.issuer.name, share.service.exportBatch});
    }
    return reports;
}

void ContainFlow::showResult()
{
    const bool contained = m_kind == Kind::Contain;
    ResultsPanel::Offers offers;
    offers.setFlag(ResultsPanel::Offer::Check, !m_second.isEmpty());
    offers.setFlag(ResultsPanel::Offer::Report, !reports().isEmpty());
    ResultText text = contained ? containSummary(facts()) : releaseSummary(facts());
    text.canRetry = text.canRetry && !m_nameless;
    m_results.show(text, offers);
}

void ContainFlow::looked()
{
    showResult();
    const QStringList unseen = m_second.unseen();
    const QString at = clockTime(m_backend.now(), m_backend.now());
    if (!unseen.isEmpty())
        m_results.say(
            tr("Looked again at %1, but %2 could not be asked: not checked there.").arg(at, listWords(unseen)),
            Tone::Amber);
    else if (m_second.foundAny())
        m_results.say(tr("Looked again at %1: there are sessions that were not ended.").arg(at), Tone::Red);
    else
        m_results.say(tr("Looked again at %1: no session is new since.").arg(at), Tone::Plain);
    m_changed = true;
}

Activity ContainFlow::activity() const
{
    Activity activity;
    activity.running = isRunning();
    if (!activity.running)
        return activity;
    for (const Share &share : m_shares) {
        activity.total += share.action->plan().items.size();
        const QList<ItemRecord> &items = share.action->record().items;
        activity.done += std::count_if(items.begin(), items.end(),
                                       [](const ItemRecord &item) { return item.state == ItemState::Done; });
    }
    activity.stopping = m_stopping;
    activity.stoppable = !m_stopping;
    const QString steps = tr("%1 of %n step(s) done", nullptr, int(activity.total)).arg(activity.done);
    activity.text = tr("%1 at %n service(s)", nullptr, int(m_shares.size())).arg(steps);
    return activity;
}

void ContainFlow::stop()
{
    if (!isRunning())
        return;
    m_stopping = true;
    for (const Share &share : std::as_const(m_shares))
        share.action->stop();
    Q_EMIT progressed();
}

void ContainFlow::drop()
{
    if (isRunning())
        return;
    ++m_run;
    m_second.clear();
    m_results.hide();
    for (const Share &share : std::as_const(m_shares))
        share.action->deleteLater();
    m_shares.clear();
    m_changed = false;
}

void ContainFlow::lock()
{
    if (m_question)
        m_question->reject();
    m_nameless = true;
    drop();
}

} // namespace curfew
