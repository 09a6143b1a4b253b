// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

static constexpr auto Introspect = PracticeEndpoint::Introspect;
static constexpr auto Revoke = PracticeEndpoint::Revoke;

//! `token revoke` and `token inspect`.
class TestCliTokens : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_bench = std::make_unique<CliBench>(); }
    void cleanup() { m_bench.reset(); }
    void endsTheTokensOfAFile();
    void readsStandardInput();
    void asksBeforeItSends();
    void sendsTheHint();
    void lessVerificationIsLessProof_data();
    void lessVerificationIsLessProof();
    void deadBeforehand();
    void aDryRunForetellsAMissingSecret();
    void routesByIssuer();
    void aGivenSecretIsOneIssuers();
    void oneIssuerIsOneDocument();
    void straysAloneGoNowhere();
    void kajabiByPair();
    void kajabiByToken();
    void kajabiRefusesARefreshTokenAlone();
    void inspects_data();
    void inspects();
    void inspectsWithoutCredential();

private:
    [[nodiscard]] QList<QByteArray> oneSession(int accessTokens = 1)
    {
        return m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 1, accessTokens);
    }
    //! The issuer of \p provider with its public client, which needs no secret.
    [[nodiscard]] bool addPublic(const QString &name, const QString &provider, const QString &client)
    {
        return m_bench
                   ->run({u"issuer"_s, u"add"_s, name, u"--provider"_s, provider, u"--url"_s,
                          m_bench->issuer(provider).url().toString(), u"--client-id"_s, client, u"--auth"_s, u"none"_s})
                   .status
            == 0;
    }
    [[nodiscard]] bool addKajabi()
    {
        return m_bench
                   ->run({u"issuer"_s, u"add"_s, u"kajabi"_s, u"--provider"_s, u"kajabi"_s, u"--url"_s,
                          m_bench->issuer(u"kajabi"_s).url().toString()})
                   .status
            == 0;
    }
    CliAnswer revoke(const QByteArray &file, const QStringList &more = {})
    {
        return m_bench->runJson(
            QStringList{u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s, m_bench->file(u"tokens"_s, file)}
            + more);
    }
    QStringList sap()
    {
        return m_bench->add(u"sap"_s, u"sap-ias"_s) ? m_bench->at(u"sap"_s, u"sap-ias"_s) : QStringList();
    }

    std::unique_ptr<CliBench> m_bench;
};

void TestCliTokens::endsTheTokensOfAFile()
{
    const auto tokens = oneSession(2);
    const QByteArray file = "# leaked\r\n\r\n" + tokens[0] + "\r\n" + tokens[1] + '\n' + tokens[0] + "\n# end";
    const CliAnswer answer = revoke(file, sap());
    QCOMPARE(answer.status, 0);
    QCOMPARE(outcomes(answer.json()), times(2, u"revoked"_s));
    QCOMPARE(answer.json().value(u"residual_access_until"_s), QJsonValue(QJsonValue::Null)); // they were opaque
    QCOMPARE(m_bench->sap().aliveCount(cliPerson()), 0);
    QVERIFY(answer.out.contains(fingerprintOf(tokens[0]).toUtf8()));
    QVERIFY(answer.out.contains(fingerprintOf(tokens[1]).toUtf8()));
    qsizetype sent = 0;
    const auto record = m_bench->sap().record(Revoke);
    for (const PracticeRecord &one : record)
        sent += one.request.body.contains(tokens[0]) ? 1 : 0;
    QCOMPARE(sent, 1); // named twice, sent once
}

void TestCliTokens::readsStandardInput()
{
    const CliAnswer answer = m_bench->runJson(
        QStringList{u"token"_s, u"revoke"_s, u"--tokens-file"_s, u"-"_s, u"--yes"_s} + sap(), lines(oneSession()));
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.json().value(u"counts"_s), QJsonValue(QJsonObject{{u"revoked"_s, 2}}));
}

void TestCliTokens::asksBeforeItSends()
{
    const QString file = m_bench->file(u"tokens"_s, lines(oneSession()));
    const CliAnswer answer = m_bench->runJson(QStringList{u"token"_s, u"revoke"_s, u"--tokens-file"_s, file} + sap());
    QCOMPARE(answer.status, 2);
    QVERIFY(!answer.errorKind().isEmpty());
    QCOMPARE(m_bench->requestCount(), 0);
}

