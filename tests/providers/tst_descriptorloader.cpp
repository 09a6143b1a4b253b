// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "descriptorloader.h"
#include "providertest.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace curfew {

// JSON is easier to read here with the other quotes.
static QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

class TestDescriptorLoader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads()
    {
        const QByteArray json = test::fixture(u"acme.json"_s);
        const auto loaded = loadDescriptor(json);
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().detail));
        QCOMPARE(loaded->id, u"acme"_s);
        QCOMPARE(loaded->name, u"Acme Identity"_s);
        QCOMPARE(loaded->mark, u"AC"_s);
        QCOMPARE(loaded->references, QStringList{u"https://docs.acme.example/api"_s});
        QCOMPARE(loaded->summary.german, u"Lists, ends, checks."_s); // for want of a German one
        QCOMPARE(loaded->defaultUrl, u"https://id.acme.example"_s);
        QCOMPARE(loaded->authMethods, (QList{AuthMethod::ClientSecretBasic, AuthMethod::Bearer}));
        QCOMPARE(loaded->defaultMethod, AuthMethod::ClientSecretBasic);
        QCOMPARE(loaded->basicEncoding, BasicEncoding::Raw);
        QVERIFY(!loaded->needsDiscovery);
        QVERIFY(loaded->discoveryBlocks);
        QCOMPARE(loaded->cascade, Cascade::Session);
        QCOMPARE(loaded->verification, QList{VerifiedBy::Listing});
        QCOMPARE(loaded->verificationText.german, u"Wird erneut gelistet."_s);
        QCOMPARE(loaded->limits.inFlight, 4);
        QCOMPARE(loaded->limits.mostInFlight, 4);
        QCOMPARE(loaded->limits.rates.size(), 1);
        QCOMPARE(loaded->limits.rates.first().requests, 10);
        QCOMPARE(loaded->limits.failuresBeforeLockOut, 3);
        QCOMPARE(loaded->sourceHash,
                 QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex()));
        const Operation list = loaded->operations.value(u"listSessions"_s);
        QCOMPARE(list.items, u"/data"_s);
        QCOMPARE(list.fields.value(u"uid"_s), u"/user/name"_s);
        const Operation revoke = loaded->operations.value(u"revokeToken"_s);
        QCOMPARE(revoke.verb, QByteArray("POST"));
        QCOMPARE(revoke.path, u"/v1/revoke"_s);
        QCOMPARE(revoke.form.value(u"token_type_hint"_s), u"{hint}"_s);
        QCOMPARE(revoke.answers.at(1).status, 404);
        QCOMPARE(revoke.answers.at(1).meaning, Meaning::TokenNotKnown);
        QCOMPARE(loaded->operations.value(u"requestToken"_s).clientMethod, AuthMethod::ClientSecretPost);
    }

    // What no file says, since the metadata does.
    void aSignInAddsItsEndpoints_data()
    {
        QTest::addColumn<QByteArray>("methods");
        QTest::addColumn<bool>("signsIn");
        QTest::newRow("without") << quoted("['client_secret_basic', 'bearer']") << false;
        QTest::newRow("beside a client's own") << quoted("['client_secret_basic', 'authorization_code']") << true;
    }
    void aSignInAddsItsEndpoints()
    {
        QFETCH(QByteArray, methods);
        QFETCH(bool, signsIn);
        QByteArray json = test::fixture(u"acme.json"_s);
        json.replace(R"(["client_secret_basic", "bearer"])", methods);
        const auto loaded = loadDescriptor(json);
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().detail));
        QCOMPARE(loaded->operations.contains(u"authorize"_s), signsIn);
        QCOMPARE(loaded->operations.value(u"requestToken"_s).path, u"/v1/token"_s); // the file's own stays
        if (signsIn)
            QCOMPARE(loaded->operations.value(u"authorize"_s).metadataKey, u"authorization_endpoint"_s);

        const qsizetype grant = json.indexOf(",\n    \"requestToken\"");
        const auto without = loadDescriptor(json.remove(grant, json.indexOf("\n  },", grant) - grant));
        QCOMPARE(without.has_value(), signsIn); // the method bearer needs it in the file
        if (signsIn)
            QCOMPARE(without->operations.value(u"requestToken"_s).metadataKey, u"token_endpoint"_s);
    }

    void theExampleOfTheManualLoads()
    {
        const QByteArray manual = test::fixture(u"../../../docs/providers.md"_s);
        const qsizetype begin = manual.indexOf("```json\n") + 8;
        const auto loaded = loadDescriptor(manual.sliced(begin, manual.indexOf("```", begin) - begin));
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().detail));
        QCOMPARE(loaded->id, u"acme"_s);
    }

    // Each row puts one fault into the good file, by replacing text.
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const char *good, const char *bad, const QString &detail) {
            QTest::newRow(name) << quoted(good) << quoted(bad) << detail;
        };
        row("unknown key", "'mark': 'AC'", "'mark': 'AC', 'colour': 'red'", u"line 4, colour: is not a known key"_s);
        row("unknown key inside", "'items': '/data',", "'items': '/data',\n 'itmes': 1,",
            u"line 24, operations.listSessions.itmes: is not a known key"_s);
        row("unknown operation", "'discover':", "'logout':", u"line 18, operations.logout: is not a known key"_s);
        row("unknown key in a rule", "'status': 404,", "'status': 404, 'code': 1,",
            u"line 32, operations.revokeToken.answers[1].code: is not a known key"_s);
        row("a key twice", "'mark': 'AC',", "'mark': 'AC',\n'mark': 'AD',", u"line 5, mark: stands twice"_s);
        row("missing id", "'id': 'acme',", "", u"line 1, id: is missing"_s);
        row("id with a slash", "'acme'", "'a/c'",
            u"line 2, id: must be 2 to 40 lower-case letters, digits and hyphens"_s);
        row("wrong type", "'name': 'Acme Identity'", "'name': 7", u"line 3, name: must be a text"_s);
        row("empty name", "'name': 'Acme Identity'", "'name': ' '", u"line 3, name: must not be empty"_s);
        row("long mark", "'AC'", "'ACME'", u"line 4, mark: must be at most three characters"_s);
        row("http reference", "https://docs", "http://docs", u"line 5, references: must be https URLs"_s);
        row("no reference", "['https://docs.acme.example/api']", "[]", u"line 5, references: must not be empty"_s);
        row("no English", "{ 'en': 'The sign-in.' }", "{ 'de': 'Die Anmeldung.' }",
            u"line 48, doesNotEnd.en: is missing"_s);
        row("http URL", "'default': 'https:", "'default': 'http:",
            u"line 8, url.default: must be an https URL without user, query and fragment"_s);
        row("URL with a user", "https://id.acme", "https://user@id.acme",
            u"line 8, url.default: must be an https URL without user, query and fragment"_s);
        row("an origin with a path", "'default': 'https://id.acme.example",
            "'origin': true, 'default': 'https://id.a/eu",
            u"line 8, url.default: must have no path where origin is set"_s);
        row("unknown method", "'bearer']", "'private_key_jwt']",
            u"line 12, auth.methods: private_key_jwt is not a known method"_s);
        row("method twice", "'bearer']", "'client_secret_basic']",
            u"line 12, auth.methods: client_secret_basic stands twice"_s);
        row("default is no method", "'default': 'client_secret_basic'", "'default': 'none'",
            u"line 13, auth.default: must be one of the methods"_s);
        row("basic encoding", "'raw'", "'utf-8'", u"line 14, auth.basicEncoding: must be form or raw"_s);
        row("discovery of another issuer", "'same'", "'any'", u"line 16, discovery.issuer: must be same or host"_s);
        row("another issuer's endpoints", "'needed': false, 'issuer': 'same'", "'needed': true, 'issuer': 'host'",
            u"line 16, discovery.issuer: must be same where the endpoints come from the metadata"_s);
        row("no revoke", "'revokeToken': {", "'introspectToken': {", u"line 17, operations.revokeToken: is missing"_s);
        row("missing path", "'path': '/v1/revoke',", "",
            u"line 26, operations.revokeToken.path: is missing, and metadata names no endpoint"_s);
        row("metadata without discovery", "'path': '/v1/revoke',", "'metadata': 'revocation_endpoint',",
            u"line 26, operations.revokeToken.path: is missing, and discovery.needed isn't set"_s);
        const QString relative =
            u"line 28, operations.revokeToken.path: must be relative to the issuer's URL and begin with one /"_s;
        row("absolute path", "'/v1/revoke'", "'https://evil.example/revoke'", relative);
        row("another host", "'/v1/revoke'", "'//evil.example/revoke'", relative);
        row("scheme inside", "'/v1/revoke'", "'/https://evil.example'", relative);
        row("path without a slash", "'/v1/revoke'", "'@evil.example/revoke'", relative);
        row("path upwards", "'/v1/revoke'", "'/v1/../admin'",
            u"line 28, operations.revokeToken.path: must not contain . or .. as a part"_s);
        const QString plain =
            u"line 28, operations.revokeToken.path: must be made of /, letters, digits and .-_~ alone"_s;
        row("encoded path", "'/v1/revoke'", "'/v1/%2e%2e/admin'", plain);
        row("query in the path", "'/v1/revoke'", "'/v1/revoke?token='", plain);
        row("backslash in the path", "'/v1/revoke'", R"('/\\evil.example')", plain);
        row("user in the path", "'/v1/revoke'", "'/a:b@evil.example'", plain);
        row("two slashes inside the path", "'/v1/revoke'", "'/v1//revoke'", plain);
        row("token in a GET", "'verb': 'POST',\n      'path': '/v1/revoke'",
            "'verb': 'GET',\n      'path': '/v1/revoke'",
            u"line 27, operations.revokeToken.verb: must be POST: a token never stands in a URL"_s);
        row("no token in the form", "'token': '{token}', 'token_type_hint'", "'token_type_hint'",
            u"line 29, operations.revokeToken.form.token: exactly one parameter must be {token}"_s);
        row("unknown placeholder", "'{hint}'", "'{secret}'",
            u"line 29, operations.revokeToken.form.token_type_hint: may be a plain text, {token} or {hint}"_s);
        row("secret in the form", "'token_type_hint': '{hint}'", "'client_secret': 's'",
            u"line 29, operations.revokeToken.form.client_secret: comes from the client authentication, and no "
            "parameter is sent twice"_s);
        row("parameter with a separator", "'token_type_hint'", "'a&b'",
            u"line 29, operations.revokeToken.form.a&b: is not a parameter name"_s);
        row("unknown meaning", "'token_not_known'", "'fine'",
            u"line 32, operations.revokeToken.answers[1].means: is not one of the known meanings"_s);
        row("a refusal called a success", "'token_not_known'", "'success'",
            u"line 32, operations.revokeToken.answers[1].means: success needs a status from 200 to 299 and no error"_s);
        row("a rule for everything", "'status': 404,", "",
            u"line 32, operations.revokeToken.answers[1].status: is missing: a rule names a status, an error or both"_s);
        row("no status", "'status': 404,", "'status': 99,",
            u"line 32, operations.revokeToken.answers[1].status: must be a whole number from 200 to 599"_s);
        row("pointer", "'/access'", "'access'",
            u"line 24, operations.listSessions.fields.token: must be a JSON Pointer (RFC 6901)"_s);
        row("no token in a listing", "'token': '/access', ", "",
            u"line 24, operations.listSessions.fields.token: is missing"_s);
        row("bearer without a grant",
            ",\n    'requestToken': {\n      'verb': 'POST',\n      'path': '/v1/token',\n"
            "      'form': { 'grant_type': 'client_credentials' },\n      'auth': 'client_secret_post'\n    "
            "}",
            "", u"line 17, operations.requestToken: is missing: the method bearer needs it"_s);
        row("a sign-in without metadata",
            "'methods': ['client_secret_basic', 'bearer'],\n    'default': 'client_secret_basic',\n    "
            "'basicEncoding': "
            "'raw'\n  },\n  'discovery': { 'needed': false, 'issuer': 'same' },\n  'operations': {\n    'discover': { "
            "'verb': 'GET', 'path': '/.well-known/openid-configuration' },",
            "'methods': ['authorization_code'],\n    'default': 'authorization_code',\n    'basicEncoding': "
            "'raw'\n  },\n  'discovery': { 'needed': false, 'issuer': 'same' },\n  'operations': {",
            u"line 17, operations.discover: is missing: the method authorization_code needs it"_s);
        row("a sign-in page of the file's own", "'discover': {",
            "'authorize': { 'verb': 'GET', 'path': '/x' }, 'discover': {",
            u"line 18, operations.authorize: is not a known key"_s);
        row("grant by bearer", "'client_secret_post'", "'bearer'",
            u"line 39, operations.requestToken.auth: must be client_secret_basic or client_secret_post"_s);
        row("checks what it can't", "['listing']", "['introspection', 'listing']",
            u"line 43, verification.by: introspection and the operation introspectToken go together"_s);
        row("cascade", "'cascade': 'session'", "'cascade': 'user'", u"line 46, cascade: must be token or session"_s);
        row("rate without a window", ", 'seconds': 1", "", u"line 49, limits.rates[0].seconds: is missing"_s);
        row("too many in flight", "'inFlight': 4", "'inFlight': 4000",
            u"line 49, limits.inFlight: must be a whole number from 1 to 512"_s);
        row("half a request", "'inFlight': 4", "'inFlight': 4.5",
            u"line 49, limits.inFlight: must be a whole number from 1 to 512"_s);
        row("no JSON", "'cascade'", "cascade", u"line 46: unterminated object"_s);
    }
    void refuses()
    {
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        QFETCH(QString, detail);
        QByteArray json = test::fixture(u"acme.json"_s);
        const qsizetype at = json.indexOf(good);
        QVERIFY(at >= 0);
        json.replace(at, good.size(), bad);
        const auto loaded = loadDescriptor(json);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().detail, detail);
        QCOMPARE(loaded.error().kind, ErrorKind::InvalidInput);
    }

    void refusesWhatIsNoDescriptor_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("an empty object") << QByteArray("{}");
        QTest::newRow("more than 64 KiB") << QByteArray(64 * 1024 + 1, ' ');
        QTest::newRow("deeper than Qt reads") << QByteArray(2000, '[');
    }
    void refusesWhatIsNoDescriptor()
    {
        QFETCH(QByteArray, json);
        const auto loaded = loadDescriptor(json);
        QVERIFY(!loaded);
        QVERIFY(loaded.error().detail.startsWith(u"line 1"_s));
    }
};

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestDescriptorLoader)
#include "tst_descriptorloader.moc"
