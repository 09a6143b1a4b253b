// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "declarativeprovider.h"

#include "answerclassifier.h"
#include "asyncresult.h"
#include "bearersource.h"
#include "exchange.h"
#include "httpchannel.h"
#include "introspectionreader.h"
#include "jwt.h"
#include "listingreader.h"
#include "requestbuilder.h"
#include "signingrants.h"

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr auto listOperation = "listSessions"_L1;
static constexpr auto revokeOperation = "revokeToken"_L1;
static constexpr auto lookOperation = "introspectToken"_L1;
static constexpr auto grantOperation = "requestToken"_L1;
static constexpr auto discoverOperation = "discover"_L1;

DeclarativeProvider::DeclarativeProvider(ProviderDescriptor descriptor, Issuer issuer, HttpChannel &channel,
                                         QObject *parent)
    : QObject(parent)
    , m_descriptor(std::move(descriptor))
    , m_issuer(std::move(issuer))
    , m_endpoints(m_descriptor, m_issuer)
    , m_channel(channel)
{
    if (m_descriptor.operations.contains(grantOperation)) {
        m_bearers = new BearerSource(
            m_channel, m_descriptor.operations.value(grantOperation),
            [this](const CredentialPtr &credential) { return grantRequest(credential); }, this);
    }
}

DeclarativeProvider::~DeclarativeProvider() = default;

const std::optional<Discovery> &DeclarativeProvider::discovery() const
{
    return m_endpoints.discovery();
}

QUrl DeclarativeProvider::endpoint(const QString &operation) const
{
    return m_endpoints.ofDefaultClient(operation);
}

Error DeclarativeProvider::missing(const QString &operation) const
{
    return m_endpoints.missing(operation);
}

// Client authentication

static bool carriesBearer(AuthMethod method)
{
    return method == AuthMethod::Bearer || method == AuthMethod::AuthorizationCode;
}

Result<Token> DeclarativeProvider::bearerFor(const RevokeTarget &, const CredentialPtr &credential) const
{
    if (!credential)
        return failure(ErrorKind::NoCredential, u"the client's secret is needed for a bearer token"_s);
    return Token();
}

Result<HttpRequest> DeclarativeProvider::grantRequest(const CredentialPtr &credential) const
{
    if (!credential)
        return failure(ErrorKind::NoCredential, u"the client's secret is needed for a bearer token"_s);
    const Operation operation = m_descriptor.operations.value(grantOperation);
    AuthMethod method = m_endpoints.methodOf(credential);
    if (method == AuthMethod::Bearer) // can't prove itself with what it is about to get
        method = operation.clientMethod.value_or(AuthMethod::ClientSecretBasic);
    if (method == AuthMethod::None)
        return failure(ErrorKind::Unsupported, u"a public client gets no token of its own"_s);
    const QUrl url = m_endpoints.of(grantOperation, method);
    if (url.isEmpty())
        return tl::unexpected(m_endpoints.missing(grantOperation));
    if (method == AuthMethod::AuthorizationCode)
        return renewalRequest(url, credential);
    HttpRequest request = buildRequest(operation, {url, {}, {}, credential, method, {}}, m_descriptor.basicEncoding);
    request.repeat = Repeat::Never;
    return request;
}

// Calls

static QFuture<HttpAnswer> noAnswer(Error error)
{
    return readyFuture(HttpAnswer{tl::unexpected(std::move(error)), 0, false});
}

// The caller's hint, else what the token says of itself where the descriptor maps that.
static QString hintFor(const Operation &operation, const RevokeTarget &target)
{
    if (!target.hint.isEmpty() || operation.hintFromType.isEmpty())
        return target.hint;
    const auto jwt = decodeJwt(target.token.reveal());
    return jwt ? operation.hintFromType.value(jwt->text(u"typ")) : QString();
}

