// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "revokecommand.h"

#include "asyncresult.h"
#include "revokedocuments.h"
#include "revoketext.h"
#include "terminal.h"
#include "visibletext.h"
#include "words.h"
#include "workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

RevokeCommand::~RevokeCommand() = default;

void RevokeCommand::carryOut(std::vector<Share> shares, QList<ItemRecord> strays)
{
    m_shares = std::move(shares);
    m_strays = std::move(strays);
    if (isDryRun()) {
        dryRun();
        return;
    }
    if (m_shares.empty()) {
        tell({});
        return;
    }
    if (!mayProceed(question()))
        return;
    if (line().has(u"yes"_s))
        noteDurations();
    m_running = true;
    for (Share &share : m_shares)
        run(share);
}

QString RevokeCommand::question() const
{
    QStringList lines;
    for (const Share &share : m_shares)
        lines.append(planText(*share.access, share.plan, line().verify));
    lines.append(u"What was ended can't be brought back; the person simply signs in again. Go on?"_s);
    return lines.join(u'\n');
}

// Who isn't asked hears of it all the same.
void RevokeCommand::noteDurations()
{
    for (const Share &share : m_shares) {
        if (const QString duration = durationText(*share.access, share.plan, line().verify); !duration.isEmpty())
            terminal().note(visibleText(share.plan.issuer) + u": "_s + duration);
    }
}

void RevokeCommand::run(Share &share)
{
    RevocationOptions options;
    options.verify = line().verify;
    options.operatorName = workspace().operatorName();
    options.reason = line().value(u"reason"_s);
    options.ticket = line().value(u"ticket"_s);
    share.batch = share.access->batch(share.plan, options);
    connect(share.batch, &RevocationBatch::itemChanged, this, &RevokeCommand::showProgress);
    connect(share.batch, &RevocationBatch::failed, this, [this, &share](const Error &error) {
        share.error = error;
        if (!share.batch->isRunning() && !share.over) {
            share.over = true;
            shareOver();
        }
    });
    connect(share.batch, &RevocationBatch::finished, this, [this, &share] {
        if (share.over)
            return;
        share.over = true;
        shareOver();
    });
    share.batch->start();
}

void RevokeCommand::interrupt()
{
    if (!m_running) {
        Command::interrupt();
        return;
    }
    m_interrupted = true;
    terminal().note(u"Stopping: nothing more is sent; waiting for what is in flight. Ctrl-C again ends at once."_s);
    for (Share &share : m_shares)
        share.batch->stop();
}

void RevokeCommand::showProgress()
{
    qsizetype done = 0;
    qsizetype all = 0;
    for (const Share &share : m_shares) {
        done += share.batch ? share.batch->doneCount() : 0;
        all += share.plan.items.size();
    }
    terminal().progress(u"%1 of %2 done"_s.arg(QString::number(done), QString::number(all)));
}

BatchRecord RevokeCommand::unsentRecord(const Share &share, const QString &reason) const
{
    BatchRecord record;
    record.summary.issuer = share.plan.issuer;
    for (const PlanItem &item : share.plan.items) {
        if (item.part == PlanPart::Settled) {
            record.items.append(share.plan.resumes->items.at(record.items.size()));
            continue;
        }
        ItemRecord unsent{item.record, ItemState::Done, item.seenBefore, ItemResult{}};
        unsent.result->outcome = Outcome::Skipped;
        unsent.result->message = item.skipReason.isEmpty() ? reason : item.skipReason;
        record.items.append(unsent);
    }
    return record;
}

// What can be known without asking anybody: a client that isn't on file or has no secret, and one whose breaker is
// open.
Result<> RevokeCommand::foresee(Share &share)
{
    const Issuer &issuer = share.access->issuer();
    QHash<QString, Result<>> known;
    for (PlanItem &item : share.plan.items) {
        if (!item.skipReason.isEmpty())
            continue;
        const QString clientId = item.record.clientId;
        if (!known.contains(clientId))
            known.insert(clientId, share.access->foresee(clientId));
        const Result<> foreseen = known.value(clientId);
        if (foreseen)
            continue;
        const Error &error = foreseen.error();
        if (error.kind == ErrorKind::BreakerOpen)
            share.breakerOpen = true;
        else if (error.kind != ErrorKind::NoCredential)
            return foreseen;
        else if (clientId.isEmpty() || issuer.client(clientId))
            share.credentialError = error;
        item.skipReason = error.detail;
    }
    return {};
}

