// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchbench.h"

#include "issueraccess.h"
#include "practiceissuer.h"
#include "resumeplan.h"
#include "revocationbatch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

//! An interrupted batch that is only looked at.
class TestCheckOnly : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void whatIsDeadEndsAndTheRestStays();
    void nothingIsSent();
    void aRefusedLookChangesNothing();
    void sendingAgainGoesOnFromThere();

private:
    [[nodiscard]] RevocationPlan check() const { return checkOnly(planToResume(m_batch, m_fresh).plan); }
    [[nodiscard]] static QStringList outcomes(const BatchRecord &record);

    std::unique_ptr<BatchBench> m_bench;
    std::unique_ptr<IssuerAccess> m_access;
    RevocationPlan m_fresh; //!< of the same tokens, given again
    BatchRecord m_batch; //!< token 0 was sent and is dead, token 1 was sent and lives, token 2 wasn't sent
};

void TestCheckOnly::init()
{
    m_bench = std::make_unique<BatchBench>();
    PracticeIssuer &issuer = m_bench->issuer(u"oauth2"_s);
    const Issuer configured = m_bench->configured(u"oauth2"_s);
    m_access = m_bench->open(configured);
    const QList<QByteArray> tokens =
        issuer.addSessions(u"robin.finch@example.com"_s, configured.clients.first().clientId, 3);
    TokenStore store;
    QList<RevokeTarget> targets;
    for (const qsizetype i : {0, 2, 4}) // one of each session
        targets.append({store.add(tokens.at(i)), {}, {}});
    m_fresh = planFromTokens(configured, m_access->descriptor(), targets, QDateTime::currentDateTimeUtc());
    QCOMPARE(m_fresh.items.size(), 3);

    BatchIntent intent;
    intent.issuer = configured.name;
    for (const PlanItem &item : std::as_const(m_fresh.items))
        intent.items.append(item.record);
    Journal &journal = m_access->journal();
    const auto id = awaited(journal.openBatch(intent));
    QVERIFY(id);
    QVERIFY(awaited(journal.markSending(*id, {{0, Sight::Alive}, {1, Sight::Alive}})));
    QVERIFY(awaited(journal.leaveBatch(*id)));
    const auto batch = awaited(journal.batch(*id));
    QVERIFY(batch);
    m_batch = *batch;
    issuer.end(tokens.first());
}

QStringList TestCheckOnly::outcomes(const BatchRecord &record)
{
    QStringList names;
    for (const ItemRecord &item : record.items)
        names << itemStatusName(item);
    return names;
}

void TestCheckOnly::whatIsDeadEndsAndTheRestStays()
{
    QCOMPARE(outcomes(m_batch), (QStringList{u"unknown"_s, u"unknown"_s, u"planned"_s}));
    const BatchRecord record = m_bench->run(*m_access, check());
    QCOMPARE(outcomes(record), (QStringList{u"revoked"_s, u"unknown"_s, u"planned"_s}));
    QVERIFY(!record.summary.finishedAt);
}

void TestCheckOnly::nothingIsSent()
{
    (void)m_bench->run(*m_access, check());
    QCOMPARE(m_bench->issuer(u"oauth2"_s).record(PracticeEndpoint::Revoke).size(), 0);
    QCOMPARE(m_bench->issuer(u"oauth2"_s).record(PracticeEndpoint::Introspect).size(), 2);
}

void TestCheckOnly::aRefusedLookChangesNothing()
{
    m_bench->issuer(u"oauth2"_s).setSecret(m_access->issuer().clients.first().clientId, "another");
    const BatchRecord record = m_bench->run(*m_access, check());
    QCOMPARE(outcomes(record), (QStringList{u"unknown"_s, u"unknown"_s, u"planned"_s}));
}

void TestCheckOnly::sendingAgainGoesOnFromThere()
{
    const BatchRecord checked = m_bench->run(*m_access, check());
    const BatchRecord record = m_bench->run(*m_access, planToResume(checked, m_fresh).plan);
    QCOMPARE(outcomes(record), (QStringList{u"revoked"_s, u"revoked"_s, u"revoked"_s}));
    QCOMPARE(m_bench->issuer(u"oauth2"_s).record(PracticeEndpoint::Revoke).size(), 2);
}

QTEST_GUILESS_MAIN(TestCheckOnly)
#include "tst_checkonly.moc"
