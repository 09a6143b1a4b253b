// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "introspectionreader.h"
#include "providertest.h"

Q_DECLARE_METATYPE(curfew::HttpResponse)

using namespace Qt::StringLiterals;

namespace curfew {

using test::response;

class TestIntrospectionReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looks_data()
    {
        QTest::addColumn<HttpResponse>("answer");
        QTest::addColumn<Sight>("sight");
        QTest::addColumn<std::optional<ErrorKind>>("error");
        const auto row = [](const char *name, const HttpResponse &answer, Sight sight,
                            std::optional<ErrorKind> error = {}) { QTest::newRow(name) << answer << sight << error; };
        row("alive", response(200, R"({"active":true})"), Sight::Alive);
        row("inactive", response(200, R"({"active":false})"), Sight::Inactive);
        row("any 2xx", response(203, R"({"active":false})"), Sight::Inactive);
        row("any JSON type", response(200, R"({"active":true})", "application/token-introspection+json"), Sight::Alive);
        row("a text is no boolean", response(200, R"({"active":"false"})"), Sight::Unseen, ErrorKind::BadResponse);
        row("a number is no boolean", response(200, R"({"active":0})"), Sight::Unseen, ErrorKind::BadResponse);
        row("null", response(200, R"({"active":null})"), Sight::Unseen, ErrorKind::BadResponse);
        row("empty object", response(200, "{}"), Sight::Unseen, ErrorKind::BadResponse);
        row("empty body", response(200), Sight::Unseen, ErrorKind::BadResponse);
        row("204", response(204), Sight::Unseen, ErrorKind::BadResponse);
        row("an array", response(200, R"([{"active":false}])"), Sight::Unseen, ErrorKind::BadResponse);
        row("cut off", response(200, "{\"active\":false"), Sight::Unseen, ErrorKind::BadResponse);
        row("a web page", response(200, "<html>log in</html>", "text/html"), Sight::Unseen, ErrorKind::NotTheService);
        row("JSON called a web page", response(200, R"({"active":false})", "text/html"), Sight::Unseen,
            ErrorKind::NotTheService);
        row("an error in a 200", response(200, R"({"error":"server_error"})"), Sight::Unseen, ErrorKind::Refused);
        row("invalid_token in a 200", response(200, R"({"error":"invalid_token"})"), Sight::Unseen,
            ErrorKind::TokenNotKnown);
        row("400", response(400, R"({"error":"invalid_request"})"), Sight::Unseen, ErrorKind::Refused);
        row("401", response(401), Sight::Unseen, ErrorKind::ClientRefused);
        row("429", response(429), Sight::Unseen, ErrorKind::RateLimited);
        row("500", response(500, R"({"active":false})"), Sight::Unseen, ErrorKind::ServerError);
    }
    void looks()
    {
        QFETCH(HttpResponse, answer);
        QFETCH(std::optional<ErrorKind>, error);
        const Operation operation = test::shippedProvider(u"oauth2"_s).operations.value(u"introspectToken"_s);
        const Look look = readLook(answer, operation);
        QTEST(look.sight, "sight");
        QCOMPARE(look.error ? std::optional(look.error->kind) : std::nullopt, error);
    }

    void fixtures_data()
    {
        QTest::addColumn<Sight>("sight");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("client");
        QTest::addColumn<QString>("expires");
        QTest::newRow("rfc7662.introspectToken.in.json")
            << Sight::Alive << u"jdoe"_s << u"l238j323ds-23ij4"_s << u"2014-12-23T17:37:18Z"_s;
        QTest::newRow("keycloak.introspectToken.in.json")
            << Sight::Alive << u"dona.moore"_s << u"travel"_s << u"2026-03-01T14:42:11Z"_s;
    }
    void fixtures()
    {
        const Operation operation = test::shippedProvider(u"keycloak"_s).operations.value(u"introspectToken"_s);
        const Look look =
            readLook(response(200, test::fixture(QString::fromLatin1(QTest::currentDataTag()))), operation);
        QTEST(look.sight, "sight");
        QTEST(look.user, "user");
        QTEST(look.clientId, "client");
        QFETCH(QString, expires);
        QCOMPARE(look.expiresAt.value(), test::utc(expires.toLatin1().constData()));
    }

    void takesTheSubjectForWantOfAName()
    {
        const Look look = readLook(response(200, R"({"active":true,"sub":"P1","exp":"soon"})"), {});
        QCOMPARE(look.user, u"P1"_s);
        QVERIFY(!look.expiresAt);
    }
};

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestIntrospectionReader)
#include "tst_introspectionreader.moc"
