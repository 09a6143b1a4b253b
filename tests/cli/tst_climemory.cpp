// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"
#include "foreignmemory.h"
#include "typist.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace curfew;

//! What lies in the memory of a program that waits for a confirmation, after its first authenticated look.
class TestCliMemory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noOtherUserMayLook();
    void nothingFreedIsLeft();

private:
    [[nodiscard]] bool reachTheQuestion(const QStringList &launcher = {});

    std::unique_ptr<CliBench> m_bench;
    const Typist m_typist;
    std::unique_ptr<QProcess> m_process;
    QList<QByteArray> m_tokens;
};

// Who starts it as nobody in particular; needs root.
static QStringList asNobody()
{
    return {u"setpriv"_s, u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s};
}

static int run(const QStringList &words)
{
    return QProcess::execute(words.constFirst(), words.mid(1));
}

bool TestCliMemory::reachTheQuestion(const QStringList &launcher)
{
    m_bench = std::make_unique<CliBench>();
    if (!m_bench->add(u"sap"_s, u"sap-ias"_s))
        return false;
    m_bench->sap().setSecret(CliBench::clientOf(u"sap-ias"_s), "canary+secret/4711 of the memory");
    m_tokens = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 4);
    if (!launcher.isEmpty()) { // whose home and profile these are then
        m_bench->file(u"anchor"_s, m_tokens.first());
        (void)m_bench->secretOf(u"sap-ias"_s);
        const QString place = QFileInfo(m_bench->profileDir()).path();
        if (run({u"chown"_s, u"-R"_s, u"65534:65534"_s, place}) != 0)
            return false;
    }
    m_bench->setLauncher(launcher);
    m_process = m_bench->begin(QStringList{u"session"_s, u"revoke"_s, u"--all"_s, u"--token-file"_s,
                                           m_bench->file(u"anchor"_s, m_tokens.first())}
                                   + m_bench->at(u"sap"_s, u"sap-ias"_s),
                               m_typist.terminal());
    QByteArray said;
    return QTest::qWaitFor(
        [&] {
            said += m_process->readAllStandardError();
            return said.contains("[y/N]");
        },
        30'000);
}

void TestCliMemory::noOtherUserMayLook()
{
    // To root's processes nobody else may look anyway: what the program itself does shows under another user alone.
    const QStringList launcher = ::geteuid() == 0 ? asNobody() : QStringList();
    if (!launcher.isEmpty() && run(launcher + QStringList{u"test"_s, u"-x"_s, CliBench::program()}) != 0)
        QSKIP("nobody else can start what was built here");
    QVERIFY(reachTheQuestion(launcher));
    // A process that isn't dumpable belongs to root in /proc, whoever started it (prctl(2), PR_SET_DUMPABLE).
    QCOMPARE(QFileInfo(u"/proc/%1/mem"_s.arg(m_process->processId())).ownerId(), 0U);
    const QString maps = u"/proc/%1/maps"_s.arg(m_process->processId());
    QVERIFY(run(launcher + QStringList{u"cat"_s, maps}) != 0); // not even its own user
    QFile limits(u"/proc/%1/limits"_s.arg(m_process->processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    const QByteArray text = limits.readAll();
    const qsizetype at = text.indexOf("Max core file size");
    QVERIFY(at >= 0);
    QCOMPARE(text.sliced(at, text.indexOf('\n', at) - at).simplified(), "Max core file size 0 0 bytes"_ba);
    m_typist.type("n\n");
    QCOMPARE(CliBench::finish(*m_process).status, 2);
}

void TestCliMemory::nothingFreedIsLeft()
{
    QVERIFY(reachTheQuestion());
    ForeignMemory memory(m_process->processId());
    if (!memory.open()) {
        m_typist.type("n\n");
        (void)CliBench::finish(*m_process);
        QSKIP("only root may search another process's memory");
    }
    const QByteArray secret = "canary+secret/4711 of the memory";
    const QByteArray pair = CliBench::clientOf(u"sap-ias"_s).toUtf8() + ":canary%2Bsecret%2F4711+of+the+memory";
    const QList<qsizetype> counts =
        memory.count({secret, pair, pair.toBase64().chopped(4), m_tokens.at(0), m_tokens.at(1), m_tokens.at(5)});
    qInfo() << "secret, pair, header, anchor, token, token:" << counts;
    QCOMPARE(counts.at(0), 1); // the guarded one
    QCOMPARE(counts.at(1), 0);
    QCOMPARE(counts.at(2), 0);
    QVERIFY(counts.at(3) <= 2); // as anchor and as listed
    QCOMPARE(counts.at(4), 1);
    QCOMPARE(counts.at(5), 1);
    m_typist.type("n\n");
    QCOMPARE(CliBench::finish(*m_process).status, 2);
}

QTEST_GUILESS_MAIN(TestCliMemory)
#include "tst_climemory.moc"
