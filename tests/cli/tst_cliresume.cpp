// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"
#include "faultserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;
using namespace std::chrono_literals;

static constexpr auto Revoke = PracticeEndpoint::Revoke;

static QJsonObject countsOf(const QJsonObject &document)
{
    return document.value(u"counts"_s).toObject();
}

//! `journal resume`.
class TestCliResume : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void goesOnWithTheTokens();
    void whatMayHaveBeenSentIsLookedAtFirst();
    void whatWasEndedIsNotSentAgain();
    void goesOnWithTheAnchor();
    void whatIsGoneFromTheListIsProven();
    void anotherPersonsTokenIsRefused();
    void aStrangersListProvesNothing();
    void anotherTokenOfThePersonProvesNothing();
    void anotherServerIsNotAsked_data();
    void anotherServerIsNotAsked();
    void requestsAreNotMadeUp();
    void aDeadAnchorSettlesItsOwnItem();
    void foreignAndMissingTokensAreTold();
    void aRunningBatchIsLeftAlone();
    void needsConsent();
    void aDryRunSendsNothing();
    void isMisused_data();
    void isMisused();

private:
    //! Ends a call in the middle, after \p requests to end something arrived. \return the batch's id
    QString interrupted(const QStringList &call, int requests);
    CliAnswer resume(const QString &batch, const QStringList &input)
    {
        return m_bench->runJson(QStringList{u"journal"_s, u"resume"_s, batch, u"--yes"_s, u"--secret-file"_s,
                                            m_bench->secretOf(u"sap-ias"_s)}
                                + input);
    }
    QStringList revokeTokens() { return QStringList{u"token"_s, u"revoke"_s} + tokensFile(m_tokens); }
    QStringList revokeAll()
    {
        return {u"session"_s, u"revoke"_s, u"--all"_s, u"--token-file"_s, m_bench->file(u"anchor"_s, m_tokens.first())};
    }
    QStringList tokensFile(const QList<QByteArray> &tokens)
    {
        return {u"--tokens-file"_s, m_bench->file(u"tokens"_s, lines(tokens))};
    }
    QStringList anchorFile(const QByteArray &token)
    {
        return {u"--token-file"_s, m_bench->file(u"anchor-again"_s, token)};
    }

    std::unique_ptr<CliBench> m_bench;
    QList<QByteArray> m_tokens;
};

void TestCliResume::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    m_tokens = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 6);
}

