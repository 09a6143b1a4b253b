// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultbench.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

//! Issuers that lie, change their mind, or live in another time.
class TestTruthFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<FaultBench>();
    }
    void cleanup()
    {
        QVERIFY(m_bench->claimsOnlyWhatWasTold());
        m_bench.reset();
    }

    void aLie();
    void aliveAgainBeforeItIsLookedAt();
    void aliveAgainBeforeTheLastLook();
    void deadOnlyLater();
    void deadBeforeAliveAfter();
    void deadAllAlong_data();
    void deadAllAlong();
    void theirClockIsADayOff_data();
    void theirClockIsADayOff();
    void retryAfter_data();
    void retryAfter();

private:
    std::unique_ptr<FaultBench> m_bench;
    const QByteArray m_token = "a-token-of-the-victim";
};

static FaultReply done()
{
    return FaultReply::http(200, "", "");
}

static QByteArray jwtExpiring(const QDateTime &when)
{
    const auto part = [](const QJsonObject &object) {
        return QJsonDocument(object)
            .toJson(QJsonDocument::Compact)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part({{u"alg"_s, u"none"_s}}) + '.' + part({{u"sub"_s, u"victim"_s}, {u"exp"_s, when.toSecsSinceEpoch()}})
        + ".c2ln";
}

static QByteArray httpDate(const QDateTime &when)
{
    return QLocale::c().toString(when, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

static QDateTime inDays(int days)
{
    return QDateTime::currentDateTimeUtc().addDays(days);
}

void TestTruthFaults::aLie()
{
    m_bench->issuer.add(m_token);
    m_bench->issuer.fault(Stage::Revoke, Fault::instead(done()));
    QCOMPARE(m_bench->endTokens(),
             (Ending{u"still_active"_s, u"metadata 1, before 1, revoke 1, after 3"_s,
                     u"alive before, 1 sent, still_active by introspection"_s}));
}

void TestTruthFaults::aliveAgainBeforeItIsLookedAt()
{
    m_bench->issuer.add(m_token);
    m_bench->issuer.when(Stage::After, 1, [this] { m_bench->issuer.setLife(m_token, FaultIssuer::Life::Alive); });
    QCOMPARE(m_bench->endTokens(),
             (Ending{u"still_active"_s, u"metadata 1, before 1, revoke 1, after 3"_s,
                     u"alive before, 1 sent, still_active by introspection"_s}));
}

// The look after the revoke goes unheard twice while the token is dead, and is heard when it lives again.
void TestTruthFaults::aliveAgainBeforeTheLastLook()
{
    m_bench->issuer.add(m_token);
    m_bench->issuer.fault(Stage::After, Fault::instead(FaultReply::http(503, "", ""), 2));
    m_bench->issuer.when(Stage::After, 3, [this] { m_bench->issuer.setLife(m_token, FaultIssuer::Life::Alive); });
    QCOMPARE(m_bench->endTokens(),
             (Ending{u"still_active"_s, u"metadata 1, before 1, revoke 1, after 5"_s,
                     u"alive before, 1 sent, still_active by introspection"_s}));
}

void TestTruthFaults::deadOnlyLater()
{
    m_bench->issuer.add(m_token);
    m_bench->issuer.fault(Stage::Revoke, Fault::instead(done()));
    m_bench->issuer.when(Stage::After, 3, [this] { m_bench->issuer.setLife(m_token, FaultIssuer::Life::Dead); });
    QCOMPARE(m_bench->endTokens(),
             (Ending{u"revoked"_s, u"metadata 1, before 1, revoke 1, after 3"_s,
                     u"alive before, 1 sent, revoked by introspection"_s}));
}

// The first look met a replica that didn't know the token yet.
void TestTruthFaults::deadBeforeAliveAfter()
{
    m_bench->issuer.add(m_token, FaultIssuer::Life::Dead);
    m_bench->issuer.fault(Stage::Revoke, Fault::instead(done()));
    m_bench->issuer.when(Stage::Revoke, 1, [this] { m_bench->issuer.setLife(m_token, FaultIssuer::Life::Alive); });
    QCOMPARE(m_bench->endTokens(),
             (Ending{u"still_active"_s, u"metadata 1, before 1, revoke 1, after 3"_s,
                     u"inactive before, 1 sent, still_active by introspection"_s}));
}

void TestTruthFaults::deadAllAlong_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("journaled");
    QTest::newRow("opaque") << m_token << u"already_invalid"_s
                            << u"inactive before, 1 sent, already_invalid by introspection"_s;
    QTest::newRow("a JWT that expired yesterday") << jwtExpiring(inDays(-1)) << u"already_invalid"_s
                                                  << u"inactive before, 1 sent, already_invalid by introspection"_s;
    // Their clock may run a day ahead, or the token may be another client's: inactive alone says neither.
    QTest::newRow("a JWT that expires tomorrow")
        << jwtExpiring(inDays(1)) << u"accepted"_s << u"inactive before, 1 sent, accepted"_s;
}

void TestTruthFaults::deadAllAlong()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, outcome);
    QFETCH(QString, journaled);
    m_bench->issuer.add(token, FaultIssuer::Life::Dead);
    QCOMPARE(m_bench->endTokens(), (Ending{outcome, u"metadata 1, before 1, revoke 1, after 1"_s, journaled}));
}

