// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"
#include "typist.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

//! The readable memory of another process, as root or a debugger sees it.
class ForeignMemory {
public:
    explicit ForeignMemory(qint64 process)
        : m_maps(u"/proc/%1/maps"_s.arg(process))
        , m_memory(u"/proc/%1/mem"_s.arg(process))
    {
    }

    [[nodiscard]] bool open()
    {
        return m_maps.open(QIODevice::ReadOnly) && m_memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    //! How often each of \p needles lies in it.
    [[nodiscard]] QList<qsizetype> count(const QList<QByteArray> &needles)
    {
        QList<qsizetype> counts(needles.size());
        const QList<QByteArray> lines = m_maps.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QList<QByteArray> words = line.simplified().split(' ');
            if (words.size() < 2 || !words.at(1).startsWith('r') || line.endsWith("[vvar]")
                || line.endsWith("[vsyscall]"))
                continue;
            const QList<QByteArray> range = words.constFirst().split('-');
            const qint64 from = range.constFirst().toLongLong(nullptr, 16);
            m_memory.seek(from);
            const QByteArray content = m_memory.read(range.constLast().toLongLong(nullptr, 16) - from);
            for (qsizetype i = 0; i < needles.size(); ++i)
                counts[i] += content.count(needles.at(i));
        }
        return counts;
    }

private:
    QFile m_maps;
    QFile m_memory;
};

//! What lies in the memory of a program that waits for a confirmation, after its first authenticated look.
class TestCliMemory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noOtherUserMayLook();
    void nothingFreedIsLeft();

private:
    [[nodiscard]] bool reachTheQuestion();

    std::unique_ptr<CliBench> m_bench;
    const Typist m_typist;
    std::unique_ptr<QProcess> m_process;
    QList<QByteArray> m_tokens;
};

bool TestCliMemory::reachTheQuestion()
{
    m_bench = std::make_unique<CliBench>();
    if (!m_bench->add(u"sap"_s, u"sap-ias"_s))
        return false;
    m_bench->sap().setSecret(CliBench::clientOf(u"sap-ias"_s), "canary+secret/4711 of the memory");
    m_tokens = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 4);
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
    QVERIFY(reachTheQuestion());
    // A process that isn't dumpable belongs to root in /proc, whoever started it (prctl(2), PR_SET_DUMPABLE).
    QCOMPARE(QFileInfo(u"/proc/%1/mem"_s.arg(m_process->processId())).ownerId(), 0U);
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