void TestCliTokens::sendsTheHint()
{
    const auto tokens = oneSession();
    const CliAnswer answer = revoke(tokens.last(), sap() + QStringList{u"--hint"_s, u"refresh_token"_s});
    QCOMPARE(answer.status, 0);
    QVERIFY(m_bench->sap().record(Revoke).first().request.body.contains("token_type_hint=refresh_token"));
}

void TestCliTokens::lessVerificationIsLessProof_data()
{
    QTest::addColumn<QString>("verify");
    QTest::addColumn<int>("looks");
    QTest::newRow("after") << u"after"_s << 1;
    QTest::newRow("none") << u"none"_s << 0;
}

void TestCliTokens::lessVerificationIsLessProof()
{
    QFETCH(QString, verify);
    QFETCH(int, looks);
    const CliAnswer answer = revoke(oneSession().constFirst(), sap() + QStringList{u"--verify"_s, verify});
    QCOMPARE(answer.status, 0);
    QCOMPARE(outcomes(answer.json()), QStringList{u"accepted"_s});
    QCOMPARE(m_bench->sap().count(Introspect), looks);
}

void TestCliTokens::deadBeforehand()
{
    const auto tokens = oneSession();
    m_bench->sap().end(tokens.first());
    const CliAnswer answer = revoke(tokens.first(), sap());
    QCOMPARE(answer.status, 0);
    QCOMPARE(outcomes(answer.json()), QStringList{u"already_invalid"_s});
    QCOMPARE(m_bench->sap().count(Revoke), 1); // sent nevertheless
}

void TestCliTokens::aDryRunForetellsAMissingSecret()
{
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    const QByteArray token = oneSession().constFirst();
    const QStringList at{u"--issuer"_s, u"sap"_s};
    const CliAnswer dry = revoke(token, at + QStringList{u"--dry-run"_s});
    const CliAnswer real = revoke(token, at);
    QCOMPARE(real.status, 3);
    QCOMPARE(dry.status, real.status);
    QCOMPARE(outcomes(dry.json()), QStringList{u"skipped"_s});
    QCOMPARE(dry.json().value(u"results"_s), real.json().value(u"results"_s));
    QCOMPARE(m_bench->requestCount(), 0);
}

void TestCliTokens::routesByIssuer()
{
    const QString notes = practiceClients(u"sap-ias"_s).at(3).id;
    QVERIFY(addPublic(u"sap"_s, u"sap-ias"_s, notes));
    QVERIFY(addPublic(u"id"_s, u"oauth2"_s, u"desk-widget"_s));
    constexpr auto jwt = PracticeToken::Form::Jwt;
    const auto atSap = m_bench->sap().addSessions(cliPerson(), notes, 1, 1, jwt);
    const auto atId = m_bench->issuer(u"oauth2"_s).addSessions(cliPerson(), u"desk-widget"_s, 1, 1, jwt);
    const auto elsewhere = m_bench->issuer(u"keycloak"_s).aliveTokens().first().value;
    const QByteArray opaque = "00112233445566778899aabbccddeeff";
    const CliAnswer answer = revoke(lines(atSap + atId) + elsewhere + '\n' + opaque);
    QCOMPARE(answer.status, 1); // two tokens are still there
    const QJsonArray documents = answer.document().array();
    QCOMPARE(documents.size(), 2);
    QSet<QString> issuers;
    qsizetype results = 0;
    QHash<QString, QJsonObject> byFingerprint;
    for (const QJsonValue &value : documents) {
        const QJsonObject document = value.toObject();
        QCOMPARE(document.keys(),
                 (QStringList{u"batch"_s, u"counts"_s, u"issuer"_s, u"residual_access_until"_s, u"results"_s}));
        issuers.insert(document.value(u"issuer"_s).toString());
        const QJsonArray items = document.value(u"results"_s).toArray();
        results += items.size();
        for (const QJsonValue &item : items)
            byFingerprint.insert(item[u"fingerprint"_s].toString(), item.toObject());
    }
    QCOMPARE(issuers, (QSet<QString>{u"sap"_s, u"id"_s}));
    QCOMPARE(results, atSap.size() + atId.size() + 2);
    for (const QByteArray &stray : {elsewhere, opaque}) {
        const QJsonObject item = byFingerprint.value(fingerprintOf(stray));
        QCOMPARE(item.value(u"outcome"_s), QJsonValue(u"skipped"_s));
        QVERIFY(item.value(u"issuer"_s).isNull());
        QVERIFY(!item.value(u"message"_s).toString().isEmpty());
    }
    for (const QByteArray &token : atSap)
        QCOMPARE(byFingerprint.value(fingerprintOf(token)).value(u"issuer"_s), QJsonValue(u"sap"_s));
    QCOMPARE(m_bench->sap().aliveCount(cliPerson()), 0);
    QCOMPARE(m_bench->issuer(u"oauth2"_s).aliveCount(cliPerson()), 0);
    QCOMPARE(m_bench->issuer(u"keycloak"_s).record().size(), 0);
    const auto bodies = m_bench->sap().record();
    for (const PracticeRecord &one : bodies)
        QVERIFY(!one.request.body.contains(opaque) && !one.request.body.contains(atId.first()));
}

