// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "authoritystore.h"
#include "batchbench.h"
#include "credentialstore.h"
#include "descriptorcatalog.h"
#include "journal.h"

#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace curfew;
using namespace std::chrono_literals;

//! What an issuer's limits cost: no 429 at the pace it documents, and no lock when the secret changes under a batch.
//! Full scale is in the bench; here the windows are a tenth, and counted as the issuer saw them.
class TestBatchLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<BatchBench>();
    }
    void cleanup() { m_bench.reset(); }
    void aPacedBatchDrawsNoRefusal();
    void anUnpacedOneDoes();
    void aSecretThatChangesUnderIt_data();
    void aSecretThatChangesUnderIt();

private:
    //! SAP, as it would be with other limits.
    [[nodiscard]] std::unique_ptr<IssuerAccess> openAt(const QList<RequestRate> &rates);
    [[nodiscard]] RevocationPlan planOf(const IssuerAccess &access, int sessions);
    [[nodiscard]] qsizetype refusals();

    std::unique_ptr<BatchBench> m_bench;
};

static QList<RequestRate> scaledLimits()
{
    return {{100, 6s}, {20, 1s}};
}

std::unique_ptr<IssuerAccess> TestBatchLimits::openAt(const QList<RequestRate> &rates)
{
    Workspace &workspace = *m_bench->workspace;
    const Issuer issuer = m_bench->configured();
    ProviderDescriptor descriptor = *workspace.catalog().find(issuer.provider);
    descriptor.limits.rates = rates;
    const CredentialSource source = [&workspace](const Issuer &asked, const QString &clientId) {
        return workspace.credentials().read(asked, clientId);
    };
    return std::make_unique<IssuerAccess>(issuer, descriptor, source, workspace.breakers(), workspace.authorities(),
                                          workspace.journal());
}

RevocationPlan TestBatchLimits::planOf(const IssuerAccess &access, int sessions)
{
    QList<RevokeTarget> targets;
    TokenStore store;
    // One token a session: the end of another would take it along, before it was looked at or after.
    const auto tokens = m_bench->issuer().addSessions(u"robin.finch@example.com"_s,
                                                      access.issuer().clients.constFirst().clientId, sessions, 0);
    for (const QByteArray &token : tokens)
        targets.append({store.add(token), {}, {}});
    return planFromTokens(access.issuer(), access.descriptor(), targets, QDateTime::currentDateTimeUtc());
}

qsizetype TestBatchLimits::refusals()
{
    const QList<PracticeRecord> &record = m_bench->issuer().record();
    return std::count_if(record.begin(), record.end(), [](const PracticeRecord &one) { return one.status == 429; });
}

//! The most arrivals in any window of \p length.
static qsizetype most(const QList<PracticeRecord> &record, std::chrono::milliseconds length)
{
    qsizetype found = 0;
    qsizetype oldest = 0;
    for (qsizetype i = 0; i < record.size(); ++i) {
        while (record.at(oldest).arrivedAt.msecsTo(record.at(i).arrivedAt) >= length.count())
            ++oldest;
        found = std::max(found, i - oldest + 1);
    }
    return found;
}

void TestBatchLimits::aPacedBatchDrawsNoRefusal()
{
    const auto access = openAt(scaledLimits());
    PracticeIssuer &issuer = m_bench->issuer();
    const auto plan = planOf(*access, 50);
    issuer.forgetRecord();
    for (const RequestRate &limit : scaledLimits())
        issuer.behaviour().rates.append({limit.requests, limit.window});
    const BatchRecord record = m_bench->run(*access, plan);
    QCOMPARE(BatchBench::counts(record), u"50 revoked"_s);
    QCOMPARE(issuer.record().size(), 150); // more than the longer window takes
    QCOMPARE(refusals(), 0);
    for (const RequestRate &limit : scaledLimits()) {
        const auto arrived = most(issuer.record(), limit.window);
        qInfo() << arrived << "of" << limit.requests << "in a window of" << limit.window.count() << "s";
        QVERIFY(arrived <= limit.requests);
    }
}

// So that the one above says something: the same issuer refuses who doesn't know its limits.
void TestBatchLimits::anUnpacedOneDoes()
{
    const auto access = openAt({});
    const auto plan = planOf(*access, 40);
    m_bench->issuer().forgetRecord();
    for (const RequestRate &limit : scaledLimits())
        m_bench->issuer().behaviour().rates.append({limit.requests, limit.window});
    (void)m_bench->run(*access, plan, Verify::None);
    QVERIFY(refusals() > 0);
}

void TestBatchLimits::aSecretThatChangesUnderIt_data()
{
    QTest::addColumn<int>("after"); // requests
    QTest::addColumn<std::optional<int>>("parallel");
    for (const int after : {1, 2, 5, 17, 30})
        QTest::addRow("after %d", after) << after << std::optional<int>();
    QTest::addRow("after 17, as many at once as can be had") << 17 << std::optional(512);
}

void TestBatchLimits::aSecretThatChangesUnderIt()
{
    QFETCH(int, after);
    QFETCH(std::optional<int>, parallel);
    const auto access = m_bench->open(m_bench->configured(), parallel);
    PracticeIssuer &issuer = m_bench->issuer();
    const QString client = access->issuer().clients.constFirst().clientId;
    const auto plan = planOf(*access, 20);
    issuer.forgetRecord();
    issuer.behaviour().failuresBeforeLock = 5;
    issuer.behaviour().latency = 150ms; // longer than the pace, so that the window is full all the time
    qsizetype before = 0;
    QTimer watch;
    connect(&watch, &QTimer::timeout, this, [&] {
        if (issuer.record().size() < after)
            return;
        before = issuer.record().size();
        issuer.setSecret(client, "changed by somebody else");
        watch.stop();
    });
    watch.start(0);
    const BatchRecord record = m_bench->run(*access, plan);
    const qsizetype failures = issuer.failedAuthentications();
    qInfo() << "changed after" << before << "requests;" << failures << "refused," << access->window() << "in flight";
    QVERIFY(failures > 0);
    QVERIFY(failures <= access->window());
    QVERIFY(failures < issuer.behaviour().failuresBeforeLock);
    QCOMPARE(issuer.record().size() - before, failures); // and nothing more was sent
    QVERIFY(!issuer.isLocked(client));
    QVERIFY(access->breaker(client).value().has_value());
    for (const ItemRecord &item : record.items)
        QVERIFY(item.result->outcome != Outcome::Revoked
                || !issuer.isAlive(Fingerprint::fromString(item.item.fingerprint)));
    QVERIFY(countItems(record.items).value(u"skipped"_s) > 0);
}

QTEST_GUILESS_MAIN(TestBatchLimits)
#include "tst_batchlimits.moc"
