// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asyncresult.h"
#include "batchbench.h"
#include "credentialstore.h"
#include "journal.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

class TestIssuerAccess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<BatchBench>();
    }
    void cleanup() { m_bench.reset(); }

    void listsAndLeavesATrace();
    void aListingThatMakesNoSense_data();
    void aListingThatMakesNoSense();
    void checkSendsOneAuthenticatedRequest();
    void checkRepeatsNothing();
    void aRefusedCheckOpensTheBreakerAndOneMoreTryClosesIt();
    void oneMoreTryIsForTheClientThatWasRefused();
    void anUnreadableCaFileTrustsNobody();
    void aClientWithoutASecretAsksNothing();
    void aTokenAsItsOwnBearerNeedsNoCredential();
    void aGivenCredentialNeedsNoKeychain();
    void aChangedUrlGetsNoSecret();

private:
    std::unique_ptr<BatchBench> m_bench;
};

void TestIssuerAccess::listsAndLeavesATrace()
{
    const auto access = m_bench->open(m_bench->configured());
    const auto before = awaited(m_bench->workspace->journal().verify());
    const auto listing = awaited(access->list(m_bench->anchor()));
    QVERIFY(listing);
    QCOMPARE(listing->user(), practiceVictim());
    QCOMPARE(listing->tokenCount(), 18);
    const auto after = awaited(m_bench->workspace->journal().verify());
    QCOMPARE(after->events - before->events, 2); // the look-up, and the first verification
}

void TestIssuerAccess::aListingThatMakesNoSense_data()
{
    QTest::addColumn<PracticeFault>("fault");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("a captive portal") << PracticeFault::html() << ErrorKind::NotTheService;
    QTest::newRow("{} instead of an array") << PracticeFault::emptyObject() << ErrorKind::BadResponse;
    QTest::newRow("a redirect") << PracticeFault::redirect(QUrl(u"https://elsewhere.invalid/"_s))
                                << ErrorKind::Redirected;
    QTest::newRow("503, always") << PracticeFault::unavailable() << ErrorKind::ServerError;
    QTest::newRow("429, always") << PracticeFault::tooManyRequests("0") << ErrorKind::RateLimited;
    QTest::newRow("dropped, always") << PracticeFault::dropUnprocessed() << ErrorKind::NoAnswer;
    QTest::newRow("cut in the middle") << PracticeFault::truncated() << ErrorKind::NoAnswer;
    QTest::newRow("401 without a body") << PracticeFault::bareUnauthorized() << ErrorKind::ClientRefused;
}

void TestIssuerAccess::aListingThatMakesNoSense()
{
    QFETCH(PracticeFault, fault);
    QFETCH(ErrorKind, kind);
    m_bench->issuer().faults().always(PracticeEndpoint::List, fault);
    const auto access = m_bench->open(m_bench->configured());
    const auto listing = awaited(access->list(m_bench->anchor()));
    QVERIFY(!listing);
    QCOMPARE(errorKindName(listing.error().kind), errorKindName(kind));
}

void TestIssuerAccess::checkSendsOneAuthenticatedRequest()
{
    const auto access = m_bench->open(m_bench->configured());
    const CheckReport report = awaited(access->check());
    QVERIFY(report.authentication && report.authentication->has_value());
    QCOMPARE(report.openBreakers, QStringList());
    int authenticated = 0;
    for (const PracticeRecord &request : m_bench->issuer().record())
        authenticated += request.request.header("authorization").isEmpty() ? 0 : 1;
    QCOMPARE(authenticated, 1);
    QCOMPARE(m_bench->issuer().record().size(), 2); // and one discovery
}

void TestIssuerAccess::checkRepeatsNothing()
{
    m_bench->issuer().faults().always(PracticeEndpoint::Discovery, PracticeFault::unavailable());
    m_bench->issuer().faults().always(PracticeEndpoint::Introspect, PracticeFault::unavailable());
    const CheckReport report = awaited(m_bench->open(m_bench->configured())->check());
    QCOMPARE(report.discovery->error().kind, ErrorKind::ServerError);
    QCOMPARE(report.authentication->error().kind, ErrorKind::ServerError);
    QCOMPARE(m_bench->issuer().record().size(), 2);
}

