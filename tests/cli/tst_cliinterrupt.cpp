// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace curfew;
using namespace std::chrono_literals;

static constexpr auto List = PracticeEndpoint::List;
static constexpr auto Revoke = PracticeEndpoint::Revoke;

//! Ctrl-C.
class TestCliInterrupt : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void stopsAndTells();
    void theSecondEndsAtOnce();
    void whileListing();

private:
    QJsonObject shown(const QString &batch) { return m_bench->runJson({u"journal"_s, u"show"_s, batch}).json(); }
    static void interrupt(const QProcess &process);

    std::unique_ptr<CliBench> m_bench;
    QList<QByteArray> m_tokens;
    QStringList m_revoke;
};

void TestCliInterrupt::interrupt(const QProcess &process)
{
    QVERIFY(process.processId() > 0); // 0, the one of a program that has ended, would be everybody in the group
    ::kill(pid_t(process.processId()), SIGINT);
}

void TestCliInterrupt::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    m_tokens = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 10);
    m_revoke = QStringList{u"token"_s,  u"revoke"_s,        u"--yes"_s,
                           u"--json"_s, u"--tokens-file"_s, m_bench->file(u"tokens"_s, lines(m_tokens))}
        + m_bench->at(u"sap"_s, u"sap-ias"_s);
}

void TestCliInterrupt::stopsAndTells()
{
    m_bench->sap().faults().always(Revoke, PracticeFault::delayed(700ms));
    const auto process = m_bench->begin(m_revoke);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->sap().count(Revoke) >= 2, 30'000);
    interrupt(*process);
    const CliAnswer answer = CliBench::finish(*process);
    QCOMPARE(answer.status, 130);
    const QJsonObject document = answer.json();
    const QJsonObject counts = document.value(u"counts"_s).toObject();
    const int sent = m_bench->sap().count(Revoke);
    QVERIFY(sent < 20);
    QCOMPARE(counts.value(u"skipped"_s).toInt(), 20 - sent);
    // What was in flight was waited for; its proof may have been cut short, its ending not.
    QCOMPARE(counts.value(u"revoked"_s).toInt() + counts.value(u"accepted"_s).toInt(), sent);
    QCOMPARE(shown(document.value(u"batch"_s).toString()), document);
}

void TestCliInterrupt::theSecondEndsAtOnce()
{
    m_bench->sap().faults().always(Revoke, PracticeFault::delayed(50s));
    const auto process = m_bench->begin(m_revoke);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->sap().count(Revoke) >= 1, 30'000);
    interrupt(*process);
    QTest::qWait(300);
    QElapsedTimer timer;
    timer.start();
    interrupt(*process);
    const CliAnswer answer = CliBench::finish(*process);
    QCOMPARE(answer.status, 130);
    QVERIFY(timer.elapsed() < 10'000);
    const QJsonArray batches = m_bench->runJson({u"journal"_s, u"list"_s}).json().value(u"batches"_s).toArray();
    QCOMPARE(batches.size(), 1);
    QVERIFY(batches.first()[u"finished_at"_s].isNull());
    const QJsonObject counts = shown(batches.first()[u"batch"_s].toString()).value(u"counts"_s).toObject();
    // Journaled before it left: nothing that was sent is called "planned".
    QVERIFY(counts.value(u"unknown"_s).toInt() >= m_bench->sap().count(Revoke));
    QCOMPARE(counts.value(u"unknown"_s).toInt() + counts.value(u"planned"_s).toInt()
                 + counts.value(u"skipped"_s).toInt(),
             20);
    QCOMPARE(m_bench->runJson({u"journal"_s, u"verify"_s}).status, 0);
}

void TestCliInterrupt::whileListing()
{
    m_bench->sap().faults().always(List, PracticeFault::delayed(50s));
    const auto process = m_bench->begin(QStringList{u"session"_s, u"revoke"_s, u"--all"_s, u"--yes"_s, u"--json"_s,
                                                    u"--token-file"_s, m_bench->file(u"anchor"_s, m_tokens.first())}
                                        + m_bench->at(u"sap"_s, u"sap-ias"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->sap().count(List), 1, 30'000);
    interrupt(*process);
    const CliAnswer answer = CliBench::finish(*process);
    QCOMPARE(answer.status, 130);
    QCOMPARE(answer.errorKind(), u"canceled"_s);
    QCOMPARE(m_bench->sap().count(Revoke), 0);
}

QTEST_GUILESS_MAIN(TestCliInterrupt)
#include "tst_cliinterrupt.moc"