QFuture<HttpAnswer> DeclarativeProvider::call(const QString &name, const RevokeTarget &target,
                                              const CredentialPtr &credential, Repeat repeat)
{
    constexpr qint64 largestListing = 64 * 1024 * 1024;
    const AuthMethod method = m_descriptor.tokenIsBearer ? AuthMethod::Bearer : m_endpoints.methodOf(credential);
    const QUrl url = m_endpoints.of(name, method);
    if (url.isEmpty())
        return noAnswer(m_endpoints.missing(name));
    Exchange::Call call{m_descriptor.operations.value(name), {}, carriesBearer(method), {}, credential};
    call.hint = hintFor(call.operation, target);
    if (call.usesBearer) {
        const auto bearer = bearerFor(target, credential);
        if (!bearer)
            return noAnswer(bearer.error());
        if (bearer->isNull() && !m_bearers)
            return noAnswer({ErrorKind::Unsupported, u"the provider grants no bearer tokens"_s, 0, {}});
        call.bearer = *bearer;
    }
    // A bearer of the caller's own shows no client, so its refusal must not count against one.
    const CredentialPtr shown = call.bearer.isNull() ? credential : nullptr;
    const auto build = [operation = call.operation, url, token = target.token, shown, method, repeat,
                        encoding = m_descriptor.basicEncoding,
                        listing = name == listOperation](const QString &hint, const Token &bearer) {
        HttpRequest request = buildRequest(operation, {url, token, hint, shown, method, bearer}, encoding);
        request.repeat = repeat;
        if (listing)
            request.maximumAnswer = largestListing;
        return request;
    };
    return (new Exchange(m_channel, m_bearers, std::move(call), build, this))->start();
}

QFuture<HttpAnswer> DeclarativeProvider::send(const Operation &operation, const HttpRequest &request,
                                              const CredentialPtr &credential)
{
    const AuthMethod method = m_endpoints.methodOf(credential);
    const bool usesBearer = carriesBearer(method);
    if (usesBearer && !m_bearers)
        return noAnswer({ErrorKind::Unsupported, u"the provider grants no bearer tokens"_s, 0, {}});
    const auto build = [operation, request, credential, method,
                        encoding = m_descriptor.basicEncoding](const QString &, const Token &bearer) {
        HttpRequest whole = request;
        authorize(whole, operation, {request.url, {}, {}, credential, method, bearer}, encoding);
        return whole;
    };
    return (new Exchange(m_channel, m_bearers, {operation, {}, usesBearer, {}, credential}, build, this))->start();
}

// What must not appear in the issuer's words when they are shown.
static QList<QByteArrayView> secretsOf(const RevokeTarget &target, const CredentialPtr &credential,
                                       const HttpAnswer &answer)
{
    QList<QByteArrayView> secrets = secretsShown(credential, answer);
    secrets.append(target.token.reveal());
    if (!target.bearer.isNull())
        secrets.append(target.bearer.reveal());
    return secrets;
}

// A refused bearer has been renewed by now, if that was possible: what is left concerns the token in the form, or
// the caller's own bearer.
static Error settled(Error error, ErrorKind instead, bool ownBearer)
{
    if (error.kind != ErrorKind::BearerExpired)
        return error;
    error.kind = instead;
    if (ownBearer)
        error.detail = u"no longer accepted as bearer (%1)"_s.arg(error.detail);
    return error;
}

QFuture<Result<Listing>> DeclarativeProvider::listSessions(const Token &anchor, const CredentialPtr &credential)
{
    const Operation operation = m_descriptor.operations.value(listOperation);
    const RevokeTarget target{anchor, {}, {}};
    // A long listing takes a second to read: not in the thread that paints.
    return call(listOperation, target, credential)
        .then(QtFuture::Launch::Async, [operation, target, credential](HttpAnswer answer) -> Result<Listing> {
            if (!answer.response)
                return tl::unexpected(answer.response.error());
            if (auto fault = faultOf(*answer.response, operation, secretsOf(target, credential, answer)))
                return tl::unexpected(settled(*std::move(fault), ErrorKind::TokenNotKnown, false));
            return readListing(operation, std::move(answer.response->body), QDateTime::currentDateTimeUtc());
        });
}

QFuture<Look> DeclarativeProvider::look(const RevokeTarget &target, const CredentialPtr &credential)
{
    return look(target, credential, Repeat::Safely);
}

QFuture<Look> DeclarativeProvider::look(const RevokeTarget &target, const CredentialPtr &credential, Repeat repeat)
{
    const Operation operation = m_descriptor.operations.value(lookOperation);
    return call(lookOperation, target, credential, repeat)
        .then([operation, target, credential](const HttpAnswer &answer) {
            Look look;
            if (answer.response)
                look = readLook(*answer.response, operation, secretsOf(target, credential, answer));
            else
                look.error = answer.response.error();
            if (look.error)
                look.error = settled(*look.error, ErrorKind::Refused, false);
            return look;
        });
}

