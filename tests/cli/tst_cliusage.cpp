// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

//! How it is called: docs/cli.md, "Rules" and exit status 2.
class TestCliUsage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_bench = std::make_unique<CliBench>(); }
    void cleanup() { m_bench.reset(); }
    void mistakes_data();
    void mistakes();
    void takesOptionsAnywhere_data();
    void takesOptionsAnywhere();
    void helpNamesEveryCommand();
    void saysItsVersion();
    void practiceAloneIsTheTour();
    void practiceKeepsNothing();

private:
    std::unique_ptr<CliBench> m_bench;
};

void TestCliUsage::mistakes_data()
{
    QTest::addColumn<QString>("call");
    QTest::newRow("no command") << u""_s;
    QTest::newRow("half a command") << u"session"_s;
    QTest::newRow("no such command") << u"session end"_s;
    QTest::newRow("no such option") << u"issuer list --bogus"_s;
    QTest::newRow("an option of another command") << u"issuer list --all"_s;
    QTest::newRow("too many words") << u"issuer show one two"_s;
    QTest::newRow("a word missing") << u"issuer show"_s;
    QTest::newRow("a required option missing") << u"session list --issuer sap"_s;
    QTest::newRow("an option without its value") << u"session list --token-file f --issuer"_s;
    QTest::newRow("an option twice") << u"session list --issuer a --issuer b --token-file f"_s;
    QTest::newRow("two files from standard input") << u"session list --issuer sap --token-file - --secret-file -"_s;
    QTest::newRow("the same file twice from it") << u"session list --issuer sap --token-file - --token-file -"_s;
    QTest::newRow("neither all nor a session") << u"session revoke --issuer sap --token-file f --yes"_s;
    QTest::newRow("all and a session") << u"session revoke --issuer sap --token-file f --all --session 1 --yes"_s;
    QTest::newRow("an unknown hint") << u"token revoke --tokens-file f --hint id_token --yes"_s;
    QTest::newRow("a timeout of zero") << u"issuer list --timeout 0"_s;
    QTest::newRow("a timeout of words") << u"issuer list --timeout soon"_s;
    QTest::newRow("nothing in parallel") << u"issuer list --parallel 0"_s;
    QTest::newRow("an unknown verification") << u"issuer list --verify maybe"_s;
    QTest::newRow("an unknown format") << u"journal export --format xml --output f"_s;
    QTest::newRow("an unknown provider") << u"issuer add n --provider acme --url https://id.example.com"_s;
    QTest::newRow("an unknown method") << u"issuer add n --provider sap-ias --url https://a.example.com --auth magic"_s;
    QTest::newRow("a method the provider lacks")
        << u"issuer add n --provider kajabi --client-id c --auth tls_client_auth"_s;
    QTest::newRow("an unknown environment")
        << u"issuer add n --provider sap-ias --url https://a.example.com --environment live"_s;
    QTest::newRow("no URL where one is needed") << u"issuer add n --provider sap-ias"_s;
    QTest::newRow("http beyond loopback") << u"issuer add n --provider sap-ias --url http://id.example.com"_s;
    QTest::newRow("a URL with a user name") << u"issuer add n --provider sap-ias --url https://me@id.example.com"_s;
    QTest::newRow("a path where the origin is meant")
        << u"issuer add n --provider sap-ias --url https://a.example.com/oauth2"_s;
    QTest::newRow("a descriptor that isn't there") << u"provider check none.json"_s;
    QTest::newRow("a CA file that isn't there")
        << u"issuer add n --provider sap-ias --url https://a.example.com --ca-file none.pem"_s;
    QTest::newRow("a secret without a client")
        << u"issuer add n --provider sap-ias --url https://a.example.com --secret-file here"_s;
    QTest::newRow("a try and no try") << u"issuer check sap --try-again --dry-run"_s;
}

