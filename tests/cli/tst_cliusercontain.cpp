// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clibench.h"
#include "faultserver.h"
#include "typist.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

namespace {

//! A Keycloak at which Robin has two sessions in a browser, one without, and a consent.
class Realm {
public:
    Realm()
    {
        server.answerWith([this](const RecordedRequest &request) { return answer(request); });
    }

    FaultServer server;
    QString userName = QStringLiteral("robin");
    bool enabled = true;
    QStringList sessions{QStringLiteral("s-1"), QStringLiteral("s-2")};
    QStringList offline{QStringLiteral("o-1")};
    QStringList onceChanged; //!< online sessions that begin as soon as anything was changed
    QHash<QByteArray, FaultReply> instead; //!< by `VERB rest-of-target`
    QHash<QByteArray, FaultReply> insteadAfter; //!< the same, once anything was changed

    [[nodiscard]] QByteArrayList changes() const
    {
        QByteArrayList all;
        for (const RecordedRequest &request : server.requests()) {
            if (request.verb != "GET" && !request.target.endsWith("/token"))
                all.append(callOf(request));
        }
        return all;
    }

private:
    static QByteArray callOf(const RecordedRequest &request)
    {
        return request.verb + ' ' + request.target.mid(request.target.indexOf("/r/") + 3);
    }
    static FaultReply list(const QStringList &ids)
    {
        QJsonArray array;
        for (const QString &id : ids)
            array.append(QJsonObject{{u"id"_s, id}, {u"start"_s, qint64(1767225600000)}});
        return FaultReply::http(200, QJsonDocument(array).toJson());
    }
    FaultReply answer(const RecordedRequest &request)
    {
        if (request.target.endsWith("/token"))
            return FaultReply::http(200, R"({"access_token":"bearer","token_type":"Bearer","expires_in":60})");
        const QByteArray call = callOf(request);
        if (request.verb != "GET")
            return change(call, request.body);
        if (m_changed && insteadAfter.contains(call))
            return insteadAfter.value(call);
        if (instead.contains(call))
            return instead.value(call);
        if (call.endsWith("/consents"))
            return FaultReply::http(
                200, R"([{"clientId":"backup","grantedClientScopes":["mail"],"additionalGrants":[{"client":"c-1"}]}])");
        if (call.contains("/offline-sessions/"))
            return list(offline);
        if (call.endsWith("/sessions"))
            return list(sessions);
        const QByteArray robin = QJsonDocument(QJsonObject{{u"id"_s, u"u-1"_s},
                                                           {u"username"_s, userName},
                                                           {u"email"_s, u"robin@example.com"_s},
                                                           {u"enabled"_s, enabled}})
                                     .toJson();
        return FaultReply::http(200, call.contains("users?") ? '[' + robin + ']' : robin);
    }
    FaultReply change(const QByteArray &call, const QByteArray &body)
    {
        m_changed = true;
        if (call == "PUT users/u-1")
            enabled = body.contains("true");
        else if (call.endsWith("/logout"))
            sessions = onceChanged;
        else if (call.startsWith("DELETE sessions/o-1"))
            offline.removeAll(u"o-1"_s);
        return FaultReply::http(204, {}, {});
    }

    bool m_changed = false;
};

} // namespace

//! `user contain` and `user enable` where the service, or somebody else, is not as one would wish.
class TestCliUserContain : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void whoCameInMeanwhileIsStillActive();
    void whatBeganDuringTheQuestionIsAskedAbout();
    void nothingNewIsAskedOnce();
    void anotherOnesBlockStays();
    void whatCouldNotBeReadIsNotNone_data();
    void whatCouldNotBeReadIsNotNone();
    void whatIsLeftOutIsSaid();
    void theLastSignInIsSaid();
    void aNameThatNobodyCanTypeIsTypedAsItIsShown();

private:
    [[nodiscard]] QStringList call(const QStringList &words) const;
    //! Waits until standard error has said \p text so often.
    [[nodiscard]] bool says(QProcess &process, const QByteArray &text, int times);

    std::unique_ptr<Realm> m_realm;
    std::unique_ptr<CliBench> m_bench;
    QString m_secret;
    QByteArray m_said;
};

