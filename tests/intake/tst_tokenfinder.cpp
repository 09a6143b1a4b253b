// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenfinder.h"

#include "jwt.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(curfew::IntakeSource)

// Declared ahead of its functions: moc loses its way in raw strings with an odd number of quotes.
class TestTokenFinder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void findsInCurl_data();
    void findsInCurl();
    void findsInHar_data();
    void findsInHar();
    void findsNothing_data();
    void findsNothing();
    void staysLinear_data();
    void staysLinear();
    void keepsItsBounds();
    void pairsTokensOfOneResponse();
    void prefers_data();
    void prefers();
    void countsPasswordsOnce_data();
    void countsPasswordsOnce();
    void prefersNothingOfNothing();
};

static QByteArray jwt(const QJsonObject &claims, const QJsonObject &header = {{u"alg"_s, u"RS256"_s}})
{
    const auto part = [](const QJsonObject &object) {
        return QJsonDocument(object)
            .toJson(QJsonDocument::Compact)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part(header) + '.' + part(claims) + ".c2lnbmF0dXJlLW9mLXRoZS10b2tlbg";
}

static QByteArray accessJwt()
{
    return jwt({{u"sub"_s, u"dona"_s}, {u"exp"_s, qint64(4'000'000'000)}});
}
static QByteArray identity()
{
    return jwt({{u"sub"_s, u"dona"_s}, {u"nonce"_s, u"n"_s}});
}
static const QByteArray opaque = "8f14e45fceea167a5a36dedd4bea2543"_ba;

static QString roleName(TokenRole role)
{
    switch (role) {
    case TokenRole::AccessToken:
        return u"access"_s;
    case TokenRole::RefreshToken:
        return u"refresh"_s;
    case TokenRole::IdToken:
        return u"id"_s;
    case TokenRole::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

//! `role:token` of each, so that one comparison shows everything that was found.
static QStringList listOf(const Findings &findings)
{
    QStringList list;
    for (const FoundToken &found : findings.tokens)
        list.append(roleName(found.role) + u':' + QString::fromLatin1(found.token.reveal()));
    return list;
}

static QString entry(const QByteArray &role, const QByteArray &token)
{
    return QString::fromLatin1(role + ':' + token);
}

static QByteArray har(const QByteArray &entries)
{
    return R"({"log": {"version": "1.2", "creator": {"name": "WebInspector"}, "entries": [)" + entries + "]}}";
}

static QByteArray quoted(const QByteArray &text)
{
    return QJsonDocument(QJsonObject{{u"t"_s, QString::fromUtf8(text)}})
        .toJson(QJsonDocument::Compact)
        .sliced(5)
        .chopped(1);
}

void TestTokenFinder::finds_data()
{
    using enum IntakeSource;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<IntakeSource>("source");
    QTest::addColumn<QStringList>("tokens");
    const QStringList one{entry("unknown", accessJwt())};
    const QStringList bearer{entry("access", accessJwt())};

    QTest::newRow("a JWT") << accessJwt() << BareToken << one;
    QTest::newRow("space and line ends around it") << " \r\n" + accessJwt() + "\n\n" << BareToken << one;
    QTest::newRow("quotes around it") << "\"" + accessJwt() + "\"" << BareToken << one;
    QTest::newRow("a byte order mark before it") << "\xEF\xBB\xBF" + accessJwt() << BareToken << one;
    QTest::newRow("an opaque token") << opaque << BareToken << QStringList{entry("unknown", opaque)};
    QTest::newRow("a JWT that names itself an ID token")
        << identity() << BareToken << QStringList{entry("id", identity())};
    const QByteArray typed = jwt({{u"sub"_s, u"x"_s}}, {{u"typ"_s, u"at+jwt"_s}});
    QTest::newRow("a JWT by RFC 9068") << typed << BareToken << QStringList{entry("access", typed)};
    const QByteArray offline = jwt({{u"typ"_s, u"Offline"_s}});
    QTest::newRow("Keycloak's offline token") << offline << BareToken << QStringList{entry("refresh", offline)};
    QTest::newRow("several, one a line") << accessJwt() + "\n" + opaque << BareToken
                                         << QStringList{entry("unknown", accessJwt()), entry("unknown", opaque)};
    QTest::newRow("the same twice") << accessJwt() + "\n" + accessJwt() << BareToken << one;
    QByteArray wrapped = accessJwt();
    for (qsizetype i = 60; i < wrapped.size(); i += 61)
        wrapped.insert(i, '\n');
    QTest::newRow("a JWT that a terminal wrapped") << wrapped << BareToken << one;

    QTest::newRow("Bearer") << "Bearer " + accessJwt() << Bearer << bearer;
    QTest::newRow("bearer in lower case, with an opaque token")
        << "bearer  " + opaque << Bearer << QStringList{entry("access", opaque)};
    QTest::newRow("an Authorization header") << "Authorization: Bearer " + accessJwt() << Bearer << bearer;
    QTest::newRow("a header block") << "GET / HTTP/1.1\r\nHost: x\r\nauthorization: bearer " + accessJwt()
            + "\r\nAccept: */*\r\n" << Bearer
                                    << bearer;

    QTest::newRow("a token response") << R"({"token_type": "Bearer", "expires_in": 3600, "access_token": ")"
            + accessJwt() + R"(", "refresh_token": ")" + opaque + R"(", "id_token": ")" + identity() + R"("})"
                                      << TokenResponse
                                      << QStringList{entry("access", accessJwt()), entry("refresh", opaque),
                                                     entry("id", identity())};
    QTest::newRow("a token store in camel case, deep inside") << R"([{"user": {"profile": 1, "idToken": ")" + identity()
            + R"("}}])" << TokenResponse << QStringList{entry("id", identity())};
    QTest::newRow("a token with an escaped slash") << R"({"access_token": "abc\/def0123456789"})"_ba << TokenResponse
                                                   << QStringList{entry("access", "abc/def0123456789")};
    QTest::newRow("JSON cut in half still gives its JWT")
        << R"({"access_token": ")" + accessJwt() + R"(", "refr)" << FreeText << one;

    QTest::newRow("a redirect URL") << "https://app.example/cb#access_token=" + accessJwt() + "&token_type=Bearer"
                                    << FreeText << bearer;
    QTest::newRow("a log line") << "14:02 INFO user=dona token=" + opaque + "; ok" << FreeText
                                << QStringList{entry("unknown", opaque)};
    QTest::newRow("a JWT at the end of a sentence") << "They sent me " + accessJwt() + "." << FreeText << one;
    QTest::newRow("a percent-encoded value")
        << "x&refresh_token=abc%2Fdef0123456789"_ba << FreeText << QStringList{entry("refresh", "abc/def0123456789")};
}

