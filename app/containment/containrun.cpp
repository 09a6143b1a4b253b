// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containrun.h"

#include "asyncresult.h"
#include "httpchannel.h"
#include "journal.h"
#include "personservice.h"

#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace curfew {

ContainRun::ContainRun(PersonService &service, ContainPlan plan, ContainOptions options, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_plan(std::move(plan))
    , m_options(std::move(options))
    , m_gate(service.access().journal(), service.access().window(), this)
{
    m_record.summary.issuer = m_plan.issuer;
    m_record.summary.user = m_plan.person.label();
    m_record.summary.operatorName = m_options.operatorName;
    m_record.summary.reason = m_options.reason;
    m_record.summary.ticket = m_options.ticket;
    for (const ContainItem &item : std::as_const(m_plan.items)) {
        Known known;
        known.evidence.before = item.seenBefore;
        m_known.append(known);
        m_record.items.append({item.record, ItemState::Planned, item.seenBefore, std::nullopt});
    }
    connect(&m_gate, &SendGate::journalFailed, this, [this](const Error &error) { m_error = error; });
}

void ContainRun::start()
{
    m_running = true;
    m_record.summary.startedAt = QDateTime::currentDateTimeUtc();
    m_phases = phasesOf(m_plan);
    BatchIntent intent;
    intent.issuer = m_plan.issuer;
    intent.user = m_plan.person.label();
    intent.operatorName = m_options.operatorName;
    intent.reason = m_options.reason;
    intent.ticket = m_options.ticket;
    for (const ContainItem &item : std::as_const(m_plan.items)) {
        if (item.seenBefore == Sight::Alive)
            intent.seenAlive.insert(intent.items.size());
        intent.items.append(item.record);
    }
    // The credential first: without one there is nothing to begin.
    onResult(m_service.access().ready({}), this, [this, intent](const Result<CredentialPtr> &credential) {
        if (credential)
            onResult(m_service.access().journal().openBatch(intent), this,
                     [this](const Result<QString> &batch) { opened(batch); });
        else
            fail(credential.error());
    });
}

void ContainRun::fail(const Error &error)
{
    m_error = error;
    m_clientRefused = error.kind == ErrorKind::BreakerOpen || error.kind == ErrorKind::ClientRefused;
    m_running = false;
    Q_EMIT finished();
}

void ContainRun::opened(const Result<QString> &batch)
{
    if (!batch) {
        fail(batch.error());
        return;
    }
    m_record.summary.batch = *batch;
    m_gate.open(*batch);
    for (qsizetype i = 0; i < m_plan.items.size(); ++i) {
        m_known[i].reply.message = m_plan.items.at(i).notChecked;
        if (!m_plan.items.at(i).isCarriedOut())
            conclude(i);
    }
    next();
}

void ContainRun::stop()
{
    if (!m_running || m_stopped)
        return;
    m_stopped = true;
    m_lookCut = true;
    m_gate.close();
    m_service.access().channel().stop(); // what is in flight is waited for, and not repeated
}

void ContainRun::next()
{
    if (m_phases.isEmpty()) {
        finish();
        return;
    }
    m_phase = m_phases.takeFirst();
    m_pending = m_phase.send.size();
    m_looks = 0;
    const QList<qsizetype> together = m_phase.send; // replies may change the phase
    for (const qsizetype index : together)
        send(index);
}

void ContainRun::send(qsizetype index)
{
    m_gate.request({index, m_known.at(index).evidence.before}, [this, index](SendGate::Passage passage) {
        if (passage == SendGate::Passage::Closed) {
            RevokeReply unsent;
            unsent.message = m_error ? m_error->detail : u"stopped by the operator"_s;
            replied(index, unsent);
            return;
        }
        m_record.items[index].state = ItemState::Sending;
        Q_EMIT itemChanged(index);
        onResult(m_service.carryOut(m_plan.person.id, m_plan.items.at(index).step), this,
                 [this, index](const RevokeReply &reply) {
                     m_gate.answered();
                     replied(index, reply);
                 });
    });
}

void ContainRun::replied(qsizetype index, const RevokeReply &reply)
{
    m_known[index].reply = reply;
    m_known[index].evidence.reply = reply.reply;
    m_clientRefused = m_clientRefused || reply.reply == Reply::ClientRefused
        || (reply.error && reply.error->kind == ErrorKind::BreakerOpen);
    if (--m_pending == 0)
        phaseSent();
}

void ContainRun::phaseSent()
{
    const bool anySent = std::any_of(m_phase.send.begin(), m_phase.send.end(), [this](qsizetype index) {
        return m_known.at(index).evidence.reply != Reply::NotSent;
    });
    if (anySent)
        look();
    else
        seen({});
}

void ContainRun::look()
{
    ++m_looks;
    const auto isAboutThePerson = [this](qsizetype index) {
        const Action action = m_plan.items.at(index).step.action;
        return action == Action::Disable || action == Action::Enable;
    };
    const bool person = std::any_of(m_phase.send.begin(), m_phase.send.end(), isAboutThePerson);
    m_lookCut = false;
    if (person) {
        onResult(m_service.read(m_plan.person.id), this, [this](const Result<Person> &read) {
            if (read || !m_lookCut)
                seen({read, failure(ErrorKind::Canceled)});
            else
                lookAnew();
        });
    } else {
        onResult(m_service.lookAgain(m_plan.person.id), this, [this](const Result<PersonAccess> &access) {
            if ((access && !access->unread()) || !m_lookCut)
                seen({failure(ErrorKind::Canceled), access});
            else
                lookAnew();
        });
    }
}

// Whoever stops wants nothing more to be sent, and still to know what came of what was.
void ContainRun::lookAnew()
{
    --m_looks;
    look();
}

void ContainRun::judge(qsizetype index, const StepReading &read)
{
    const ContainItem &item = m_plan.items.at(index);
    Known &known = m_known[index];
    known.evidence.after = sightOf(item, m_plan.snapshot, read);
    known.note.clear();
    if (m_looks == 0)
        return;
    if (known.evidence.after == Sight::Unseen)
        known.note = u"could not be checked: %1"_s.arg(unseenBecause(read));
}

void ContainRun::seen(const StepReading &read)
{
    bool notYet = false;
    for (const qsizetype index : std::as_const(m_phase.send)) {
        judge(index, read);
        const Evidence &evidence = m_known.at(index).evidence;
        notYet = notYet || (evidence.after == Sight::Alive && evidence.reply == Reply::Success);
    }
    if (notYet && m_looks > 0 && m_looks <= m_options.replicationDelays.size()) {
        QTimer::singleShot(m_options.replicationDelays.at(m_looks - 1), this, &ContainRun::look);
        return;
    }
    ContainPhase rest;
    for (const qsizetype index : std::as_const(m_phase.watch)) {
        judge(index, read);
        if (m_known.at(index).evidence.after == Sight::Inactive)
            conclude(index);
        else
            rest.send.append(index);
    }
    lookBeyond(read);
    for (const qsizetype index : std::as_const(m_phase.send))
        conclude(index);
    if (!rest.send.isEmpty())
        m_phases.prepend(rest);
    next();
}

// Whoever came in since, or never went, isn't of the plan: nothing is sent about them, and nothing may look ended.
void ContainRun::lookBeyond(const StepReading &read)
{
    if (!read.access || !read.access->sessions)
        return;
    const LaterSight before = std::exchange(m_later, laterSight(m_plan, m_record.items, *read.access));
    if (!m_later.isEmpty() && m_later != before)
        m_known[m_phase.send.constFirst()].note = u"after it sessions were listed that should not be there: %1"_s.arg(
            m_later.begun.size() + m_later.back.size());
}

void ContainRun::conclude(qsizetype index)
{
    const Known &known = m_known.at(index);
    ItemResult result;
    result.outcome = outcomeOf(known.evidence);
    result.httpStatus = known.reply.httpStatus;
    result.attempts = known.reply.attempts;
    result.message =
        !known.reply.message.isEmpty() || !known.reply.error ? known.reply.message : known.reply.error->detail;
    if (result.outcome != Outcome::Skipped && !known.note.isEmpty())
        result.message += result.message.isEmpty() ? known.note : u"; "_s + known.note;
    if (result.outcome != Outcome::Skipped && known.evidence.after != Sight::Unseen)
        result.verifiedBy = VerifiedBy::Reading;
    ItemRecord &item = m_record.items[index];
    item.state = ItemState::Done;
    item.result = result;
    ++m_done;
    m_service.access().journal().recordOutcome(m_record.summary.batch, index, result);
    Q_EMIT itemChanged(index);
}

void ContainRun::finish()
{
    m_record.summary.counts = countItems(m_record.items);
    onResult(m_service.access().journal().finishBatch(m_record.summary.batch), this, [this](const Result<> &ended) {
        if (ended)
            m_record.summary.finishedAt = QDateTime::currentDateTimeUtc();
        else
            m_error = m_error.value_or(ended.error());
        m_running = false;
        Q_EMIT finished();
    });
}

} // namespace curfew