QString TestCliResume::interrupted(const QStringList &call, int requests)
{
    m_bench->sap().faults().always(Revoke, PracticeFault::delayed(150ms));
    const auto process =
        m_bench->begin(call + QStringList{u"--yes"_s, u"--json"_s} + m_bench->at(u"sap"_s, u"sap-ias"_s));
    if (!QTest::qWaitFor([&] { return m_bench->sap().count(Revoke) >= requests; }, 30'000))
        return {};
    process->kill();
    if (CliBench::finish(*process).status != -1)
        return {};
    QTest::qWait(300); // what was in flight is carried out all the same
    m_bench->sap().faults().clear();
    m_bench->sap().forgetRecord();
    const QJsonObject list = m_bench->runJson({u"journal"_s, u"list"_s}).json();
    return list.value(u"batches"_s).toArray().first()[u"batch"_s].toString();
}

void TestCliResume::goesOnWithTheTokens()
{
    const QString batch = interrupted(revokeTokens(), 3);
    QVERIFY(!batch.isEmpty() && m_bench->sap().aliveCount(cliPerson()) > 0);
    const CliAnswer answer = resume(batch, tokensFile(m_tokens));
    QCOMPARE(answer.status, 0);
    const QJsonObject document = answer.json();
    QCOMPARE(document.value(u"batch"_s), QJsonValue(batch));
    QCOMPARE(document.value(u"results"_s).toArray().size(), 12);
    QCOMPARE(m_bench->sap().aliveCount(cliPerson()), 0);
    QCOMPARE(m_bench->runJson({u"journal"_s, u"show"_s, batch}).json(), document);
    const QJsonArray batches = m_bench->runJson({u"journal"_s, u"list"_s}).json().value(u"batches"_s).toArray();
    QCOMPARE(batches.size(), 1); // the same batch, finished
    QVERIFY(batches.first()[u"finished_at"_s].isString());
    QCOMPARE(m_bench->runJson({u"journal"_s, u"verify"_s}).status, 0);
}

void TestCliResume::whatMayHaveBeenSentIsLookedAtFirst()
{
    const QString batch = interrupted(revokeTokens(), 3);
    const QJsonObject before = m_bench->runJson({u"journal"_s, u"show"_s, batch}).json();
    QSet<QString> unclear;
    const QJsonArray results = before.value(u"results"_s).toArray();
    for (const QJsonValue &result : results) {
        if (result[u"outcome"_s] == "unknown"_L1)
            unclear.insert(result[u"fingerprint"_s].toString());
    }
    QVERIFY(!unclear.isEmpty());
    QCOMPARE(resume(batch, tokensFile(m_tokens)).status, 0);
    QSet<QString> asked;
    for (const PracticeRecord &record : m_bench->sap().record()) {
        const QString fingerprint = fingerprintIn(record);
        if (record.endpoint == PracticeEndpoint::Introspect)
            asked.insert(fingerprint);
        if (record.endpoint == Revoke && unclear.contains(fingerprint))
            QVERIFY(asked.contains(fingerprint));
    }
    QVERIFY(asked.contains(unclear));
}

void TestCliResume::whatWasEndedIsNotSentAgain()
{
    const QString batch = interrupted(revokeTokens(), 9);
    const QJsonArray before = m_bench->runJson({u"journal"_s, u"show"_s, batch}).json().value(u"results"_s).toArray();
    QSet<QString> ended;
    for (const QJsonValue &result : before) {
        if (result[u"outcome"_s] == "revoked"_L1)
            ended.insert(result[u"fingerprint"_s].toString());
    }
    QVERIFY(!ended.isEmpty());
    QCOMPARE(resume(batch, tokensFile(m_tokens)).status, 0);
    for (const PracticeRecord &record : m_bench->sap().record())
        QVERIFY(!ended.contains(fingerprintIn(record)));
}

void TestCliResume::goesOnWithTheAnchor()
{
    const QString batch = interrupted(revokeAll(), 2);
    const CliAnswer answer = resume(batch, anchorFile(m_tokens.first()));
    QCOMPARE(answer.status, 0);
    QCOMPARE(countsOf(answer.json()), (QJsonObject{{u"revoked"_s, 12}}));
    QCOMPARE(m_bench->sap().aliveCount(cliPerson()), 0);
}

void TestCliResume::whatIsGoneFromTheListIsProven()
{
    const QString batch = interrupted(revokeAll(), 2);
    const QList<PracticeToken> alive = m_bench->sap().aliveTokens(cliPerson());
    for (const PracticeToken &token : alive) {
        if (token.value != m_tokens.first())
            m_bench->sap().end(token.value);
    }
    const CliAnswer answer = resume(batch, anchorFile(m_tokens.first()));
    const QJsonArray results = answer.json().value(u"results"_s).toArray();
    int byListing = 0;
    for (const QJsonValue &result : results)
        byListing += result[u"verified_by"_s] == "listing"_L1 && result[u"outcome"_s] == "revoked"_L1 ? 1 : 0;
    QVERIFY(byListing >= 8);
    QCOMPARE(m_bench->sap().aliveCount(cliPerson()), 0);
}

void TestCliResume::anotherPersonsTokenIsRefused()
{
    const QString batch = interrupted(revokeAll(), 2);
    const QList<QByteArray> other =
        m_bench->sap().addSessions(u"jonas.becker@example.com"_s, CliBench::clientOf(u"sap-ias"_s), 1);
    const CliAnswer answer = resume(batch, anchorFile(other.first()));
    QCOMPARE(answer.status, 2);
    QCOMPARE(m_bench->sap().count(Revoke), 0);
}

// Tokens of two people make a batch that names nobody: no list is known to be of whom it is about.
void TestCliResume::aStrangersListProvesNothing()
{
    const QString client = CliBench::clientOf(u"sap-ias"_s);
    m_tokens += m_bench->sap().addSessions(u"robin.finch@example.com"_s, client, 2);
    const QString batch = interrupted(revokeTokens(), 3);
    const auto shown = [this, batch] { return countsOf(m_bench->runJson({u"journal"_s, u"show"_s, batch}).json()); };
    const QJsonObject before = shown();
    QVERIFY(before.contains(u"unknown"_s) && before.contains(u"planned"_s));
    const QList<QByteArray> stranger = m_bench->sap().addSessions(u"jonas.becker@example.com"_s, client, 1);
    (void)resume(batch, anchorFile(stranger.first()));
    QCOMPARE(shown(), before);
    QCOMPARE(m_bench->sap().count(Revoke), 0);
}

// What its list shows may be another client's tokens, or all but some: nothing of it is known from before.
void TestCliResume::anotherTokenOfThePersonProvesNothing()
{
    const QString batch = interrupted(revokeAll(), 2);
    const QList<PracticeToken> alive = m_bench->sap().aliveTokens(cliPerson());
    for (const PracticeToken &token : alive)
        m_bench->sap().end(token.value);
    const QList<QByteArray> later = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 1);
    const CliAnswer answer = resume(batch, anchorFile(later.first()));
    const QJsonArray results = answer.json().value(u"results"_s).toArray();
    QCOMPARE(results.size(), 12);
    for (const QJsonValue &result : results)
        QVERIFY(result[u"verified_by"_s] != "listing"_L1 || result[u"attempts"_s].toInt() > 0);
    QVERIFY(countsOf(answer.json()).value(u"planned"_s).toInt() > 0);
    QVERIFY(m_bench->sap().isAlive(later.first()));
}

void TestCliResume::anotherServerIsNotAsked_data()
{
    QTest::addColumn<bool>("sameServer");
    QTest::newRow("another address") << false;
    QTest::newRow("another client") << true;
}

// A name in the profile may come to mean another server, or another client, to which these tokens are all "inactive".
void TestCliResume::anotherServerIsNotAsked()
{
    QFETCH(bool, sameServer);
    const QString batch = interrupted(revokeTokens(), 3);
    FaultServer other;
    other.answerWith(FaultReply::http(200, R"({"active":false})"));
    QCOMPARE(m_bench->run({u"issuer"_s, u"remove"_s, u"sap"_s, u"--yes"_s}).status, 0);
    const CliAnswer added =
        m_bench->run({u"issuer"_s, u"add"_s, u"sap"_s, u"--provider"_s, u"sap-ias"_s, u"--url"_s,
                      sameServer ? m_bench->sap().url().toString() : other.url(QString()).toString(), u"--client-id"_s,
                      sameServer ? u"another"_s : CliBench::clientOf(u"sap-ias"_s)});
    QVERIFY2(added.status == 0, added.err.constData());
    const QStringList inputs[] = {tokensFile(m_tokens), anchorFile(m_tokens.first())};
    for (const QStringList &input : inputs) {
        const CliAnswer answer = resume(batch, input);
        QCOMPARE(answer.status, 2);
        QVERIFY2(answer.out.contains("nothing was sent"), answer.out.constData());
    }
    QCOMPARE(other.requests().size(), 0);
    QCOMPARE(m_bench->requestCount(), 0);
}

// What was in flight when the program was killed may never have left.
void TestCliResume::requestsAreNotMadeUp()
{
    const QString batch = interrupted(revokeTokens(), 3);
    const auto attempts = [](const QJsonObject &document) {
        QHash<QString, int> all;
        const QJsonArray results = document.value(u"results"_s).toArray();
        for (const QJsonValue &result : results)
            all.insert(result[u"fingerprint"_s].toString() + result[u"outcome"_s].toString(),
                       result[u"attempts"_s].toInt());
        return all;
    };
    const QHash<QString, int> before = attempts(m_bench->runJson({u"journal"_s, u"show"_s, batch}).json());
    const QList<PracticeToken> alive = m_bench->sap().aliveTokens(cliPerson());
    for (const PracticeToken &token : alive)
        m_bench->sap().end(token.value);
    const QHash<QString, int> after = attempts(resume(batch, tokensFile(m_tokens)).json());
    int takenUp = 0;
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!it.key().endsWith("unknown"_L1))
            continue;
        ++takenUp;
        QCOMPARE(after.value(it.key().chopped(7) + u"revoked"_s, -1), 0);
    }
    QVERIFY(takenUp > 0);
}

