// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicetour.h"

#include "asyncresult.h"
#include "journal.h"
#include "journaldocument.h"
#include "practicecontainment.h"
#include "practiceissuers.h"
#include "revocationbatch.h"
#include "terminal.h"
#include "visibletext.h"
#include "words.h"
#include "workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

static const QString provider = u"sap-ias"_s;

PracticeTour::~PracticeTour() = default;

void PracticeTour::start()
{
    PracticeIssuers *practice = workspace().practice();
    auto access = open(practice->setup(provider).issuer);
    if (!access) {
        fail(access.error());
        return;
    }
    m_access = std::move(*access);
    QByteArray anchor = practice->anchorFor(practiceVictim());
    m_anchor = takeToken(anchor);
    say(u"PRACTICE: nothing here is real. Practice services answer on this machine's loopback;\n"
        "their secrets are kept in memory, and the profile is temporary.\n"_s);
    say(u"%1 calls: \"somebody is in my account.\" All we have is one of her tokens.\n"
        "1. List her sessions at %2."_s.arg(practiceVictim(), environmentBand(m_access->issuer())));
    list(&PracticeTour::listed);
}

void PracticeTour::list(Next next)
{
    onResult(m_access->list(m_anchor), this, [this, next](const Result<Listing> &listing) {
        if (!listing) {
            fail(listing.error());
            return;
        }
        m_listing = *listing;
        (this->*next)();
    });
}

QString PracticeTour::sessionTable() const
{
    QList<QStringList> rows;
    for (const Session &session : m_listing.sessions)
        rows.append({session.id, session.application, session.userAgent, session.ip, timeText(session.issuedAt),
                     QString::number(session.tokens.size())});
    return textTable({u"SESSION"_s, u"APPLICATION"_s, u"DEVICE"_s, u"IP ADDRESS"_s, u"SIGNED IN"_s, u"TOKENS"_s}, rows);
}

void PracticeTour::listed()
{
    say(sessionTable());
    claim(u"the service names the person"_s, m_listing.user() == practiceVictim());
    // The intruder's session is the newest one from a network that no other session comes from.
    const auto network = [](const Session &session) { return session.ip.left(session.ip.lastIndexOf(u'.')); };
    const Session *suspect = nullptr;
    for (const Session &session : std::as_const(m_listing.sessions)) {
        const auto neighbours = std::count_if(m_listing.sessions.begin(), m_listing.sessions.end(),
                                              [&](const Session &other) { return network(other) == network(session); });
        if (neighbours == 1 && (!suspect || session.issuedAt > suspect->issuedAt))
            suspect = &session;
    }
    claim(u"one session differs from the rest"_s, suspect != nullptr);
    if (!suspect) {
        conclude();
        return;
    }
    m_suspect = suspect->id;
    say(u"\n%1 from %2 fits nothing else.\n2. End that session, and prove it."_s.arg(
        visibleText(suspect->userAgent, 40), suspect->ip));
    endOne();
}

void PracticeTour::run(const Selection &selection, Next next)
{
    RevocationOptions options;
    options.operatorName = workspace().operatorName();
    options.ticket = u"PRACTICE-1"_s;
    options.reason = u"guided tour"_s;
    const auto plan =
        planFromListing(m_access->issuer(), m_listing, m_anchor, selection, QDateTime::currentDateTimeUtc());
    RevocationBatch *batch = m_access->batch(plan, options);
    ++m_batches;
    connect(batch, &RevocationBatch::failed, this, [this](const Error &error) { m_error = error; });
    connect(batch, &RevocationBatch::finished, this, [this, batch, next] {
        if (m_error) {
            fail(*m_error);
            return;
        }
        m_last = batch->record();
        (this->*next)();
    });
    batch->start();
}

bool PracticeTour::allRevoked(const BatchRecord &record) const
{
    return !record.items.isEmpty() && std::all_of(record.items.begin(), record.items.end(), [](const ItemRecord &item) {
        return item.result && item.result->outcome == Outcome::Revoked;
    });
}

void PracticeTour::endOne()
{
    Selection selection;
    selection.kind = Selection::Kind::Sessions;
    selection.sessions.insert(m_suspect);
    run(selection, &PracticeTour::oneEnded);
}

