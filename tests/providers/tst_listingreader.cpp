// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listingreader.h"
#include "providertest.h"
#include "sessiongroups.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <ctime>

using namespace Qt::StringLiterals;

namespace curfew {

using test::fixture;
using test::utc;

static Operation sapListing()
{
    return test::shippedProvider(u"sap-ias"_s).operations.value(u"listSessions"_s);
}

static Listing read(const QByteArray &body)
{
    const QByteArray copy(body.constData(), body.size()); // the reader wipes what it is given
    const auto listing = readListing(sapListing(), copy, utc("2026-03-01T14:02:11Z"));
    if (!listing)
        qFatal("%s", qUtf8Printable(listing.error().detail));
    return *listing;
}

static QByteArray array(const QList<QJsonValue> &elements)
{
    QJsonArray json;
    for (const QJsonValue &element : elements)
        json.append(element);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

class TestListingReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fixtures_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("the vendor's example") << u"sap-ias.listSessions"_s;
        QTest::newRow("several sessions, by sid and inferred") << u"sap-ias.listSessions.grouped"_s;
        QTest::newRow("odd elements") << u"sap-ias.listSessions.odd"_s;
    }
    void fixtures()
    {
        QFETCH(QString, name);
        const Listing listing = read(fixture(name + u".in.json"_s));
        const QJsonObject expected = QJsonDocument::fromJson(fixture(name + u".out.json"_s)).object();
        QCOMPARE(test::toJson(listing), expected);
    }

    void keepsNoTokenOutsideItsStore()
    {
        const QByteArray opaque = "0ab12345978c51ffe7c4e9a2b1158bb4";
        const QByteArray signedToken = test::jwt({{u"sid"_s, u"s1"_s}});
        const QByteArray other = test::jwt({{u"sid"_s, u"s2"_s}});
        const auto text = [](const QByteArray &bytes) { return QString::fromUtf8(bytes); };
        const Listing listing = read(array({
            QJsonObject{{u"value"_s, text(opaque)}, {u"jti"_s, text(opaque)}, {u"client_agent"_s, text("x " + opaque)}},
            QJsonObject{{u"value"_s, text(signedToken)},
                        {u"jti"_s, text("id-" + signedToken)},
                        {u"sp_name"_s, text(opaque)},
                        {u"nested"_s, QJsonObject{{u"deep"_s, text(signedToken)}}}},
            QJsonObject{{u"value"_s, u"another token"_s},
                        {u"id_token"_s, text(other)},
                        {text(other), 1},
                        {u"refresh_token"_s, u"a live one"_s},
                        {u"scope"_s, text("a " + other)}},
        }));
        const QByteArray shown = QJsonDocument(test::toJson(listing)).toJson();
        for (const QByteArray &secret :
             {opaque, signedToken, other, QByteArray("another token"), QByteArray("a live one")})
            QVERIFY2(!shown.contains(secret), (secret + " in " + shown).constData());
        QCOMPARE(listing.sessions.at(0).tokens.at(0).token.reveal(), QByteArrayView(opaque));
        QVERIFY(listing.sessions.at(0).tokens.at(0).jti.isEmpty());
        QVERIFY(listing.sessions.at(1).tokens.at(0).jti.isEmpty());
    }

    void wipesTheBody()
    {
        QByteArray body = array({QJsonObject{{u"value"_s, u"0ab12345978c51ffe7c4e9a2b1158bb4"_s}}});
        const QByteArray shared = body; // as net's answer shares it
        QVERIFY(readListing(sapListing(), std::move(body), {}));
        QVERIFY(!shared.contains("0ab12345978c51ffe7c4e9a2b1158bb4"));
    }

    void decodesEscapedTokens()
    {
        const Listing listing = read(R"([{"val\u0075e":"0ab1\u0032345\/x","jti":"0ab12345\/x"}])");
        QCOMPARE(listing.sessions.at(0).tokens.at(0).token.reveal(), QByteArrayView("0ab12345/x"));
        QVERIFY(listing.sessions.at(0).tokens.at(0).jti.isEmpty());
    }

    void aShortValueLeavesTheOtherTextsReadable()
    {
        const Listing listing = read(R"([{"value":"a","client_agent":"curl/8.5 a","uid":"dona"}])");
        QCOMPARE(listing.sessions.at(0).userAgent, u"curl/8.5 a"_s);
        QCOMPARE(listing.uid, u"dona"_s);
    }

    void foldsDuplicates()
    {
        const QJsonObject element{{u"value"_s, u"one and the same"_s}, {u"client_ip"_s, u"10.0.0.1"_s}};
        QJsonObject elsewhere = element;
        elsewhere.insert(u"client_ip"_s, u"10.0.0.2"_s);
        const Listing listing = read(array({element, element, elsewhere}));
        QCOMPARE(listing.sessions.size(), 1);
        QCOMPARE(listing.tokenCount(), 1);
    }