void TestTokenFinder::finds()
{
    QFETCH(QByteArray, text);
    const Findings findings = findTokens(text);
    QTEST(listOf(findings), "tokens");
    QTEST(findings.source, "source");
    QVERIFY(!findings.looksLikeName);
}

void TestTokenFinder::findsInCurl_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QStringList>("tokens");
    QTest::addColumn<int>("passwords");
    const QStringList bearer{entry("access", accessJwt())};
    QTest::newRow("-H, single quotes") << "curl -H 'Authorization: Bearer " + accessJwt() + "' https://x/" << bearer
                                       << 0;
    QTest::newRow("--header, double quotes, continued lines")
        << "curl 'https://x/' \\\n  -X POST \\\n  --header \"authorization: Bearer " + accessJwt() + "\"" << bearer
        << 0;
    QTest::newRow("-H joined to its value") << "curl -H'Authorization: Bearer " + accessJwt() + "' x" << bearer << 0;
    QTest::newRow("--header=") << "curl --header='Authorization: Bearer " + accessJwt() + "' x" << bearer << 0;
    QTest::newRow("after a prompt") << "$ curl -H 'Authorization: Bearer " + accessJwt() + "' x" << bearer << 0;
    QTest::newRow("a Windows command line")
        << "curl.exe ^\"https://x/^\" ^\r\n  -H ^\"authorization: Bearer " + accessJwt() + "^\"" << bearer << 0;
    QTest::newRow("form data with a hint") << "curl -d 'token=" + opaque + "&token_type_hint=refresh_token' x"
                                           << QStringList{entry("refresh", opaque)} << 0;
    QTest::newRow("form data in two options, the hint first")
        << "curl -d token_type_hint=access_token --data-urlencode token=" + opaque + " x"
        << QStringList{entry("access", opaque)} << 0;
    QTest::newRow("$'…' with escapes")
        << R"(curl --data-raw $'{"a":"it\'s","access_token":"abc\u0021def0123456789"}' x)"_ba
        << QStringList{entry("access", "abc!def0123456789")} << 0;
    QTest::newRow("JSON data") << "curl --json '{\"refresh_token\": \"" + opaque + "\"}' x"
                               << QStringList{entry("refresh", opaque)} << 0;
    QTest::newRow("a token in the URL") << "curl 'https://x/?access_token=" + accessJwt() + "'" << bearer << 0;
    QTest::newRow("passwords are counted, not kept")
        << "curl -u a1b2:verysecret99 -d 'j_password=Geheimnis1234567&token=" + opaque + "' x"
        << QStringList{entry("unknown", opaque)} << 2;
    QTest::newRow("Basic credentials are a password")
        << "curl -H 'Authorization: Basic YTpiY2RlZjEyMzQ1Njc4OTA=' -H 'Authorization: Bearer " + accessJwt() + "' x"
        << bearer << 1;
    QTest::newRow("a quote that is never closed") << "curl -H 'Authorization: Bearer " + accessJwt() << bearer << 0;
}

