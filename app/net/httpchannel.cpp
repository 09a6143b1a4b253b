// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpchannel.h"

#include "asyncresult.h"
#include "channelqueue.h"
#include "httpjob.h"
#include "netlog.h"
#include "requestcheck.h"
#include "transportpool.h"

#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

class HttpChannel::Private {
public:
    using Clock = Pacer::Clock;

    //! One attempt on the network.
    struct Flight {
        ChannelItemPtr item;
        TransportPool::Lease lease;
        QPointer<HttpJob> job;
        QFuture<HttpAnswer> answer;
        Clock::time_point sentAt;
    };

    Private(HttpChannel *channel, ChannelSettings channelSettings);

    void pump();
    void launch(ChannelItemPtr item);
    void connectAhead(quint64 flight);
    void noteLatency(Clock::duration latency);
    void land(quint64 flight, const HttpAnswer &answer);
    void judge(ChannelItemPtr item);
    void pauseAfter(const ChannelItem &item, std::optional<std::chrono::milliseconds> retryDelay, double noise);
    void refuse(const QString &client);
    void finish(ChannelItemPtr item);
    void finishUnsent(std::vector<ChannelItemPtr> items, ErrorKind kind);
    void announceIdle();

    HttpChannel *q;
    ChannelSettings settings;
    Pacer pacer;
    Clock::duration usualLatency{0}; //!< moving average; 0 until an answer came
    TransportPool pool;
    ChannelQueue queue;
    std::unordered_map<quint64, Flight> flights;
    QTimer wake; //!< the only one: for the pace, a pause or the next retry, whichever the queue waits for
    Clock::time_point pausedUntil;
    quint64 nextFlight = 0;
    int pending = 0;
    bool busy = false; //!< idle() is due
};

HttpChannel::Private::Private(HttpChannel *channel, ChannelSettings channelSettings)
    : q(channel)
    , settings(std::move(channelSettings))
    , pacer(settings.rates)
    , pool(settings.roots)
{
    settings.inFlight = std::clamp(settings.inFlight, 1, 512);
    wake.setSingleShot(true);
    wake.setTimerType(Qt::PreciseTimer);
    connect(&wake, &QTimer::timeout, q, [this] { pump(); });
}

//! Sends what may go now, and sets the alarm for what may go later.
void HttpChannel::Private::pump()
{
    while (flights.size() < size_t(settings.inFlight)) { // else the next landing comes here again
        const auto now = Clock::now();
        std::optional<Clock::time_point> next = queue.nextDue();
        if (queue.hasReady(now)) {
            next = std::max(pausedUntil, now + pacer.delayUntilNext(now));
            if (*next <= now) {
                launch(queue.takeReady());
                continue;
            }
        }
        if (next)
            wake.start(std::chrono::ceil<std::chrono::milliseconds>(*next - now));
        return;
    }
}

void HttpChannel::Private::launch(ChannelItemPtr item)
{
    const Result<TransportPool::Lease> lease = pool.acquire(item->request);
    if (!lease) {
        item->last.response = tl::unexpected(lease.error());
        item->isLast = true;
        judge(std::move(item));
        announceIdle();
        return;
    }
    pacer.sent(Clock::now());
    auto *job = new HttpJob(lease->manager(), item->request, {settings.timeout, lease->tls()}, q);
    const QFuture<HttpAnswer> answer = job->start();
    const quint64 id = nextFlight++;
    if (item->isProbe)
        connect(job, &HttpJob::sent, q, [this, id] { connectAhead(id); });
    flights.emplace(id, Flight{std::move(item), *lease, job, answer, Clock::now()});
    onResult(answer, q, [this, id](const HttpAnswer &got) { land(id, got); });
}

//! While a request that goes alone waits for its answer there is time for the handshakes of those behind it.
void HttpChannel::Private::connectAhead(quint64 flight)
{
    const auto found = flights.find(flight);
    if (found == flights.end())
        return;
    const ChannelItem &probe = *found->second.item;
    // A handshake that shows a certificate is an attempt to log in. And where a pace is kept, few are in flight.
    if (probe.request.authorization == Authorization::TlsCertificate || !settings.rates.isEmpty())
        return;
    // Whatever else is in flight has its connection already, and leaves it to them.
    const int room = settings.inFlight - int(flights.size());
    pool.connectAhead(probe.request, std::min(room, queue.heldBehind(probe.gate)));
}

void HttpChannel::Private::noteLatency(Clock::duration latency)
{
    usualLatency = usualLatency.count() == 0 ? latency : usualLatency + (latency - usualLatency) / 8;
}

static void addAttempt(HttpAnswer &total, const HttpAnswer &attempt)
{
    total.response = attempt.response;
    total.attempts += attempt.attempts;
    total.mayHaveArrived |= attempt.mayHaveArrived;
}

void HttpChannel::Private::land(quint64 flight, const HttpAnswer &answer)
{
    auto landed = flights.extract(flight);
    Flight &attempt = landed.mapped();
    pool.release(attempt.lease);
    if (answer.response)
        noteLatency(Clock::now() - attempt.sentAt);
    addAttempt(attempt.item->last, answer);
    judge(std::move(attempt.item));
    pump();
    announceIdle();
}

