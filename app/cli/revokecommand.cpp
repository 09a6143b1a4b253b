// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "revokecommand.h"

#include "asyncresult.h"
#include "httpchannel.h"
#include "journaldocument.h"
#include "terminal.h"
#include "timetext.h"
#include "visibletext.h"
#include "words.h"
#include "workspace.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

RevokeCommand::~RevokeCommand() = default;

void RevokeCommand::carryOut(std::vector<Share> shares, QList<ItemRecord> strays)
{
    m_shares = std::move(shares);
    m_strays = std::move(strays);
    if (line().has(u"dry-run"_s)) {
        dryRun();
        return;
    }
    if (m_shares.empty()) {
        tell({});
        return;
    }
    if (!mayProceed(question()))
        return;
    m_running = true;
    for (Share &share : m_shares)
        run(share);
}

QString RevokeCommand::question() const
{
    QStringList lines;
    for (const Share &share : m_shares) {
        const ProviderDescriptor &descriptor = share.access->descriptor();
        const QString person =
            share.plan.user.isEmpty() ? u"the holder of these tokens"_s : visibleText(share.plan.user);
        lines.append(u"End access for %1?"_s.arg(person));
        lines.append(u"  "_s + environmentBand(share.access->issuer()));
        lines.append(u"  %1 sessions, %2 tokens"_s.arg(QString::number(share.plan.sessionCount()),
                                                       QString::number(share.plan.items.size())));
        lines.append(u"  Ends: "_s + descriptor.ends.english);
        lines.append(u"  Doesn't end: "_s + descriptor.doesNotEnd.english);
        if (const auto until = share.plan.mayWorkUntil())
            lines.append(u"  May still work until: "_s + timeText(until));
        const auto least = share.access->channel().expectedFor(int(share.plan.sendableCount()));
        if (least > std::chrono::seconds(2))
            lines.append(u"  Takes at least %1 s at this issuer's pace."_s.arg(
                std::chrono::duration_cast<std::chrono::seconds>(least).count()));
    }
    lines.append(u"What was ended can't be brought back; the person simply signs in again. Go on?"_s);
    return lines.join(u'\n');
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
        ItemRecord unsent{item.record, ItemState::Done, item.seenBefore, ItemResult{}};
        unsent.result->outcome = Outcome::Skipped;
        unsent.result->message = item.skipReason.isEmpty() ? reason : item.skipReason;
        record.items.append(unsent);
    }
    return record;
}

void RevokeCommand::dryRun()
{
    // Where the endpoint is known by discovery alone it is asked for: that changes nothing.
    m_running = false;
    const auto pending = std::make_shared<qsizetype>(qsizetype(m_shares.size()) + 1);
    const auto onePassed = [this, pending] {
        if (--*pending > 0)
            return;
        QList<BatchRecord> records;
        for (const Share &share : m_shares) {
            if (share.error) {
                fail(*share.error);
                return;
            }
            records.append(unsentRecord(
                share,
                u"dry run: would be sent to %1"_s.arg(share.access->provider().endpoint(u"revokeToken"_s).toString())));
        }
        tell(records);
    };
    for (Share &share : m_shares) {
        onResult(share.access->prepare(), this, [&share, onePassed](const Result<> &prepared) {
            if (!prepared)
                share.error = prepared.error();
            onePassed();
        });
    }
    onePassed();
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

void RevokeCommand::tell(const QList<BatchRecord> &records)
{
    QList<BatchRecord> told = records;
    if (!m_strays.isEmpty()) {
        if (told.isEmpty())
            told.append(BatchRecord());
        told.first().items += m_strays;
    }
    ExitStatus status = m_interrupted ? ExitStatus::Interrupted : ExitStatus::Good;
    const bool dry = line().has(u"dry-run"_s);
    for (const BatchRecord &record : std::as_const(told)) {
        if (!dry)
            status = graver(status, statusOf(record.items));
    }
    for (const Share &share : m_shares) {
        if (share.error)
            status = graver(status, statusOf(share.error->kind));
        if (!share.batch)
            continue;
        if (share.batch->clientWasRefused())
            status = graver(status, ExitStatus::Configuration);
        if (const auto error = share.batch->credentialError()) {
            warn(sentence(*error));
            status = graver(status, ExitStatus::Configuration);
        }
        if (share.batch->neverReached())
            status = graver(status, ExitStatus::Unreachable);
    }
    if (line().json()) {
        QJsonArray documents;
        for (const BatchRecord &record : std::as_const(told))
            documents.append(revokeDocument(record));
        terminal().result(documents.size() == 1 ? QJsonDocument(documents.first().toObject())
                                                : QJsonDocument(documents));
    } else {
        for (qsizetype i = 0; i < told.size(); ++i) {
            if (size_t(i) < m_shares.size())
                tellShare(m_shares[size_t(i)], told[i]);
        }
    }
    finish(status);
}

void RevokeCommand::tellShare(const Share &share, const BatchRecord &record)
{
    QList<QStringList> rows;
    for (const ItemRecord &item : record.items) {
        rows.append({itemStatusName(item), item.item.fingerprint.isEmpty() ? u"–"_s : item.item.fingerprint,
                     item.item.session.isEmpty() ? u"–"_s : item.item.session,
                     item.result && item.result->mayWorkUntil ? timeText(item.result->mayWorkUntil) : u"–"_s,
                     item.result ? item.result->message : QString()});
    }
    terminal().result(environmentBand(share.access->issuer()));
    terminal().result(textTable({u"OUTCOME"_s, u"TOKEN"_s, u"SESSION"_s, u"MAY WORK UNTIL"_s, u"NOTE"_s}, rows));
    terminal().result(countsText(countItems(record.items)));
    if (const auto until = residualAccessUntil(record.items))
        terminal().result(
            u"Resource servers that never ask the issuer may accept what was ended until %1."_s.arg(timeText(until)));
    terminal().result(u"Not ended: "_s + share.access->descriptor().doesNotEnd.english);
    if (!record.summary.batch.isEmpty())
        terminal().result(u"In the journal as %1."_s.arg(record.summary.batch));
}

} // namespace curfew