void TestCliResume::aDeadAnchorSettlesItsOwnItem()
{
    const QString batch = interrupted(revokeAll(), 2);
    m_bench->sap().end(m_tokens.first());
    const CliAnswer answer = resume(batch, anchorFile(m_tokens.first()));
    QCOMPARE(answer.status, 1); // the others stay as they are
    QVERIFY(answer.err.contains("can no longer be used to look"));
    QVERIFY(countsOf(answer.json()).value(u"planned"_s).toInt() > 0);
    const QJsonArray batches = m_bench->runJson({u"journal"_s, u"list"_s}).json().value(u"batches"_s).toArray();
    QVERIFY(batches.first()[u"finished_at"_s].isNull());
}

void TestCliResume::foreignAndMissingTokensAreTold()
{
    const QString batch = interrupted(revokeTokens(), 3);
    const QList<QByteArray> foreign =
        m_bench->sap().addSessions(u"jonas.becker@example.com"_s, CliBench::clientOf(u"sap-ias"_s), 1);
    const int planned = countsOf(m_bench->runJson({u"journal"_s, u"show"_s, batch}).json()).value(u"planned"_s).toInt();
    QVERIFY(planned > 1);
    const CliAnswer answer = resume(batch, tokensFile({m_tokens.last(), foreign.first()}));
    QCOMPARE(answer.status, 1);
    QVERIFY(answer.err.contains("1 token supplied, but not of this batch"));
    QVERIFY(answer.err.contains("not supplied: left as the journal has them"));
    QCOMPARE(countsOf(answer.json()).value(u"planned"_s).toInt(), planned - 1);
    QVERIFY(m_bench->sap().isAlive(foreign.first()));
}

