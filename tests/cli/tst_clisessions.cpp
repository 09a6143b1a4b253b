// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"
#include "faultserver.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

static constexpr auto Revoke = PracticeEndpoint::Revoke;

//! `session list` and `session revoke` at the practice SAP tenant.
class TestCliSessions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void listsKeyByKey();
    void idsAreStable();
    void groupsByDeviceWhereTokensAreOpaque();
    void endsOneSession();
    void endsAllKeyByKey();
    void asksBeforeItSends();
    void dryRunEndsNothing();
    void unknownSessionEndsNothing();
    void deadAnchors_data();
    void deadAnchors();
    void lyingIssuerIsShouted();
    void tokensOfOtherClientsAreLeft();
    void oddElements();

private:
    QStringList call(const QString &verb, const QStringList &more = {}) const
    {
        return QStringList{u"session"_s, verb, u"--token-file"_s, m_anchor} + m_at + more;
    }
    QStringList sessionIds(const CliAnswer &answer) const;

    std::unique_ptr<CliBench> m_bench;
    QStringList m_at;
    QList<QByteArray> m_tokens; //!< of three sessions, three tokens each
    QString m_anchor;
};

void TestCliSessions::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    m_at = m_bench->at(u"sap"_s, u"sap-ias"_s);
    m_tokens =
        m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 3, 2, PracticeToken::Form::Jwt);
    m_anchor = m_bench->file(u"anchor"_s, m_tokens.first() + "\r\n");
}

QStringList TestCliSessions::sessionIds(const CliAnswer &answer) const
{
    QStringList ids;
    const QJsonArray sessions = answer.json().value(u"sessions"_s).toArray();
    for (const QJsonValue &session : sessions)
        ids.append(session.toObject().value(u"id"_s).toString());
    return ids;
}

