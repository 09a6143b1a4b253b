// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benchplace.h"
#include "benchrows.h"
#include "practiceissuers.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

//! The practice issuers of this program, and curfew-cli as their client.
namespace {

class LimitBench {
public:
    explicit LimitBench(BenchPlace &place);

    //! \p count tokens of as many sessions, alive.
    [[nodiscard]] QString tokens(const QString &provider, int count);
    //! Ends them; each must end as \p outcome. \return seconds
    [[nodiscard]] double revoke(const QString &provider, const QString &tokensFile, const QStringList &options,
                                int count, const QString &outcome);
    [[nodiscard]] PracticeIssuer &issuer(const QString &provider) { return m_issuers.issuer(provider); }

private:
    [[nodiscard]] QByteArray run(const QStringList &arguments);

    BenchPlace &m_place;
    PracticeIssuers m_issuers;
};

} // namespace

LimitBench::LimitBench(BenchPlace &place)
    : m_place(place)
{
    if (const auto started = m_issuers.start(); !started)
        qFatal("The practice issuers don't start: %s", qPrintable(started.error().detail));
}

// Not timedRun(): the issuers answer meanwhile.
QByteArray LimitBench::run(const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList own = m_place.environment();
    for (const QString &variable : own)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    QEventLoop ended;
    QObject::connect(&process, &QProcess::finished, &ended, &QEventLoop::quit);
    process.start(QStringLiteral(CURFEW_CLI_PROGRAM),
                  QStringList{u"--profile-dir"_s, m_place.file(u"limits"_s)} + arguments);
    if (!process.waitForStarted())
        qFatal("curfew-cli doesn't start");
    ended.exec();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("curfew-cli failed:\n%s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QString LimitBench::tokens(const QString &provider, int count)
{
    const PracticeClient client = practiceClients(provider).constFirst();
    (void)run({u"issuer"_s, u"add"_s, provider, u"--provider"_s, provider, u"--url"_s,
               issuer(provider).url().toString(), u"--client-id"_s, client.id, u"--environment"_s, u"test"_s});
    writeFile(m_place.file(u"secret-"_s + provider), client.secret + '\n');
    QByteArray lines;
    const auto values = issuer(provider).addSessions(u"robin.finch@example.com"_s, client.id, count, 0);
    for (const QByteArray &value : values)
        lines.append(value + '\n');
    return writeFile(m_place.file(u"limits-"_s + provider), lines);
}

double LimitBench::revoke(const QString &provider, const QString &tokensFile, const QStringList &options, int count,
                          const QString &outcome)
{
    issuer(provider).forgetRecord();
    QElapsedTimer clock;
    clock.start();
    const QByteArray document =
        run(QStringList{u"token"_s, u"revoke"_s, u"--issuer"_s, provider, u"--tokens-file"_s, tokensFile,
                        u"--secret-file"_s, m_place.file(u"secret-"_s + provider), u"--yes"_s, u"--json"_s}
            + options);
    const double seconds = double(clock.elapsed()) / 1000;
    const QJsonObject counts = QJsonDocument::fromJson(document).object().value(u"counts"_s).toObject();
    if (counts.value(outcome).toInt() != count)
        qFatal("not all %d tokens ended as %s: %s", count, qPrintable(outcome),
               QJsonDocument(counts).toJson(QJsonDocument::Compact).constData());
    return seconds;
}

static int refusedForPace(const QList<PracticeRecord> &records)
{
    return int(std::count_if(records.begin(), records.end(), [](const auto &record) { return record.status == 429; }));
}

// 1,000 tokens with full proof are 3,000 requests.
static QList<Figure> documentedLimit(LimitBench &bench)
{
    constexpr int count = 1000;
    const QString sap = u"sap-ias"_s;
    bench.issuer(sap).enforceDocumentedRates();
    const QString tokens = bench.tokens(sap, count);
    const double took = bench.revoke(sap, tokens, {}, count, u"revoked"_s);
    const QList<PracticeRecord> &records = bench.issuer(sap).record();

    Figure time{u"1,000 tokens with full proof, 1000/min and 50/s"_s, u"requests ÷ 1000/min"_s, u"s"_s};
    time.ours = {took};
    time.peers = {double(records.size()) * 60 / 1000};
    time.goal = Figure::Goal::AtMost;
    time.target = 1.03;
    Figure clean{u"  answered other than 429"_s, u"all requests"_s, u""_s};
    clean.ours = {double(records.size() - refusedForPace(records))};
    clean.peers = {double(records.size())};
    return {time, clean};
}

// No description names this one: 20 a second, found out by its 429s.
static QList<Figure> unknownLimit(LimitBench &bench)
{
    constexpr int count = 600;
    const QString provider = u"oauth2"_s;
    bench.issuer(provider).behaviour().rates = {{20, 1s}};
    const QString tokens = bench.tokens(provider, count);
    (void)bench.revoke(provider, tokens, {u"--verify"_s, u"none"_s}, count, u"accepted"_s);
    const QList<PracticeRecord> &records = bench.issuer(provider).record();
    const QList<PracticeRecord> later = records.mid(records.size() / 2);

    Figure settled{u"unknown limit of 20/s: 2nd half other than 429"_s, u"all of the 2nd half"_s, u""_s};
    settled.ours = {double(later.size() - refusedForPace(later))};
    settled.peers = {double(later.size())};
    settled.target = 0.99;
    Figure pace{u"  pace in the 2nd half"_s, u"the limit"_s, u"/s"_s};
    pace.ours = {double(later.size() - 1) * 1000
                 / double(later.constFirst().arrivedAt.msecsTo(later.constLast().arrivedAt))};
    pace.peers = {20};
    pace.goal = Figure::Goal::AtMost;
    return {settled, pace};
}

QList<Figure> limitsKept(BenchPlace &place, int)
{
    LimitBench bench(place);
    return documentedLimit(bench) + unknownLimit(bench);
}

} // namespace curfew
