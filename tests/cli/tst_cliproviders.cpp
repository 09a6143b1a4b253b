// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"
#include "faultserver.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

//! `provider …`, and an operator's own descriptor.
class TestCliProviders : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_bench = std::make_unique<CliBench>(); }
    void cleanup() { m_bench.reset(); }
    void listsKeyByKey();
    void checks();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void anOwnOneIsLookedAtFirst();
    void aChangeIsLookedAtAgain();
    void noneShadowsAShippedOne();

private:
    //! A revoke-only descriptor of the operator's own, with \p is in place of \p was.
    [[nodiscard]] static QByteArray descriptor(const QByteArray &was = "acme", const QByteArray &is = "acme")
    {
        QFile file(QFINDTESTDATA("fixtures/acme.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the fixture can't be read");
        QByteArray json = file.readAll();
        if (!json.contains(was))
            qFatal("the fixture has no %s", was.constData());
        return json.replace(was, is);
    }
    void install(const QByteArray &json)
    {
        QVERIFY(QDir().mkpath(m_bench->profileDir() + u"/providers"_s));
        m_bench->file(u"profile/providers/acme.json"_s, json);
    }
    QJsonObject installed()
    {
        const QJsonArray all = m_bench->runJson({u"provider"_s, u"list"_s}).json().value(u"providers"_s).toArray();
        for (const QJsonValue &one : all) {
            if (one[u"file"_s].toString().endsWith("acme.json"_L1))
                return one.toObject();
        }
        return {};
    }
    [[nodiscard]] QString state() { return installed().value(u"state"_s).toString(); }
    CliAnswer add(const QUrl &url, const QStringList &more = {})
    {
        return m_bench->run(QStringList{u"issuer"_s, u"add"_s, u"mine"_s, u"--provider"_s, u"acme"_s, u"--url"_s,
                                        url.toString(), u"--client-id"_s, u"c"_s}
                            + more);
    }
    CliAnswer revoke()
    {
        return m_bench->runJson({u"token"_s, u"revoke"_s, u"--yes"_s, u"--issuer"_s, u"mine"_s, u"--tokens-file"_s,
                                 m_bench->file(u"t"_s, "0123456789abcdef"), u"--secret-file"_s,
                                 m_bench->file(u"s"_s, "canary")});
    }

    std::unique_ptr<CliBench> m_bench;
};

void TestCliProviders::listsKeyByKey()
{
    const CliAnswer answer = m_bench->runJson({u"provider"_s, u"list"_s});
    QCOMPARE(answer.status, 0);
    const QJsonArray providers = answer.json().value(u"providers"_s).toArray();
    QStringList ids;
    for (const QJsonValue &provider : providers) {
        QCOMPARE(provider.toObject().keys(),
                 (QStringList{u"auth_methods"_s, u"default_auth"_s, u"does_not_end"_s, u"ends"_s, u"file"_s,
                              u"finds_people"_s, u"id"_s, u"lists"_s, u"name"_s, u"problem"_s, u"revokes"_s,
                              u"shipped"_s, u"state"_s, u"verifies"_s}));
        ids.append(provider[u"id"_s].toString());
    }
    QCOMPARE(ids,
             (QStringList{u"kajabi"_s, u"keycloak-admin"_s, u"keycloak"_s, u"oauth2"_s, u"sap-directory"_s,
                          u"sap-ias"_s, u"screening-eagle"_s}));
}

void TestCliProviders::checks()
{
    const QString file = m_bench->file(u"own.json"_s, descriptor());
    const CliAnswer plain = m_bench->run({u"provider"_s, u"check"_s, file});
    QVERIFY2(plain.status == 0, plain.err.constData());
    QVERIFY(plain.out.contains("id.acme.example")); // whom it names is said
    QCOMPARE(m_bench->runJson({u"provider"_s, u"check"_s, file}).json().value(u"id"_s), QJsonValue(u"acme"_s));
}

void TestCliProviders::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("is");
    QTest::addColumn<QByteArray>("named");
    const auto row = [](const char *name, const char *was, const char *is, const char *named) {
        QTest::newRow(name) << QByteArray(was) << QByteArray(is) << QByteArray(named);
    };
    row("an unknown key", "\"form\"", "\"headers\": {},\n      \"form\"", "line 13, operations.revokeToken.headers");
    row("a missing path", "\"path\": \"/revoke\",", "", "path");
    row("an absolute path", "/revoke", "https://evil.example/", "line 12, operations.revokeToken.path");
    row("an http URL", "https://id.acme.example", "http://id.acme.example", "line 7, url.default");
    row("a shipped id", "\"acme\"", "\"keycloak\"", "line 2, id");
    row("no JSON", "\"cascade\": \"token\",", "\"cascade\": token,", "line 18");
}

void TestCliProviders::saysWhatIsWrong()
{
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    QFETCH(QByteArray, named);
    const QString file = m_bench->file(u"own.json"_s, descriptor(was, is));
    const CliAnswer plain = m_bench->run({u"provider"_s, u"check"_s, file});
    QCOMPARE(plain.status, 3);
    QVERIFY2(plain.err.contains(named), plain.err.constData());
    const CliAnswer answer = m_bench->runJson({u"provider"_s, u"check"_s, file});
    QCOMPARE(answer.status, 3);
    QVERIFY(!answer.errorKind().isEmpty());
}

void TestCliProviders::anOwnOneIsLookedAtFirst()
{
    FaultServer server;
    server.answerWith(FaultReply::http(200, ""));
    install(descriptor());
    QCOMPARE(state(), u"needs acceptance"_s);
    QCOMPARE(add(server.url(QString())).status, 2); // nobody to look at it
    QCOMPARE(add(server.url(QString()), {u"--yes"_s}).status, 0);
    QCOMPARE(state(), u"ready"_s);
    const CliAnswer ended = revoke();
    QCOMPARE(ended.status, 0);
    QCOMPARE(outcomes(ended.json()), QStringList{u"accepted"_s});
    QCOMPARE(server.requests().size(), 1);
}

void TestCliProviders::aChangeIsLookedAtAgain()
{
    FaultServer server;
    server.answerWith(FaultReply::http(200, ""));
    install(descriptor());
    QCOMPARE(add(server.url(QString()), {u"--yes"_s}).status, 0);
    install(descriptor("/revoke", "/elsewhere"));
    QCOMPARE(state(), u"needs acceptance"_s);
    const CliAnswer refused = revoke();
    QCOMPARE(refused.status, 3);
    QVERIFY(!refused.errorKind().isEmpty());
    const QStringList check{u"issuer"_s, u"check"_s, u"mine"_s};
    QCOMPARE(m_bench->run(check).status, 2); // nobody to look at it
    QCOMPARE(server.bytesReceived(), 0);
    (void)m_bench->run(check + QStringList{u"--yes"_s});
    QCOMPARE(state(), u"ready"_s);
    QCOMPARE(revoke().status, 0);
    QCOMPARE(server.requests().last().target, QByteArray("/elsewhere"));
}

void TestCliProviders::noneShadowsAShippedOne()
{
    install(descriptor("\"acme\"", "\"keycloak\""));
    QCOMPARE(state(), u"refused"_s);
    QVERIFY(!installed().value(u"problem"_s).toString().isEmpty());
    QCOMPARE(m_bench->run({u"issuer"_s, u"add"_s, u"kc"_s, u"--provider"_s, u"keycloak"_s, u"--yes"_s}).status, 2);
}

QTEST_GUILESS_MAIN(TestCliProviders)
#include "tst_cliproviders.moc"
