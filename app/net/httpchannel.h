// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httprequest.h"
#include "pacer.h"
#include "retrypolicy.h"

#include <QFuture>
#include <QObject>
#include <QSslCertificate>
#include <QStringList>

#include <memory>

namespace curfew {

//! What one issuer allows, and how long we wait for it.
struct ChannelSettings {
    QStringList allowedOrigins; //!< as originOf() writes them; no request goes anywhere else, with or without secret
    int inFlight = 1; //!< 1 to 512
    QList<RateLimit> rates; //!< all kept at once; empty: no limit is known
    std::chrono::milliseconds timeout{30000}; //!< one attempt
    QList<QSslCertificate> roots; //!< replace the system's; empty: the system's
    RetryPolicy retry;
};

//! The way to one issuer: a queue, a window, a pace, retries, and a stop at the first refused client.
//!
//! The first authenticated request of each client goes alone: until an answer shows that the issuer took its credential
//! (neither a refusal nor 401, 404, 429, 5xx or HTML, which tell nothing), at most one request with it is in flight.
//! The same holds for its first request to each endpoint. Meanwhile connections are opened for those that wait.
class HttpChannel final : public QObject {
    Q_OBJECT

public:
    explicit HttpChannel(ChannelSettings settings, QObject *parent = nullptr);
    ~HttpChannel() override; //!< aborts

    //! Queues \p request; the future holds its one answer. Requests are sent in order, as far as gates and retries let.
    [[nodiscard]] QFuture<HttpAnswer> send(HttpRequest request);

    //! Lets requests of \p clientId go again after it was refused; the first one alone.
    void allowClient(const QString &clientId);
    //! As if an answer had just refused \p clientId: a breaker that was open before this channel was made.
    void refuseClient(const QString &clientId);

    //! From now on nobody but \p roots is believed about \p origin; empty: nobody is.
    void trustOnly(const QString &origin, const QList<QSslCertificate> &roots);

    //! Finishes what was accepted until now and isn't in flight: as Canceled when it was never sent, else with its last
    //! result. What is in flight is awaited and not repeated. Requests given afterwards are sent as usual.
    void stop();
    //! As stop(), and cuts what is in flight: Canceled, with `mayHaveArrived` telling the truth.
    void abort();

    [[nodiscard]] int inFlight() const; //!< attempts on the network now
    [[nodiscard]] int pending() const; //!< requests without an answer, in flight or not
    [[nodiscard]] bool isIdle() const { return pending() == 0; }
    //! \return the least time that \p requests take at this issuer's pace, and as fast as it answered so far
    [[nodiscard]] std::chrono::milliseconds expectedFor(int requests) const;

Q_SIGNALS:
    //! The issuer refused \p clientId's credential: its queued requests have ended as BreakerOpen, as later ones will.
    //! \p error is ClientRefused with the answer's status.
    void clientRefused(const QString &clientId, const curfew::Error &error);
    //! The last pending request has ended, and onResult() has told its answer.
    void idle();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace curfew
