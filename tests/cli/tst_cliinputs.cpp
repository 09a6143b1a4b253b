// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

//! Files with secrets and tokens, and standard input in place of one.
class TestCliInputs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void dropsOneLineEnd_data();
    void dropsOneLineEnd();
    void refuses_data();
    void refuses();
    void refusesTokensFiles_data();
    void refusesTokensFiles();

private:
    std::unique_ptr<CliBench> m_bench;
    QByteArray m_secret;
    QByteArray m_token;
};

void TestCliInputs::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    m_secret = m_bench->sap().secretOf(CliBench::clientOf(u"sap-ias"_s));
    m_token = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 1).first();
}

void TestCliInputs::dropsOneLineEnd_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<bool>("works");
    QTest::newRow("none") << QByteArray() << true;
    QTest::newRow("LF") << QByteArray("\n") << true;
    QTest::newRow("CRLF") << QByteArray("\r\n") << true;
    QTest::newRow("a CR alone belongs to the secret") << QByteArray("\r") << false;
    QTest::newRow("two LF: the first belongs to the secret") << QByteArray("\n\n") << false;
    QTest::newRow("a space belongs to it") << QByteArray(" \n") << false;
}

void TestCliInputs::dropsOneLineEnd()
{
    QFETCH(QByteArray, end);
    QFETCH(bool, works);
    const QStringList check{u"issuer"_s, u"check"_s, u"sap"_s, u"--try-again"_s, u"--secret-file"_s};
    QCOMPARE(m_bench->run(check + QStringList{m_bench->file(u"secret"_s, m_secret + end)}).status, works ? 0 : 3);
    QCOMPARE(m_bench->run(check + QStringList{u"-"_s}, m_secret + end).status, works ? 0 : 3);
}

void TestCliInputs::refuses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a line end alone") << QByteArray("\r\n");
    QTest::newRow("two lines") << QByteArray("one\ntwo\n");
    QTest::newRow("a header") << QByteArray("Bearer token");
    QTest::newRow("control characters") << QByteArray("tok\x1b[2Jen");
    QTest::newRow("more than 64 KiB") << QByteArray(70'000, 'x');
}

void TestCliInputs::refuses()
{
    QFETCH(QByteArray, content);
    const QStringList at = m_bench->at(u"sap"_s, u"sap-ias"_s);
    const CliAnswer answer = m_bench->runJson(
        QStringList{u"session"_s, u"list"_s, u"--token-file"_s, m_bench->file(u"token"_s, content)} + at);
    QCOMPARE(answer.status, 2);
    QVERIFY(!answer.errorKind().isEmpty());
    QVERIFY(!answer.out.contains("\x1b"));
    const CliAnswer typed =
        m_bench->runJson(QStringList{u"session"_s, u"list"_s, u"--token-file"_s, u"-"_s} + at, content);
    QCOMPARE(typed.status, 2);
    QCOMPARE(m_bench->requestCount(), 0);
}

void TestCliInputs::refusesTokensFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no token in it") << QByteArray("# nothing\n\n");
    QTest::newRow("a line that is no token") << QByteArray("token-one\nnot a token\n");
    QTest::newRow("UTF-16") << QByteArray("\xff\xfet\0o\0", 6);
}

void TestCliInputs::refusesTokensFiles()
{
    QFETCH(QByteArray, content);
    const CliAnswer answer = m_bench->runJson(
        QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s, m_bench->file(u"tokens"_s, content)}
        + m_bench->at(u"sap"_s, u"sap-ias"_s));
    QCOMPARE(answer.status, 2);
    QVERIFY(!answer.errorKind().isEmpty());
    QVERIFY(!answer.out.contains("not a token\n"));
    QCOMPARE(m_bench->requestCount(), 0);
}

QTEST_GUILESS_MAIN(TestCliInputs)
#include "tst_cliinputs.moc"
