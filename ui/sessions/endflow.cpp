// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "endflow.h"

#include "confirmdialog.h"
#include "interruptedplan.h"
#include "providertext.h"
#include "reportdialog.h"
#include "resultspanel.h"
#include "resultsummary.h"
#include "sessionlookup.h"

#include <QPointer>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr std::chrono::seconds oldestList(30); // that is confirmed without being read again

EndFlow::EndFlow(const SessionsBackend &backend, SessionLookUp &lookUp, SessionTableModel &model, ResultsPanel &results,
                 QWidget *page)
    : QObject(page)
    , m_backend(backend)
    , m_lookUp(lookUp)
    , m_model(model)
    , m_results(results)
    , m_page(page)
{
    connect(&results, &ResultsPanel::retryRequested, this, &EndFlow::retry);
    connect(&results, &ResultsPanel::checkRequested, this, &EndFlow::check);
    connect(&results, &ResultsPanel::reportRequested, this, &EndFlow::report);
}

QString EndFlow::notReadAgain()
{
    return tr("The list could not be read again: this is what was listed before.");
}

void EndFlow::request(const Selection &selection)
{
    if (m_lookUp.isListing() && m_lookUp.age() > oldestList)
        m_lookUp.again([this, selection] { confirmSelection(selection, ListAge::JustRead); });
    else
        confirmSelection(selection, ListAge::AsShown);
}

void EndFlow::takeUp(const BatchRecord &batch, TakeUp wanted)
{
    m_interrupted = batch;
    m_wanted = wanted;
}

void EndFlow::carryOn()
{
    if (!m_interrupted || !m_wanted)
        return;
    if (*std::exchange(m_wanted, std::nullopt) == TakeUp::Check)
        checkInterrupted();
    else
        requestInterrupted();
}

void EndFlow::dropInterrupted()
{
    m_interrupted.reset();
    m_wanted.reset();
}

bool EndFlow::mayCarryOn() const
{
    return m_interrupted && !isRunning() && !m_lookUp.contradictsToken() && m_lookUp.hasAnchor();
}

void EndFlow::checkInterrupted()
{
    if (!mayCarryOn())
        return;
    if (const auto plan = planToCheck(*m_interrupted, m_lookUp))
        begin(*plan, {});
    else
        Q_EMIT refused(plan.error());
}

void EndFlow::requestInterrupted()
{
    if (!mayCarryOn())
        return;
    auto resume = planToSendAgain(*m_interrupted, m_lookUp);
    if (!resume) {
        Q_EMIT refused(resume.error());
        return;
    }
    const QString missing = resume->missing > 0
        ? tr("%n of its tokens weren’t given again: they stay as the journal has them.", nullptr, int(resume->missing))
        : QString();
    confirm(std::move(resume->plan), 0, 0, missing);
}

void EndFlow::confirmSelection(const Selection &selection, ListAge age)
{
    if (m_lookUp.contradictsToken() || !m_lookUp.hasAnchor())
        return;
    const bool all = selection.kind == Selection::Kind::All;
    const bool readAgain = age == ListAge::JustRead;
    const bool failed = readAgain && m_lookUp.error();
    // *All* is everything that is not ended yet: what an action ended stays in the table until the list is read again.
    Selection left{Selection::Kind::Sessions, {}, {}};
    qsizetype hidden = 0;
    for (const SessionRow &row : m_model.rows()) {
        if (isEnded(row.state))
            continue;
        left.sessions.insert(row.id);
        hidden += !m_model.indexOf(row.id).isValid();
    }
    confirm(m_lookUp.plan(all && left.sessions.size() < m_model.rows().size() ? left : selection),
            all && readAgain && !failed ? m_lookUp.newSessions() : 0, all ? hidden : 0,
            failed ? notReadAgain() : QString());
}

void EndFlow::confirm(RevocationPlan plan, qsizetype newSessions, qsizetype hidden, const QString &warning)
{
    if (plan.items.isEmpty()) {
        Q_EMIT refused(tr("What you picked is no longer listed. Nothing was sent."));
        return;
    }
    ConfirmRequest request;
    request.expectedTime = m_backend.expectedTime(plan);
    request.plan = std::move(plan);
    request.issuer = m_backend.issuer;
    request.ends = m_backend.descriptor.ends;
    request.doesNotEnd = m_backend.descriptor.doesNotEnd;
    request.listedAt = m_lookUp.listing().takenAt;
    request.now = m_backend.now;
    request.hiddenByFilter = hidden;
    request.newSessions = newSessions;
    request.warning = warning;
    request.rows = m_lookUp.isListing() ? Rows::Sessions : Rows::Tokens;
    request.mode = m_backend.mode;
    m_question = new ConfirmDialog(std::move(request), m_page);
    connect(m_question, &ConfirmDialog::confirmed, this, &EndFlow::run);
    m_question->open();
}