void TestIssuerAccess::aRefusedCheckOpensTheBreakerAndOneMoreTryClosesIt()
{
    const Issuer issuer = m_bench->configured();
    const QString client = issuer.clients.first().clientId;
    const QByteArray secret = m_bench->issuer().secretOf(client);
    m_bench->issuer().setSecret(client, "changed meanwhile");
    CheckReport report = awaited(m_bench->open(issuer)->check());
    QCOMPARE(report.openBreakers, QStringList{client});
    QCOMPARE(report.authentication->error().kind, ErrorKind::ClientRefused);
    QVERIFY(m_bench->workspace->breakers().find(issuer.name, client)->has_value());

    const qsizetype sent = m_bench->issuer().record().size();
    report = awaited(m_bench->open(issuer)->check());
    QCOMPARE(m_bench->issuer().record().size(), sent); // open: nothing at all is sent
    QCOMPARE(report.openBreakers, QStringList{client});
    QVERIFY(!report.authentication);
    QCOMPARE(m_bench->issuer().failedAuthentications(), 1);

    report = awaited(m_bench->open(issuer)->check(CheckMode::TryAgain));
    QCOMPARE(report.openBreakers, QStringList{client});
    QCOMPARE(m_bench->issuer().failedAuthentications(), 2);

    m_bench->issuer().setSecret(client, secret);
    report = awaited(m_bench->open(issuer)->check(CheckMode::TryAgain));
    QCOMPARE(report.openBreakers, QStringList());
    QVERIFY(!m_bench->workspace->breakers().find(issuer.name, client)->has_value());
}

void TestIssuerAccess::oneMoreTryIsForTheClientThatWasRefused()
{
    const Issuer issuer = m_bench->configured();
    BreakerStore &breakers = m_bench->workspace->breakers();
    const QString first = issuer.clients.at(0).clientId;
    const QString second = issuer.clients.at(1).clientId;
    const auto trip = [&](const QString &client) {
        BreakerState state;
        state.issuer = issuer.name;
        state.clientId = client;
        state.openedAt = QDateTime::currentDateTimeUtc();
        QVERIFY(breakers.trip(state));
    };
    trip(second);
    CheckReport report = awaited(m_bench->open(issuer)->check());
    QCOMPARE(report.clientId, first); // which is tried, and goes on
    QVERIFY(report.authentication && report.authentication->has_value());
    QCOMPARE(report.openBreakers, QStringList{second});

    trip(first);
    report = awaited(m_bench->open(issuer)->check(CheckMode::TryAgain));
    QCOMPARE(report.clientId, first);
    QCOMPARE(report.openBreakers, QStringList{second});

    m_bench->issuer().forgetRecord();
    report = awaited(m_bench->open(issuer)->check(CheckMode::TryAgain));
    QCOMPARE(report.clientId, second);
    QVERIFY(report.authentication && report.authentication->has_value());
    QCOMPARE(report.openBreakers, QStringList());
    QVERIFY(!breakers.find(issuer.name, second)->has_value());
    QCOMPARE(m_bench->issuer().record().size(), 2); // one discovery, one authenticated request
}

void TestIssuerAccess::anUnreadableCaFileTrustsNobody()
{
    Issuer issuer = m_bench->configured();
    issuer.caFile = u"/nonexistent/roots.pem"_s;
    const auto listing = awaited(m_bench->open(issuer)->list(m_bench->anchor()));
    QVERIFY(!listing);
    QCOMPARE(listing.error().kind, ErrorKind::ProfileFailed);
    QCOMPARE(m_bench->issuer().record().size(), 0);
}

void TestIssuerAccess::aClientWithoutASecretAsksNothing()
{
    Issuer issuer = m_bench->configured();
    issuer.clients.first().hasSecret = false;
    const auto listing = awaited(m_bench->open(issuer)->list(m_bench->anchor()));
    QVERIFY(!listing);
    QCOMPARE(listing.error().kind, ErrorKind::NoCredential);
    QCOMPARE(m_bench->issuer().record().size(), 0);
}

// Whoever takes a secret wipes its buffer, and with that every copy that shares it.
static QByteArray unshared(const QByteArray &bytes)
{
    return {bytes.constData(), bytes.size()};
}

static RevokeTarget targetOf(const QByteArray &token, const QString &hint = {})
{
    QByteArray bytes = unshared(token);
    return {takeToken(bytes), hint, {}};
}