void TestCliUserContain::init()
{
    m_said.clear();
    m_realm = std::make_unique<Realm>();
    m_bench = std::make_unique<CliBench>();
    m_secret = m_bench->file(u"s"_s, "secret");
    const CliAnswer added =
        m_bench->run({u"issuer"_s, u"add"_s, u"realm"_s, u"--provider"_s, u"keycloak-admin"_s, u"--url"_s,
                      m_realm->server.url(u"/realms/r"_s).toString(), u"--client-id"_s, u"c"_s});
    QVERIFY2(added.status == 0, added.err.constData());
}

QStringList TestCliUserContain::call(const QStringList &words) const
{
    return QStringList{u"user"_s} + words
        + QStringList{u"--user"_s, u"robin@example.com"_s, u"--issuer"_s, u"realm"_s, u"--secret-file"_s, m_secret};
}

bool TestCliUserContain::says(QProcess &process, const QByteArray &text, int times)
{
    return QTest::qWaitFor(
        [&] {
            m_said += process.readAllStandardError();
            return m_said.count(text) >= times;
        },
        30'000);
}

//! Listed where the end of the others is proven, without a second look.
void TestCliUserContain::whoCameInMeanwhileIsStillActive()
{
    m_realm->onceChanged = QStringList{u"s-new"_s};
    const CliAnswer answer = m_bench->runJson(call({u"contain"_s, u"--yes"_s}));
    QCOMPARE(answer.status, 1);
    const QJsonArray results = answer.json().value(u"results"_s).toArray();
    const QJsonObject last = results.last().toObject();
    QCOMPARE(last.value(u"outcome"_s), QJsonValue(u"still_active"_s));
    QVERIFY2(last.value(u"message"_s).toString().startsWith("new since"_L1), answer.out.constData());
    m_realm->enabled = true;
    m_realm->sessions = QStringList{u"s-3"_s};
    const CliAnswer text = m_bench->run(call({u"contain"_s, u"--yes"_s}));
    QVERIFY2(text.out.contains("STILL OPEN"), text.out.constData());
}

void TestCliUserContain::whatBeganDuringTheQuestionIsAskedAbout()
{
    const Typist typist;
    const auto process = m_bench->begin(call({u"contain"_s, u"--json"_s}), typist.terminal());
    QVERIFY2(says(*process, "[y/N]", 1), m_said.constData());
    m_realm->offline.append(u"o-2"_s);
    typist.type("y\n");
    QVERIFY2(says(*process, "[y/N]", 2), m_said.constData());
    QVERIFY2(m_said.contains("Ends 4 sessions."), m_said.constData());
    QVERIFY(m_realm->changes().isEmpty());
    typist.type("y\n");
    const CliAnswer answer = CliBench::finish(*process);
    QVERIFY(m_realm->changes().contains("DELETE sessions/o-2?isOffline=true"));
    QCOMPARE(outcomes(answer.json()).size(), 7); // block, sign out, four sessions, a consent
}

void TestCliUserContain::nothingNewIsAskedOnce()
{
    const Typist typist;
    const auto process = m_bench->begin(call({u"contain"_s, u"--json"_s}), typist.terminal());
    QVERIFY2(says(*process, "[y/N]", 1), m_said.constData());
    m_realm->sessions.removeAll(u"s-2"_s); // fewer is no reason to ask
    typist.type("y\n");
    const CliAnswer answer = CliBench::finish(*process);
    QCOMPARE(outcomes(answer.json()).size(), 5);
    QVERIFY(!m_realm->changes().isEmpty());
}

//! The account was blocked before Curfew came, and could not be read again after.
void TestCliUserContain::anotherOnesBlockStays()
{
    m_realm->enabled = false;
    m_realm->insteadAfter.insert("GET users/u-1", FaultReply::http(403, R"({"error":"HTTP 403 Forbidden"})"));
    const CliAnswer contained = m_bench->runJson(call({u"contain"_s, u"--yes"_s}));
    const QJsonObject block = contained.json().value(u"results"_s).toArray().at(0).toObject();
    QCOMPARE(block.value(u"outcome"_s), QJsonValue(u"accepted"_s));
    QCOMPARE(block.value(u"message"_s), QJsonValue(u"could not be checked: HTTP 403 Forbidden"_s));
    m_realm->insteadAfter.clear();
    const CliAnswer enabled = m_bench->run(call({u"enable"_s, u"--yes"_s}));
    QVERIFY2(enabled.err.contains("it was blocked before Curfew came"), enabled.err.constData());
    QCOMPARE(enabled.status, 0); // the issuer was named
    QVERIFY(m_realm->enabled);
}

void TestCliUserContain::whatCouldNotBeReadIsNotNone_data()
{
    QTest::addColumn<QByteArray>("refused");
    QTest::addColumn<int>("listed"); // sessions
    QTest::addColumn<bool>("consents");
    QTest::addColumn<QStringList>("ended");
    const QStringList online = times(4, u"revoked"_s); // block, sign out, two sessions
    QTest::newRow("consents") << "GET users/u-1/consents"_ba << 2 << false << online + times(2, u"skipped"_s);
    QTest::newRow("offline sessions") << "GET users/u-1/offline-sessions/c-1"_ba << 2 << true
                                      << online + QStringList{u"skipped"_s, u"still_active"_s};
}

//! What could be read is shown, ended and proven all the same.
void TestCliUserContain::whatCouldNotBeReadIsNotNone()
{
    QFETCH(QByteArray, refused);
    QFETCH(int, listed);
    QFETCH(bool, consents);
    QFETCH(QStringList, ended);
    m_realm->instead.insert(refused, FaultReply::http(403, R"({"error":"HTTP 403 Forbidden"})"));
    const CliAnswer shown = m_bench->runJson(call({u"sessions"_s}));
    QVERIFY(shown.status != 0);
    const QJsonObject there = shown.document().array().at(0).toObject();
    QCOMPARE(there.value(u"sessions"_s).toArray().size(), listed);
    QCOMPARE(there.value(u"consents"_s).isArray(), consents);
    QCOMPARE(there.value(u"not_checked"_s)[u"kind"_s], QJsonValue(u"refused"_s));
    const CliAnswer text = m_bench->run(call({u"sessions"_s}));
    QVERIFY2(text.out.contains("NOT CHECKED here"), text.out.constData());
    const CliAnswer answer = m_bench->runJson(call({u"contain"_s, u"--yes"_s}));
    QCOMPARE(outcomes(answer.json()), ended);
    QVERIFY(answer.status != 0);
    QVERIFY2(answer.err.contains("NOT CHECKED here"), answer.err.constData());
}

void TestCliUserContain::whatIsLeftOutIsSaid()
{
    const QByteArray left = "Left out, and stays open: the sign-in, 2 browser sessions.";
    const CliAnswer answer =
        m_bench->run(call({u"contain"_s, u"--yes"_s, u"--leave-out"_s, u"block"_s, u"--leave-out"_s, u"sessions"_s}));
    QVERIFY2(answer.err.contains(left), answer.err.constData());
    QVERIFY2(answer.out.contains(left), answer.out.constData());
    const CliAnswer all = m_bench->run(call({u"contain"_s, u"--dry-run"_s}));
    QVERIFY2(!(all.err + all.out).contains("Left out"), all.err.constData());
}

void TestCliUserContain::theLastSignInIsSaid()
{
    const CliAnswer answer = m_bench->run(call({u"contain"_s, u"--dry-run"_s}));
    QVERIFY2(answer.err.contains("may sign in · last sign-in 2026-01-01 00:00:00 UTC"), answer.err.constData());
}

void TestCliUserContain::aNameThatNobodyCanTypeIsTypedAsItIsShown()
{
    m_realm->userName = u"robin\u202e"_s;
    QCOMPARE(m_bench->run({u"user"_s, u"protect"_s, u"--user"_s, u"robin@example.com"_s}).status, 0);
    const QStringList contain = call({u"contain"_s, u"--yes"_s});
    const CliAnswer refused = m_bench->run(contain);
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.err.contains("--confirm “robin⟨U+202E⟩”"), refused.err.constData());
    QVERIFY(m_realm->changes().isEmpty());
    QVERIFY(m_bench->run(contain + QStringList{u"--confirm"_s, u"robin⟨U+202E⟩"_s}).status != 2);
    QVERIFY(!m_realm->changes().isEmpty());
}

QTEST_GUILESS_MAIN(TestCliUserContain)
#include "tst_cliusercontain.moc"