void TestCliSessions::listsKeyByKey()
{
    const CliAnswer answer = m_bench->runJson(call(u"list"_s));
    QCOMPARE(answer.status, 0);
    const QJsonObject document = answer.json();
    QCOMPARE(document.keys(), (QStringList{u"issuer"_s, u"sessions"_s, u"user"_s, u"warnings"_s}));
    QCOMPARE(document.value(u"issuer"_s), QJsonValue(u"sap"_s));
    QCOMPARE(document.value(u"user"_s), QJsonValue(cliPerson()));
    QCOMPARE(document.value(u"warnings"_s), QJsonValue(QJsonArray()));
    const QJsonArray sessions = document.value(u"sessions"_s).toArray();
    QCOMPARE(sessions.size(), 3);
    static const QRegularExpression time(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"_s);
    static const QRegularExpression digest(u"^[0-9a-f]{16}$"_s);
    QSet<QString> fingerprints;
    for (const QJsonValue &value : sessions) {
        const QJsonObject session = value.toObject();
        QCOMPARE(session.keys(),
                 (QStringList{u"application"_s, u"client_id"_s, u"expires_at"_s, u"grouping"_s, u"id"_s, u"ip"_s,
                              u"issued_at"_s, u"tokens"_s, u"user_agent"_s}));
        QVERIFY(digest.match(session.value(u"id"_s).toString()).hasMatch());
        QVERIFY(time.match(session.value(u"issued_at"_s).toString()).hasMatch());
        QCOMPARE(session.value(u"grouping"_s), QJsonValue(u"sid"_s));
        QCOMPARE(session.value(u"client_id"_s), QJsonValue(CliBench::clientOf(u"sap-ias"_s)));
        const QJsonArray tokens = session.value(u"tokens"_s).toArray();
        for (const QJsonValue &tokenValue : tokens) {
            const QJsonObject token = tokenValue.toObject();
            QCOMPARE(token.keys(),
                     (QStringList{u"expires_at"_s, u"fingerprint"_s, u"grant_type"_s, u"issued_at"_s, u"jti"_s,
                                  u"kind"_s, u"scope"_s}));
            QVERIFY(time.match(token.value(u"expires_at"_s).toString()).hasMatch());
            fingerprints.insert(token.value(u"fingerprint"_s).toString());
        }
    }
    QSet<QString> given;
    for (const QByteArray &token : std::as_const(m_tokens)) {
        given.insert(fingerprintOf(token));
        QVERIFY(!answer.out.contains(token));
    }
    QCOMPARE(fingerprints, given);
}

void TestCliSessions::idsAreStable()
{
    const QStringList first = sessionIds(m_bench->runJson(call(u"list"_s)));
    QCOMPARE(first.size(), 3);
    QCOMPARE(sessionIds(m_bench->runJson(call(u"list"_s))), first);
}

void TestCliSessions::groupsByDeviceWhereTokensAreOpaque()
{
    const QString person = u"sam.lark@example.com"_s;
    const auto tokens = m_bench->sap().addSessions(person, CliBench::clientOf(u"sap-ias"_s), 2);
    m_anchor = m_bench->file(u"anchor"_s, tokens.first());
    const CliAnswer answer = m_bench->runJson(call(u"list"_s));
    QCOMPARE(answer.status, 0);
    const QJsonArray sessions = answer.json().value(u"sessions"_s).toArray();
    QCOMPARE(sessions.size(), 2);
    for (const QJsonValue &session : sessions)
        QCOMPARE(session.toObject().value(u"grouping"_s), QJsonValue(u"inferred"_s));
}

void TestCliSessions::endsOneSession()
{
    const QStringList ids = sessionIds(m_bench->runJson(call(u"list"_s)));
    const CliAnswer answer = m_bench->runJson(call(u"revoke"_s, {u"--session"_s, ids.last(), u"--yes"_s}));
    QCOMPARE(answer.status, 0);
    QCOMPARE(outcomes(answer.json()), times(3, u"revoked"_s));
    const QJsonArray results = answer.json().value(u"results"_s).toArray();
    for (const QJsonValue &result : results)
        QCOMPARE(result.toObject().value(u"session"_s), QJsonValue(ids.last()));
    QCOMPARE(m_bench->sap().count(Revoke), 1); // its siblings fell with it, and were seen dead
    QCOMPARE(m_bench->sap().aliveCount(cliPerson()), 6);
}

void TestCliSessions::endsAllKeyByKey()
{
    const CliAnswer answer = m_bench->runJson(call(u"revoke"_s, {u"--all"_s, u"--yes"_s}));
    QCOMPARE(answer.status, 0);
    QCOMPARE(m_bench->sap().aliveCount(cliPerson()), 0);
    const QJsonObject document = answer.json();
    QCOMPARE(document.keys(),
             (QStringList{u"batch"_s, u"counts"_s, u"issuer"_s, u"residual_access_until"_s, u"results"_s}));
    QCOMPARE(document.value(u"counts"_s), QJsonValue(QJsonObject{{u"revoked"_s, 9}}));
    QVERIFY(document.value(u"residual_access_until"_s).isString()); // they were JWTs
    const QJsonArray results = document.value(u"results"_s).toArray();
    QCOMPARE(results.size(), 9);
    for (const QJsonValue &value : results) {
        const QJsonObject result = value.toObject();
        QCOMPARE(result.keys(),
                 (QStringList{u"action"_s, u"attempts"_s, u"fingerprint"_s, u"http_status"_s, u"issuer"_s,
                              u"may_work_until"_s, u"message"_s, u"outcome"_s, u"session"_s, u"target"_s,
                              u"target_id"_s, u"verified_by"_s}));
        QCOMPARE(result.value(u"target"_s), QJsonValue(u"token"_s));
        QCOMPARE(result.value(u"action"_s), QJsonValue(u"revoke"_s));
        QCOMPARE(result.value(u"target_id"_s), result.value(u"fingerprint"_s));
        QCOMPARE(result.value(u"issuer"_s), QJsonValue(u"sap"_s));
        QCOMPARE(result.value(u"message"_s), QJsonValue(QJsonValue::Null));
        const bool sent = result.value(u"attempts"_s) == QJsonValue(1);
        QCOMPARE(result.value(u"http_status"_s), sent ? QJsonValue(200) : QJsonValue(QJsonValue::Null));
    }
    // The session of the anchor goes last, and can't be proven by a listing.
    const QJsonObject last = results.last().toObject();
    QCOMPARE(last.value(u"verified_by"_s), QJsonValue(u"introspection"_s));
    QCOMPARE(results.first().toObject().value(u"verified_by"_s), QJsonValue(u"listing"_s));
}

void TestCliSessions::asksBeforeItSends()
{
    const CliAnswer answer = m_bench->runJson(call(u"revoke"_s, {u"--all"_s}));
    QCOMPARE(answer.status, 2);
    QVERIFY(!answer.errorKind().isEmpty());
    QCOMPARE(m_bench->requestCount(), 0);
}

void TestCliSessions::dryRunEndsNothing()
{
    const CliAnswer answer = m_bench->runJson(call(u"revoke"_s, {u"--all"_s, u"--dry-run"_s}));
    QCOMPARE(answer.status, 0);
    QCOMPARE(outcomes(answer.json()), times(9, u"skipped"_s));
    QVERIFY(answer.json().value(u"batch"_s).isNull());
    const QString message = answer.json().value(u"results"_s).toArray().first()[u"message"_s].toString();
    QVERIFY2(message.endsWith(m_bench->sap().url().toString() + u"/oauth2/revoke"_s), qPrintable(message));
    QCOMPARE(m_bench->sap().count(Revoke), 0);
    QCOMPARE(m_bench->sap().aliveCount(cliPerson()), 9);
    const CliAnswer plain = m_bench->run(call(u"revoke"_s, {u"--all"_s, u"--dry-run"_s}));
    QVERIFY(plain.out.contains(m_bench->sap().url().toString().toUtf8() + "/oauth2/revoke"));
    QVERIFY(m_bench->runJson({u"journal"_s, u"list"_s}).json().value(u"batches"_s).toArray().isEmpty());
}

void TestCliSessions::unknownSessionEndsNothing()
{
    const CliAnswer answer = m_bench->runJson(call(u"revoke"_s, {u"--session"_s, u"0123456789abcdef"_s, u"--yes"_s}));
    QCOMPARE(answer.status, 2);
    QVERIFY(!answer.errorKind().isEmpty());
    QCOMPARE(m_bench->sap().count(Revoke), 0);
}

void TestCliSessions::deadAnchors_data()
{
    QTest::addColumn<int>("behaviour");
    QTest::addColumn<int>("listStatus");
    QTest::newRow("answered with []") << int(DeadAnchor::EmptyList) << 0;
    QTest::newRow("answered with 400") << int(DeadAnchor::BadRequest) << 4;
    QTest::newRow("answered with 401") << int(DeadAnchor::Unauthorized) << 4;
}

void TestCliSessions::deadAnchors()
{
    QFETCH(int, behaviour);
    QFETCH(int, listStatus);
    m_bench->sap().behaviour().deadAnchor = DeadAnchor(behaviour);
    m_bench->sap().end(m_tokens.first());
    const CliAnswer listed = m_bench->runJson(call(u"list"_s));
    QCOMPARE(listed.status, listStatus);
    if (listStatus == 0)
        QVERIFY(!listed.json().value(u"warnings"_s).toArray().isEmpty()); // never a bare "no sessions"
    else
        QVERIFY(!listed.errorKind().isEmpty());
    const CliAnswer ended = m_bench->runJson(call(u"revoke"_s, {u"--all"_s, u"--yes"_s}));
    QCOMPARE(ended.status, 4);
    QVERIFY(!ended.errorKind().isEmpty());
    QCOMPARE(m_bench->sap().count(Revoke), 0);
    // A dead token is no refused client.
    const CliAnswer checked = m_bench->run(QStringList{u"issuer"_s, u"check"_s, u"sap"_s} + m_at.mid(2));
    QCOMPARE(checked.status, 0);
}

void TestCliSessions::lyingIssuerIsShouted()
{
    m_bench->sap().faults().always(Revoke, PracticeFault::lie());
    const QStringList ids = sessionIds(m_bench->runJson(call(u"list"_s)));
    const CliAnswer answer = m_bench->runJson(call(u"revoke"_s, {u"--session"_s, ids.last(), u"--yes"_s}));
    QCOMPARE(answer.status, 1);
    QCOMPARE(outcomes(answer.json()), times(3, u"still_active"_s));
}

void TestCliSessions::tokensOfOtherClientsAreLeft()
{
    const QString other = practiceClients(u"sap-ias"_s).at(1).id;
    const auto others = m_bench->sap().addSessions(cliPerson(), other, 1);
    const CliAnswer answer = m_bench->runJson(call(u"revoke"_s, {u"--all"_s, u"--yes"_s}));
    QCOMPARE(answer.status, 1);
    QCOMPARE(answer.json().value(u"counts"_s), QJsonValue(QJsonObject{{u"revoked"_s, 9}, {u"skipped"_s, 2}}));
    QVERIFY(answer.out.contains("no credential for client " + other.toUtf8()));
    QVERIFY(m_bench->sap().isAlive(others.first()));
}

void TestCliSessions::oddElements()
{
    FaultServer odd;
    const QByteArray live = "0123456789abcdef0123456789abcdef";
    odd.answerWith([&](const RecordedRequest &request) {
        if (request.target == "/oauth2/token/list")
            return FaultReply::http(200,
                                    R"([{"uid":"robin","client_id":"c","client_ip":"192.0.2.1","value":")" + live
                                        + R"(","jti":")" + live
                                        + R"("},{"uid":"robin","client_id":"c","client_ip":"192.0.2.2"},17])");
        return request.target == "/oauth2/introspect" ? FaultReply::http(200, R"({"active":true})")
                                                      : FaultReply::http(200, "");
    });
    QCOMPARE(m_bench
                 ->run({u"issuer"_s, u"add"_s, u"odd"_s, u"--provider"_s, u"sap-ias"_s, u"--url"_s,
                        odd.url(u""_s).toString(), u"--client-id"_s, u"c"_s})
                 .status,
             0);
    const QString anchor = m_bench->file(u"anchor"_s, live);
    const QStringList at{u"--issuer"_s, u"odd"_s,           u"--token-file"_s,
                         anchor,        u"--secret-file"_s, m_bench->file(u"secret"_s, "x")};
    const CliAnswer listed = m_bench->runJson(QStringList{u"session"_s, u"list"_s} + at);
    QCOMPARE(listed.status, 0);
    QCOMPARE(listed.json().value(u"warnings"_s).toArray().size(), 2);
    const QJsonArray sessions = listed.json().value(u"sessions"_s).toArray();
    QCOMPARE(sessions.size(), 2);
    const QJsonObject whole = sessions.at(0)[u"tokens"_s].toArray().first().toObject();
    QCOMPARE(whole.value(u"fingerprint"_s), QJsonValue(fingerprintOf(live)));
    QVERIFY(whole.value(u"jti"_s).isNull()); // it would have shown the token
    QVERIFY(sessions.at(1)[u"tokens"_s].toArray().first()[u"fingerprint"_s].isNull());
    QVERIFY(!listed.out.contains(live));

    const QString without = sessions.at(1)[u"id"_s].toString();
    const CliAnswer ended = m_bench->runJson(QStringList{u"session"_s, u"revoke"_s} + at
                                             + QStringList{u"--session"_s, without, u"--yes"_s});
    QCOMPARE(ended.status, 1);
    QCOMPARE(outcomes(ended.json()), QStringList{u"skipped"_s});
    QVERIFY(ended.json().value(u"results"_s).toArray().first()[u"target_id"_s].isNull());
}

QTEST_GUILESS_MAIN(TestCliSessions)
#include "tst_clisessions.moc"
