// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answerclassifier.h"
#include "providertest.h"

Q_DECLARE_METATYPE(curfew::HttpResponse)

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

using test::response;

static Operation operation(const QString &provider, const QString &name = u"revokeToken"_s)
{
    return test::shippedProvider(provider).operations.value(name);
}

static constexpr const char *forbidden = R"({"error":"Forbidden","errorDescription":"permission denied"})";
static constexpr const char *page = "<!doctype html><title>Sign in to the network</title>";
static const QStringList &everyProvider()
{
    static const QStringList ids{u"sap-ias"_s, u"keycloak"_s, u"screening-eagle"_s, u"kajabi"_s, u"oauth2"_s};
    return ids;
}

class TestAnswerClassifier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void revoke_data();
    void revoke();

    void withoutAnAnswer_data();
    void withoutAnAnswer();

    void otherCalls_data();
    void otherCalls();

    void countsRefusedClients_data();
    void countsRefusedClients();

    void hints_data();
    void hints();

    void keepsTheRetryAfterAndTheWords()
    {
        HttpResponse answer = response(429, R"({"error":"slow_down","error_description":"later"})");
        answer.retryAfter = 17s;
        QCOMPARE(faultOf(answer, operation(u"sap-ias"_s)),
                 (Error{ErrorKind::RateLimited, u"slow_down: later; it asks to wait 17 s"_s, 429, 17s}));
        QCOMPARE(faultOf(response(404), operation(u"sap-ias"_s))->detail, u"HTTP 404"_s);
    }

    void aDescriptorsRuleComesFirst()
    {
        Operation own = operation(u"oauth2"_s);
        own.answers = {{404, {}, Meaning::TokenNotKnown}, {0, u"gone"_s, Meaning::TokenNotKnown}};
        QCOMPARE(faultOf(response(404), own)->kind, ErrorKind::TokenNotKnown);
        QCOMPARE(faultOf(response(400, R"({"error":"gone"})"), own)->kind, ErrorKind::TokenNotKnown);
        own.answers = {{400, {}, Meaning::Refused}, {0, u"invalid_client"_s, Meaning::Success}};
        QVERIFY(refusesClient(response(400, R"({"error":"invalid_client"})"), own)); // whatever a descriptor says
        own.answers = {{200, {}, Meaning::Success}};
        QCOMPARE(faultOf(response(200, page, "text/html"), own)->kind, ErrorKind::NotTheService);
        QCOMPARE(faultOf(response(200, R"({"error":"x"})"), own)->kind, ErrorKind::Refused);
    }
};

