// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpjob.h"

#include "netlog.h"
#include "oneshotbody.h"
#include "redact.h"
#include "retrypolicy.h"
#include "wirerequest.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

HttpJob::HttpJob(QNetworkAccessManager &network, HttpRequest request, HttpTransport transport, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_request(std::move(request))
    , m_transport(std::move(transport))
{
    m_promise.start();
}

HttpJob::~HttpJob()
{
    abort();
}

QFuture<HttpAnswer> HttpJob::start()
{
    QFuture<HttpAnswer> future = m_promise.future();
    Result<WireRequest> wire = renderRequest(m_request);
    if (wire)
        begin(*wire);
    else
        finish(tl::unexpected(wire.error()), 0);
    return future;
}

void HttpJob::begin(WireRequest &wire)
{
    wire.head.setSslConfiguration(m_transport.tls);
    // Also where the verb has no body: without a device to rewind, Qt would repeat the request on a dropped connection.
    m_upload = new OneShotBody(std::exchange(wire.body, {}));
    m_reply = m_network.sendCustomRequest(wire.head, m_request.verb, m_upload);
    m_upload->setParent(m_reply); // Qt may look at it for as long as the reply lives
    m_reply->setReadBufferSize(std::clamp<qint64>(m_request.maximumAnswer + 1, 1024, 1024 * 1024));

    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_requestSent = true;
        Q_EMIT sent();
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpJob::readHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpJob::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &HttpJob::finishReply);

    // Not QNetworkRequest's transfer timeout: each byte that arrives would start that one anew.
    auto *deadline = new QTimer(this);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, this, [this] {
        const auto seconds = std::chrono::duration<double>(m_transport.timeout).count();
        cut({mayHaveLeft() ? ErrorKind::NoAnswer : ErrorKind::NoConnection,
             u"no whole answer within %1 s"_s.arg(seconds),
             status(),
             {}});
    });
    deadline->start(m_transport.timeout);
}

void HttpJob::abort()
{
    cut({ErrorKind::Canceled, {}, 0, {}});
}

int HttpJob::status() const
{
    return m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

//! Whether Qt's \p error says that no connection came about.
static bool isConnectError(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError
        || error == QNetworkReply::SslHandshakeFailedError
        || (error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError);
}

bool HttpJob::mayHaveLeft() const
{
    if (!m_reply)
        return false;
    if (m_requestSent || status() != 0 || m_upload->wasTouched())
        return true;
    // Of a request without a body Qt doesn't tell that it was sent: when in doubt, it was.
    return m_upload->size() == 0 && !isConnectError(m_reply->error());
}

void HttpJob::readHead()
{
    if (m_finished)
        return;
    const int code = status();
    if (code >= 300 && code < 400) {
        const QUrl target = m_reply->url().resolved(QUrl::fromEncoded(m_reply->rawHeader("Location")));
        cut({ErrorKind::Redirected, u"to %1"_s.arg(redacted(target)), code, {}});
        return;
    }
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (announced > m_request.maximumAnswer) {
        cutLater({ErrorKind::TooLarge, u"an answer of %1 bytes"_s.arg(announced), code, {}});
    } else if (announced > 0) {
        m_body.reserve(announced); // growing would leave copies of what may be tokens behind
    }
}

void HttpJob::readBody()
{
    if (m_finished)
        return;
    // Never more than one byte beyond the bound, however much the other side sends.
    const qint64 room = m_request.maximumAnswer + 1 - m_body.size();
    const qint64 available = std::min(room, m_reply->bytesAvailable());
    if (available > 0) {
        const qsizetype before = m_body.size();
        m_body.resize(before + available);
        const qint64 got = m_reply->read(m_body.data() + before, available);
        m_body.resize(before + std::max<qint64>(got, 0));
    }
    if (m_body.size() > m_request.maximumAnswer)
        cutLater(tooLarge());
}

Error HttpJob::tooLarge() const
{
    return {ErrorKind::TooLarge, u"more than %1 bytes"_s.arg(m_request.maximumAnswer), status(), {}};
}

//! Whether Qt's \p error only repeats that an answer which came whole has a status of 400 or more.
static bool isStatusError(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolInvalidOperationError: // 400
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return true;
    default:
        return false;
    }
}

