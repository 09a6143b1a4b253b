// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "useractioncommand.h"

#include "revokedocuments.h"
#include "terminal.h"
#include "userdocuments.h"
#include "usertext.h"
#include "visibletext.h"
#include "words.h"
#include "workspace.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace curfew {

UserActionCommand::UserActionCommand(CommandContext context, Action action)
    : UserCommand(context)
    , m_action(action)
{
}

UserActionCommand::~UserActionCommand() = default;

void UserActionCommand::start()
{
    if (canBeAgreedTo())
        search();
}

void UserActionCommand::searched()
{
    if (!isOnePerson())
        return;
    warnOfUnchecked();
    m_pending = 1;
    for (const ServiceFinding &finding : findings()) {
        if (!finding.people || finding.people->isEmpty())
            continue;
        ++m_pending;
        plan(finding);
    }
    planned();
}

void UserActionCommand::addPlan(PersonService &service, ContainPlan plan, const QString &remark)
{
    m_shares.push_back({service.issuer(), &service, std::move(plan), remark, {}, {}, {}});
    planned();
}

void UserActionCommand::leaveAlone(PersonService &service, const QString &reason)
{
    Share share{service.issuer(), &service, {}, {}, {}, uncheckedRecord(service.issuer().name, m_action, {}), {}};
    share.unsent->items.first().result->message = reason;
    m_shares.push_back(std::move(share));
    planned();
}

void UserActionCommand::planFailed(const Error &error)
{
    fail(error);
}

void UserActionCommand::planned()
{
    if (--m_pending > 0)
        return;
    for (const ServiceFinding &finding : findings()) {
        if (finding.people)
            continue;
        const BatchRecord unchecked = uncheckedRecord(finding.issuer.name, m_action, finding.people.error());
        m_shares.push_back({finding.issuer, finding.service, {}, {}, {}, unchecked, {}});
    }
    const QStringList told = question();
    // Who is meant is told also where nobody is asked.
    if ((isDryRun() || line().has(u"yes"_s)) && !told.isEmpty())
        terminal().note(told.join(u'\n'));
    QList<Person> people;
    for (const Share &share : m_shares) {
        if (!share.unsent)
            people.append(share.plan.person);
    }
    if (people.isEmpty() || isDryRun()) {
        tell();
        return;
    }
    // Letting somebody in again locks nobody out.
    if (m_action == Action::Enable || mayTouch(people))
        ask();
}

QStringList UserActionCommand::question() const
{
    QStringList lines;
    for (const Share &share : m_shares) {
        if (share.unsent)
            continue;
        lines.append(containText(*share.service, share.plan));
        if (!share.remark.isEmpty())
            lines.append(u"  "_s + share.remark);
    }
    for (const QString &text : {nobodyText(), notCoveredText()}) {
        if (!text.isEmpty())
            lines.append(text);
    }
    return lines;
}

void UserActionCommand::ask()
{
    QStringList lines = question();
    lines.append(m_action == Action::Enable ? u"Go on?"_s : u"What was ended can't be brought back. Go on?"_s);
    if (mayProceed(lines.join(u'\n')))
        agreed();
}

void UserActionCommand::carryOut()
{
    if (m_interrupted)
        return;
    m_running = true;
    m_pending = 1;
    ContainOptions options;
    options.operatorName = workspace().operatorName();
    options.reason = line().value(u"reason"_s);
    options.ticket = line().value(u"ticket"_s);
    const auto over = [this] {
        if (--m_pending == 0)
            carriedOut();
    };
    for (Share &share : m_shares) {
        if (share.unsent || share.plan.items.isEmpty())
            continue;
        ++m_pending;
        share.run = std::make_unique<ContainRun>(*share.service, share.plan, options);
        connect(share.run.get(), &ContainRun::itemChanged, this, [this] {
            qsizetype done = 0;
            qsizetype all = 0;
            for (const Share &each : m_shares) {
                done += each.run ? each.run->doneCount() : 0;
                all += each.plan.items.size();
            }
            terminal().progress(u"%1 of %2 done"_s.arg(QString::number(done), QString::number(all)));
        });
        connect(share.run.get(), &ContainRun::finished, this, over);
        share.run->start();
    }
    over();
}

void UserActionCommand::interrupt()
{
    m_interrupted = true;
    if (!m_running) {
        Command::interrupt();
        return;
    }
    terminal().note(u"Stopping: nothing more is sent; waiting for what is in flight. Ctrl-C again ends at once."_s);
    bool anyRunning = false;
    for (Share &share : m_shares) {
        if (!share.run)
            continue;
        anyRunning = anyRunning || share.run->isRunning();
        share.run->stop();
    }
    if (!anyRunning) // only a look was still to come
        tell();
}

void UserActionCommand::carriedOut()
{
    tell();
}

BatchRecord UserActionCommand::dryRecord(const Share &share) const
{
    BatchRecord record;
    record.summary.issuer = share.plan.issuer;
    for (const ContainItem &item : share.plan.items) {
        ItemRecord unsent{item.record, ItemState::Done, item.seenBefore, ItemResult{}};
        unsent.result->outcome = Outcome::Skipped;
        unsent.result->message = item.isCarriedOut()
            ? u"dry run: would send %1"_s.arg(share.service->requestFor(share.plan.person.id, item.step))
            : item.notChecked;
        record.items.append(unsent);
    }
    return record;
}

BatchRecord UserActionCommand::recordOf(const Share &share) const
{
    if (share.unsent)
        return *share.unsent;
    if (!share.run)
        return dryRecord(share);
    BatchRecord record = share.run->record();
    if (record.summary.batch.isEmpty()) // it never began
        record = uncheckedRecord(share.plan.issuer, m_action, share.run->error().value_or(Error{}));
    record.items.append(share.later);
    return record;
}

QString UserActionCommand::textOf(const Share &share, const BatchRecord &record) const
{
    return share.unsent ? leftAloneText(share.issuer, record) : containedText(*share.service, share.plan, record);
}

void UserActionCommand::tell()
{
    if (std::exchange(m_told, true))
        return;
    QList<BatchRecord> records;
    bool anyBegun = false;
    ExitStatus status = graver(m_interrupted ? ExitStatus::Interrupted : ExitStatus::Good, statusOfUnchecked());
    for (const Share &share : m_shares) {
        records.append(recordOf(share));
        if (!isDryRun())
            status = graver(status, statusOf(records.constLast().items));
        if (!share.run)
            continue;
        anyBegun = anyBegun || !share.run->record().summary.batch.isEmpty();
        if (share.run->clientWasRefused())
            status = graver(status, ExitStatus::Configuration);
        if (const auto error = share.run->error()) {
            warn(u"%1: %2"_s.arg(visibleText(share.plan.issuer), sentence(*error)));
            status = graver(status, statusOf(error->kind));
        }
    }
    if (anyBegun && status == ExitStatus::Unreachable)
        status = ExitStatus::NotAllEnded; // 4 is for what fails before anything is sent to end something
    if (line().json()) {
        tellRevokeDocuments(terminal(), records, {}, findings().size() > 1 ? IssuersAsked::Several : IssuersAsked::One);
    } else {
        for (size_t i = 0; i < m_shares.size(); ++i)
            terminal().result(textOf(m_shares[i], records.at(qsizetype(i))));
        for (const QString &text : {nobodyText(), notCoveredText()}) {
            if (!text.isEmpty())
                terminal().result(text);
        }
    }
    finish(status);
}

} // namespace curfew
