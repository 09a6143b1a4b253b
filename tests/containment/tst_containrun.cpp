// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containrun.h"
#include "faultserver.h"
#include "journal.h"
#include "latersight.h"
#include "personservice.h"
#include "workspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;
using namespace std::chrono_literals;

namespace {

//! A Keycloak with one person, as wrong as it is told to be.
class Realm {
public:
    Realm()
    {
        server.answerWith([this](const RecordedRequest &request) { return answer(request); });
    }

    FaultServer server;
    bool enabled = true;
    QStringList sessions{u"s-1"_s, u"s-2"_s};
    QStringList offline{u"o-1"_s};
    bool consent = false; //!< the person gave one to `mail`
    bool forgets = true; //!< an application without offline sessions is no longer named
    QHash<QByteArray, FaultReply> instead; //!< by `VERB rest-of-target`
    QHash<QByteArray, FaultReply> once; //!< the same, for the next one alone

    [[nodiscard]] QByteArrayList changes() const
    {
        QByteArrayList all;
        for (const RecordedRequest &request : server.requests()) {
            if (request.verb != "GET" && !request.target.endsWith("/token"))
                all.append(request.verb + ' ' + request.target.mid(request.target.indexOf("/r/") + 3));
        }
        return all;
    }

private:
    static QByteArray list(const QStringList &ids)
    {
        QJsonArray array;
        for (const QString &id : ids)
            array.append(QJsonObject{{u"id"_s, id}});
        return QJsonDocument(array).toJson();
    }
    FaultReply answer(const RecordedRequest &request)
    {
        if (request.target.endsWith("/token"))
            return FaultReply::http(200, R"({"access_token":"bearer","token_type":"Bearer","expires_in":60})");
        const QByteArray call = request.verb + ' ' + request.target.mid(request.target.indexOf("/r/") + 3);
        if (once.contains(call))
            return once.take(call);
        if (instead.contains(call))
            return instead.value(call);
        if (call == "GET users/u-1")
            return FaultReply::http(200,
                                    QJsonDocument(QJsonObject{{u"id"_s, u"u-1"_s}, {u"enabled"_s, enabled}}).toJson());
        if (call == "GET users/u-1/sessions")
            return FaultReply::http(200, list(sessions));
        if (call == "GET users/u-1/consents") {
            const QJsonObject grant{{u"client"_s, u"c-1"_s}, {u"key"_s, u"Offline Token"_s}};
            QJsonArray all;
            if (!offline.isEmpty() || !forgets)
                all.append(QJsonObject{{u"clientId"_s, u"backup"_s}, {u"additionalGrants"_s, QJsonArray{grant}}});
            if (consent)
                all.append(QJsonObject{{u"clientId"_s, u"mail"_s}, {u"grantedClientScopes"_s, QJsonArray{u"read"_s}}});
            return FaultReply::http(200, QJsonDocument(all).toJson());
        }
        if (call == "GET users/u-1/offline-sessions/c-1")
            return FaultReply::http(200, list(offline));
        if (call == "PUT users/u-1")
            enabled = request.body.contains("true");
        else if (call == "POST users/u-1/logout")
            sessions.clear();
        else if (call == "DELETE users/u-1/consents/mail")
            consent = false;
        else if (call.startsWith("DELETE sessions/")) {
            const QString id = QString::fromLatin1(call.mid(16)).section(u'?', 0, 0);
            sessions.removeAll(id);
            offline.removeAll(id);
        }
        return FaultReply::http(204, {}, {});
    }
};

} // namespace