void PracticeTour::oneEnded()
{
    say(u"   %1: each token worked before, and no longer does."_s.arg(countsText(countItems(m_last.items))));
    claim(u"the session is ended and checked"_s, allRevoked(m_last));
    say(u"\n3. The password is known to somebody, so end everything else too."_s);
    list(&PracticeTour::endAll);
}

void PracticeTour::endAll()
{
    const bool gone = std::none_of(m_listing.sessions.begin(), m_listing.sessions.end(),
                                   [this](const Session &session) { return session.id == m_suspect; });
    claim(u"a new listing doesn't show the ended session"_s, gone);
    run({}, &PracticeTour::allEnded);
}

void PracticeTour::allEnded()
{
    say(u"   %1. The session of the token we looked with went last."_s.arg(countsText(countItems(m_last.items))));
    claim(u"all other sessions are ended and checked"_s, allRevoked(m_last));
    claim(u"no token of hers works at the practice tenant any more"_s,
          workspace().practice()->issuer(provider).aliveCount(practiceVictim()) == 0);
    if (const auto until = residualAccessUntil(m_last.items))
        say(u"   Applications that never ask the service may accept an ended token until %1."_s.arg(timeText(until)));
    say(u"   Not ended: "_s + m_access->descriptor().doesNotEnd.english);
    say(u"\n4. Her password is still known, and opens new sessions. With her name alone: block it, and end what is "
        u"open, "
        "at every service that can find her."_s);
    containByName();
}

void PracticeTour::containByName()
{
    m_containment = new PracticeContainment(workspace(), this);
    connect(m_containment, &PracticeContainment::said, this, &PracticeTour::say);
    connect(m_containment, &PracticeContainment::claimed, this, &PracticeTour::claim);
    connect(m_containment, &PracticeContainment::failed, this, [this](const Error &error) { fail(error); });
    connect(m_containment, &PracticeContainment::finished, this, [this] {
        m_batches += m_containment->batches();
        say(u"\n5. The journal, which knew of every request before it left."_s);
        showJournal();
    });
    m_containment->start();
}

void PracticeTour::showJournal()
{
    onResult(workspace().journal().batches(), this, [this](const Result<QList<BatchSummary>> &batches) {
        if (!batches) {
            fail(batches.error());
            return;
        }
        QList<QStringList> rows;
        for (const BatchSummary &batch : *batches)
            rows.append({batch.batch, batch.issuer, batch.user, batch.ticket, countsText(batch.counts)});
        say(textTable({u"BATCH"_s, u"ISSUER"_s, u"PERSON"_s, u"TICKET"_s, u"OUTCOMES"_s}, rows));
        const bool finished = std::all_of(batches->begin(), batches->end(),
                                          [](const BatchSummary &batch) { return batch.finishedAt.has_value(); });
        claim(u"the journal has all of these actions, finished"_s, batches->size() == m_batches && finished);
        verifyJournal();
    });
}

void PracticeTour::verifyJournal()
{
    onResult(workspace().journal().verify(), this, [this](const Result<VerifyReport> &report) {
        if (!report) {
            fail(report.error());
            return;
        }
        say(u"   %1 events, chained; the chain verifies."_s.arg(report->events));
        claim(u"the journal's chain is intact"_s, report->intact);
        conclude();
    });
}

void PracticeTour::conclude()
{
    if (line().json())
        terminal().result(
            QJsonDocument(QJsonObject{{u"practice"_s, true}, {u"steps"_s, m_steps}, {u"ok"_s, m_allTrue}}));
    say(m_allTrue ? u"\nAll of that was true. For a real issuer: curfew-cli issuer add --help"_s
                  : u"\nNot all of that was true; see the lines marked NO."_s);
    finish(m_allTrue ? ExitStatus::Good : ExitStatus::NotAllEnded);
}

void PracticeTour::say(const QString &text)
{
    if (!line().json())
        terminal().result(text);
}

void PracticeTour::claim(const QString &what, bool holds)
{
    m_allTrue = m_allTrue && holds;
    m_steps.append(QJsonObject{{u"claim"_s, what}, {u"holds"_s, holds}});
    say(u"   [%1] %2"_s.arg(holds ? u"yes"_s : u"NO"_s, what));
}

} // namespace curfew
