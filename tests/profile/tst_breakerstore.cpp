// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "breakerstore.h"
#include "profile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

static BreakerState refusal()
{
    const QDateTime opened(QDate(2026, 3, 1), QTime(14, 2, 11), Qt::UTC);
    return {u"Corporate"_s, u"a1b2"_s, opened, opened.addSecs(3600), u"invalid_client: locked"_s, 401};
}

class BreakerStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void staysOpenUntilClosed();
    void belongsToAnIssuerAndAClient();
    void keepsItsFirstOpening();
    void doesNotTakeADamagedFileForClosed();
    void refusesAnInvalidTime();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
};

void BreakerStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = std::make_unique<Profile>(Profile::open(m_folder->path()).value());
}

void BreakerStoreTest::staysOpenUntilClosed()
{
    BreakerStore store(*m_profile);
    BreakerStore other(*m_profile); // the command line, beside the console
    QCOMPARE(store.find(u"Corporate"_s, u"a1b2"_s).value(), std::nullopt);
    QVERIFY(store.trip(refusal()));
    QCOMPARE(other.find(u"Corporate"_s, u"a1b2"_s).value(), refusal());
    QVERIFY(other.close(u"Corporate"_s, u"a1b2"_s));
    QCOMPARE(store.find(u"Corporate"_s, u"a1b2"_s).value(), std::nullopt);
    QVERIFY(store.close(u"Corporate"_s, u"a1b2"_s));
}

void BreakerStoreTest::belongsToAnIssuerAndAClient()
{
    BreakerStore store(*m_profile);
    BreakerState sibling = refusal();
    sibling.clientId = u"c3"_s;
    sibling.lockedUntil.reset();
    BreakerState elsewhere = refusal();
    elsewhere.issuer = u"Other"_s;
    for (const BreakerState &state : {refusal(), sibling, elsewhere})
        QVERIFY(store.trip(state));
    QCOMPARE(store.find(u"Corporate"_s, u"c3"_s).value(), sibling);
    QVERIFY(store.close(u"Corporate"_s, u"c3"_s));
    QCOMPARE(store.openBreakers().value(), (QList<BreakerState>{refusal(), elsewhere}));
    QVERIFY(store.closeAll(u"Corporate"_s));
    QCOMPARE(store.openBreakers().value(), QList<BreakerState>{elsewhere});
}

void BreakerStoreTest::keepsItsFirstOpening()
{
    BreakerStore store(*m_profile);
    QVERIFY(store.trip(refusal()));
    BreakerState again = refusal();
    again.openedAt = again.openedAt.addSecs(60);
    again.httpStatus = 400;
    QVERIFY(store.trip(again));
    again.openedAt = refusal().openedAt;
    QCOMPARE(store.openBreakers().value(), QList<BreakerState>{again});
}

void BreakerStoreTest::doesNotTakeADamagedFileForClosed()
{
    QFile file(m_profile->path() + "/breakers.json"_L1);
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray(R"({"version": 1, "breakers": [{"issuer": "Corporate"}]})"),
          QByteArray(R"({"version": 1, "breakers": {}})")}) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        BreakerStore store(*m_profile);
        QCOMPARE(store.find(u"Corporate"_s, u"a1b2"_s).error().kind, ErrorKind::ProfileFailed);
        QCOMPARE(store.close(u"Corporate"_s, u"a1b2"_s).error().kind, ErrorKind::ProfileFailed);
    }
}

void BreakerStoreTest::refusesAnInvalidTime()
{
    BreakerState state = refusal();
    state.openedAt = {};
    QCOMPARE(BreakerStore(*m_profile).trip(state).error().kind, ErrorKind::InvalidInput);
}

QTEST_GUILESS_MAIN(BreakerStoreTest)
#include "tst_breakerstore.moc"