void RevokeCommand::dryRun()
{
    m_dryRunsPending = qsizetype(m_shares.size()) + 1;
    for (Share &share : m_shares) {
        if (const auto foreseen = foresee(share); !foreseen) {
            share.error = foreseen.error();
            dryRunPassed();
            continue;
        }
        // An endpoint that discovery alone names is asked for, which changes nothing.
        const bool anySendable = share.plan.sendableCount() > 0;
        onResult(anySendable ? share.access->prepare() : readyFuture(Result<>()), this,
                 [this, &share](const Result<> &prepared) {
                     if (!prepared)
                         share.error = prepared.error();
                     dryRunPassed();
                 });
    }
    dryRunPassed();
}

void RevokeCommand::dryRunPassed()
{
    if (--m_dryRunsPending > 0)
        return;
    QList<BatchRecord> records;
    for (const Share &share : m_shares) {
        if (share.error) {
            fail(*share.error);
            return;
        }
        const QUrl endpoint = share.access->provider().endpoint(u"revokeToken"_s);
        records.append(unsentRecord(share,
                                    endpoint.isEmpty() ? u"dry run: the issuer names no address to send it to"_s
                                                       : u"dry run: would be sent to %1"_s.arg(endpoint.toString())));
    }
    tell(records);
}

void RevokeCommand::shareOver()
{
    if (!std::all_of(m_shares.begin(), m_shares.end(), [](const Share &share) { return share.over; }))
        return;
    // When nothing at all could begin, one sentence says more than a table of untouched tokens.
    if (m_shares.size() == 1 && m_strays.isEmpty() && m_shares.front().error
        && m_shares.front().batch->record().summary.batch.isEmpty()) {
        fail(*m_shares.front().error);
        return;
    }
    QList<BatchRecord> records;
    for (const Share &share : m_shares) {
        const bool begun = !share.batch->record().summary.batch.isEmpty();
        records.append(begun ? share.batch->record()
                             : unsentRecord(share, share.error ? share.error->detail : QString()));
    }
    tell(records);
}

ExitStatus RevokeCommand::statusOfAll(const QList<BatchRecord> &records) const
{
    ExitStatus status = m_interrupted ? ExitStatus::Interrupted : ExitStatus::Good;
    if (!isDryRun()) {
        for (const BatchRecord &record : records)
            status = graver(status, statusOf(record.items));
        status = graver(status, statusOf(m_strays));
    }
    for (const Share &share : m_shares) {
        if (share.error)
            status = graver(status, statusOf(share.error->kind));
        if (share.breakerOpen || share.credentialError)
            status = graver(status, ExitStatus::Configuration);
        if (!share.batch)
            continue;
        if (share.batch->clientWasRefused() || share.batch->credentialError())
            status = graver(status, ExitStatus::Configuration);
        if (share.batch->neverReached())
            status = graver(status, ExitStatus::Unreachable);
    }
    return status;
}

void RevokeCommand::tell(const QList<BatchRecord> &records)
{
    for (const Share &share : m_shares) {
        if (share.error)
            warn(u"%1: %2"_s.arg(visibleText(share.plan.issuer), sentence(*share.error)));
        if (const auto error = share.batch ? share.batch->credentialError() : share.credentialError)
            warn(sentence(*error));
    }
    if (line().json()) {
        tellRevokeDocuments(terminal(), records, m_strays);
    } else {
        for (qsizetype i = 0; i < records.size(); ++i)
            terminal().result(recordText(*m_shares[size_t(i)].access, records[i]));
        if (!m_strays.isEmpty())
            terminal().result(straysText(m_strays));
    }
    finish(statusOfAll(records));
}

} // namespace curfew