void TestCliUsage::mistakes()
{
    QFETCH(QString, call);
    m_bench->file(u"here"_s, "secret");
    const QStringList words = call.split(u' ', Qt::SkipEmptyParts);
    const CliAnswer plain = m_bench->run(words);
    QCOMPARE(plain.status, 2);
    QCOMPARE(plain.out, QByteArray());
    QVERIFY(plain.err.startsWith("curfew-cli: "));
    QVERIFY2(!plain.err.contains(".."), plain.err.constData());
    const CliAnswer json = m_bench->run(QStringList{u"--json"_s} + words);
    QCOMPARE(json.status, 2);
    QVERIFY2(!json.errorKind().isEmpty(), json.out.constData());
    QCOMPARE(m_bench->requestCount(), 0);
}

void TestCliUsage::takesOptionsAnywhere_data()
{
    QTest::addColumn<QStringList>("call");
    QTest::newRow("before") << QStringList{u"--json"_s, u"--timeout"_s, u"5"_s, u"issuer"_s, u"list"_s};
    QTest::newRow("after") << QStringList{u"issuer"_s, u"list"_s, u"--json"_s, u"--timeout"_s, u"5"_s};
    QTest::newRow("between") << QStringList{u"issuer"_s, u"--json"_s, u"--timeout=5"_s, u"list"_s};
}

void TestCliUsage::takesOptionsAnywhere()
{
    QFETCH(QStringList, call);
    const CliAnswer answer = m_bench->run(call);
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.json(), (QJsonObject{{u"issuers"_s, QJsonArray()}}));
    QCOMPARE(answer.err, QByteArray());
}

void TestCliUsage::helpNamesEveryCommand()
{
    const CliAnswer answer = m_bench->runBare({u"--help"_s});
    QCOMPARE(answer.status, 0);
    for (const char *command :
         {"provider list", "provider check FILE.json", "issuer add NAME", "issuer credential add NAME",
          "issuer credential remove NAME", "issuer list", "issuer show NAME", "issuer remove NAME", "issuer check NAME",
          "session list", "session revoke", "token inspect", "token revoke", "journal list", "journal show BATCH",
          "journal verify", "journal export [BATCH]"})
        QVERIFY2(answer.out.contains(command), command);
    const QStringList wide = QString::fromUtf8(answer.out).split(u'\n').filter(QRegularExpression(u".{101}"_s));
    QCOMPARE(wide, QStringList());
    const CliAnswer one = m_bench->run({u"session"_s, u"revoke"_s, u"--help"_s});
    QCOMPARE(one.status, 0);
    QVERIFY(one.out.contains("--session ID"));
    QVERIFY(!one.out.contains("journal export"));
}

void TestCliUsage::saysItsVersion()
{
    const CliAnswer answer = m_bench->run({u"--version"_s});
    QCOMPARE(answer.status, 0);
    QVERIFY(QRegularExpression(u"^curfew-cli \\d+\\.\\d+\\.\\d+\n$"_s).match(QString::fromUtf8(answer.out)).hasMatch());
    const CliAnswer json = m_bench->runJson({u"--version"_s});
    QCOMPARE(u"curfew-cli %1\n"_s.arg(json.json().value(u"version"_s).toString()), QString::fromUtf8(answer.out));
}

void TestCliUsage::practiceAloneIsTheTour()
{
    const CliAnswer answer = m_bench->run({u"--practice"_s});
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.out.contains("[yes] no token of hers works at the practice tenant any more"));
    QVERIFY(!answer.out.contains("[NO]"));
    QCOMPARE(m_bench->requestCount(), 0); // the program's own practice issuers were asked, not these
    const CliAnswer json = m_bench->runJson({u"--practice"_s});
    QCOMPARE(json.status, 0);
    QCOMPARE(json.json().keys(), (QStringList{u"ok"_s, u"practice"_s, u"steps"_s}));
    QCOMPARE(json.json().value(u"ok"_s), QJsonValue(true));
}

void TestCliUsage::practiceKeepsNothing()
{
    const CliAnswer answer = m_bench->runJson({u"--practice"_s, u"issuer"_s, u"list"_s});
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.json().value(u"issuers"_s).toArray().size(), 7);
    QVERIFY(!QDir(m_bench->profileDir()).exists());
    QVERIFY(QDir(m_bench->homeDir()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cliusage.moc"