Error HttpJob::networkError() const
{
    const auto error = m_reply->error();
    QList<QByteArrayView> secrets{m_request.bearer.reveal()};
    if (m_request.credential)
        secrets.append(m_request.credential->secret.reveal());
    Error result{ErrorKind::NoConnection, redacted(m_reply->errorString(), secrets), status(), {}};
    if (error == QNetworkReply::ContentReSendError) // Qt wanted to send it again, and has no words for it
        result.detail = u"the connection was closed without an answer"_s;
    if (error == QNetworkReply::ProxyAuthenticationRequiredError)
        result.detail = u"the proxy wants a user name and a password, or others than it was given"_s;
    const bool proxyUnreachable = isConnectError(error) && error >= QNetworkReply::ProxyConnectionRefusedError;
    if (error == QNetworkReply::ProxyAuthenticationRequiredError || (proxyUnreachable && !mayHaveLeft()))
        result.kind = ErrorKind::ProxyFailed;
    else if (mayHaveLeft())
        result.kind = ErrorKind::NoAnswer;
    else if (error == QNetworkReply::SslHandshakeFailedError)
        result.kind = ErrorKind::TlsFailed;
    return result;
}

void HttpJob::finishReply()
{
    readBody();
    if (m_finished)
        return;
    if (m_body.size() > m_request.maximumAnswer) {
        cut(tooLarge());
        return;
    }
    const int code = status();
    const auto error = m_reply->error();
    const bool isWhole = error == QNetworkReply::NoError ? code >= 200 : code >= 400 && isStatusError(error);
    if (!isWhole) {
        cut(networkError());
        return;
    }
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (m_body.size() < announced && m_request.verb != "HEAD") {
        cut({ErrorKind::NoAnswer, u"the answer was cut short"_s, code, {}});
        return;
    }
    HttpResponse response = responseHead();
    response.body = std::exchange(m_body, {});
    finish(std::move(response), 1);
}

HttpResponse HttpJob::responseHead() const
{
    HttpResponse response;
    response.status = status();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        response.headers.append({name, value});
    response.contentType = response.header("Content-Type").split(';').first().trimmed().toLower();
    // A date is dear to read, and few answers ask for anything.
    if (const QByteArray asked = response.header("Retry-After"); !asked.isEmpty()) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QDateTime theirs = parseHttpDate(response.header("Date"), now); // their clock may differ from ours
        response.retryAfter = parseRetryAfter(asked, theirs.isValid() ? theirs : now);
    }
    return response;
}

// Of a 401 Qt tells nothing before it is whole, and is then in the middle of finishing it.
void HttpJob::cutLater(const Error &error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { cut(error); }, Qt::QueuedConnection);
}

void HttpJob::cut(Error error)
{
    if (m_finished)
        return;
    // A refused authentication is one whatever becomes of its body. (Of one that breaks off Qt tells no status.)
    if (status() == 401 && error.kind != ErrorKind::Canceled)
        finish(responseHead(), 1);
    else
        finish(tl::unexpected(std::move(error)), m_reply ? 1 : 0);
}

void HttpJob::finish(Result<HttpResponse> response, int attempts)
{
    m_finished = true;
    HttpAnswer answer{std::move(response), attempts, false};
    if (!answer.response) {
        const Error &error = answer.response.error();
        const bool wasAnswered = error.kind == ErrorKind::Redirected || error.kind == ErrorKind::ProxyFailed;
        answer.mayHaveArrived = mayHaveLeft() && !wasAnswered;
        qCDebug(netLog).noquote() << m_request.verb << redacted(m_request.url) << errorKindName(error.kind)
                                  << error.detail;
    } else {
        qCDebug(netLog).noquote() << m_request.verb << redacted(m_request.url) << answer.response->status;
    }
    if (m_reply) {
        m_reply->disconnect(this);
        if (m_reply->isRunning())
            m_reply->abort();
        m_upload->wipeBytes();
        m_reply->deleteLater();
    }
    wipe(m_body);
    m_promise.addResult(std::move(answer));
    m_promise.finish();
    deleteLater();
}

} // namespace curfew
