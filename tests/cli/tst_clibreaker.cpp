// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

//! A refused client: docs/cli.md, "Retries and breaker".
class TestCliBreaker : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void aWrongSecretIsTriedOnce();
    void everyCommandStops_data();
    void everyCommandStops();
    void oneMoreTryClosesItIfItSucceeds();
    void anotherIssuerGoesOn();

private:
    void open();
    QStringList at(const QString &secret) const { return {u"--issuer"_s, u"sap"_s, u"--secret-file"_s, secret}; }

    std::unique_ptr<CliBench> m_bench;
    QList<QByteArray> m_tokens;
    QString m_file;
    QString m_wrong;
};

void TestCliBreaker::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    m_tokens = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 100);
    m_file = m_bench->file(u"tokens"_s, lines(m_tokens));
    m_bench->file(u"one"_s, m_tokens.first());
    m_wrong = m_bench->file(u"wrong"_s, "not-the-secret");
}

void TestCliBreaker::open()
{
    const CliAnswer answer = m_bench->run(QStringList{u"issuer"_s, u"check"_s, u"sap"_s, u"--secret-file"_s, m_wrong});
    QCOMPARE(answer.status, 3);
    QCOMPARE(m_bench->sap().failedAuthentications(), 1);
    m_bench->sap().forgetRecord();
}

void TestCliBreaker::aWrongSecretIsTriedOnce()
{
    QCOMPARE(m_tokens.size(), 200);
    const CliAnswer answer =
        m_bench->runJson(QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s, m_file} + at(m_wrong));
    QCOMPARE(answer.status, 3);
    QCOMPARE(m_bench->sap().failedAuthentications(), 1);
    QCOMPARE(m_bench->requestCount(), 1);
    QCOMPARE(answer.json().value(u"counts"_s), QJsonValue(QJsonObject{{u"refused"_s, 1}, {u"skipped"_s, 199}}));
    const QJsonArray results = answer.json().value(u"results"_s).toArray();
    for (const QJsonValue &result : results)
        QVERIFY2(!result[u"message"_s].toString().isEmpty(), "why it wasn't sent is said of each");
}

void TestCliBreaker::everyCommandStops_data()
{
    QTest::addColumn<QString>("call");
    QTest::newRow("issuer check") << u"issuer check sap"_s;
    QTest::newRow("session list") << u"session list --issuer sap --token-file one"_s;
    QTest::newRow("session revoke") << u"session revoke --issuer sap --token-file one --all --yes"_s;
    QTest::newRow("session revoke, dry") << u"session revoke --issuer sap --token-file one --all --dry-run"_s;
    QTest::newRow("token inspect") << u"token inspect --issuer sap --token-file one"_s;
    QTest::newRow("token revoke") << u"token revoke --issuer sap --tokens-file one --yes"_s;
    QTest::newRow("token revoke, dry") << u"token revoke --issuer sap --tokens-file one --dry-run"_s;
}

void TestCliBreaker::everyCommandStops()
{
    QFETCH(QString, call);
    open();
    // Even with the right secret: only one deliberate try closes it.
    const QStringList words = call.split(u' ') + QStringList{u"--secret-file"_s, m_bench->secretOf(u"sap-ias"_s)};
    const CliAnswer answer = m_bench->runJson(words);
    QCOMPARE(answer.status, 3);
    QVERIFY(answer.document().isObject());
    QCOMPARE(m_bench->requestCount(), 0);
}

void TestCliBreaker::oneMoreTryClosesItIfItSucceeds()
{
    open();
    const QStringList check{u"issuer"_s, u"check"_s, u"sap"_s, u"--try-again"_s, u"--secret-file"_s};
    const CliAnswer failed = m_bench->runJson(check + QStringList{m_wrong});
    QCOMPARE(failed.status, 3);
    QCOMPARE(failed.json().value(u"breaker"_s), QJsonValue(u"open"_s));
    QCOMPARE(m_bench->sap().failedAuthentications(), 2);
    const QString right = m_bench->secretOf(u"sap-ias"_s);
    const CliAnswer tried = m_bench->runJson(check + QStringList{right});
    QCOMPARE(tried.status, 0);
    QCOMPARE(tried.json().value(u"breaker"_s), QJsonValue(u"closed"_s));
    const CliAnswer ended =
        m_bench->run(QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s, u"one"_s} + at(right));
    QCOMPARE(ended.status, 0);
}

void TestCliBreaker::anotherIssuerGoesOn()
{
    open();
    QVERIFY(m_bench->add(u"id"_s, u"oauth2"_s));
    const CliAnswer answer =
        m_bench->run(QStringList{u"issuer"_s, u"check"_s, u"id"_s, u"--secret-file"_s, m_bench->secretOf(u"oauth2"_s)});
    QCOMPARE(answer.status, 0);
    const QJsonArray issuers = m_bench->runJson({u"issuer"_s, u"list"_s}).json().value(u"issuers"_s).toArray();
    QCOMPARE(issuers.at(0)[u"clients"_s].toArray().first()[u"breaker"_s], QJsonValue(u"open"_s));
    QCOMPARE(issuers.at(1)[u"clients"_s].toArray().first()[u"breaker"_s], QJsonValue(u"closed"_s));
}

QTEST_GUILESS_MAIN(TestCliBreaker)
#include "tst_clibreaker.moc"
