// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nettest.h"
#include "requestcheck.h"
#include "wirerequest.h"

using namespace curfew;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(curfew::HttpRequest)

static QUrl url()
{
    return QUrl(u"https://idp.example/oauth2/revoke"_s);
}

static HttpRequest with(Authorization authorization, const CredentialPtr &credential)
{
    HttpRequest request = makeRevoke(url(), credential, "to+ken/1");
    request.authorization = authorization;
    return request;
}

static std::shared_ptr<const Secret> makeSecret(QByteArray bytes)
{
    return std::make_shared<const Secret>(Secret::take(bytes));
}

class TestWireRequest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rendersAuthorization_data()
    {
        QTest::addColumn<HttpRequest>("request");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<QByteArray>("body");
        const auto credential = makeCredential(url(), u"app:1"_s, "s+ :/é"); // é is C3 A9
        const auto plain = makeCredential(url(), u"app"_s, "s+ :/");
        QTest::newRow("none") << with(Authorization::None, {}) << QByteArray() << QByteArray("token=to%2Bken%2F1");
        // RFC 6749 section 2.3.1: encoded first
        QTest::newRow("Basic") << with(Authorization::Basic, credential)
                               << QByteArray("Basic ") + QByteArray("app%3A1:s%2B+%3A%2F%C3%A9").toBase64()
                               << QByteArray("token=to%2Bken%2F1");
        QTest::newRow("Basic, raw") << with(Authorization::RawBasic, plain)
                                    << QByteArray("Basic ") + QByteArray("app:s+ :/").toBase64()
                                    << QByteArray("token=to%2Bken%2F1");
        QTest::newRow("in the body") << with(Authorization::BodySecret, credential) << QByteArray()
                                     << QByteArray("token=to%2Bken%2F1&client_id=app%3A1"
                                                   "&client_secret=s%2B+%3A%2F%C3%A9");
        HttpRequest named = with(Authorization::BodySecret, plain);
        named.form.prepend({"client_id", QByteArray("app")});
        QTest::newRow("never a parameter twice")
            << named << QByteArray() << QByteArray("client_id=app&token=to%2Bken%2F1&client_secret=s%2B+%3A%2F");
        HttpRequest bearer = with(Authorization::Bearer, {});
        bearer.bearer = makeToken("abc.def");
        QTest::newRow("bearer") << bearer << QByteArray("Bearer abc.def") << QByteArray("token=to%2Bken%2F1");
        auto tls = makeCredential(url(), u"app"_s, {});
        QByteArray pem = "pem";
        tls->certificate = Secret::take(pem);
        QTest::newRow("certificate") << with(Authorization::TlsCertificate, tls) << QByteArray()
                                     << QByteArray("token=to%2Bken%2F1&client_id=app");
        HttpRequest secret = with(Authorization::None, {});
        secret.form = {{"client secret", makeSecret("a&b=c")}, {"empty", QByteArray()}};
        QTest::newRow("a secret as a field") << secret << QByteArray() << QByteArray("client+secret=a%26b%3Dc&empty=");
    }
    void rendersAuthorization()
    {
        QFETCH(HttpRequest, request);
        const Result<WireRequest> wire = renderRequest(request);
        QVERIFY2(wire, wire ? "" : qPrintable(wire.error().detail));
        QTEST(wire->head.rawHeader("Authorization"), "authorization");
        QTEST(wire->body, "body");
        QCOMPARE(wire->head.rawHeader("Content-Type"), "application/x-www-form-urlencoded");
        QCOMPARE(wire->head.rawHeader("Accept-Encoding"), "identity");
        QCOMPARE(wire->head.rawHeader("User-Agent"), "Curfew/" CURFEW_VERSION);
    }

    void switchesOffQtsOwnWays()
    {
        const Result<WireRequest> wire = renderRequest(makeRevoke(url()));
        using Head = QNetworkRequest;
        QCOMPARE(wire->head.attribute(Head::RedirectPolicyAttribute).toInt(), int(Head::ManualRedirectPolicy));
        QCOMPARE(wire->head.attribute(Head::AuthenticationReuseAttribute).toInt(), int(Head::Manual));
        QCOMPARE(wire->head.attribute(Head::CookieLoadControlAttribute).toInt(), int(Head::Manual));
        QCOMPARE(wire->head.attribute(Head::CookieSaveControlAttribute).toInt(), int(Head::Manual));
        QCOMPARE(wire->head.attribute(Head::CacheLoadControlAttribute).toInt(), int(Head::AlwaysNetwork));
        QCOMPARE(wire->head.attribute(Head::CacheSaveControlAttribute), QVariant(false));
        QCOMPARE(wire->head.attribute(Head::Http2AllowedAttribute), QVariant(false));
    }

    void aGetHasNoFormAndNoContentType()
    {
        HttpRequest request;
        request.verb = "GET";
        request.url = QUrl(u"https://idp.example/.well-known/openid-configuration?client_id=app"_s);
        request.headers = {{"Accept", "application/json"}};
        const Result<WireRequest> wire = renderRequest(request);
        QVERIFY(wire);
        QCOMPARE(wire->body, QByteArray());
        QVERIFY(!wire->head.hasRawHeader("Content-Type"));
        QCOMPARE(wire->head.rawHeader("Accept"), "application/json");
    }

    void refuses_data()
    {
        QTest::addColumn<HttpRequest>("request");
        QTest::addColumn<ErrorKind>("kind");
        const auto credential = makeCredential(url(), u"app"_s, "a-long-secret");
        const auto row = [](const char *name, const HttpRequest &request, ErrorKind kind) {
            QTest::newRow(name) << request << kind;
        };
        const auto at = [&](const char *address) {
            HttpRequest request = makeRevoke(QUrl(QString::fromLatin1(address)), {}, "a+long/token");
            return request;
        };
        row("http", at("http://idp.example/revoke"), ErrorKind::InsecureUrl);
        row("userinfo", at("https://a:b@idp.example/revoke"), ErrorKind::InsecureUrl);
        row("fragment", at("https://idp.example/revoke#a"), ErrorKind::InsecureUrl);
        row("no host", at("https:///revoke"), ErrorKind::InsecureUrl);
        row("the token in the query", at("https://idp.example/r?x=a%2Blong%2Ftoken"), ErrorKind::InvalidInput);
        row("the token in the path", at("https://idp.example/r/a+long/token"), ErrorKind::InvalidInput);
        row("a parameter in URL and form", at("https://idp.example/r?a=1&token=x"), ErrorKind::InvalidInput);
        HttpRequest shortToken = makeRevoke(QUrl(u"https://idp.example/r?x=a%20b"_s), {}, "a b");
        row("a short token as a whole value", shortToken, ErrorKind::InvalidInput);
        HttpRequest leaking = makeRevoke(QUrl(u"https://idp.example/r?x=a-long-secret"_s), credential);
        row("the client secret in the query", leaking, ErrorKind::InvalidInput);
        row("another host", makeRevoke(QUrl(u"https://evil.example/revoke"_s), credential),
            ErrorKind::OriginNotAllowed);
        row("another port", makeRevoke(QUrl(u"https://idp.example:444/revoke"_s), credential),
            ErrorKind::OriginNotAllowed);
        HttpRequest unused = makeRevoke(QUrl(u"https://evil.example/revoke"_s), credential);
        unused.authorization = Authorization::None;
        row("another host, credential unused", unused, ErrorKind::OriginNotAllowed);
        row("Basic without credential", with(Authorization::Basic, {}), ErrorKind::NoCredential);
        row("Basic without secret", with(Authorization::Basic, makeCredential(url(), u"app"_s, {})),
            ErrorKind::NoCredential);
        row("Basic without client id", with(Authorization::Basic, makeCredential(url(), {}, "secret")),
            ErrorKind::NoCredential);
        row("a colon unencoded", with(Authorization::RawBasic, makeCredential(url(), u"a:b"_s, "secret")),
            ErrorKind::InvalidInput);
        row("certificate without one", with(Authorization::TlsCertificate, credential), ErrorKind::NoCredential);
        row("bearer without one", with(Authorization::Bearer, {}), ErrorKind::NoCredential);
        HttpRequest bearer = with(Authorization::Bearer, {});
        bearer.bearer = makeToken("abc\r\nX-Evil: 1");
        row("a bearer that ends the header", bearer, ErrorKind::InvalidInput);
        HttpRequest twice = makeRevoke(url());
        twice.form.append({"token", QByteArray("x")});
        row("a parameter twice", twice, ErrorKind::InvalidInput);
        HttpRequest secretTwice = with(Authorization::BodySecret, credential);
        secretTwice.form.append({"client_secret", QByteArray("x")});
        row("the secret twice", secretTwice, ErrorKind::InvalidInput);
        HttpRequest get = makeRevoke(url());
        get.verb = "GET";
        row("a form in a GET", get, ErrorKind::InvalidInput);
        HttpRequest verb = makeRevoke(url());
        verb.verb = "GET /x HTTP/1.1\r\nX:";
        row("a verb that isn't one", verb, ErrorKind::InvalidInput);
        for (const char *name : {"Authorization", "cookie", "Content-Length", "Host", "X Y", ""}) {
            HttpRequest header = makeRevoke(url());
            header.headers = {{name, "x"}};
            row(qPrintable(u"header "_s + QString::fromLatin1(name)), header, ErrorKind::InvalidInput);
        }
        HttpRequest header = makeRevoke(url());
        header.headers = {{"Accept", "a\r\nX-Evil: 1"}};
        row("a header that ends itself", header, ErrorKind::InvalidInput);
    }
    void refuses()
    {
        QFETCH(HttpRequest, request);
        QFETCH(ErrorKind, kind);
        const Result<> checked = checkRequest(request);
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, kind);
        QVERIFY(!checked.error().detail.contains(u"a-long-secret"_s));
        QVERIFY(!renderRequest(request));
    }
};

QTEST_APPLESS_MAIN(TestWireRequest)
#include "tst_wirerequest.moc"
