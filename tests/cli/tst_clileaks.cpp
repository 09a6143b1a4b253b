// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace curfew;
using namespace std::chrono_literals;

static constexpr auto List = PracticeEndpoint::List;
static constexpr auto Revoke = PracticeEndpoint::Revoke;

//! A canary secret and canary tokens, searched for in all that the program leaves behind.
class TestCliLeaks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void findsWhatIsPlanted();
    void nothingIsLeftBehind_data();
    void nothingIsLeftBehind();
    void nothingShowsInTheProcessList();

private:
    struct Search {
        int files = 0;
        QStringList found; //!< with a canary in them, or unreadable
    };
    [[nodiscard]] bool holdsCanary(const QByteArray &bytes) const;
    [[nodiscard]] Search searchDisk() const;
    void expectNoTrace(const QByteArray &where, const QByteArray &bytes);
    void expectNoTraceOnDisk();

    std::unique_ptr<CliBench> m_bench;
    QList<QByteArray> m_tokens;
    QList<QByteArray> m_canaries; //!< as they are, and as they travel
};

void TestCliLeaks::init()
{
    m_bench = std::make_unique<CliBench>(CliBench::Bus::Inherited);
    const QString client = CliBench::clientOf(u"sap-ias"_s);
    const QByteArray secret = "canary+of/the client";
    m_bench->sap().setSecret(client, secret);
    m_tokens = m_bench->sap().addSessions(cliPerson(), client, 1, 2, PracticeToken::Form::Jwt)
        + m_bench->sap().addSessions(cliPerson(), client, 2);
    m_canaries = {secret, "canary%2Bof", secret.toBase64(), practiceBasic(client.toUtf8(), secret).mid(6)};
    for (const QByteArray &token : std::as_const(m_tokens)) {
        m_canaries.append(token);
        m_canaries.append(token.split('.').last()); // a JWT's signature
    }
    m_bench->file(u"anchor"_s, m_tokens.first() + '\n');
    m_bench->file(u"tokens"_s, lines(m_tokens));
    m_bench->file(u"secret"_s, secret + '\n');
    const CliAnswer added = m_bench->run({u"issuer"_s, u"add"_s, u"sap"_s, u"--provider"_s, u"sap-ias"_s, u"--url"_s,
                                          m_bench->sap().url().toString(), u"--client-id"_s, client, u"--secret-file"_s,
                                          u"secret"_s, u"--verbose"_s});
    QVERIFY2(added.status == 0, added.err.constData());
    expectNoTrace("issuer add", added.out + added.err);
}

bool TestCliLeaks::holdsCanary(const QByteArray &bytes) const
{
    return std::any_of(m_canaries.begin(), m_canaries.end(),
                       [&bytes](const QByteArray &canary) { return bytes.contains(canary); });
}

TestCliLeaks::Search TestCliLeaks::searchDisk() const
{
    Search search;
    for (const QString &folder : {m_bench->profileDir(), m_bench->homeDir()}) {
        QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            if (!file.open(QIODevice::ReadOnly) || holdsCanary(file.readAll()))
                search.found.append(file.fileName());
            ++search.files;
        }
    }
    return search;
}

void TestCliLeaks::expectNoTrace(const QByteArray &where, const QByteArray &bytes)
{
    QVERIFY2(!holdsCanary(bytes), where.constData());
}

void TestCliLeaks::expectNoTraceOnDisk()
{
    const Search search = searchDisk();
    QCOMPARE(search.found, QStringList());
    QVERIFY(search.files >= 3); // settings, issuers and the journal at the least
}

// Else a search that finds nothing would say nothing.
void TestCliLeaks::findsWhatIsPlanted()
{
    for (const QByteArray &canary : std::as_const(m_canaries)) {
        QVERIFY(holdsCanary("before " + canary + " after"));
        const QString path = m_bench->homeDir() + u"/.planted"_s;
        QFile planted(path);
        QVERIFY(planted.open(QIODevice::WriteOnly));
        planted.write("before " + canary);
        planted.close();
        QCOMPARE(searchDisk().found, QStringList{path});
        QVERIFY(planted.remove());
    }
    QVERIFY(!holdsCanary("before and after"));
}

void TestCliLeaks::nothingIsLeftBehind_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QString &call, int status = 0, const QString &trouble = {}) {
        QTest::newRow(name) << call << trouble << status;
    };
    row("listing", u"session list --issuer sap --token-file anchor"_s);
    row("listing, as JSON", u"session list --issuer sap --token-file anchor --json"_s);
    row("ending sessions", u"session revoke --issuer sap --token-file anchor --all --yes"_s);
    row("ending tokens", u"token revoke --issuer sap --tokens-file tokens --yes --json"_s);
    row("inspecting", u"token inspect --issuer sap --token-file anchor"_s);
    row("inspecting, as JSON", u"token inspect --issuer sap --token-file anchor --json"_s);
    row("a dry run", u"token revoke --issuer sap --tokens-file tokens --dry-run"_s);
    row("a given secret", u"session list --issuer sap --token-file anchor --secret-file secret"_s);
    row("an issuer that repeats the token", u"token revoke --issuer sap --tokens-file anchor --yes"_s, 1, u"echo"_s);
    row("an issuer that loses answers", u"token revoke --issuer sap --tokens-file anchor --yes"_s, 0, u"drop"_s);
    row("a file that holds more than a token", u"session list --issuer sap --token-file tokens"_s, 2);
}

void TestCliLeaks::nothingIsLeftBehind()
{
    QFETCH(QString, call);
    QFETCH(QString, trouble);
    if (trouble == "echo"_L1)
        m_bench->sap().faults().always(
            Revoke, PracticeFault::refuse(400, "invalid_request", u"bad token "_s + QString::fromLatin1(m_tokens[0])));
    if (trouble == "drop"_L1)
        m_bench->sap().faults().always(Revoke, PracticeFault::dropAnswer());
    const CliAnswer answer = m_bench->run(call.split(u' ') + QStringList{u"--verbose"_s});
    QTEST(answer.status, "status");
    expectNoTrace("standard output", answer.out);
    expectNoTrace("standard error", answer.err);
    const CliAnswer exported =
        m_bench->run({u"journal"_s, u"export"_s, u"--format"_s, u"json"_s, u"--output"_s, u"-"_s});
    QCOMPARE(exported.status, 0);
    expectNoTrace("the export", exported.out);
    expectNoTraceOnDisk();
}

void TestCliLeaks::nothingShowsInTheProcessList()
{
    m_bench->sap().faults().always(List, PracticeFault::delayed(1500ms));
    const auto process =
        m_bench->begin({u"session"_s, u"list"_s, u"--issuer"_s, u"sap"_s, u"--token-file"_s, u"anchor"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->sap().count(List), 1, 30'000);
    QFile commandLine(u"/proc/%1/cmdline"_s.arg(process->processId()));
    QVERIFY(commandLine.open(QIODevice::ReadOnly));
    const QByteArray shown = commandLine.readAll();
    QVERIFY(shown.contains("session"));
    expectNoTrace("/proc/…/cmdline", shown);
    expectNoTraceOnDisk(); // while it runs, too
    QCOMPARE(CliBench::finish(*process).status, 0);
}

QTEST_GUILESS_MAIN(TestCliLeaks)
#include "tst_clileaks.moc"
