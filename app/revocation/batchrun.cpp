// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchrun.h"

#include "asyncresult.h"
#include "cascaderun.h"
#include "httpchannel.h"
#include "issueraccess.h"
#include "journal.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

using Stage = RevocationBatch::Stage;

// Never empty: an item without a reason not to be sent is sent.
static QString reasonOf(const Error &error)
{
    return error.detail.isEmpty() ? errorKindName(error.kind) : error.detail;
}

BatchRun::BatchRun(IssuerAccess &access, RevocationPlan thePlan, RevocationOptions theOptions)
    : plan(std::move(thePlan))
    , options(std::move(theOptions))
    , ledger(access.journal(), plan, options, nullptr)
    , answered(!plan.anchor.isNull()) // it was made from an answer
    , m_access(access)
    , m_credentials(access, this)
    , m_gate(access.journal(), access.window(), this)
    , m_introspection(access.provider(), this)
    , m_listing(access.provider(), m_introspection, plan, this)
    , m_items(plan.items.size())
{
    for (qsizetype i = 0; i < plan.items.size(); ++i) {
        const PlanItem &item = plan.items.at(i);
        Evidence &known = m_items[i].evidence;
        // What the journal knows of an item counts on: that it was once seen alive, too.
        const Sight journaled = ledger.record().items.at(i).seenBefore;
        known.before = journaled == Sight::Alive || item.mayHaveBeenSent() ? journaled : item.seenBefore;
        known.verify = options.verify;
        known.unexpiredJwt = item.isJwt && !item.expiredJwt;
        known.inactiveProvesNothing = access.descriptor().introspectionDependsOnAudience;
        m_items[i].lookedAt = item.seenBefore != Sight::Unseen;
    }
    connect(&ledger, &BatchLedger::itemChanged, this, &BatchRun::itemChanged);
    connect(&m_credentials, &BatchCredentials::allRead, this, &BatchRun::credentialsRead);
    // Whatever drew it: a look, a listing or the action itself.
    connect(&access.channel(), &HttpChannel::clientRefused, this, [this] { clientRefused = true; });
    connect(&m_gate, &SendGate::idle, this, &BatchRun::flushListing, Qt::QueuedConnection);
    connect(&m_gate, &SendGate::journalFailed, this, [this](const Error &error) {
        m_stopReason = u"the journal could not take it: %1"_s.arg(reasonOf(error));
        failure = error;
        Q_EMIT failed(error);
    });
}

BatchRun::~BatchRun() = default;

void BatchRun::start()
{
    running = true;
    // It opens while the issuer is asked for its endpoints; openBatch() tells what came of it.
    (void)m_access.journal().open();
    m_credentials.read(plan);
}

// Nothing is sent for a client whose breaker is open, not even a discovery.
void BatchRun::credentialsRead()
{
    for (qsizetype i = 0; i < plan.items.size(); ++i) {
        if (!plan.items.at(i).isToBeAsked())
            continue;
        const Result<CredentialPtr> credential = m_credentials.of(plan.items.at(i).record.clientId);
        if (credential)
            m_items[i].credential = *credential;
        else
            noCredential(plan.items[i], credential.error());
    }
    m_listing.setCredential(m_credentials.anchors());
    onResult(plan.asksAnything() ? m_access.prepare() : readyFuture(Result<>()), this,
             [this](const Result<> &prepared) {
                 if (prepared)
                     openJournal();
                 else
                     giveUp(prepared.error());
             });
}

void BatchRun::noCredential(PlanItem &item, const Error &error)
{
    item.skipReason = reasonOf(error);
    const QString &client = item.record.clientId;
    if (error.kind == ErrorKind::BreakerOpen)
        clientRefused = true;
    else if (client.isEmpty() || m_access.issuer().client(client))
        credentialError = error;
}

void BatchRun::openJournal()
{
    onResult(ledger.open(plan), this, [this](const Result<QString> &batch) {
        if (!batch) {
            giveUp(batch.error());
            return;
        }
        m_gate.open(*batch);
        Q_EMIT opened(*batch);
        concludeGone();
        startCascades();
    });
}

void BatchRun::concludeGone()
{
    for (qsizetype i = 0; i < plan.items.size(); ++i) {
        if (plan.items.at(i).part != PlanPart::SeenGone)
            continue;
        const bool mayHaveBeenSent = ledger.record().items.at(i).state != ItemState::Planned;
        m_items[i].evidence.reply = mayHaveBeenSent ? Reply::NoAnswer : Reply::NotSent;
        m_items[i].reply.attempts = attemptsBefore(i);
        m_items[i].evidence.after = Sight::Inactive;
        m_items[i].verifiedBy = VerifiedBy::Listing;
        conclude(i);
    }
}