void TestCliTokens::aGivenSecretIsOneIssuers()
{
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s) && m_bench->add(u"id"_s, u"oauth2"_s));
    constexpr auto jwt = PracticeToken::Form::Jwt;
    const QStringList secret{u"--secret-file"_s, m_bench->secretOf(u"sap-ias"_s)};
    const auto atSap = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 1, 1, jwt);
    const auto atId = m_bench->issuer(u"oauth2"_s).addSessions(cliPerson(), CliBench::clientOf(u"oauth2"_s), 1, 1, jwt);
    const CliAnswer several = revoke(atSap.first() + '\n' + atId.first(), secret);
    QCOMPARE(several.status, 2);
    QVERIFY(!several.errorKind().isEmpty());
    QCOMPARE(m_bench->requestCount(), 0);

    const CliAnswer inspected = m_bench->runJson(
        QStringList{u"token"_s, u"inspect"_s, u"--token-file"_s, m_bench->file(u"t"_s, atSap.first())} + secret);
    QCOMPARE(inspected.status, 0);
    QCOMPARE(inspected.json().value(u"tokens"_s).toArray().first()[u"active"_s], QJsonValue(true));

    const CliAnswer one = revoke(atSap.first(), secret);
    QCOMPARE(one.status, 0);
    QCOMPARE(outcomes(one.json()), QStringList{u"revoked"_s});
    QCOMPARE(m_bench->issuer(u"oauth2"_s).record().size(), 0);
}

void TestCliTokens::oneIssuerIsOneDocument()
{
    const QString notes = practiceClients(u"sap-ias"_s).at(3).id;
    QVERIFY(addPublic(u"sap"_s, u"sap-ias"_s, notes));
    const auto tokens = m_bench->sap().addSessions(cliPerson(), notes, 1, 1, PracticeToken::Form::Jwt);
    const CliAnswer answer = revoke(tokens.first() + "\nopaque-and-nobodys");
    QCOMPARE(answer.status, 1);
    QCOMPARE(answer.json().value(u"counts"_s), QJsonValue(QJsonObject{{u"revoked"_s, 1}, {u"skipped"_s, 1}}));
    const CliAnswer plain = m_bench->run(
        {u"token"_s, u"revoke"_s, u"--yes"_s, u"--tokens-file"_s, m_bench->file(u"tokens"_s, "opaque-and-nobodys")});
    QCOMPARE(plain.status, 1);
    QVERIFY(plain.out.contains(fingerprintOf("opaque-and-nobodys").toUtf8()));
}

void TestCliTokens::straysAloneGoNowhere()
{
    const CliAnswer answer = revoke(oneSession().constFirst());
    QCOMPARE(answer.status, 1);
    QVERIFY(answer.document().isObject());
    QVERIFY(answer.json().value(u"issuer"_s).isNull());
    QCOMPARE(outcomes(answer.json()), QStringList{u"skipped"_s});
    QCOMPARE(m_bench->requestCount(), 0);
}

void TestCliTokens::kajabiByPair()
{
    QVERIFY(addKajabi());
    PracticeIssuer &kajabi = m_bench->issuer(u"kajabi"_s);
    const QByteArray pairs = m_bench->practice().tokensFile(u"kajabi"_s, practiceVictim());
    QCOMPARE(pairs.count('\t'), 2);
    const CliAnswer answer = revoke(pairs, {u"--issuer"_s, u"kajabi"_s});
    QCOMPARE(answer.status, 0);
    QCOMPARE(outcomes(answer.json()), times(2, u"accepted"_s)); // there is nothing to prove it with
    QCOMPARE(kajabi.aliveCount(practiceVictim()), 0);
    QCOMPARE(kajabi.count(Revoke), 2);
}