//! What the result will need of the table, which may be empty by then: the window locks while an action runs.
void EndFlow::rememberRows(const RevocationPlan &plan)
{
    QSet<QString> planned; // a token by its fingerprint, one without by its session
    for (const PlanItem &item : plan.items)
        planned.insert(item.record.fingerprint.isEmpty() ? item.record.session : item.record.fingerprint);
    m_names.clear();
    m_others.clear();
    for (const SessionRow &row : m_model.rows()) {
        QStringList parts{row.application, row.device, row.ip};
        parts.removeAll(QString());
        m_names.insert(row.id, m_lookUp.isListing() ? parts.join(u" · "_s) : tr("Token %1").arg(row.id));
        const bool staysOpen = std::any_of(row.tokens.begin(), row.tokens.end(), [&](const TokenRow &token) {
            return mayLetIn(token.state)
                && !planned.contains(token.fingerprint.isNull() ? row.id : token.fingerprint.toString());
        });
        if (staysOpen)
            m_others.append(row.id);
    }
}

void EndFlow::run(const ConfirmedAction &confirmed)
{
    if (isRunning())
        return;
    RevocationOptions options;
    options.operatorName = m_backend.operatorName;
    options.ticket = confirmed.ticket;
    options.reason = confirmed.reason;
    begin(confirmed.plan, options);
}

void EndFlow::begin(const RevocationPlan &plan, const RevocationOptions &options)
{
    if (plan.resumes)
        dropInterrupted();
    rememberRows(plan);
    delete std::exchange(m_action, nullptr);
    m_action = new SessionAction(m_backend, plan, options, this);
    connect(m_action, &SessionAction::changed, this, [this](const QList<SessionTableModel::StateChange> &changes) {
        m_model.setStates(changes);
        Q_EMIT progressed();
    });
    connect(m_action, &SessionAction::finished, this, &EndFlow::actionFinished);
    connect(m_action, &SessionAction::checkedAgain, this, &EndFlow::showRecheck);
    m_results.hide();
    m_action->start();
    Q_EMIT started();
}

void EndFlow::actionFinished()
{
    Q_EMIT progressed();
    if (const auto &error = m_action->error())
        Q_EMIT failed(*error);
    SummaryFacts facts;
    facts.service = m_backend.issuer.name;
    facts.names = m_names;
    facts.others = m_others;
    facts.doesNotEnd = providerText(m_backend.descriptor.doesNotEnd);
    facts.now = m_backend.now();
    const BatchSummary &summary = m_action->record().summary;
    const QString batch = summary.batch;
    if (m_action->resumes() && !summary.finishedAt)
        m_interrupted = m_action->record(); // as after a check: the rest can still be sent again
    ResultsPanel::Offers offers;
    offers.setFlag(ResultsPanel::Offer::Check, m_backend.descriptor.introspects());
    offers.setFlag(ResultsPanel::Offer::Report, !batch.isEmpty());
    m_results.show(ResultSummary::of(m_action->record(), facts), offers);
    Q_EMIT finished(batch);
}

void EndFlow::retry()
{
    if (!m_action || isRunning())
        return;
    RevocationPlan left = m_action->leftOver();
    if (!m_lookUp.isListing() || m_lookUp.age() <= oldestList || !m_lookUp.hasAnchor()) {
        confirm(std::move(left), 0, 0, {});
        return;
    }
    m_lookUp.again([this, left = std::move(left)] {
        if (m_lookUp.error()) { // as after everything was ended: its token tells nothing any more
            confirm(left, 0, 0, notReadAgain());
            return;
        }
        Selection selection{Selection::Kind::Sessions, {}, {}};
        for (const PlanItem &item : left.items)
            selection.sessions.insert(item.record.session);
        confirmSelection(selection, ListAge::JustRead);
    });
}

void EndFlow::report()
{
    if (!m_action)
        return;
    saveReports({{m_action->record().summary.batch, m_backend.issuer.name, m_backend.exportBatch}}, m_page,
                [this](const QString &words, Tone tone) { m_results.say(words, tone); });
}

void EndFlow::showRecheck(const SessionAction::Recheck &recheck)
{
    m_results.setBusy(false);
    QStringList parts;
    if (recheck.alive > 0)
        parts.append(tr("%n token(s) still work", nullptr, int(recheck.alive)));
    if (recheck.inactive > 0)
        parts.append(tr("%n not active any more", nullptr, int(recheck.inactive)));
    if (recheck.unseen > 0)
        parts.append(tr("%n couldn’t be looked at", nullptr, int(recheck.unseen)));
    if (parts.isEmpty())
        parts.append(tr("nothing was left to look at"));
    m_results.say(tr("Looked again: %1.").arg(parts.join(", "_L1)), recheck.alive > 0 ? Tone::Red : Tone::Plain);
}

void EndFlow::check()
{
    if (!m_action || isRunning())
        return;
    m_results.setBusy(true);
    m_results.say(tr("Looking again…"), Tone::Grey);
    m_action->checkAgain();
}

void EndFlow::stop()
{
    if (m_action)
        m_action->stop();
}

void EndFlow::lock()
{
    if (m_question)
        m_question->reject();
    m_names.clear(); // the result of what still runs names nobody then
    if (!isRunning())
        delete std::exchange(m_action, nullptr);
}

} // namespace curfew
