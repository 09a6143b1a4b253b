// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"
#include "foreignmemory.h"
#include "virtualdisplay.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace curfew;

static constexpr auto List = PracticeEndpoint::List;

//! What lies in the memory of the console after its look-up was closed. The built program, at a display, by keyboard.
class TestConsoleMemory : public QObject {
    Q_OBJECT
public:
    explicit TestConsoleMemory(const VirtualDisplay &display)
        : m_display(display)
    {
    }

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nothingOfALookUpIsLeft();

private:
    [[nodiscard]] QList<qsizetype> tokensFound(ForeignMemory &memory) const;

    const VirtualDisplay &m_display;
    std::unique_ptr<CliBench> m_bench;
    QList<QByteArray> m_tokens;
    QProcess m_console;
};

static QByteArray secret()
{
    return "canary+secret/4711 of the console";
}

// As a QString holds it.
static QByteArray wide(const QByteArray &text)
{
    const QString string = QString::fromLatin1(text);
    return QByteArray(reinterpret_cast<const char *>(string.utf16()), string.size() * 2);
}

static QString asText(const QList<qsizetype> &counts)
{
    QStringList words;
    for (const qsizetype count : counts)
        words.append(QString::number(count));
    return words.join(u' ');
}

void TestConsoleMemory::initTestCase()
{
    m_bench = std::make_unique<CliBench>(CliBench::Bus::Inherited);
    const QString client = CliBench::clientOf(u"sap-ias"_s);
    m_bench->sap().setSecret(client, secret());
    const CliAnswer added = m_bench->run({u"issuer"_s, u"add"_s, u"sap"_s, u"--provider"_s, u"sap-ias"_s, u"--url"_s,
                                          m_bench->sap().url().toString(), u"--client-id"_s, client, u"--environment"_s,
                                          u"test"_s, u"--secret-file"_s, m_bench->secretOf(u"sap-ias"_s)});
    QVERIFY2(added.status == 0, added.err.constData());
    m_tokens = m_bench->sap().addSessions(cliPerson(), client, 4);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_bench->homeDir());
    m_console.setProcessEnvironment(environment);
    m_console.setProcessChannelMode(QProcess::ForwardedChannels);
    m_console.start(QStringLiteral(CURFEW_PROGRAM), {u"--profile-dir"_s, m_bench->profileDir()});
    QVERIFY(m_display.focusWindow(u"Curfew"_s));
}

void TestConsoleMemory::cleanupTestCase()
{
    m_console.terminate();
    if (!QTest::qWaitFor([this] { return m_console.state() == QProcess::NotRunning; }, 10'000))
        m_console.kill();
    m_console.waitForFinished();
}

//! How often each token is there, as bytes and as a QString.
QList<qsizetype> TestConsoleMemory::tokensFound(ForeignMemory &memory) const
{
    QList<QByteArray> needles = m_tokens;
    for (const QByteArray &token : m_tokens)
        needles.append(wide(token));
    return memory.count(needles);
}

void TestConsoleMemory::nothingOfALookUpIsLeft()
{
    ForeignMemory memory(m_console.processId());
    if (!memory.open())
        QSKIP("only root may search another process's memory");
    QGuiApplication::clipboard()->setText(QString::fromLatin1(m_tokens.constFirst()));
    QVERIFY(m_display.press({u"ctrl+l"_s, u"ctrl+v"_s, u"Return"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->sap().count(List), 1, 60'000);
    const auto areAllListed = [&] {
        const auto found = tokensFound(memory);
        return std::count(found.begin(), found.begin() + m_tokens.size(), 0) == 0;
    };
    QVERIFY(QTest::qWaitFor(areAllListed, 60'000)); // so that the search is seen to find what is there
    qInfo() << "while listed, tokens as bytes and as text:" << tokensFound(memory);
    QVERIFY(m_display.press({u"alt+s"_s, u"Down"_s, u"Down"_s, u"Return"_s})); // Sessions ▸ Forget the token
    const QList<qsizetype> none(2 * m_tokens.size(), 0);
    const bool wiped = QTest::qWaitFor([&] { return tokensFound(memory) == none; }, 20'000);
    QVERIFY2(wiped, qPrintable(asText(tokensFound(memory))));

    const QByteArray pair = CliBench::clientOf(u"sap-ias"_s).toUtf8() + ":canary%2Bsecret%2F4711+of+the+console";
    const QList<qsizetype> kept = memory.count({secret(), wide(secret()), pair, pair.toBase64().chopped(4)});
    qInfo() << "secret, as text, pair, header:" << kept;
    QCOMPARE(kept, (QList<qsizetype>{1, 0, 0, 0})); // the guarded one, which the next look-up uses
}

int main(int argc, char *argv[])
{
    const VirtualDisplay display;
    if (display.name().isEmpty())
        qFatal("no X server");
    qputenv("DISPLAY", display.name());
    qputenv("QT_QPA_PLATFORM", "xcb");
    const QGuiApplication application(argc, argv);
    TestConsoleMemory test(display);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_consolememory.moc"