// Of an interrupted run nobody knows how many of its requests left; they are not made up.
int BatchRun::attemptsBefore(qsizetype index) const
{
    const auto &result = plan.resumes->items.at(index).result;
    return result ? result->attempts : 0;
}

void BatchRun::giveUp(const Error &error)
{
    running = false;
    failure = error;
    Q_EMIT failed(error);
    Q_EMIT finished();
}

void BatchRun::stop()
{
    if (!running || stopped)
        return;
    stopped = true;
    m_stopReason = u"stopped by the operator"_s;
    m_gate.close();
    m_access.channel().stop();
}

void BatchRun::startCascades()
{
    QHash<int, qsizetype> place;
    for (qsizetype i = 0; i < plan.items.size(); ++i) {
        if (isDone(i))
            continue;
        const int cascade = plan.items.at(i).cascade;
        if (!place.contains(cascade)) {
            place.insert(cascade, m_cascades.size());
            m_cascades.append(QList<qsizetype>());
        }
        m_cascades[place.value(cascade)].append(i);
    }
    startMore();
}

void BatchRun::startMore()
{
    const bool byListing = !plan.anchor.isNull();
    while (!m_cascades.isEmpty()) {
        const bool anchors = plan.items.at(m_cascades.first().first()).anchorSession;
        // One listing proves all others, so they are all sent before it; the anchor must outlive that listing.
        if (anchors ? m_activeCascades > 0 : !byListing && m_activeItems >= 2 * m_access.window())
            return;
        auto *cascade = new CascadeRun(*this, m_cascades.takeFirst(), this);
        ++m_activeCascades;
        m_activeItems += cascade->items().size();
        connect(cascade, &CascadeRun::done, this, [this, cascade] { cascadeDone(cascade); });
        // Not from here: a cascade that is done at once would start the next from within this one.
        QMetaObject::invokeMethod(cascade, &CascadeRun::start, Qt::QueuedConnection);
    }
    if (m_activeCascades == 0)
        finish();
}

void BatchRun::cascadeDone(CascadeRun *cascade)
{
    --m_activeCascades;
    m_activeItems -= cascade->items().size();
    cascade->deleteLater();
    startMore();
}

bool BatchRun::canLookAfter() const
{
    return m_access.provider().canIntrospect() || !plan.anchor.isNull();
}

void BatchRun::lookBefore(qsizetype index, const std::function<void()> &then)
{
    BatchItem &item = m_items[index];
    const PlanItem &planned = plan.items.at(index);
    const bool wanted = planned.mayHaveBeenSent() || options.verify == Verify::Full;
    const bool needed = wanted && !item.lookedAt && planned.skipReason.isEmpty() && !m_gate.isClosed();
    const auto seen = [this, index, then] {
        if (plan.items.at(index).part == PlanPart::ToLook)
            ledger.leave(index);
        then();
    };
    if (!needed) {
        seen();
        return;
    }
    ledger.setStage(index, Stage::Looking);
    m_introspection.look(plan.items.at(index).target, item.credential, [this, index, seen](const Look &look) {
        answered = answered || m_introspection.wasAnswered();
        sawBefore(index, look.sight);
        const bool refused = look.error && look.error->kind == ErrorKind::ClientRefused;
        if (refused && m_items[index].showsClient() && plan.items.at(index).isToBeSent()) {
            // The look drew the refusal; the revoke must not draw a second one.
            replied(index, {Reply::ClientRefused, look.error->httpStatus, 0, look.error, look.error->detail});
            conclude(index);
        }
        seen();
    });
}

void BatchRun::sawBefore(qsizetype index, Sight sight)
{
    BatchItem &item = m_items[index];
    item.lookedAt = true;
    if (!plan.items.at(index).mayHaveBeenSent()) {
        if (item.evidence.before != Sight::Alive)
            item.evidence.before = sight;
        return;
    }
    // Of what may have been sent already, this look is one after it, unless it still works.
    if (sight == Sight::Alive)
        item.evidence.before = sight;
    if (sight != Sight::Inactive)
        return;
    item.evidence.reply = Reply::NoAnswer;
    item.evidence.after = Sight::Inactive;
    item.verifiedBy = VerifiedBy::Introspection;
    item.reply.attempts = attemptsBefore(index);
    if (item.evidence.before == Sight::Unseen)
        item.reply.message = u"its answer was lost; it doesn't work now, and nobody saw that it did before"_s;
    conclude(index);
}

