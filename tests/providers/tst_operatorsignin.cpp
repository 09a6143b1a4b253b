// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operatorsignin.h"

#include "channelsettings.h"
#include "descriptorloader.h"
#include "httpchannel.h"
#include "providerfactory.h"
#include "providertest.h"
#include "signinissuer.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

using test::await;

//! One access to the issuer, as each page or command has its own.
struct Access {
    explicit Access(const SignInIssuer &at)
    {
        const auto descriptor = loadDescriptor(SignInIssuer::descriptor());
        if (!descriptor)
            qFatal("%s", qPrintable(descriptor.error().detail));
        Issuer issuer;
        issuer.url = at.url();
        issuer.provider = descriptor->id;
        issuer.clients = {{u"curfew-console"_s, AuthMethod::AuthorizationCode, false}};
        ChannelSettings settings = channelSettings(*descriptor, issuer, 5s);
        settings.retry.base = 1ms;
        settings.retry.ceiling = 2ms;
        channel = std::make_unique<HttpChannel>(settings);
        provider = makeProvider(*descriptor, issuer, *channel);
    }
    [[nodiscard]] RevokeReply call(const CredentialPtr &credential) const
    {
        return await(provider->revoke({test::token("victim"), {}, {}}, credential));
    }

    std::unique_ptr<HttpChannel> channel;
    std::unique_ptr<DeclarativeProvider> provider;
};

class TestOperatorSignIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_issuer = std::make_unique<SignInIssuer>();
        m_access = std::make_unique<Access>(*m_issuer);
        m_refusals = std::make_unique<QSignalSpy>(m_access->channel.get(), &HttpChannel::clientRefused);
        m_pages.clear();
        m_shown = {};
    }

    void signsIn()
    {
        const auto signedIn = signIn();
        QVERIFY2(signedIn, qPrintable(signedIn ? QString() : signedIn.error().detail));
        QCOMPARE(signedIn->user, u"kim"_s);
        QCOMPARE(signedIn->subject, u"4711"_s);
        QCOMPARE(m_shown.status, 200);
        QVERIFY(m_shown.body.contains("You can close this tab and go back to Curfew."));
        QVERIFY(signedIn->credential->secret.isEmpty());
        QCOMPARE(signedIn->credential->allowedOrigins, QStringList{originOf(m_issuer->url())});

        // The token serves, and no client is shown beside it.
        QCOMPARE(m_access->call(signedIn->credential).reply, Reply::Success);
        QCOMPARE(m_issuer->bearers(), QByteArrayList{"Bearer access-2"});
        QVERIFY(!m_issuer->server().requests().last().body.contains("curfew-console"));
        QCOMPARE(m_issuer->grants().size(), 1);
    }

    void asksAsTheStandardsWant()
    {
        QVERIFY(signIn());
        QVERIFY(signIn());
        QCOMPARE(m_pages.size(), 2);
        const QUrlQuery first(m_pages.at(0));
        const QUrlQuery second(m_pages.at(1));
        QCOMPARE(first.queryItemValue(u"response_type"_s), u"code"_s);
        QCOMPARE(first.queryItemValue(u"client_id"_s), u"curfew-console"_s);
        QCOMPARE(first.queryItemValue(u"scope"_s), u"openid"_s);
        QCOMPARE(first.queryItemValue(u"code_challenge_method"_s), u"S256"_s);
        QCOMPARE(first.queryItemValue(u"code_challenge"_s).size(), 43);
        QCOMPARE(first.queryItemValue(u"state"_s).size(), 43);
        QCOMPARE(first.queryItems().size(), 7);
        QVERIFY(first.queryItemValue(u"state"_s) != second.queryItemValue(u"state"_s));
        QVERIFY(first.queryItemValue(u"code_challenge"_s) != second.queryItemValue(u"code_challenge"_s));
        const QUrl redirect(first.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
        QCOMPARE(redirect.host(), u"127.0.0.1"_s);
        QCOMPARE(m_issuer->grants().at(0).queryItemValue(u"code_verifier"_s).size(), 43);
    }

    void whatTheEndpointHasAlreadyStays()
    {
        m_issuer->authorizationEndpoint = m_issuer->url().toEncoded() + "/authorize?tenant=a%2Bb";
        QVERIFY(signIn());
        QCOMPARE(QUrlQuery(m_pages.constFirst()).queryItemValue(u"tenant"_s, QUrl::FullyDecoded), u"a+b"_s);
    }

    void anotherStateIsNotItsAnswer()
    {
        m_browse = [this](const QUrl &page) {
            const QUrl redirect(QUrlQuery(page).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
            QUrl forged = redirect;
            forged.setQuery(u"code=theirs&state=%1&iss=%2"_s.arg(QString(43, u'A'), m_issuer->url().toString()));
            QCOMPARE(m_browser.open(forged).status, 404);
            QVERIFY(m_issuer->grants().isEmpty());
            m_shown = m_browser.open(page);
        };
        QVERIFY(signIn());
        QCOMPARE(m_issuer->grants().size(), 1);
        QVERIFY(!m_issuer->server().requests().last().body.contains("theirs"));
    }

    void anAnswerServesOnce()
    {
        QVERIFY(signIn());
        QVERIFY(m_shown.at.toString().contains(u"/callback?"_s));
        QCOMPARE(m_browser.open(m_shown.at).status, 0); // nobody is there any more
        QCOMPARE(m_issuer->grants().size(), 1);
    }

    void aPersonMaySayNo()
    {
        m_issuer->denial = "access_denied";
        const auto signedIn = signIn();
        QVERIFY(!signedIn);
        QCOMPARE(signedIn.error(), (Error{ErrorKind::Refused, u"access_denied: the person said no"_s, 0, {}}));
        QVERIFY(m_issuer->grants().isEmpty());
        QCOMPARE(m_shown.status, 200); // the browser is told the same as ever
    }

    void anotherIssuersAnswerIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("issuer");
        QTest::addColumn<bool>("promised");
        QTest::addColumn<bool>("taken");
        QTest::newRow("another's") << "https://evil.example"_ba << true << false;
        QTest::newRow("another's, though none was promised") << "https://evil.example"_ba << false << false;
        QTest::newRow("none, though it was promised") << "-"_ba << true << false;
        QTest::newRow("none was promised, none came") << "-"_ba << false << true;
    }
    void anotherIssuersAnswerIsNotTaken()
    {
        QFETCH(QByteArray, issuer);
        QFETCH(bool, promised);
        QFETCH(bool, taken);
        m_issuer->issuerInAnswer = issuer;
        m_issuer->promisesIssuer = promised;
        const auto signedIn = signIn();
        QCOMPARE(signedIn.has_value(), taken);
        QCOMPARE(m_issuer->grants().size(), taken ? 1 : 0);
        if (!taken)
            QCOMPARE(signedIn.error().kind, ErrorKind::BadResponse);
    }

    void nobodySignsIn()
    {
        QUrl redirect;
        m_browse = [&redirect](const QUrl &page) {
            redirect = QUrl(QUrlQuery(page).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
        };
        const auto signedIn = signIn(1ms);
        QVERIFY(!signedIn);
        QCOMPARE(signedIn.error().kind, ErrorKind::SignInNeeded);
        QTRY_COMPARE(m_browser.open(redirect).status, 0);
    }

    void noBrowserOpens()
    {
        auto *own = new OperatorSignIn(*m_access->provider, *m_access->channel, u"curfew-console"_s,
                                       {[](const QUrl &) { return false; }}, this);
        const auto signedIn = await(own->start());
        QVERIFY(!signedIn);
        QCOMPARE(signedIn.error().kind, ErrorKind::SignInNeeded);
    }

    void listensNoLongerThanItsOwnerLives()
    {
        QUrl redirect;
        SignInOptions options;
        options.browser = [&redirect](const QUrl &page) {
            redirect = QUrl(QUrlQuery(page).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
            return true;
        };
        auto owner = std::make_unique<QObject>();
        auto *own =
            new OperatorSignIn(*m_access->provider, *m_access->channel, u"curfew-console"_s, options, owner.get());
        const auto signedIn = own->start();
        QTRY_VERIFY(redirect.isValid());
        QVERIFY(!signedIn.isFinished());
        owner.reset();
        QVERIFY(signedIn.isCanceled());
        QTRY_COMPARE(m_browser.open(redirect).status, 0);
    }

    void aPageElsewhereIsNotOpened_data()
    {
        QTest::addColumn<QByteArray>("endpoint");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("on another origin") << "https://login.example/authorize"_ba << ErrorKind::OriginNotAllowed;
        QTest::newRow("without TLS") << "http://login.example/authorize"_ba << ErrorKind::BadResponse;
        QTest::newRow("no page at all") << "file:///etc/passwd"_ba << ErrorKind::BadResponse;
    }
    void aPageElsewhereIsNotOpened()
    {
        QFETCH(QByteArray, endpoint);
        m_issuer->authorizationEndpoint = endpoint;
        const auto signedIn = signIn();
        QVERIFY(!signedIn);
        QTEST(signedIn.error().kind, "kind");
        QVERIFY(m_pages.isEmpty());
    }

    void aRefusedCodeIsNotToldToAnybody()
    {
        m_browse = [this](const QUrl &page) {
            const PlainBrowser::Page shown = m_browser.open(page);
            Q_UNUSED(shown)
        };
        const QByteArray echo = R"({"error":"invalid_grant","error_description":"you sent canary-code/1+="})";
        FaultReply refusal = FaultReply::http(400, echo);
        m_issuer->tokenReply = &refusal;
        const auto signedIn = signIn();
        QVERIFY(!signedIn);
        QCOMPARE(signedIn.error().kind, ErrorKind::Refused);
        QCOMPARE(signedIn.error().httpStatus, 400);
        QVERIFY(signedIn.error().detail.startsWith(u"invalid_grant: you sent"_s));
        QVERIFY(!signedIn.error().detail.contains(u"canary"_s));
        QCOMPARE(m_issuer->grants().size(), 1);
    }

    void theExchangeIsNotRepeated_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("a fault of its own") << 500 << "{}"_ba << ErrorKind::ServerError;
        QTest::newRow("too many") << 429 << "{}"_ba << ErrorKind::RateLimited;
        QTest::newRow("not a public client") << 401 << R"({"error":"invalid_client"})"_ba << ErrorKind::Refused;
        QTest::newRow("no token") << 200 << "{}"_ba << ErrorKind::BadResponse;
        QTest::newRow("a portal's page") << 200 << "<!doctype html><p>Welcome"_ba << ErrorKind::NotTheService;
    }
    void theExchangeIsNotRepeated()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        FaultReply reply = FaultReply::http(status, body);
        m_issuer->tokenReply = &reply;
        const auto signedIn = signIn();
        QVERIFY(!signedIn);
        QTEST(signedIn.error().kind, "kind");
        QCOMPARE(m_issuer->grants().size(), 1);
        QCOMPARE(m_refusals->size(), 0); // no stored secret was wrong
    }

    void saysWhoSignedInAsFarAsTheTokensDo()
    {
        m_issuer->givesIdToken = false; // and the access token is opaque
        const auto signedIn = signIn();
        QVERIFY(signedIn);
        QCOMPARE(signedIn->user, QString());
    }

    void aRefreshTokenIsReplacedForAll()
    {
        const auto signedIn = signIn();
        QVERIFY(signedIn);
        const Access other(*m_issuer); // as another page has one
        QVERIFY(await(other.provider->discover()));
        const Access *const own = m_access.get();
        for (const Access *access : {own, &other, &other, own}) {
            signedIn->credential->signIn->access = {}; // as if it had expired
            QCOMPARE(access->call(signedIn->credential).reply, Reply::Success);
        }
        // Each refresh token serves once at this issuer, and ends all when it is shown again.
        QStringList shown;
        const QList<QUrlQuery> grants = m_issuer->grants();
        for (const QUrlQuery &grant : grants.mid(1)) {
            QCOMPARE(grant.queryItemValue(u"grant_type"_s), u"refresh_token"_s);
            QCOMPARE(grant.queryItemValue(u"client_id"_s), u"curfew-console"_s);
            QCOMPARE(grant.queryItems().size(), 3);
            shown += grant.queryItemValue(u"refresh_token"_s);
        }
        QCOMPARE(shown, (QStringList{u"refresh-2"_s, u"refresh-3"_s, u"refresh-4"_s, u"refresh-5"_s}));
        QCOMPARE(m_issuer->bearers().last(), "Bearer access-6"_ba);
    }

    void aRefusedBearerIsRenewedOnce()
    {
        const auto signedIn = signIn();
        QVERIFY(signedIn);
        QByteArray other = "a token that isn't theirs any more";
        signedIn->credential->signIn->access = takeToken(other = "stale");
        const RevokeReply reply = m_access->call(signedIn->credential);
        QCOMPARE(reply.reply, Reply::Success);
        QCOMPARE(reply.attempts, 2);
        QCOMPARE(m_issuer->bearers(), (QByteArrayList{"Bearer stale", "Bearer access-3"}));
    }

    void aSignInThatHasEndedSaysSo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("the session was ended") << 400 << "invalid_grant"_ba;
        QTest::newRow("the client was changed") << 401 << "invalid_client"_ba;
        QTest::newRow("the client was forbidden") << 400 << "unauthorized_client"_ba;
    }
    void aSignInThatHasEndedSaysSo()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        const auto signedIn = signIn();
        QVERIFY(signedIn);
        FaultReply refusal =
            FaultReply::http(status, R"({"error":")" + code + R"(","error_description":"so you sent refresh-2"})");
        m_issuer->tokenReply = &refusal;
        signedIn->credential->signIn->access = {};
        QList<QFuture<RevokeReply>> replies;
        for (int i = 0; i < 5; ++i)
            replies.append(m_access->provider->revoke({test::token("victim"), {}, {}}, signedIn->credential));
        for (const auto &reply : replies) {
            QCOMPARE(await(reply).reply, Reply::NotSent);
            QCOMPARE(await(reply).error->kind, ErrorKind::SignInNeeded);
            QVERIFY(await(reply).error->detail.startsWith(QString::fromLatin1(code)));
            QVERIFY(!await(reply).error->detail.contains(u"refresh-2"_s));
        }
        QCOMPARE(m_access->call(signedIn->credential).error->kind, ErrorKind::SignInNeeded);
        QCOMPARE(m_issuer->grants().size(), 2); // the code, and one refresh
        QVERIFY(m_issuer->bearers().isEmpty());
        QCOMPARE(m_refusals->size(), 0);

        // Signing in again is all that it takes.
        m_issuer->tokenReply = nullptr;
        const auto again = signIn();
        QVERIFY(again);
        QCOMPARE(m_access->call(again->credential).reply, Reply::Success);
    }

    void troubleOnTheWayEndsNothing()
    {
        const auto signedIn = signIn();
        QVERIFY(signedIn);
        FaultReply trouble = FaultReply::http(503);
        m_issuer->tokenReply = &trouble;
        signedIn->credential->signIn->access = {};
        QCOMPARE(m_access->call(signedIn->credential).error->kind, ErrorKind::ServerError);
        QCOMPARE(m_issuer->grants().size(), 2); // a refresh token isn't shown twice for one purpose
        m_issuer->tokenReply = nullptr;
        QCOMPARE(m_access->call(signedIn->credential).reply, Reply::Success);
    }

    void withoutARefreshTokenItServesTillItEnds()
    {
        m_issuer->givesRefreshToken = false;
        const auto signedIn = signIn();
        QVERIFY(signedIn);
        QCOMPARE(m_access->call(signedIn->credential).reply, Reply::Success);
        QVERIFY(signedIn->credential->signIn->usable.remainingTime() > 500'000);
        signedIn->credential->signIn->usable = QDeadlineTimer(0);
        const RevokeReply reply = m_access->call(signedIn->credential);
        QCOMPARE(reply.reply, Reply::NotSent);
        QCOMPARE(reply.error->kind, ErrorKind::SignInNeeded);
        QCOMPARE(m_issuer->grants().size(), 1);
        QCOMPARE(m_issuer->bearers().size(), 1);
    }

    void aPersonWhoMayNotIsNoRefusedClient()
    {
        const auto signedIn = signIn();
        QVERIFY(signedIn);
        for (const auto &[status, body] :
             {std::pair(401, "{}"_ba), std::pair(403, R"({"error":"unauthorized_client"})"_ba),
              std::pair(403, "{}"_ba)}) {
            FaultReply refusal = FaultReply::http(status, body);
            m_issuer->callReply = &refusal;
            QCOMPARE(m_access->call(signedIn->credential).reply, Reply::Refused);
        }
        QCOMPARE(m_refusals->size(), 0);
        m_issuer->callReply = nullptr;
        QCOMPARE(m_access->call(signedIn->credential).reply, Reply::Success);
    }

private:
    Result<SignedIn> signIn(std::chrono::milliseconds deadline = 60s)
    {
        SignInOptions options;
        options.deadline = deadline;
        options.browser = [this](const QUrl &page) {
            m_pages.append(page);
            // A browser is another program: it comes back when everything here has returned.
            QTimer::singleShot(0, this,
                               [this, page] { m_browse ? m_browse(page) : void(m_shown = m_browser.open(page)); });
            return true;
        };
        auto *own = new OperatorSignIn(*m_access->provider, *m_access->channel, u"curfew-console"_s, options, this);
        const QPointer<OperatorSignIn> gone(own);
        auto signedIn = await(own->start());
        QTest::qWait(0);
        m_browse = {};
        if (gone)
            qWarning("it doesn't go when it is done");
        return signedIn;
    }

    std::unique_ptr<SignInIssuer> m_issuer;
    std::unique_ptr<Access> m_access;
    std::unique_ptr<QSignalSpy> m_refusals;
    PlainBrowser m_browser;
    PlainBrowser::Page m_shown;
    QList<QUrl> m_pages;
    std::function<void(const QUrl &)> m_browse;
};

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestOperatorSignIn)
#include "tst_operatorsignin.moc"