void TestTokenFinder::findsInCurl()
{
    QFETCH(QByteArray, line);
    const Findings findings = findTokens(line);
    QCOMPARE(findings.source, IntakeSource::CurlLine);
    QTEST(listOf(findings), "tokens");
    QTEST(findings.passwords, "passwords");
}

void TestTokenFinder::findsInHar_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("tokens");
    QTest::addColumn<int>("passwords");
    QTest::addColumn<bool>("sanitised");
    const QByteArray plain =
        R"({"request": {"url": "https://x/", "headers": [{"name": "Accept", "value": "*/*"}]}, "response": {}})";
    QTest::newRow("no entries: nothing was taken out") << har({}) << QStringList() << 0 << false;
    QTest::newRow("sanitised") << har(plain) << QStringList() << 0 << true;
    QTest::newRow("cookies, so it is not sanitised")
        << har(R"({"request": {"headers": [{"name": "Cookie", "value": "a=b"}]}})") << QStringList() << 0 << false;
    QTest::newRow("an Authorization header") << har(plain + R"(,{"request": {"headers": [{"value": "Bearer )"
                                                    + accessJwt() + R"(", "name": "authorization"}]}})")
                                             << QStringList{entry("access", accessJwt())} << 0 << false;
    QTest::newRow("a form body and the answer's JSON")
        << har(R"({"request": {"postData": {"mimeType": "application/x-www-form-urlencoded", "text":)"
               + quoted("username=dona&password=hunter2&refresh_token=" + opaque)
               + R"(, "params": [{"name": "password", "value": "hunter2"}]}}, "response": {"content": {"mimeType":
                  "application/json;charset=utf-8", "text": )"
               + quoted(R"({"access_token": ")" + accessJwt() + R"(", "id_token": ")" + identity() + R"("})") + "}}}")
        << QStringList{entry("refresh", opaque), entry("access", accessJwt()), entry("id", identity())} << 1 << false;
    QTest::newRow("form parameters alone") << har(R"({"request": {"postData": {"params": [{"name": "token", "value": ")"
                                                  + opaque + R"("}, {"name": "client_secret", "value": "s3cret"}]}}})")
                                           << QStringList{entry("unknown", opaque)} << 1 << false;
    QTest::newRow("a base64 body") << har(
        R"({"response": {"content": {"mimeType": "application/json", "encoding": "base64", "text": ")"
        + (R"({"access_token": ")" + accessJwt() + R"("})").toBase64() + R"("}}})")
                                   << QStringList{entry("access", accessJwt())} << 0 << false;
    QTest::newRow("a redirect's Location") << har(
        R"({"response": {"headers": [{"name": "Location", "value": "https://a/cb#id_token=)" + identity() + R"("}]}})")
                                           << QStringList{entry("id", identity())} << 0 << false;
    QTest::newRow("a URL's query") << har(R"({"request": {"url": "https://a/?access_token=)" + accessJwt() + R"("}})")
                                   << QStringList{entry("access", accessJwt())} << 0 << false;
    QTest::newRow("a script is not searched")
        << har(R"({"response": {"content": {"mimeType": "text/javascript", "text": "access_token=abcdefgh123456"}}})")
        << QStringList() << 0 << true;
    QTest::newRow("members of the wrong type")
        << har(R"({"request": [], "response": 7}, null, "x", {"request": {"headers": {"name": 1}, "url": []}})")
        << QStringList() << 0 << true;
}

void TestTokenFinder::findsInHar()
{
    QFETCH(QByteArray, content);
    const Findings findings = findTokens(content);
    QCOMPARE(findings.source, IntakeSource::Har);
    QTEST(listOf(findings), "tokens");
    QTEST(findings.passwords, "passwords");
    QTEST(findings.sanitisedHar, "sanitised");
}

void TestTokenFinder::findsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("name");
    QTest::newRow("nothing") << ""_ba << false;
    QTest::newRow("space") << " \n\t"_ba << false;
    QTest::newRow("an e-mail address") << "dona.moore@example.com"_ba << true;
    QTest::newRow("a login name") << "dona.moore"_ba << true;
    QTest::newRow("a long name without digits") << "maximiliane.featherstonehaugh"_ba << true;
    QTest::newRow("an empty Bearer") << "Authorization: Bearer "_ba << true;
    QTest::newRow("the word bearer in a sentence") << "the bearer of this letter"_ba << true;
    QTest::newRow("a redacted token response") << R"({"access_token": "[redacted for you]"})"_ba << false;
    QTest::newRow("a token of the wrong type") << R"({"access_token": {"a": 1}, "id_token": null})"_ba << false;
    QTest::newRow("an HTML page") << "<html><body>hello world 12345</body></html>"_ba << false;
    QTest::newRow("control characters") << QByteArray(40, '\x01') << false;
    QTest::newRow("a cURL line without a token") << "curl https://x/ -H 'Accept: */*'"_ba << false;
    QTest::newRow("only open brackets") << QByteArray(100'000, '{') << false;
    QTest::newRow("a token beyond 64 KiB") << QByteArray(70'000, 'a') + "1" << false;
}

void TestTokenFinder::findsNothing()
{
    QFETCH(QByteArray, text);
    const Findings findings = findTokens(text);
    QCOMPARE(listOf(findings), QStringList());
    QCOMPARE(findings.source, IntakeSource::Nothing);
    QTEST(findings.looksLikeName, "name");
}

void TestTokenFinder::staysLinear_data()
{
    QTest::addColumn<QByteArray>("text");
    constexpr qsizetype size = 4'000'000;
    QTest::newRow("dots") << "x eyJ" + QByteArray(size, '.');
    QTest::newRow("eyJ over and over") << "x " + QByteArray("eyJ").repeated(size / 3);
    QTest::newRow("=eyJ over and over") << "x " + QByteArray("=eyJ").repeated(size / 4);
    QTest::newRow("Bearer over and over") << QByteArray("Bearer ").repeated(size / 7);
    QTest::newRow("token= over and over") << QByteArray("token=").repeated(size / 6);
    QTest::newRow("token=& over and over") << QByteArray("token=&").repeated(size / 7);
    QTest::newRow("quotes over and over") << "curl " + QByteArray("'' ").repeated(size / 3);
    QTest::newRow("line ends") << "x" + QByteArray(size, '\n') + "y";
    QTest::newRow("an array of objects") << "[" + QByteArray(R"({"a":[]},)").repeated(size / 9) + "1]";
}

void TestTokenFinder::staysLinear()
{
    QFETCH(QByteArray, text);
    QElapsedTimer timer;
    timer.start();
    (void)findTokens(text);
    QVERIFY2(timer.elapsed() < 10'000, "far beyond what a linear scan takes, even under a sanitizer");
}

void TestTokenFinder::keepsItsBounds()
{
    QVERIFY(findTokens(QByteArray(largestIntake + 1, 'x')).tooLarge);
    QByteArray many;
    for (int i = 0; i < 10'005; ++i)
        many += "token-number-" + QByteArray::number(100'000 + i) + "\n";
    const Findings findings = findTokens(many);
    QCOMPARE(findings.tokens.size(), 10'000);
    QVERIFY(findings.truncated);
}

void TestTokenFinder::pairsTokensOfOneResponse()
{
    const Findings findings = findTokens(R"([{"access_token": "first-access-1", "refresh_token": "first-refresh-1"},
                                             {"refresh_token": "second-refresh-2"}])");
    QCOMPARE(findings.tokens.size(), 3);
    QVERIFY(pairedAccessToken(findings, findings.tokens[0]).isNull());
    QCOMPARE(pairedAccessToken(findings, findings.tokens[1]).reveal(), "first-access-1"_ba);
    QVERIFY(pairedAccessToken(findings, findings.tokens[2]).isNull());
}

void TestTokenFinder::prefers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("preferred");
    const QByteArray expired = jwt({{u"exp"_s, qint64(1'000'000'000)}});
    const QByteArray older = jwt({{u"iat"_s, qint64(1'700'000'000)}, {u"exp"_s, qint64(4'000'000'000)}});
    const QByteArray newer = jwt({{u"iat"_s, qint64(1'800'000'000)}, {u"exp"_s, qint64(4'000'000'000)}});
    const auto response = [](const QByteArray &a, const QByteArray &i, const QByteArray &r) {
        return R"({"refresh_token": ")" + r + R"(", "id_token": ")" + i + R"(", "access_token": ")" + a + R"("})";
    };
    QTest::newRow("the access token") << response(accessJwt(), identity(), opaque) << accessJwt();
    QTest::newRow("an ID token that lives before an access token that doesn't")
        << response(expired, identity(), opaque) << identity();
    QTest::newRow("the refresh token when all else has expired") << response(expired, expired, opaque) << opaque;
    QTest::newRow("the newer of two") << older + "\n" + newer << newer;
    QTest::newRow("an expired one rather than none") << expired << expired;
}

void TestTokenFinder::prefers()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, preferred);
    const Findings findings = findTokens(text);
    const qsizetype index = preferredToken(findings.tokens, QDateTime::fromSecsSinceEpoch(1'900'000'000, Qt::UTC));
    QVERIFY(index >= 0);
    QCOMPARE(findings.tokens[index].token.reveal(), preferred);
}

void TestTokenFinder::countsPasswordsOnce_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("passwords");
    QTest::newRow("a cURL line without a token") << "curl -d 'password=hunter2' https://x"_ba << 1;
    QTest::newRow("JSON without a token") << R"({"password": "hunter2", "user": {"pwd": "x"}})"_ba << 2;
    QTest::newRow("a log line") << "POST user=dona&password=hunter2"_ba << 1;
    QTest::newRow("an empty one") << "password=&user=dona"_ba << 0;
}

void TestTokenFinder::countsPasswordsOnce()
{
    QFETCH(QByteArray, text);
    const Findings findings = findTokens(text);
    QTEST(findings.passwords, "passwords");
    QVERIFY(findings.tokens.isEmpty());
}

void TestTokenFinder::prefersNothingOfNothing()
{
    QCOMPARE(preferredToken({}, QDateTime::currentDateTimeUtc()), -1);
}

QTEST_APPLESS_MAIN(TestTokenFinder)
#include "tst_tokenfinder.moc"