//! One plan at one service, and what the service may do to it.
class TestContainRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void blocksBeforeItEnds();
    void whatOneRequestEndedIsNotSent();
    void signsNobodyOutWhoseOfflineSessionsStay();
    void whatItDidNotEndIsSent();
    void signsNobodyOutWithoutTheRight();
    void anAnswerThatLies();
    void anAnswerThatIsLate();
    void whatCantBeReadIsNotProven();
    void whatIsReadInPartIsNotProven_data();
    void whatIsReadInPartIsNotProven();
    void offlineSessionsOfANamelessConsentAreEnded();
    void whatCouldNotBeReadIsNotEnded_data();
    void whatCouldNotBeReadIsNotEnded();
    void whatCanNotBeReadStandsInThePlan();
    void consentsTakeOfflineSessionsAlong_data();
    void consentsTakeOfflineSessionsAlong();
    void whoCameInMeanwhileIsTold_data();
    void whoCameInMeanwhileIsTold();
    void whatCouldBeReadIsEndedAndProven_data();
    void whatCouldBeReadIsEndedAndProven();
    void whyItCouldNotBeChecked();
    void whatALaterLookShows();
    void whatALaterLookShowsOfTheUnread();
    void stopsBetweenTheSteps();
    void aStopEndsTheRepeats();
    void aLookThatTheStopCutIsMadeAnew();
    void nothingIsSentWithoutAJournal();

private:
    [[nodiscard]] ContainPlan plan(ContainSteps steps = allContainSteps());
    [[nodiscard]] BatchRecord run(const ContainPlan &plan);
    [[nodiscard]] static QStringList outcomes(const BatchRecord &record);
    [[nodiscard]] ContainOptions options() const { return {u"kim"_s, {}, {}, {10ms, 20ms}}; }

    std::unique_ptr<Realm> m_realm;
    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<IssuerAccess> m_access;
    std::unique_ptr<PersonService> m_service;
};

template <typename T>
static T await(const QFuture<T> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000) || future.resultCount() == 0)
        qFatal("no answer in time");
    return future.result();
}

void TestContainRun::init()
{
    m_realm = std::make_unique<Realm>();
    m_workspace = Workspace::openPractice().value();
    Issuer issuer;
    issuer.name = u"realm"_s;
    issuer.provider = u"keycloak-admin"_s;
    issuer.url = m_realm->server.url(u"/realms/r"_s);
    issuer.clients = {{u"c"_s, AuthMethod::Bearer, true}};
    auto credential = std::make_shared<Credential>();
    credential->allowedOrigins = {originOf(issuer.url)};
    credential->clientId = u"c"_s;
    credential->method = AuthMethod::Bearer;
    QByteArray secret = "secret";
    credential->secret = Secret::take(secret);
    AccessOptions access;
    access.retry.base = 1ms;
    access.retry.ceiling = 2ms;
    access.given = credential;
    m_access = m_workspace->access(issuer, access).value();
    m_service = std::make_unique<PersonService>(*m_access);
}

void TestContainRun::cleanup()
{
    m_service.reset();
    m_access.reset();
    m_workspace.reset();
    m_realm.reset();
}

ContainPlan TestContainRun::plan(ContainSteps steps)
{
    const auto person = await(m_service->read(u"u-1"_s));
    if (!person)
        qFatal("nobody");
    const auto access = await(m_service->snapshot(*person));
    if (!access)
        qFatal("no snapshot");
    return planContainment(*m_service, *person, *access, steps);
}