// Neither the keychain nor a breaker has a say where no client is shown.
void TestIssuerAccess::aTokenAsItsOwnBearerNeedsNoCredential()
{
    const Issuer issuer = m_bench->configured(u"kajabi"_s);
    BreakerState state;
    state.issuer = issuer.name;
    state.clientId = issuer.clients.first().clientId;
    state.openedAt = QDateTime::currentDateTimeUtc();
    QVERIFY(m_bench->workspace->breakers().trip(state));
    int asked = 0;
    const CredentialSource keychain = [&asked](const Issuer &, const QString &) {
        ++asked;
        return readyFuture(Result<CredentialPtr>(failure(ErrorKind::KeychainUnavailable)));
    };
    IssuerAccess access(issuer, *m_bench->workspace->catalog().find(issuer.provider), keychain,
                        m_bench->workspace->breakers(), m_bench->workspace->authorities(),
                        m_bench->workspace->journal());
    const auto tokens = m_bench->issuer(u"kajabi"_s).aliveTokens(practiceVictim());
    const auto plan = [&](const RevokeTarget &target) {
        return planFromTokens(issuer, access.descriptor(), {target}, QDateTime::currentDateTimeUtc());
    };
    QCOMPARE(BatchBench::counts(m_bench->run(access, plan(targetOf(tokens.at(0).value)))), u"1 accepted"_s);
    // A grant shows the client, whose breaker is open.
    const BatchRecord granted = m_bench->run(access, plan(targetOf(tokens.at(1).value, u"refresh_token"_s)));
    QCOMPARE(BatchBench::counts(granted), u"1 skipped"_s);
    QVERIFY(granted.items.first().result->message.contains(state.clientId));
    QCOMPARE(asked, 0);
}

void TestIssuerAccess::aGivenCredentialNeedsNoKeychain()
{
    const Issuer issuer = m_bench->configured();
    const QString own = issuer.clients.at(0).clientId;
    const QString other = issuer.clients.at(1).clientId;
    QByteArray secret = unshared(m_bench->issuer().secretOf(own));
    AccessOptions options;
    options.given = *givenCredential(issuer, issuer.clients.first(), Secret::take(secret));
    const CredentialSource keychain = [](const Issuer &, const QString &) {
        return readyFuture(Result<CredentialPtr>(failure(ErrorKind::KeychainUnavailable)));
    };
    IssuerAccess access(issuer, *m_bench->workspace->catalog().find(issuer.provider), keychain,
                        m_bench->workspace->breakers(), m_bench->workspace->authorities(),
                        m_bench->workspace->journal(), options);
    constexpr auto jwt = PracticeToken::Form::Jwt;
    const QString person = u"robin.finch@example.com"_s;
    const auto ofOther = m_bench->issuer().addSessions(person, other, 1, 1, jwt);
    const auto ofOwn = m_bench->issuer().addSessions(person, own, 1, 1, jwt);
    const Token anchor = targetOf(ofOther.first()).token;
    QCOMPARE(access.clientForAnchor(anchor), own);
    QVERIFY(awaited(access.list(anchor)));

    const auto plan = planFromTokens(issuer, access.descriptor(), {targetOf(ofOwn.first()), targetOf(ofOther.first())},
                                     QDateTime::currentDateTimeUtc());
    const BatchRecord record = m_bench->run(access, plan);
    QCOMPARE(BatchBench::outcome(record, 0), u"revoked"_s);
    QCOMPARE(BatchBench::outcome(record, 1), u"skipped"_s);
    QCOMPARE(record.items.at(1).result->message, u"no credential for client "_s + other);
}

// One edited line in issuers.json must not send the secret to another port.
void TestIssuerAccess::aChangedUrlGetsNoSecret()
{
    Issuer issuer = m_bench->configured();
    issuer.url = m_bench->configured(u"oauth2"_s).url;
    const auto listing = awaited(m_bench->open(issuer)->list(m_bench->anchor()));
    QVERIFY(!listing);
    QCOMPARE(listing.error().kind, ErrorKind::NoCredential);
    QCOMPARE(m_bench->issuer(u"oauth2"_s).record().size(), 0);
}

QTEST_GUILESS_MAIN(TestIssuerAccess)
#include "tst_issueraccess.moc"