void TestTruthFaults::theirClockIsADayOff_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("ahead") << 1 << m_token;
    QTest::newRow("behind") << -1 << m_token;
    QTest::newRow("behind: a JWT that has expired by ours") << -1 << jwtExpiring(inDays(0).addSecs(-3600));
    QTest::newRow("ahead: a JWT that has yet to expire by ours") << 1 << jwtExpiring(inDays(2));
}

// What is alive and dead is theirs to say, whatever their clock and ours make of it.
void TestTruthFaults::theirClockIsADayOff()
{
    QFETCH(int, days);
    QFETCH(QByteArray, token);
    m_bench->issuer.add(token);
    m_bench->issuer.addHeader("Date", httpDate(inDays(days)));
    QCOMPARE(m_bench->endTokens(),
             (Ending{u"revoked"_s, u"metadata 1, before 1, revoke 1, after 1"_s,
                     u"alive before, 1 sent, revoked by introspection"_s}));
}

void TestTruthFaults::retryAfter_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("date"); // of the answer; empty: none
    QTest::addColumn<bool>("isSentAgain");
    for (const int status : {429, 503}) {
        const auto row = [status](const char *name, const QByteArray &value, bool again, const QByteArray &date = {}) {
            QTest::addRow("%d: %s", status, name) << status << value << date << again;
        };
        row("0", "0", true);
        row("a second", "1", true);
        row("a date of yesterday", httpDate(inDays(-1)), true);
        row("a date of 1994", "Sunday, 06-Nov-94 08:49:37 GMT", true);
        row("nonsense", "soon", true);
        row("negative", "-5", true);
        row("a fraction", "0.5", true);
        row("empty", "", true);
        row("61 seconds", "61", false);
        row("a year", "31536000", false);
        row("a number beyond all", "99999999999999999999999", false);
        row("a date of tomorrow", httpDate(inDays(1)), false);
        row("a date in a year", httpDate(inDays(365)), false);
        row("their tomorrow, which is now", httpDate(inDays(1)), true, httpDate(inDays(1)));
        row("our now, which is their tomorrow", httpDate(inDays(0)), false, httpDate(inDays(-1)));
    }
}

// Obeyed up to 60 s; what asks for longer ends the item at once.
void TestTruthFaults::retryAfter()
{
    QFETCH(int, status);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, date);
    QFETCH(bool, isSentAgain);
    FaultReply::Headers headers{{"Retry-After", value}};
    if (!date.isEmpty())
        headers.append({"Date", date});
    m_bench->issuer.add(m_token);
    m_bench->issuer.fault(Stage::Revoke, Fault::instead(FaultReply::http(status, "", "", headers), 1));
    QCOMPARE(m_bench->endTokens(),
             isSentAgain ? (Ending{u"revoked"_s, u"metadata 1, before 1, revoke 2, after 1"_s,
                                   u"alive before, 2 sent, revoked by introspection"_s})
                         : (Ending{u"failed"_s, u"metadata 1, before 1, revoke 1, after 1"_s,
                                   u"alive before, 1 sent, failed by introspection"_s}));
}

QTEST_GUILESS_MAIN(TestTruthFaults)
#include "tst_truthfaults.moc"