    void sessionIdsAreStable()
    {
        // The first 16 hex digits of SHA-256 over the netstrings, computed with coreutils:
        // printf '3:sid,3:app,2:s1,' | sha256sum
        QCOMPARE(sessionId(groupKey({u"sid"_s, u"app"_s, u"s1"_s})), u"997939baa53b5364"_s);
        // printf '8:inferred,3:app,8:10.0.0.1,8:curl/8.5,' | sha256sum
        QCOMPARE(sessionId(groupKey({u"inferred"_s, u"app"_s, u"10.0.0.1"_s, u"curl/8.5"_s})), u"e31209155e858768"_s);
        QVERIFY(groupKey({u"a,b"_s, u"c"_s}) != groupKey({u"a"_s, u"b,c"_s}));
        QVERIFY(groupKey({u"a"_s, u""_s}) != groupKey({u""_s, u"a"_s}));
    }

    void bounds_data()
    {
        QTest::addColumn<QString>("agent");
        QTest::addColumn<QString>("shown");
        QTest::newRow("long") << QString(3000, u'x') << QString(1023, u'x') + u'…';
        QTest::newRow("never half a character") << QString(1022, u'x') + u"😀😀"_s << QString(1022, u'x') + u'…';
    }
    void bounds()
    {
        QFETCH(QString, agent);
        const Listing listing = read(array({QJsonObject{{u"value"_s, u"a token"_s}, {u"client_agent"_s, agent}}}));
        QTEST(listing.sessions.at(0).userAgent, "shown");
    }

    void leavesOutWhatIsTooLongToShow()
    {
        const auto element = [](const QString &agent, const QString &token) {
            return QJsonObject{{u"value"_s, token}, {u"client_agent"_s, agent}};
        };
        const QString first(1'000'000, u'x');
        const Listing listing = read(array({element(first, u"token 1"_s), element(first, u"token 2"_s),
                                            element(QString(1'000'000, u'y'), u"token 3"_s)}));
        QCOMPARE(listing.sessions.size(), 2);
        QVERIFY(listing.sessions.at(0).userAgent.startsWith(u"(1000000 bytes, SHA-256 "_s));
    }