//! Decides what becomes of \p item after an attempt: it ends, or it is tried again.
void HttpChannel::Private::judge(ChannelItemPtr item)
{
    const Result<HttpResponse> &response = item->last.response;
    const HttpRequest &request = item->request;
    if (response && !item->gate.client.isEmpty() && request.refusesClient && request.refusesClient(*response)) {
        const QString client = item->gate.client;
        const Error error{ErrorKind::ClientRefused, {}, response->status, {}};
        const bool isFirst = !queue.gates().isRefused(client);
        item->isProbe = false;
        finish(std::move(item));
        refuse(client);
        if (isFirst)
            Q_EMIT q->clientRefused(client, error);
        return;
    }
    const double noise = QRandomGenerator::global()->generateDouble();
    const auto delay = settings.retry.delayAfter(item->last.attempts, response, request.repeat, noise);
    if (response && response->status == 429)
        pauseAfter(*item, delay, noise);
    if (response && item->isProbe && ClientGates::proves(*response)) {
        item->isProbe = false;
        queue.proved(item->gate);
    }
    if (!delay || item->isLast) {
        finish(std::move(item));
        return;
    }
    qCDebug(netLog) << "attempt" << item->last.attempts << "failed, the next one in" << delay->count() << "ms";
    queue.addDelayed(std::move(item), Clock::now() + *delay);
}

//! 429 is about all of our requests, so all of them wait.
void HttpChannel::Private::pauseAfter(const ChannelItem &item, std::optional<std::chrono::milliseconds> retryDelay,
                                      double noise)
{
    const auto now = Clock::now();
    if (now >= pausedUntil) // else it was sent before the pause began
        pacer.slowDown(now);
    const auto pause = retryDelay.value_or(settings.retry.backOff(item.last.attempts, noise));
    pausedUntil = std::max(pausedUntil, now + pause);
    qCInfo(netLog) << "the issuer asks for fewer requests; waiting" << pause.count() << "ms";
}

void HttpChannel::Private::refuse(const QString &client)
{
    queue.gates().refuse(client);
    for (auto &[id, flight] : flights) {
        if (flight.item->gate.client == client) {
            flight.item->isProbe = false;
            flight.item->isLast = true;
        }
    }
    finishUnsent(queue.drain(client), ErrorKind::BreakerOpen);
}

void HttpChannel::Private::finish(ChannelItemPtr item)
{
    --pending;
    if (item->isProbe)
        queue.probeEnded(item->gate);
    item->finish();
}

//! Ends \p items, which are out of the queue: with \p kind, or with what their attempts came to where there were any.
void HttpChannel::Private::finishUnsent(std::vector<ChannelItemPtr> items, ErrorKind kind)
{
    for (ChannelItemPtr &item : items) {
        if (item->last.attempts == 0)
            item->last.response = failure(kind);
        item->isProbe = false;
        finish(std::move(item));
    }
}

//! Behind the last answers in the event queue, so that whoever hears of it has had them.
void HttpChannel::Private::announceIdle()
{
    if (pending > 0 || !std::exchange(busy, false))
        return;
    wake.stop();
    const auto announce = [this] {
        if (pending == 0)
            Q_EMIT q->idle(); // last: the listener may delete the channel
    };
    QMetaObject::invokeMethod(q, announce, Qt::QueuedConnection);
}

HttpChannel::HttpChannel(ChannelSettings settings, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(settings)))
{
}

HttpChannel::~HttpChannel()
{
    d->finishUnsent(d->queue.drainAll(), ErrorKind::Canceled);
    for (auto &[id, flight] : d->flights) {
        if (flight.job)
            flight.job->abort(); // which finishes its future at once
        addAttempt(flight.item->last, flight.answer.result());
        flight.item->finish();
    }
}

QFuture<HttpAnswer> HttpChannel::send(HttpRequest request)
{
    Result<> checked = checkRequest(request);
    if (checked && !d->settings.allowedOrigins.contains(originOf(request.url)))
        checked = failure(ErrorKind::OriginNotAllowed, originOf(request.url));
    if (!checked)
        return readyFuture(HttpAnswer{tl::unexpected(checked.error()), 0, false});

    auto item = std::make_unique<ChannelItem>();
    item->gate = {request.authenticatedClient(), request.url.toString()};
    item->request = std::move(request);
    item->promise.start();
    QFuture<HttpAnswer> future = item->promise.future();
    if (ChannelItemPtr refused = d->queue.add(std::move(item))) {
        refused->last.response = failure(ErrorKind::BreakerOpen);
        refused->finish();
        return future;
    }
    ++d->pending;
    d->busy = true;
    d->pump();
    return future;
}

void HttpChannel::allowClient(const QString &clientId)
{
    d->queue.gates().allow(clientId);
}

void HttpChannel::refuseClient(const QString &clientId)
{
    d->refuse(clientId);
    d->announceIdle();
}

void HttpChannel::trustOnly(const QString &origin, const QList<QSslCertificate> &roots)
{
    d->pool.trustOnly(origin, roots);
}

void HttpChannel::stop()
{
    for (auto &[id, flight] : d->flights)
        flight.item->isLast = true;
    d->finishUnsent(d->queue.drainAll(), ErrorKind::Canceled);
    d->announceIdle();
}

void HttpChannel::abort()
{
    std::vector<QPointer<HttpJob>> jobs;
    for (const auto &[id, flight] : d->flights)
        jobs.push_back(flight.job);
    stop();
    for (const QPointer<HttpJob> &job : jobs) {
        if (job)
            job->abort();
    }
}

int HttpChannel::inFlight() const
{
    return int(d->flights.size());
}

int HttpChannel::pending() const
{
    return d->pending;
}

std::chrono::milliseconds HttpChannel::expectedFor(int requests) const
{
    const auto turns = (requests + d->settings.inFlight - 1) / d->settings.inFlight;
    return std::max(d->pacer.expectedFor(requests),
                    std::chrono::duration_cast<std::chrono::milliseconds>(turns * d->usualLatency));
}

} // namespace curfew