// Each provider's page and what real servers were seen to do, then what holds for all of them.
void TestAnswerClassifier::revoke_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<HttpResponse>("answer");
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<std::optional<ErrorKind>>("error");
    const auto row = [](const char *provider, const char *what, const HttpResponse &answer, Reply reply,
                        std::optional<ErrorKind> error = {}) {
        QTest::addRow("%s: %s", provider, what) << QString::fromLatin1(provider) << answer << reply << error;
    };
    const char *sap = "sap-ias";
    row(sap, "200 done", response(200, {}, {}), Reply::Success);
    row(sap, "401 the client is not authenticated", response(401, {}, {}), Reply::ClientRefused,
        ErrorKind::ClientRefused);
    row(sap, "401 invalid_client", response(401, R"({"error":"invalid_client"})"), Reply::ClientRefused,
        ErrorKind::ClientRefused);
    row(sap, "401 with the login page", response(401, page, "text/html"), Reply::ClientRefused,
        ErrorKind::ClientRefused);

    const char *kc = "keycloak";
    row(kc, "200 empty", response(200, {}, {}), Reply::Success);
    row(kc, "200 empty object", response(200, "{}"), Reply::Success);
    row(kc, "200 with invalid_token: not known, never revoked",
        response(200, R"({"error":"invalid_token","error_description":"Invalid token"})"), Reply::NotKnown,
        ErrorKind::TokenNotKnown);
    row(kc, "401 invalid_client",
        response(401,
                 R"({"error":"invalid_client","error_description":"Invalid client or Invalid client credentials"})"),
        Reply::ClientRefused, ErrorKind::ClientRefused);
    row(kc, "401 invalid_client without a description", response(401, R"({"error":"invalid_client"})"),
        Reply::ClientRefused, ErrorKind::ClientRefused);
    row(kc, "401 unauthorized_client: a wrong secret", response(401, R"({"error":"unauthorized_client"})"),
        Reply::ClientRefused, ErrorKind::ClientRefused);
    row(kc, "400 invalid_request: another client's",
        response(400, R"({"error":"invalid_request","error_description":"Unmatching clients"})"), Reply::Refused,
        ErrorKind::Refused);
    row(kc, "400 unsupported_token_type", response(400, R"({"error":"unsupported_token_type"})"), Reply::Refused,
        ErrorKind::UnsupportedTokenType);
    row(kc, "400 invalid_request", response(400, R"({"error":"invalid_request"})"), Reply::Refused, ErrorKind::Refused);

    const char *se = "screening-eagle";
    row(se, "200 done", response(200, {}, {}), Reply::Success);
    row(se, "400 Forbidden", response(400, forbidden), Reply::Refused, ErrorKind::Refused);
    row(se, "401 Forbidden", response(401, forbidden), Reply::ClientRefused, ErrorKind::ClientRefused);
    row(se, "500 Forbidden", response(500, forbidden), Reply::Failed, ErrorKind::ServerError);
    row(se, "default: anything else", response(418, forbidden), Reply::Refused, ErrorKind::Refused);

    const char *kj = "kajabi";
    row(kj, "200 empty", response(200, {}, {}), Reply::Success);
    row(kj, "401 with details", response(401, R"({"errors":[{"title":"Unauthorized"}]})"), Reply::Refused,
        ErrorKind::BearerExpired);
    row(kj, "401 empty", response(401, {}, {}), Reply::Refused, ErrorKind::BearerExpired);

    const char *rfc = "oauth2";
    row(rfc, "200", response(200, {}, {}), Reply::Success);
    row(rfc, "400 invalid_client", response(400, R"({"error":"invalid_client"})"), Reply::ClientRefused,
        ErrorKind::ClientRefused);
    row(rfc, "400 unauthorized_client", response(400, R"({"error":"unauthorized_client"})"), Reply::ClientRefused,
        ErrorKind::ClientRefused);
    row(rfc, "401 invalid_client", response(401, R"({"error":"invalid_client"})"), Reply::ClientRefused,
        ErrorKind::ClientRefused);
    row(rfc, "401 without a readable error", response(401, "denied", "text/plain"), Reply::ClientRefused,
        ErrorKind::ClientRefused);
    row(rfc, "401 with another error", response(401, R"({"error":"access_denied"})"), Reply::Refused,
        ErrorKind::Refused);
    row(rfc, "403 invalid_client", response(403, R"({"error":"invalid_client"})"), Reply::ClientRefused,
        ErrorKind::ClientRefused);
    row(rfc, "403 unauthorized_client", response(403, R"({"error":"unauthorized_client"})"), Reply::ClientRefused,
        ErrorKind::ClientRefused);
    row(rfc, "403 without an error", response(403, {}, {}), Reply::Refused, ErrorKind::Refused);
    row(rfc, "400 unsupported_token_type", response(400, R"({"error":"unsupported_token_type"})"), Reply::Refused,
        ErrorKind::UnsupportedTokenType);
    row(rfc, "503", response(503, {}, {}), Reply::Failed, ErrorKind::ServerError);

    for (const QString &id : everyProvider()) {
        const QByteArray latin = id.toLatin1();
        const char *name = latin.constData();
        for (const int status : {400, 401, 403}) {
            for (const char *code : {"invalid_client", "unauthorized_client"}) {
                const QByteArray body = QByteArray(R"({"error":"CODE"})").replace("CODE", code);
                const QByteArray what = QByteArray::number(status) + ", always: " + code;
                row(name, what.constData(), response(status, body), Reply::ClientRefused, ErrorKind::ClientRefused);
            }
        }
        row(name, "200 with any text", response(200, "ok", "text/plain"), Reply::Success);
        row(name, "204", response(204, {}, {}), Reply::Success);
        row(name, "200 with a web page", response(200, page, "text/html"), Reply::Failed, ErrorKind::NotTheService);
        row(name, "200 with a web page called JSON", response(200, page), Reply::Failed, ErrorKind::NotTheService);
        row(name, "200 with a part of a page called JSON", response(200, "<div>Sign in</div>"), Reply::Failed,
            ErrorKind::NotTheService);
        row(name, "200, text/html and empty", response(200, {}, "text/html"), Reply::Failed, ErrorKind::NotTheService);
        row(name, "200 with an error", response(200, R"({"error":"server_error"})"), Reply::Refused,
            ErrorKind::Refused);
        row(name, "200 with invalid_token behind a byte order mark",
            response(200,
                     "\xEF\xBB\xBF"
                     R"({"error":"invalid_token"})"),
            Reply::NotKnown, ErrorKind::TokenNotKnown);
        row(name, "200 with invalid_token", response(200, R"({"error":"invalid_token"})"), Reply::NotKnown,
            ErrorKind::TokenNotKnown);
        row(name, "404", response(404, {}, {}), Reply::Refused, ErrorKind::Refused);
        row(name, "404 with a web page", response(404, page, "text/html"), Reply::Failed, ErrorKind::NotTheService);
        row(name, "429", response(429, {}, {}), Reply::Failed, ErrorKind::RateLimited);
        row(name, "500", response(500, {}, {}), Reply::Failed, ErrorKind::ServerError);
        row(name, "503", response(503, page, "text/html"), Reply::Failed, ErrorKind::ServerError);
    }
}