void TestCliTokens::kajabiByToken()
{
    QVERIFY(addKajabi());
    PracticeIssuer &kajabi = m_bench->issuer(u"kajabi"_s);
    const QByteArray access = kajabi.aliveTokens(practiceVictim()).constFirst().value;
    QCOMPARE(revoke(access, {u"--issuer"_s, u"kajabi"_s}).status, 0);
    QVERIFY(!kajabi.isAlive(access));
    QCOMPARE(kajabi.record(Revoke).constFirst().request.header("Authorization"), "Bearer " + access);
}

void TestCliTokens::kajabiRefusesARefreshTokenAlone()
{
    QVERIFY(addKajabi());
    PracticeIssuer &kajabi = m_bench->issuer(u"kajabi"_s);
    const auto tokens = kajabi.aliveTokens(practiceVictim());
    const QByteArray refresh = tokens.at(1).value;
    const CliAnswer answer = revoke(refresh, {u"--issuer"_s, u"kajabi"_s});
    QCOMPARE(answer.status, 1);
    QCOMPARE(outcomes(answer.json()), QStringList{u"refused"_s});
    QVERIFY(kajabi.isAlive(refresh));
    // That was no refused client: the next call is sent.
    QCOMPARE(revoke(tokens.at(0).value, {u"--issuer"_s, u"kajabi"_s}).status, 0);
}

void TestCliTokens::inspects_data()
{
    QTest::addColumn<bool>("jwt");
    QTest::addColumn<bool>("dead");
    QTest::newRow("a living JWT") << true << false;
    QTest::newRow("a dead JWT") << true << true;
    QTest::newRow("a living opaque token") << false << false;
}

void TestCliTokens::inspects()
{
    QFETCH(bool, jwt);
    QFETCH(bool, dead);
    const auto tokens = m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 1, 1,
                                                   jwt ? PracticeToken::Form::Jwt : PracticeToken::Form::Opaque);
    const QByteArray token = tokens.first();
    if (dead)
        m_bench->sap().end(token);
    const CliAnswer answer = m_bench->runJson(
        QStringList{u"token"_s, u"inspect"_s, u"--token-file"_s, m_bench->file(u"t"_s, token)} + sap());
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.json().keys(), QStringList{u"tokens"_s});
    const QJsonArray all = answer.json().value(u"tokens"_s).toArray();
    QCOMPARE(all.size(), 1);
    const QJsonObject one = all.first().toObject();
    QCOMPARE(one.keys(), (QStringList{u"active"_s, u"claims"_s, u"fingerprint"_s, u"issuer"_s, u"kind"_s}));
    QCOMPARE(one.value(u"fingerprint"_s), QJsonValue(fingerprintOf(token)));
    QCOMPARE(one.value(u"kind"_s), QJsonValue(jwt ? u"jwt"_s : u"opaque"_s));
    QCOMPARE(one.value(u"issuer"_s), QJsonValue(u"sap"_s));
    QCOMPARE(one.value(u"active"_s), QJsonValue(!dead));
    QCOMPARE(one.value(u"claims"_s).isObject(), jwt);
    QVERIFY(!answer.out.contains(token.split('.').last()));
}

void TestCliTokens::inspectsWithoutCredential()
{
    QVERIFY(m_bench->add(u"sap"_s, u"sap-ias"_s));
    const auto tokens =
        m_bench->sap().addSessions(cliPerson(), CliBench::clientOf(u"sap-ias"_s), 1, 1, PracticeToken::Form::Jwt);
    const QString file = m_bench->file(u"t"_s, tokens.first());
    const CliAnswer routed = m_bench->runJson({u"token"_s, u"inspect"_s, u"--token-file"_s, file});
    QCOMPARE(routed.status, 3); // what it says is told, what the issuer says isn't to be had
    const QJsonValue one = routed.json().value(u"tokens"_s).toArray().first();
    QVERIFY(one[u"active"_s].isNull());
    QVERIFY(one[u"claims"_s].isObject());
    QCOMPARE(m_bench->requestCount(), 0);
    const CliAnswer unrouted =
        m_bench->runJson({u"token"_s, u"inspect"_s, u"--token-file"_s, m_bench->file(u"t"_s, "opaque")});
    QCOMPARE(unrouted.status, 0);
    QVERIFY(unrouted.json().value(u"tokens"_s).toArray().first()[u"issuer"_s].isNull());
}

QTEST_GUILESS_MAIN(TestCliTokens)
#include "tst_clitokens.moc"
