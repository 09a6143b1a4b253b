// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"
#include "typist.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

static constexpr auto Revoke = PracticeEndpoint::Revoke;

//! Somebody at a terminal.
class TestCliTerminal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void doesNotShowATokenThatIsTyped();
    void asksBeforeItEnds_data();
    void asksBeforeItEnds();
    void readsTokensThenAsks();
    void saysHowLongItTakes_data();
    void saysHowLongItTakes();

private:
    [[nodiscard]] std::unique_ptr<QProcess> start(const Typist &typist, const QStringList &call);
    //! Waits until standard error says \p text.
    [[nodiscard]] bool says(QProcess &process, const QByteArray &text)
    {
        return QTest::qWaitFor(
            [&] {
                m_said += process.readAllStandardError();
                return m_said.contains(text);
            },
            30'000);
    }

    std::unique_ptr<CliBench> m_bench;
    QList<QByteArray> m_tokens;
    QByteArray m_said;
};

void TestCliTerminal::init()
{
    m_said.clear();
    m_bench = std::make_unique<CliBench>();
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    m_tokens = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 1);
}

std::unique_ptr<QProcess> TestCliTerminal::start(const Typist &typist, const QStringList &call)
{
    return m_bench->begin(call + m_bench->at(u"sap"_s, u"sap-ias"_s), typist.terminal());
}

void TestCliTerminal::doesNotShowATokenThatIsTyped()
{
    const Typist typist;
    const auto process = start(typist, {u"session"_s, u"list"_s, u"--token-file"_s, u"-"_s});
    QVERIFY(says(*process, "Token (not shown): "));
    typist.type(m_tokens.first() + '\n');
    const CliAnswer answer = CliBench::finish(*process);
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.out.contains(cliPerson().toUtf8()));
    QVERIFY(!typist.echo().contains(m_tokens.first().left(8)));
}

void TestCliTerminal::asksBeforeItEnds_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    QTest::newRow("yes") << QByteArray("yes\n") << 0;
    QTest::newRow("y") << QByteArray("y\n") << 0;
    QTest::newRow("no") << QByteArray("n\n") << 2;
    QTest::newRow("just the return key") << QByteArray("\n") << 2;
    QTest::newRow("Ctrl-D") << QByteArray("\x04") << 2;
}

void TestCliTerminal::asksBeforeItEnds()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, status);
    const Typist typist;
    const auto process =
        start(typist,
              {u"session"_s, u"revoke"_s, u"--all"_s, u"--token-file"_s, m_bench->file(u"anchor"_s, m_tokens.first())});
    QVERIFY(says(*process, "[y/N]"));
    // The plan, in words: whom, where, how much, and what stays.
    for (const QByteArray &words : {cliPerson().toUtf8(), QByteArray("TEST · sap"), QByteArray("1 session, 2 tokens"),
                                    QByteArray("Doesn't end: ")})
        QVERIFY2(m_said.contains(words), m_said.constData());
    QCOMPARE(m_bench->sap().count(Revoke), 0);
    typist.type(answer);
    QCOMPARE(CliBench::finish(*process).status, status);
    QCOMPARE(m_bench->sap().aliveCount(cliPerson()), status == 0 ? 0 : 2);
}

void TestCliTerminal::readsTokensThenAsks()
{
    const Typist typist;
    const auto process = start(typist, {u"token"_s, u"revoke"_s, u"--tokens-file"_s, u"-"_s});
    QVERIFY(says(*process, "end with Ctrl-D"));
    typist.type(lines(m_tokens) + '\x04');
    QVERIFY(says(*process, "[y/N]"));
    QVERIFY(!typist.echo().contains(m_tokens.first().left(8)));
    typist.type("y\n");
    QCOMPARE(CliBench::finish(*process).status, 0);
    QCOMPARE(m_bench->sap().aliveCount(cliPerson()), 0);
}

void TestCliTerminal::saysHowLongItTakes_data()
{
    QTest::addColumn<QString>("verify");
    QTest::addColumn<int>("atLeast"); // seconds, of 400 tokens at a thousand requests a minute
    QTest::addColumn<int>("atMost");
    QTest::newRow("full") << u"full"_s << 70 << 75;
    QTest::newRow("after") << u"after"_s << 46 << 50;
    QTest::newRow("none") << u"none"_s << 22 << 25;
}

void TestCliTerminal::saysHowLongItTakes()
{
    QFETCH(QString, verify);
    QFETCH(int, atLeast);
    QFETCH(int, atMost);
    const auto tokens = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 200);
    const Typist typist;
    const auto process = start(typist,
                               {u"token"_s, u"revoke"_s, u"--verify"_s, verify, u"--tokens-file"_s,
                                m_bench->file(u"tokens"_s, lines(tokens))});
    QVERIFY2(says(*process, "[y/N]"), m_said.constData());
    const auto told = QRegularExpression(u"Takes at least (\\d+) s"_s).match(QString::fromUtf8(m_said));
    QVERIFY2(told.hasMatch(), m_said.constData());
    const int seconds = told.captured(1).toInt();
    QVERIFY2(seconds >= atLeast && seconds <= atMost, m_said.constData());
    typist.type("n\n");
    QCOMPARE(CliBench::finish(*process).status, 2);
}

QTEST_GUILESS_MAIN(TestCliTerminal)
#include "tst_cliterminal.moc"