void TestAnswerClassifier::revoke()
{
    QFETCH(QString, provider);
    QFETCH(HttpResponse, answer);
    QFETCH(std::optional<ErrorKind>, error);
    const RevokeReply reply = replyOf({answer, 2, false}, operation(provider));
    QTEST(reply.reply, "reply");
    QCOMPARE(reply.httpStatus, answer.status);
    QCOMPARE(reply.attempts, 2);
    QCOMPARE(reply.error ? std::optional(reply.error->kind) : std::nullopt, error);
    QCOMPARE(reply.message, reply.error ? reply.error->detail : QString());
}

void TestAnswerClassifier::withoutAnAnswer_data()
{
    QTest::addColumn<ErrorKind>("error");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<bool>("mayHaveArrived");
    QTest::addColumn<Reply>("reply");
    const auto row = [](const char *name, ErrorKind error, int attempts, bool mayHaveArrived, Reply reply) {
        QTest::newRow(name) << error << attempts << mayHaveArrived << reply;
    };
    row("sent, nothing came", ErrorKind::NoAnswer, 4, true, Reply::NoAnswer);
    row("one of the attempts may have arrived", ErrorKind::NoConnection, 4, true, Reply::NoAnswer);
    row("cut by Stop while under way", ErrorKind::Canceled, 1, true, Reply::NoAnswer);
    row("never reached it", ErrorKind::NoConnection, 4, false, Reply::Failed);
    row("TLS", ErrorKind::TlsFailed, 4, false, Reply::Failed);
    row("proxy", ErrorKind::ProxyFailed, 1, false, Reply::Failed);
    row("a redirect is an answer", ErrorKind::Redirected, 1, true, Reply::Failed);
    row("too large came to no whole answer", ErrorKind::TooLarge, 1, true, Reply::NoAnswer);
    row("stopped before it was sent", ErrorKind::Canceled, 0, false, Reply::NotSent);
    row("the breaker is open", ErrorKind::BreakerOpen, 0, false, Reply::NotSent);
    row("not to that origin", ErrorKind::OriginNotAllowed, 0, false, Reply::NotSent);
    row("no credential", ErrorKind::NoCredential, 0, false, Reply::NotSent);
    row("no such endpoint", ErrorKind::Unsupported, 0, false, Reply::NotSent);
    row("plain http", ErrorKind::InsecureUrl, 0, false, Reply::NotSent);
    row("the grant before it was refused", ErrorKind::ClientRefused, 0, false, Reply::ClientRefused);
    row("the grant before it got no answer", ErrorKind::NoAnswer, 0, false, Reply::Failed);
    row("the grant before it was no token", ErrorKind::BadResponse, 0, false, Reply::Failed);
}

void TestAnswerClassifier::withoutAnAnswer()
{
    QFETCH(ErrorKind, error);
    QFETCH(int, attempts);
    QFETCH(bool, mayHaveArrived);
    const RevokeReply reply = replyOf({failure(error, u"why"_s), attempts, mayHaveArrived}, operation(u"oauth2"_s));
    QTEST(reply.reply, "reply");
    QCOMPARE(reply.attempts, attempts);
    QCOMPARE(reply.error->kind, error);
    QCOMPARE(reply.message, u"why"_s);
}