void BatchRun::send(qsizetype index, const std::function<void()> &then)
{
    const PlanItem &planned = plan.items.at(index);
    if (!planned.skipReason.isEmpty()) {
        skip(index, planned.skipReason);
        then();
        return;
    }
    const SendingItem sending{index, m_items[index].evidence.before};
    m_gate.request(sending, [this, index, then](SendGate::Passage passage) {
        if (passage == SendGate::Passage::Closed) {
            skip(index, m_stopReason);
            then();
            return;
        }
        m_access.heedBreakers();
        ledger.sending(index, m_items[index].evidence.before);
        onResult(m_access.provider().revoke(plan.items.at(index).target, m_items[index].credential), this,
                 [this, index, then](const RevokeReply &reply) {
                     replied(index, reply);
                     m_gate.answered();
                     if (reply.reply == Reply::NotSent)
                         skip(index, m_items[index].unsentReason(m_stopReason));
                     then();
                 });
    });
}

void BatchRun::replied(qsizetype index, const RevokeReply &reply)
{
    if (reply.error && reply.error->kind == ErrorKind::TlsFailed)
        m_access.doubtAuthorities();
    m_items[index].reply = reply;
    m_items[index].evidence.reply = reply.reply;
    attempted = attempted || reply.attempts > 0;
    answered = answered || reply.httpStatus > 0;
    requestLeft = requestLeft || reply.httpStatus > 0 || reply.reply == Reply::NoAnswer;
    clientRefused = clientRefused || (reply.reply == Reply::ClientRefused && m_items[index].showsClient())
        || (reply.error && reply.error->kind == ErrorKind::BreakerOpen);
    // Nobody has ever answered here: more of the same would cost minutes and end nothing.
    if (!answered && (reply.reply == Reply::Failed || reply.reply == Reply::NoAnswer)) {
        m_stopReason = u"the issuer could not be reached"_s;
        m_gate.close();
    }
}

void BatchRun::lookAfter(qsizetype index, const std::function<void()> &seen)
{
    BatchItem &item = m_items[index];
    if (options.verify == Verify::None || item.evidence.reply == Reply::ClientRefused) {
        seen();
        return;
    }
    ledger.setStage(index, Stage::Checking);
    const auto take = [this, index, seen](Proof proof) {
        m_items[index].evidence.after = proof.sight;
        m_items[index].verifiedBy = proof.by;
        seen();
    };
    const auto introspect = [this, index, take] {
        m_introspection.look(plan.items.at(index).target, m_items[index].credential, [take](const Look &look) {
            take({look.sight, look.sight == Sight::Unseen ? VerifiedBy::Nothing : VerifiedBy::Introspection});
        });
    };
    if (plan.anchor.isNull() || plan.items.at(index).anchorSession) {
        introspect();
        return;
    }
    m_listing.look(plan.items.at(index).target.token.fingerprint(), [take, introspect](Proof proof) {
        if (proof.sight == Sight::Unseen)
            introspect();
        else
            take(proof);
    });
    QTimer::singleShot(0, this, &BatchRun::flushListing);
}

void BatchRun::flushListing()
{
    if (m_gate.isIdle())
        m_listing.flush();
}

void BatchRun::conclude(qsizetype index)
{
    if (!isDone(index))
        ledger.conclude(index, m_items[index].result(plan.items.at(index)));
}

void BatchRun::skip(qsizetype index, const QString &reason)
{
    ItemResult result;
    result.outcome = Outcome::Skipped;
    if (plan.items.at(index).part == PlanPart::ToLookFirst) {
        // Not sent now; that it may have been before isn't taken back.
        result = plan.resumes->items[index].result.value_or(ItemResult());
    }
    result.message = reason;
    if (!plan.items.at(index).expiredJwt)
        result.mayWorkUntil = plan.items.at(index).expiresAt;
    ledger.conclude(index, result);
}

void BatchRun::finish()
{
    onResult(ledger.close(), this, [this](const Result<> &closed) {
        running = false;
        if (!closed) {
            failure = failure.value_or(closed.error());
            Q_EMIT failed(closed.error());
        }
        Q_EMIT finished();
    });
}

} // namespace curfew