void TestCliResume::aRunningBatchIsLeftAlone()
{
    m_bench->sap().faults().always(Revoke, PracticeFault::delayed(20s));
    const auto running = m_bench->begin(revokeTokens() + QStringList{u"--yes"_s} + m_bench->at(u"sap"_s, u"sap-ias"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->sap().count(Revoke) >= 1, 30'000);
    const QJsonArray batches = m_bench->runJson({u"journal"_s, u"list"_s}).json().value(u"batches"_s).toArray();
    const CliAnswer answer = resume(batches.first()[u"batch"_s].toString(), tokensFile(m_tokens));
    QCOMPARE(answer.status, 3);
    QCOMPARE(answer.errorKind(), u"journal_failed"_s);
    QVERIFY(m_bench->sap().count(Revoke) <= 2); // the running one's
    running->kill();
    (void)CliBench::finish(*running);
}

void TestCliResume::needsConsent()
{
    const QString batch = interrupted(revokeTokens(), 3);
    const CliAnswer answer = m_bench->runJson(
        QStringList{u"journal"_s, u"resume"_s, batch, u"--secret-file"_s, m_bench->secretOf(u"sap-ias"_s)}
        + tokensFile(m_tokens));
    QCOMPARE(answer.status, 2);
    QCOMPARE(m_bench->requestCount(), 0);
}

void TestCliResume::aDryRunSendsNothing()
{
    const QString batch = interrupted(revokeTokens(), 3);
    const QJsonObject before = m_bench->runJson({u"journal"_s, u"show"_s, batch}).json();
    const CliAnswer answer = resume(batch, tokensFile(m_tokens) + QStringList{u"--dry-run"_s});
    QCOMPARE(answer.status, 0);
    QCOMPARE(m_bench->sap().count(Revoke), 0);
    QVERIFY(outcomes(answer.json()).contains(u"skipped"_s));
    QCOMPARE(m_bench->runJson({u"journal"_s, u"show"_s, batch}).json(), before);
}

void TestCliResume::isMisused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no batch") << QStringList{u"--tokens-file"_s, u"-"_s};
    QTest::newRow("no tokens") << QStringList{u"20260301-140211-4f2a"_s};
    QTest::newRow("both") << QStringList{u"20260301-140211-4f2a"_s, u"--token-file"_s, u"a"_s, u"--tokens-file"_s,
                                         u"b"_s};
    QTest::newRow("an unknown batch") << QStringList{u"20260301-140211-4f2a"_s, u"--tokens-file"_s, u"-"_s};
}

void TestCliResume::isMisused()
{
    QFETCH(QStringList, arguments);
    QCOMPARE(m_bench->runJson(QStringList{u"journal"_s, u"resume"_s, u"--yes"_s} + arguments).status, 2);
}

QTEST_GUILESS_MAIN(TestCliResume)
#include "tst_cliresume.moc"
