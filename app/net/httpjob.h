// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httprequest.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QSslConfiguration>

#include <chrono>

class QNetworkAccessManager;
class QNetworkReply;

namespace curfew {

class OneShotBody;
struct WireRequest;

//! What a job needs beside its request.
struct HttpTransport {
    std::chrono::milliseconds timeout{30000}; //!< for the whole attempt, the last byte of the answer included
    QSslConfiguration tls; //!< from tlsSettings(); one manager must only ever see one
};

//! Sends one request once. No redirect is followed, no challenge answered, no cookie kept, and the request is never
//! repeated by itself, not even on a connection that was dropped.
class HttpJob final : public QObject {
    Q_OBJECT

public:
    HttpJob(QNetworkAccessManager &network, HttpRequest request, HttpTransport transport, QObject *parent);
    ~HttpJob() override;

    //! To be called once. Finishes once, then the job deletes itself. `attempts` is 0 when the request was refused
    //! before anything was done with it, else 1.
    [[nodiscard]] QFuture<HttpAnswer> start();
    //! Cuts the connection; ends as Canceled, with `mayHaveArrived` telling whether it may have been sent.
    void abort();

Q_SIGNALS:
    //! The whole request has left over a connection that stands. Not told of a request without a body.
    void sent();

private:
    void begin(WireRequest &wire);
    void readHead();
    void readBody();
    void finishReply();
    [[nodiscard]] Error tooLarge() const;
    void cutLater(const Error &error);
    void cut(Error error);
    [[nodiscard]] HttpResponse responseHead() const; //!< all but the body
    void finish(Result<HttpResponse> response, int attempts);
    [[nodiscard]] int status() const; //!< 0 before an answer began
    [[nodiscard]] Error networkError() const;
    [[nodiscard]] bool mayHaveLeft() const;

    QNetworkAccessManager &m_network;
    HttpRequest m_request;
    HttpTransport m_transport;
    QPromise<HttpAnswer> m_promise;
    QNetworkReply *m_reply = nullptr;
    OneShotBody *m_upload = nullptr;
    QByteArray m_body;
    bool m_requestSent = false;
    bool m_finished = false;
};

} // namespace curfew