    void hostile_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("readable");
        QTest::addColumn<qsizetype>("tokens");
        const auto row = [](const char *name, const QByteArray &body, bool readable, qsizetype tokens) {
            QTest::newRow(name) << body << readable << tokens;
        };
        row("empty array: no sessions, not an error", "[]", true, 0);
        row("null", "null", false, 0);
        row("a string", "\"[]\"", false, 0);
        row("an object", "{}", false, 0);
        row("nothing", "", false, 0);
        row("cut off", QByteArray(R"([{"value":"abcdefgh"}])").chopped(2), false, 0);
        row("a second document", R"([{"value":"abcdefgh"}] [])", false, 0);
        row("bad UTF-8", "[{\"uid\":\"abcd\xff\"}]", false, 0);
        row("a value that no issuer could have made", "[{\"value\":\"abcdefgh\xc3\xa9\"},{\"value\":\"abcd\\nefgh\"}]",
            true, 0);
        row("too deep", QByteArray(2000, '[') + QByteArray(2000, ']'), false, 0);
        row("a BOM", "\xEF\xBB\xBF[{\"value\":\"abcdefgh\"}]", true, 1);
        row("elements that are no objects", R"([1,"eyJ",null,[{"value":"abcdefgh"}],true])", true, 0);
        row("values that are no tokens",
            R"([{"value":1},{"value":null},{"value":""},{"value":{"value":"abcdefgh"}},{}])", true, 0);
        row("two values in one element: the last", R"([{"value":"abcdefgh","value":"ijklmnop"}])", true, 1);
        row("a token in a nested object is none of the element's", R"([{"a":{"value":"abcdefgh"}}])", true, 0);
    }
    void hostile()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, readable);
        QFETCH(qsizetype, tokens);
        const auto listing = readListing(sapListing(), body, {});
        QCOMPARE(listing.has_value(), readable);
        if (!readable) {
            QCOMPARE(listing.error().kind, ErrorKind::BadResponse);
            return;
        }
        qsizetype usable = 0;
        for (const Session &session : listing->sessions) {
            for (const ListedToken &listed : session.tokens)
                usable += listed.token.isNull() ? 0 : 1;
        }
        QCOMPARE(usable, tokens);
    }

    void findsTheArrayAndTheTokenWhereADescriptorSays()
    {
        Operation operation = sapListing();
        operation.items = u"/data/sessions"_s;
        operation.fields.insert(u"token"_s, u"/credentials/access"_s);
        operation.fields.insert(u"client_id"_s, u"/client/id"_s);
        const QByteArray body = R"({"sessions":[{"credentials":{"access":"not here"}}],"data":{"sessions":[
            {"credentials":{"access":"the token"},"client":{"id":"app"},"access":"no"}]}})";
        const auto listing = readListing(operation, body, {});
        QVERIFY(listing);
        QCOMPARE(listing->tokenCount(), 1);
        QCOMPARE(listing->sessions.at(0).tokens.at(0).token.reveal(), QByteArrayView("the token"));
        QCOMPARE(listing->sessions.at(0).clientId, u"app"_s);
    }

    void aJtiIsNoPartOfItsToken_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("jti");
        QTest::addColumn<QString>("shown");
        QTest::newRow("another") << QByteArray("0ab12345978c51ff") << QByteArray("77c4-e9a2") << u"77c4-e9a2"_s;
        QTest::newRow("the token") << QByteArray("0ab12345978c51ff") << QByteArray("0ab12345978c51ff") << QString();
        QTest::newRow("a short token") << QByteArray("tok1") << QByteArray("tok1") << QString();
        QTest::newRow("a short token within") << QByteArray("tok1") << QByteArray("id-tok1") << QString();
        QTest::newRow("a part of the token") << QByteArray("0ab12345978c51ff") << QByteArray("12345978") << QString();
        QTest::newRow("a short part") << QByteArray("0ab12345978c51ff") << QByteArray("c51") << QString();
    }
    void aJtiIsNoPartOfItsToken()
    {
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, jti);
        const QByteArray body = QByteArray(R"([{"value":"T","jti":"J"}])").replace("J", jti).replace("T", token);
        QTEST(read(body).sessions.at(0).tokens.at(0).jti, "shown");
    }

    void warnsOfSeveralPeople()
    {
        const Listing listing = read(R"([{"value":"token one","uid":"a"},{"value":"token two","uid":"b"}])");
        QCOMPARE(listing.warnings, QStringList{u"The listing names more than one person."_s});
    }

    //! Guards against a slip into quadratic work. Measured on two cores: 2.3 to 3.1 times what Qt needs to parse the
    //! same bytes for opaque tokens, 3.1 to 3.9 times for JWTs, of which a third is SHA-256 over every token.
    void isFast_data()
    {
        QTest::addColumn<bool>("signedTokens");
        QTest::newRow("JWTs") << true;
        QTest::newRow("opaque tokens") << false;
    }
    void isFast()
    {
#if !defined(QT_NO_DEBUG) || defined(__SANITIZE_ADDRESS__)
        QSKIP("a measurement needs an optimised build");
#endif
        QFETCH(bool, signedTokens);
        QByteArray body = "[";
        for (int i = 0; i < 100'000; ++i) {
            const QByteArray value = signedTokens
                ? test::jwt({{u"sid"_s, u"session-%1"_s.arg(i / 3)}, {u"jti"_s, i}})
                : QByteArray("0ab12345978c51ffe7c4e9a2") + QByteArray::number(10'000'000 + i);
            const QJsonObject element{
                {u"sub"_s, u"dona.moore@example.com"_s},
                {u"iss"_s, u"https://my_tenant.accounts.ondemand.com"_s},
                {u"client_id"_s, u"a1b23cd4-f2d5-45d8-9937-3a4bebd6598c"_s},
                {u"uid"_s, u"dona.moore@example.com"_s},
                {u"sp_name"_s, u"travel"_s},
                {u"client_agent"_s, u"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0"_s},
                {u"grant_type"_s, u"AUTHORIZATION_CODE"_s},
                {u"scope"_s, u"openid"_s},
                {u"client_ip"_s, u"10.10.10.20"_s},
                {u"exp"_s, 1669151188},
                {u"iat"_s, 1669107988},
                {u"jti"_s, u"ab123c45-e3d5-441c-ba07-%1"_s.arg(i)},
                {u"client_auth_method"_s, u"client_secret_basic"_s},
                {u"value"_s, QString::fromLatin1(value)},
            };
            body += QJsonDocument(element).toJson(QJsonDocument::Compact) + ',';
        }
        body.chop(1);
        body += ']';
        // Processor time: the machine may be busy with other things.
        const std::clock_t start = std::clock();
        QVERIFY(QJsonDocument::fromJson(body).isArray());
        const std::clock_t parsed = std::clock();
        const auto listing = readListing(sapListing(), body, {});
        const std::clock_t read = std::clock();
        QCOMPARE(listing->tokenCount(), 100'000);
        QVERIFY2(read - parsed <= 5 * (parsed - start),
                 qPrintable(u"parsed in %1, read in %2"_s.arg(parsed - start).arg(read - parsed)));
    }
};

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestListingReader)
#include "tst_listingreader.moc"
