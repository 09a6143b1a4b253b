// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

Q_DECLARE_METATYPE(Stage)

//! What HTTP clients like to do of their own accord, at each stage of a real command: Curfew does none of it.
class TestNothingUnasked : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<FaultBench>();
        m_bench->issuer.add("a-token-of-the-victim");
        m_bench->issuer.add("the-anchor-of-the-victim");
    }
    void cleanup() { m_bench.reset(); }

    void challengesAreNotAnswered_data();
    void challengesAreNotAnswered();
    void cookiesNeverComeBack();

private:
    std::unique_ptr<FaultBench> m_bench;
};

void TestNothingUnasked::challengesAreNotAnswered_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<QString>("arrived");
    for (const char *scheme : {"NTLM", "Negotiate", "Digest realm=\"x\", nonce=\"y\"", "Basic realm=\"x\""}) {
        const auto row = [scheme](const char *name, Stage stage, const QString &arrived) {
            QTest::addRow("%s: %s", name, scheme) << QByteArray(scheme) << stage << arrived;
        };
        row("metadata", Stage::Metadata, u"metadata 2"_s); // one for each of the two places that it may be in
        row("look", Stage::Before, u"metadata 1, before 1"_s);
        row("revoke", Stage::Revoke, u"metadata 1, before 2, revoke 1"_s); // of two tokens
        row("list", Stage::Listing, u"list 1"_s);
    }
}

void TestNothingUnasked::challengesAreNotAnswered()
{
    QFETCH(QByteArray, challenge);
    QFETCH(Stage, stage);
    QFETCH(QString, arrived);
    m_bench->issuer.fault(
        stage, Fault::instead(FaultReply::http(401, "", "", {{"WWW-Authenticate", challenge}, {"Set-Cookie", "s=1"}})));
    const Ending ending = stage == Stage::Listing ? m_bench->list() : m_bench->endTokens();
    QCOMPARE(ending.arrived, arrived);
    const QByteArray ours =
        "Basic " + (FaultIssuer::clientId().toUtf8() + ':' + FaultIssuer::clientSecret()).toBase64();
    for (const RecordedRequest &request : m_bench->issuer.server().requests()) {
        QCOMPARE(request.header("Authorization"), request.verb == "GET" ? QByteArray() : ours);
        QCOMPARE(request.count("Cookie"), 0);
    }
}

void TestNothingUnasked::cookiesNeverComeBack()
{
    m_bench->issuer.addHeader("Set-Cookie", "session=1; Path=/");
    QCOMPARE(m_bench->listAndEndAll().said, u"revoked, revoked"_s);
    QVERIFY(m_bench->issuer.server().requests().size() >= 5);
    for (const RecordedRequest &request : m_bench->issuer.server().requests())
        QCOMPARE(request.count("Cookie"), 0);
}

QTEST_GUILESS_MAIN(TestNothingUnasked)
#include "tst_nothingunasked.moc"