BatchRecord TestContainRun::run(const ContainPlan &plan)
{
    ContainRun run(*m_service, plan, options());
    bool over = false;
    connect(&run, &ContainRun::finished, this, [&over] { over = true; });
    run.start();
    if (!QTest::qWaitFor([&over] { return over; }, 30'000))
        qFatal("it doesn't end");
    // What the journal knows is what is told.
    const auto known = await(m_workspace->journal().batch(run.record().summary.batch));
    if (!known || known->items != run.record().items)
        qFatal("the journal knows something else");
    return run.record();
}

QStringList TestContainRun::outcomes(const BatchRecord &record)
{
    QStringList all;
    for (const ItemRecord &item : record.items)
        all.append(actionName(item.item.action) + u": "_s + itemStatusName(item));
    return all;
}

void TestContainRun::blocksBeforeItEnds()
{
    const BatchRecord record = run(plan());
    QCOMPARE(outcomes(record),
             (QStringList{u"disable: revoked"_s, u"logout: revoked"_s, u"end_session: revoked"_s,
                          u"end_session: revoked"_s, u"end_session: revoked"_s}));
    QCOMPARE(m_realm->changes(),
             (QByteArrayList{"PUT users/u-1", "POST users/u-1/logout", "DELETE sessions/o-1?isOffline=true"}));
    QVERIFY(record.summary.finishedAt);
}

void TestContainRun::whatOneRequestEndedIsNotSent()
{
    m_realm->offline.clear();
    const BatchRecord record = run(plan(ContainStep::Sessions | ContainStep::Offline));
    QCOMPARE(m_realm->changes(), QByteArrayList{"POST users/u-1/logout"});
    QCOMPARE(record.items.at(0).result->attempts, 1);
    QCOMPARE(record.items.at(1).result->attempts, 0);
    QCOMPARE(record.items.at(1).result->verifiedBy, VerifiedBy::Reading);
}

//! On a real Keycloak that would end them, too.
void TestContainRun::signsNobodyOutWhoseOfflineSessionsStay()
{
    const BatchRecord record = run(plan(ContainStep::Block | ContainStep::Sessions));
    QCOMPARE(m_realm->changes(), (QByteArrayList{"PUT users/u-1", "DELETE sessions/s-1", "DELETE sessions/s-2"}));
    QCOMPARE(outcomes(record),
             (QStringList{u"disable: revoked"_s, u"end_session: revoked"_s, u"end_session: revoked"_s}));
}

void TestContainRun::whatItDidNotEndIsSent()
{
    m_realm->instead.insert("POST users/u-1/logout", FaultReply::http(204, {}, {})); // and nothing happens
    m_realm->offline.clear();
    const BatchRecord record = run(plan(ContainStep::Sessions | ContainStep::Offline));
    QCOMPARE(outcomes(record),
             (QStringList{u"logout: still_active"_s, u"end_session: revoked"_s, u"end_session: revoked"_s}));
    QCOMPARE(m_realm->changes().size(), 3);
}

void TestContainRun::signsNobodyOutWithoutTheRight()
{
    const FaultReply no = FaultReply::http(403, R"({"error":"HTTP 403 Forbidden"})");
    for (const char *call : {"PUT users/u-1", "POST users/u-1/logout", "DELETE sessions/s-1", "DELETE sessions/s-2",
                             "DELETE sessions/o-1?isOffline=true"})
        m_realm->instead.insert(call, no);
    const BatchRecord record = run(plan());
    for (const ItemRecord &item : record.items)
        QCOMPARE(item.result->outcome, Outcome::Refused);
}

void TestContainRun::anAnswerThatLies()
{
    m_realm->instead.insert("PUT users/u-1", FaultReply::http(204, {}, {}));
    const BatchRecord record = run(plan(ContainStep::Block));
    QCOMPARE(outcomes(record), QStringList{u"disable: still_active"_s});
    QCOMPARE(record.items.at(0).result->httpStatus, 204);
}

//! Services replicate: what isn't so yet is looked at again.
void TestContainRun::anAnswerThatIsLate()
{
    const ContainPlan block = plan(ContainStep::Block);
    m_realm->once.insert("GET users/u-1", FaultReply::http(200, R"({"id":"u-1","enabled":true})"));
    QCOMPARE(outcomes(run(block)), QStringList{u"disable: revoked"_s});
    QVERIFY(m_realm->once.isEmpty());
}

void TestContainRun::whatCantBeReadIsNotProven()
{
    const ContainPlan all = plan();
    for (const char *call : {"GET users/u-1", "GET users/u-1/sessions"})
        m_realm->instead.insert(call, FaultReply::http(403, R"({"error":"HTTP 403 Forbidden"})"));
    const BatchRecord record = run(all);
    for (const ItemRecord &item : record.items) {
        QCOMPARE(item.result->outcome, Outcome::Accepted);
        QCOMPARE(item.result->verifiedBy, VerifiedBy::Nothing);
    }
}

void TestContainRun::whatIsReadInPartIsNotProven_data()
{
    QTest::addColumn<ContainSteps>("steps");
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QByteArray>("answer"); // from then on
    QTest::addColumn<QStringList>("outcomes");
    QTest::newRow("a session without an id")
        << ContainSteps(ContainStep::Sessions) << "GET users/u-1/sessions"_ba
        << R"([{"username":"dona"}])"_ba << QStringList{u"end_session: accepted"_s, u"end_session: accepted"_s};
    QTest::newRow("an offline session without an id")
        << ContainSteps(ContainStep::Offline) << "GET users/u-1/offline-sessions/c-1"_ba
        << R"([{"id":7}])"_ba << QStringList{u"end_session: accepted"_s};
    QTest::newRow("a consent without an application")
        << ContainSteps(ContainStep::Consents) << "GET users/u-1/consents"_ba
        << R"([{"grantedClientScopes":["mail"]}])"_ba << QStringList{u"revoke: accepted"_s};
}

//! The service says done, and what it lists then may be the very one that can't be read.
void TestContainRun::whatIsReadInPartIsNotProven()
{
    QFETCH(ContainSteps, steps);
    QFETCH(QByteArray, call);
    QFETCH(QByteArray, answer);
    QFETCH(QStringList, outcomes);
    m_realm->consent = true;
    m_realm->forgets = false; // its offline session stays listed where its consents are read
    const ContainPlan all = plan(steps);
    m_realm->instead.insert(call, FaultReply::http(200, answer));
    const BatchRecord record = run(all);
    QCOMPARE(TestContainRun::outcomes(record), outcomes);
    for (const ItemRecord &item : record.items)
        QCOMPARE(item.result->verifiedBy, VerifiedBy::Nothing);
}

void TestContainRun::offlineSessionsOfANamelessConsentAreEnded()
{
    m_realm->instead.insert("GET users/u-1/consents",
                            FaultReply::http(200, R"([{"additionalGrants":[{"client":"c-1"}]}])"));
    const ContainPlan offline = plan(ContainStep::Offline);
    QCOMPARE(offline.count(Action::EndSession), 1);
    QCOMPARE(offline.items.constFirst().step.sessionId, u"o-1"_s);
}

void TestContainRun::whatCouldNotBeReadIsNotEnded_data()
{
    QTest::addColumn<bool>("ends"); // the service does what it says
    QTest::addColumn<QString>("logout");
    QTest::newRow("somebody is still in") << false << u"logout: still_active"_s;
    QTest::newRow("nobody is left") << true << u"logout: accepted"_s;
}

//! Nobody knows who was in: whoever is in afterwards may have been there all the time.
void TestContainRun::whatCouldNotBeReadIsNotEnded()
{
    QFETCH(bool, ends);
    QFETCH(QString, logout);
    if (!ends)
        m_realm->instead.insert("POST users/u-1/logout", FaultReply::http(204, {}, {}));
    const auto person = await(m_service->read(u"u-1"_s));
    QVERIFY(person);
    const Result<PersonAccess> unread = failure(ErrorKind::Refused, u"HTTP 403 Forbidden"_s);
    const ContainPlan blind = planContainment(*m_service, *person, unread, allContainSteps());
    QCOMPARE(blind.count(Action::EndSession), 0);
    const BatchRecord record = run(blind);
    QCOMPARE(outcomes(record),
             (QStringList{u"disable: revoked"_s, logout, u"end_session: skipped"_s, u"end_session: skipped"_s,
                          u"revoke: skipped"_s}));
    QCOMPARE(m_realm->changes(), (QByteArrayList{"PUT users/u-1", "POST users/u-1/logout"}));
    QStringList messages;
    for (const ItemRecord &item : record.items.mid(2))
        messages.append(item.result->message);
    QCOMPARE(messages,
             (QStringList{u"not checked: sessions could not be read: HTTP 403 Forbidden"_s,
                          u"not checked: offline sessions could not be read: HTTP 403 Forbidden"_s,
                          u"not checked: consents could not be read: HTTP 403 Forbidden"_s}));
}

//! A session that is listed without its id can't be ended by itself, and isn't passed over.
void TestContainRun::whatCanNotBeReadStandsInThePlan()
{
    m_realm->once.insert("GET users/u-1/sessions", FaultReply::http(200, R"([{"id":"s-1"},{"ip":"10.0.0.1"}])"));
    const ContainPlan partly = plan(ContainStep::Sessions);
    QVERIFY(!partly.items.constLast().isCarriedOut());
    const BatchRecord record = run(partly);
    QCOMPARE(outcomes(record),
             (QStringList{u"logout: revoked"_s, u"end_session: revoked"_s, u"end_session: skipped"_s}));
    QVERIFY(record.items.constLast().result->message.startsWith(u"not checked: "_s));
    QVERIFY(plan(ContainStep::Block).count(Action::Disable) == 1 && plan(ContainStep::Block).items.size() == 1);
}

static PersonAccess listing(const QStringList &online, const QStringList &offline)
{
    PersonAccess access;
    access.sessions = QList<PersonSession>();
    for (const QString &id : online)
        access.sessions->append({id, SessionKind::Online, {}, {}, {}, {}});
    for (const QString &id : offline)
        access.sessions->append({id, SessionKind::Offline, {}, {}, {}, {}});
    return access;
}

static QStringList idsOf(const QList<PersonSession> &sessions)
{
    QStringList ids;
    for (const PersonSession &session : sessions)
        ids.append(session.id);
    return ids;
}

void TestContainRun::consentsTakeOfflineSessionsAlong_data()
{
    QTest::addColumn<ContainSteps>("steps");
    QTest::addColumn<QString>("application"); // of the offline session
    QTest::addColumn<bool>("takes");
    QTest::newRow("left out, of the same") << ContainSteps(ContainStep::Consents) << u"mail"_s << true;
    QTest::newRow("left out, of another") << ContainSteps(ContainStep::Consents) << u"backup"_s << false;
    QTest::newRow("ended by itself") << (ContainStep::Consents | ContainStep::Offline) << u"mail"_s << false;
    QTest::newRow("no consent is taken back") << ContainSteps(ContainStep::Block) << u"mail"_s << false;
}

//! Keycloak ends an application's offline sessions with its consent.
void TestContainRun::consentsTakeOfflineSessionsAlong()
{
    QFETCH(ContainSteps, steps);
    QFETCH(QString, application);
    PersonAccess access = listing({}, {u"o-1"_s});
    access.sessions->first().applications = {application};
    access.consents = {{u"mail"_s, {u"read"_s}, {}}};
    Person person;
    person.id = u"u-1"_s;
    QTEST(planContainment(*m_service, person, access, steps).consentsEndOfflineSessions(), "takes");
}

void TestContainRun::whoCameInMeanwhileIsTold_data()
{
    QTest::addColumn<QStringList>("online"); // what is added once the plan is made
    QTest::addColumn<QStringList>("offline");
    QTest::addColumn<QStringList>("told");
    QTest::newRow("nobody") << QStringList() << QStringList() << QStringList();
    QTest::newRow("in a browser") << QStringList{u"s-new"_s} << QStringList() << QStringList{u"s-new"_s};
    QTest::newRow("without one") << QStringList() << QStringList{u"o-new"_s} << QStringList{u"o-new"_s};
}

//! The proof of the plan's own sessions shows more than those.
void TestContainRun::whoCameInMeanwhileIsTold()
{
    QFETCH(QStringList, online);
    QFETCH(QStringList, offline);
    const ContainPlan all = plan();
    m_realm->offline += offline;
    m_realm->instead.insert("POST users/u-1/logout", FaultReply::http(204, {}, {})); // which ends nothing
    m_realm->sessions += online;
    ContainRun run(*m_service, all, options());
    bool over = false;
    connect(&run, &ContainRun::finished, this, [&over] { over = true; });
    run.start();
    QTRY_VERIFY_WITH_TIMEOUT(over, 30'000);
    QVERIFY(run.later().back.isEmpty());
    QTEST(idsOf(run.later().begun), "told");
    // The journal has no item for them, and isn't silent about them either.
    const BatchRecord known = await(m_workspace->journal().batch(run.record().summary.batch)).value();
    const auto isTold = [](const ItemRecord &item) { return item.result->message.contains(u"should not be there"_s); };
    QCOMPARE(std::any_of(known.items.begin(), known.items.end(), isTold), !run.later().isEmpty());
}

void TestContainRun::whatCouldBeReadIsEndedAndProven_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QStringList>("ended");
    const QStringList online{u"disable: revoked"_s, u"logout: revoked"_s, u"end_session: revoked"_s,
                             u"end_session: revoked"_s};
    QTest::newRow("no consents") << "GET users/u-1/consents"_ba
                                 << online + QStringList{u"end_session: skipped"_s, u"revoke: skipped"_s};
    QTest::newRow("no offline sessions") << "GET users/u-1/offline-sessions/c-1"_ba
                                         << online + QStringList{u"end_session: skipped"_s, u"revoke: revoked"_s};
}

void TestContainRun::whatCouldBeReadIsEndedAndProven()
{
    QFETCH(QByteArray, call);
    QFETCH(QStringList, ended);
    m_realm->consent = true;
    m_realm->instead.insert(call, FaultReply::http(403, R"({"error":"HTTP 403 Forbidden"})"));
    const BatchRecord record = run(plan());
    QCOMPARE(outcomes(record), ended);
    for (const ItemRecord &item : record.items) {
        if (item.result->outcome == Outcome::Skipped)
            QVERIFY2(item.result->message.startsWith(u"not checked: "_s), qPrintable(item.result->message));
    }
}

void TestContainRun::whyItCouldNotBeChecked()
{
    const ContainPlan all = plan();
    m_realm->instead.insert("GET users/u-1", FaultReply::http(403, R"({"error":"HTTP 403 Forbidden"})"));
    m_realm->instead.insert("GET users/u-1/consents", FaultReply::http(403, R"({"error":"no consents"})"));
    const BatchRecord record = run(all);
    QCOMPARE(outcomes(record),
             (QStringList{u"disable: accepted"_s, u"logout: revoked"_s, u"end_session: revoked"_s,
                          u"end_session: revoked"_s, u"end_session: accepted"_s}));
    QCOMPARE(record.items.constFirst().result->message, u"could not be checked: HTTP 403 Forbidden"_s);
    QCOMPARE(record.items.constLast().result->message, u"could not be checked: no consents"_s);
    QVERIFY(record.items.at(1).result->message.isEmpty());
}

void TestContainRun::whatALaterLookShows()
{
    m_realm->instead.insert("DELETE sessions/s-2", FaultReply::http(403, R"({"error":"HTTP 403 Forbidden"})"));
    const ContainPlan online = plan(ContainStep::Block | ContainStep::Sessions);
    const BatchRecord record = run(online);
    QCOMPARE(outcomes(record),
             (QStringList{u"disable: revoked"_s, u"end_session: revoked"_s, u"end_session: refused"_s}));
    // s-2 was told as open, o-1 was left alone; an offline session may have the id of an online one.
    const LaterSight later =
        laterSight(online, record.items, listing({u"s-1"_s, u"s-2"_s, u"s-3"_s}, {u"o-1"_s, u"s-1"_s}));
    QCOMPARE(idsOf(later.back), QStringList{u"s-1"_s});
    QCOMPARE(idsOf(later.begun), (QStringList{u"s-3"_s, u"s-1"_s}));
    QVERIFY(laterSight(online, record.items, listing({u"s-2"_s}, {u"o-1"_s})).isEmpty());
}

void TestContainRun::whatALaterLookShowsOfTheUnread()
{
    const auto person = await(m_service->read(u"u-1"_s));
    QVERIFY(person);
    const ContainPlan blind =
        planContainment(*m_service, *person, failure(ErrorKind::Refused), ContainStep::Block | ContainStep::Sessions);
    const BatchRecord record = run(blind);
    const LaterSight later = laterSight(blind, record.items, listing({u"s-1"_s}, {u"o-1"_s}));
    QCOMPARE(idsOf(later.begun), QStringList{u"s-1"_s}); // offline sessions were left out
    QVERIFY(later.back.isEmpty());
}

void TestContainRun::stopsBetweenTheSteps()
{
    ContainRun run(*m_service, plan(), options());
    bool over = false;
    connect(&run, &ContainRun::finished, this, [&over] { over = true; });
    connect(&run, &ContainRun::itemChanged, this, [&run] { run.stop(); });
    run.start();
    QTRY_VERIFY_WITH_TIMEOUT(over, 20'000);
    QVERIFY(run.wasStopped());
    QCOMPARE(m_realm->changes(), QByteArrayList{"PUT users/u-1"});
    QCOMPARE(outcomes(run.record()).constFirst(), u"disable: revoked"_s); // proven all the same
    for (qsizetype i = 1; i < run.record().items.size(); ++i)
        QCOMPARE(run.record().items.at(i).result->outcome, Outcome::Skipped);
}

static FaultReply busy()
{
    return FaultReply::http(503, R"({"error":"busy"})", "application/json", {{"Retry-After", "1"}});
}

void TestContainRun::aStopEndsTheRepeats()
{
    m_realm->instead.insert("PUT users/u-1", busy());
    ContainRun run(*m_service, plan(), options());
    bool over = false;
    connect(&run, &ContainRun::finished, this, [&over] { over = true; });
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_realm->changes().size(), 1, 20'000);
    QTest::qWait(100); // it was answered, and waits to be sent again
    run.stop();
    QTRY_VERIFY_WITH_TIMEOUT(over, 20'000);
    QCOMPARE(m_realm->changes(), QByteArrayList{"PUT users/u-1"});
    QCOMPARE(outcomes(run.record()),
             (QStringList{u"disable: failed"_s, u"logout: skipped"_s, u"end_session: skipped"_s,
                          u"end_session: skipped"_s, u"end_session: skipped"_s}));
    QCOMPARE(run.record().items.constFirst().result->verifiedBy, VerifiedBy::Reading); // seen after the stop
}

void TestContainRun::aLookThatTheStopCutIsMadeAnew()
{
    const ContainPlan all = plan();
    const qsizetype before = m_realm->server.requests().size();
    m_realm->once.insert("GET users/u-1", busy());
    ContainRun run(*m_service, all, options());
    bool over = false;
    connect(&run, &ContainRun::finished, this, [&over] { over = true; });
    run.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_realm->server.requests().size() >= before + 2, 20'000); // the block, and the look
    QVERIFY(m_realm->once.isEmpty());
    run.stop();
    QTRY_VERIFY_WITH_TIMEOUT(over, 20'000);
    QCOMPARE(outcomes(run.record()).constFirst(), u"disable: revoked"_s);
    QCOMPARE(m_realm->changes(), QByteArrayList{"PUT users/u-1"});
}

void TestContainRun::nothingIsSentWithoutAJournal()
{
    const ContainPlan all = plan();
    Journal broken(m_folder.path(), JournalAuthor{u"kim"_s, u"curfew test"_s}); // a folder is no journal
    const CredentialPtr credential = await(m_access->credential({})).value();
    AccessOptions given;
    given.given = credential;
    IssuerAccess access(m_access->issuer(), m_access->descriptor(), {}, m_workspace->breakers(),
                        m_workspace->authorities(), broken, given);
    PersonService service(access);
    ContainRun run(service, all, options());
    bool over = false;
    connect(&run, &ContainRun::finished, this, [&over] { over = true; });
    run.start();
    QTRY_VERIFY_WITH_TIMEOUT(over, 20'000);
    QVERIFY(run.error());
    QCOMPARE(run.error()->kind, ErrorKind::JournalFailed);
    QVERIFY(run.record().summary.batch.isEmpty());
    QVERIFY(m_realm->changes().isEmpty());
}

QTEST_GUILESS_MAIN(TestContainRun)
#include "tst_containrun.moc"