void TestAnswerClassifier::otherCalls_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("name");
    QTest::addColumn<HttpResponse>("answer");
    QTest::addColumn<std::optional<ErrorKind>>("error");
    const auto row = [](const char *what, const char *provider, const char *name, const HttpResponse &answer,
                        std::optional<ErrorKind> error = {}) {
        QTest::newRow(what) << QString::fromLatin1(provider) << QString::fromLatin1(name) << answer << error;
    };
    row("list: an array", "sap-ias", "listSessions", response(200, "[]"));
    row("list: a dead anchor, 400", "sap-ias", "listSessions", response(400, R"({"error":"invalid_token"})"),
        ErrorKind::TokenNotKnown);
    row("list: a dead anchor, invalid_grant", "sap-ias", "listSessions", response(400, R"({"error":"invalid_grant"})"),
        ErrorKind::TokenNotKnown);
    row("list: a dead anchor, 401", "sap-ias", "listSessions", response(401, R"({"error":"invalid_grant"})"),
        ErrorKind::TokenNotKnown);
    row("list: a dead anchor or bearer", "sap-ias", "listSessions", response(401, R"({"error":"invalid_token"})"),
        ErrorKind::BearerExpired);
    row("list: a refused client", "sap-ias", "listSessions", response(401, R"({"error":"invalid_client"})"),
        ErrorKind::ClientRefused);
    row("list: a refused client without a body", "sap-ias", "listSessions", response(401, {}, {}),
        ErrorKind::ClientRefused);
    row("list: a web page", "sap-ias", "listSessions", response(200, page, "text/html"), ErrorKind::NotTheService);
    row("list: another 400", "sap-ias", "listSessions", response(400, R"({"error":"invalid_request"})"),
        ErrorKind::Refused);
    row("revoke: a 401 is the client's, whatever word goes with it", "sap-ias", "revokeToken",
        response(401, R"({"error":"unauthorized"})"), ErrorKind::ClientRefused);
    row("revoke: but for a bearer that ran out", "sap-ias", "revokeToken",
        response(401, R"({"error":"invalid_token"})"), ErrorKind::BearerExpired);
    row("introspect: 401", "sap-ias", "introspectToken", response(401, {}, {}), ErrorKind::ClientRefused);
    row("introspect: Keycloak's wrong secret", "keycloak", "introspectToken",
        response(401, R"({"error":"unauthorized_client"})"), ErrorKind::ClientRefused);
    row("grant: done", "sap-ias", "requestToken", response(200, R"({"access_token":"x"})"));
    row("grant: refused", "sap-ias", "requestToken", response(401, R"({"error":"invalid_client"})"),
        ErrorKind::ClientRefused);
    row("grant: Kajabi's 401", "kajabi", "requestToken", response(401, R"({"error":"whatever"})"),
        ErrorKind::ClientRefused);
    row("grant: a client that may not use it", "oauth2", "requestToken",
        response(400, R"({"error":"unauthorized_client"})"), ErrorKind::ClientRefused);
}

void TestAnswerClassifier::otherCalls()
{
    QFETCH(QString, provider);
    QFETCH(QString, name);
    QFETCH(HttpResponse, answer);
    QFETCH(std::optional<ErrorKind>, error);
    const auto fault = faultOf(answer, operation(provider, name));
    QCOMPARE(fault ? std::optional(fault->kind) : std::nullopt, error);
}

void TestAnswerClassifier::countsRefusedClients_data()
{
    QTest::addColumn<HttpResponse>("answer");
    QTest::addColumn<bool>("refused");
    QTest::newRow("401") << response(401, {}, {}) << true;
    QTest::newRow("400 invalid_client") << response(400, R"({"error":"invalid_client"})") << true;
    QTest::newRow("403 unauthorized_client") << response(403, R"({"error":"unauthorized_client"})") << true;
    QTest::newRow("401 invalid_token: the bearer") << response(401, R"({"error":"invalid_token"})") << false;
    QTest::newRow("400 invalid_token: the token") << response(400, R"({"error":"invalid_token"})") << false;
    QTest::newRow("200 with invalid_client") << response(200, R"({"error":"invalid_client"})") << false;
    QTest::newRow("500 with invalid_client") << response(500, R"({"error":"invalid_client"})") << false;
    QTest::newRow("403") << response(403, {}, {}) << false;
    QTest::newRow("200") << response(200) << false;
}

void TestAnswerClassifier::countsRefusedClients()
{
    QFETCH(HttpResponse, answer);
    QTEST(refusesClient(answer, operation(u"oauth2"_s)), "refused");
}

void TestAnswerClassifier::hints_data()
{
    QTest::addColumn<HttpResponse>("answer");
    QTest::addColumn<bool>("refused");
    QTest::newRow("invalid_request") << response(400, R"({"error":"invalid_request"})") << true;
    QTest::newRow("says hint") << response(400, R"({"error":"bad","error_description":"unknown token_type_hint"})")
                               << true;
    QTest::newRow("nothing") << response(400, {}, {}) << true;
    QTest::newRow("nothing that can be read") << response(400, "Bad Request", "text/plain") << true;
    QTest::newRow("a server's own error page") << response(400, page, "text/html") << true;
    QTest::newRow("nothing, of another status") << response(404, {}, {}) << false;
    QTest::newRow("unsupported_token_type concerns the token")
        << response(400, R"({"error":"unsupported_token_type","error_description":"see token_type_hint"})") << false;
    QTest::newRow("a refused client") << response(400, R"({"error":"invalid_client","error_description":"hint"})")
                                      << false;
    QTest::newRow("another 400") << response(400, R"({"error":"invalid_token"})") << false;
    QTest::newRow("another status") << response(422, R"({"error":"invalid_request"})") << false;
    QTest::newRow("success") << response(200) << false;
}

void TestAnswerClassifier::hints()
{
    QFETCH(HttpResponse, answer);
    QTEST(refusesHint(answer, operation(u"oauth2"_s)), "refused");
}

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestAnswerClassifier)
#include "tst_answerclassifier.moc"