QFuture<RevokeReply> DeclarativeProvider::revoke(const RevokeTarget &target, const CredentialPtr &credential)
{
    const Operation operation = m_descriptor.operations.value(revokeOperation);
    const Result<Token> bearer = m_descriptor.tokenIsBearer ? bearerFor(target, credential) : Token();
    const bool signedIn = credential && credential->method == AuthMethod::AuthorizationCode;
    const bool ownBearer = signedIn || (bearer && !bearer->isNull());
    return call(revokeOperation, target, credential)
        .then([operation, target, credential, ownBearer](const HttpAnswer &answer) {
            RevokeReply reply = replyOf(answer, operation, secretsOf(target, credential, answer));
            if (ownBearer && reply.reply == Reply::ClientRefused) { // it was shown no client
                reply.reply = Reply::Refused;
                reply.error->kind = ErrorKind::BearerExpired;
            }
            if (reply.error) {
                reply.error = settled(*reply.error, ErrorKind::Refused, ownBearer);
                reply.message = reply.error->detail;
            }
            return reply;
        });
}

// A token that no issuer ever made.
static Token nonsenseToken()
{
    QByteArray text = Secret::random(24).reveal().toByteArray().toBase64(QByteArray::Base64UrlEncoding);
    return takeToken(text);
}

QFuture<Result<>> DeclarativeProvider::authenticate(const CredentialPtr &credential)
{
    if (!credential)
        return readyFuture(Result<>(failure(ErrorKind::NoCredential)));
    const AuthMethod method = m_descriptor.tokenIsBearer ? AuthMethod::Bearer : m_endpoints.methodOf(credential);
    if (carriesBearer(method) || m_endpoints.of(lookOperation, method).isEmpty()) {
        if (!m_bearers)
            return readyFuture(Result<>(tl::unexpected(m_endpoints.missing(lookOperation))));
        return m_bearers->token(credential).then([](const Result<Token> &token) {
            return token.map([](const Token &) {});
        });
    }
    return look({nonsenseToken(), {}, {}}, credential, Repeat::Never).then([](const Look &look) -> Result<> {
        // That it doesn't know or like the token shows that it went past the client.
        if (!look.error || look.error->kind == ErrorKind::TokenNotKnown
            || look.error->kind == ErrorKind::UnsupportedTokenType)
            return {};
        return tl::unexpected(*look.error);
    });
}

// Discovery

QFuture<Result<Discovery>> DeclarativeProvider::readMetadata(const QUrl &url, Repeat repeat)
{
    const Operation operation = m_descriptor.operations.value(discoverOperation);
    auto promise = std::make_shared<QPromise<Result<Discovery>>>();
    promise->start();
    HttpRequest request = buildRequest(operation, {url, {}, {}, {}, AuthMethod::None, {}}, BasicEncoding::Form);
    request.repeat = repeat;
    onResult(m_channel.send(std::move(request)), this, [this, promise](const HttpAnswer &answer) {
        promise->addResult(m_endpoints.adopt(answer));
        promise->finish();
    });
    return promise->future();
}

// Whether the metadata may stand elsewhere: a 4xx, or a web page.
static bool isNotHere(const Result<Discovery> &discovery)
{
    return !discovery
        && (discovery.error().kind == ErrorKind::Refused || discovery.error().kind == ErrorKind::NotTheService);
}

QFuture<Result<Discovery>> DeclarativeProvider::discover(Repeat repeat)
{
    const QList<QUrl> urls = m_endpoints.metadataUrls();
    if (urls.isEmpty())
        return readyFuture(Result<Discovery>(failure(ErrorKind::Unsupported, u"the provider has no metadata"_s)));
    auto promise = std::make_shared<QPromise<Result<Discovery>>>();
    promise->start();
    const auto finish = [promise](const Result<Discovery> &discovery) {
        promise->addResult(discovery);
        promise->finish();
    };
    onResult(readMetadata(urls.first(), repeat), this, [this, urls, repeat, finish](const Result<Discovery> &first) {
        if (!isNotHere(first)) {
            finish(first);
            return;
        }
        onResult(readMetadata(urls.last(), repeat), this,
                 [first, finish](const Result<Discovery> &second) { finish(isNotHere(second) ? first : second); });
    });
    return promise->future();
}

} // namespace curfew
