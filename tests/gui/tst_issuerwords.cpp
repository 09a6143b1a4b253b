// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificatefield.h"
#include "issuerwords.h"
#include "servicelistmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

static ProviderDescriptor lister()
{
    ProviderDescriptor descriptor;
    descriptor.id = u"sap-ias"_s;
    descriptor.name = u"SAP"_s;
    descriptor.limits.failuresBeforeLockOut = 5;
    descriptor.limits.lockOut = std::chrono::minutes(60);
    descriptor.operations = {{u"listSessions"_s, {}}, {u"introspectToken"_s, {}}, {u"revokeToken"_s, {}}};
    return descriptor;
}

static Issuer acme()
{
    Issuer issuer;
    issuer.name = u"Acme"_s;
    issuer.provider = u"sap-ias"_s;
    issuer.url = QUrl(u"https://acme.example"_s);
    issuer.clients = {{u"A"_s, AuthMethod::ClientSecretBasic, true}, {u"B"_s, AuthMethod::ClientSecretBasic, false}};
    return issuer;
}

static QDateTime now()
{
    return {QDate(2026, 3, 1), QTime(14, 2, 11), Qt::UTC};
}

class TestIssuerWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesAnAddressAsItIsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("https") << u"https://acme.example/realms/a"_s << true;
        QTest::newRow("a trailing slash and spaces") << u"  https://acme.example/ "_s << true;
        QTest::newRow("http on this computer") << u"http://127.0.0.1:8080"_s << true;
        QTest::newRow("http elsewhere") << u"http://acme.example"_s << false;
        QTest::newRow("half typed") << u"https://"_s << false;
        QTest::newRow("no scheme") << u"acme.example"_s << false;
        QTest::newRow("with a password") << u"https://a:b@acme.example"_s << false;
        QTest::newRow("with a query") << u"https://acme.example?x=1"_s << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("another scheme") << u"ftp://acme.example"_s << false;
    }

    void judgesAnAddressAsItIsTyped()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        QCOMPARE(urlProblem(text).isEmpty(), good);
    }

    void aCheckEndsWithWhatWorksNow()
    {
        CheckReport report;
        report.discovery = Discovery();
        report.authentication = Result<>();
        report.clientId = u"A"_s;
        const CheckWords words = checkWords(report, acme(), lister());
        QCOMPARE(words.tone, Tone::Green);
        QCOMPARE(words.capabilities, u"List: with a token · End: applications A · Check: yes · By name: no"_s);
    }

    void aDirectoryDoesEverythingByName()
    {
        ProviderDescriptor descriptor;
        descriptor.id = u"directory"_s;
        descriptor.people.emplace();
        descriptor.people->calls.insert(u"sessions"_s, {});
        descriptor.verification = {VerifiedBy::Reading};
        CheckReport report;
        report.authentication = Result<>();
        report.clientId = u"A"_s;
        QCOMPARE(checkWords(report, acme(), descriptor).capabilities,
                 u"List: by name · End: by name · Check: yes · By name: yes"_s);
        descriptor.people->calls.clear();
        QCOMPARE(checkWords(report, acme(), descriptor).capabilities,
                 u"List: no · End: by name · Check: yes · By name: yes"_s);
        report.authentication = failure(ErrorKind::ClientRefused);
        QCOMPARE(checkWords(report, acme(), descriptor).capabilities,
                 u"List: no · End: no · Check: no · By name: no"_s);
    }

    void aRefusedSecretLeavesNothingWorking()
    {
        CheckReport report;
        report.authentication = failure(ErrorKind::ClientRefused);
        report.clientId = u"A"_s;
        const CheckWords words = checkWords(report, acme(), lister());
        QCOMPARE(words.tone, Tone::Amber);
        QVERIFY(words.headline.contains(u"lock this client for 60 minutes"_s));
        QCOMPARE(words.capabilities, u"List: no · End: no · Check: no · By name: no"_s);
    }

    void withAnOpenBreakerNothingWasTried()
    {
        CheckReport report;
        report.openBreakers = QStringList{u"A"_s};
        const CheckWords words = checkWords(report, acme(), lister());
        QCOMPARE(words.tone, Tone::Amber);
        QVERIFY(words.headline.contains(u"earlier"_s));
    }

    void discoveryDecidesWhereEndpointsComeFromItAlone()
    {
        ProviderDescriptor descriptor = lister();
        descriptor.operations.remove(u"listSessions"_s);
        descriptor.needsDiscovery = true;
        CheckReport report;
        report.discovery = Discovery();
        report.authentication = Result<>();
        QVERIFY(checkWords(report, acme(), descriptor).capabilities.contains(u"Check: no"_s));
        Discovery discovery;
        discovery.endpoints.insert(u"introspectToken"_s, QUrl(u"https://acme.example/i"_s));
        report.discovery = discovery;
        QVERIFY(checkWords(report, acme(), descriptor).capabilities.contains(u"Check: yes"_s));
    }

    void servicesStand()
    {
        const ProviderDescriptor descriptor = lister();
        Issuer without = acme();
        without.clients = {{u"A"_s, AuthMethod::ClientSecretBasic, false}};
        BreakerState breaker{u"Acme"_s, u"A"_s, now(), now().addSecs(164), {}, 401};
        using Kind = ServiceState::Kind;
        QCOMPARE(serviceState(acme(), &descriptor, {}, Reach::Reachable, now()).kind, Kind::Ready);
        QCOMPARE(serviceState(acme(), &descriptor, {}, Reach::Unreachable, now()).kind, Kind::Unreachable);
        const ServiceState refused = serviceState(acme(), &descriptor, {}, Reach::Refused, now());
        QCOMPARE(refused.kind, Kind::Refused);
        QCOMPARE(stateWords(refused, now()), u"client was refused"_s);
        QCOMPARE(serviceState(without, &descriptor, {}, Reach::Reachable, now()).kind, Kind::NeedsCredential);
        QCOMPARE(serviceState(acme(), nullptr, {}, Reach::Reachable, now()).kind, Kind::NoProvider);
        const ServiceState locked = serviceState(acme(), &descriptor, breaker, Reach::Reachable, now());
        QCOMPARE(locked, (ServiceState{Kind::Locked, now().addSecs(164)}));
        QVERIFY(stateWords(locked, now()).startsWith(u"locked until "_s));
        QVERIFY(
            !serviceState(acme(), &descriptor, breaker, Reach::Reachable, now().addSecs(200)).lockedUntil.isValid());
    }

    void aTokenThatIsItsOwnProofNeedsNoSecret()
    {
        ProviderDescriptor kajabi = lister();
        kajabi.tokenIsBearer = true;
        Client client{{}, AuthMethod::Bearer, false};
        QVERIFY(!needsSecret(client, kajabi));
        QVERIFY(needsSecret(client, lister()));
        client.method = AuthMethod::None;
        QVERIFY(!needsSecret(client, lister()));
    }

    void warnsThirtyDaysBeforeACertificateEnds()
    {
        const CertificateFacts later{u"helpdesk"_s, u"Acme CA"_s, now().addDays(31)};
        CertificateFacts soon = later;
        soon.expiresAt = now().addDays(30);
        CertificateFacts over = later;
        over.expiresAt = now().addSecs(-1);
        QVERIFY(!endsSoon(later, now()));
        QVERIFY(certificateWords(later, now()).startsWith(u"helpdesk, issued by Acme CA. It ends "_s));
        QVERIFY(endsSoon(soon, now()));
        QVERIFY(certificateWords(soon, now()).contains(u"renew it in time"_s));
        QVERIFY(endsSoon(over, now()));
        QVERIFY(certificateWords(over, now()).contains(u"will refuse it"_s));
    }

    void theListIsASoundModel()
    {
        ServiceListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ServiceRow row{acme(), u"SAP"_s, u"SAP Cloud"_s, {}, false};
        model.setRows({row}, now());
        QCOMPARE(model.rowCount(), 1);
        row.busy = true;
        model.setRows({row}, now());
        ServiceRow second = row;
        second.issuer.name = u"Test tenant"_s;
        second.provider = u"<b>SAP</b> & Co"_s;
        model.setRows({row, second}, now());
        QCOMPARE(model.indexOf(second.issuer.name).row(), 1);
        QVERIFY(!model.indexOf(u"nobody"_s).isValid());
        const QString tip = model.index(1).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.startsWith(u"<qt>&lt;b&gt;SAP&lt;/b&gt; &amp; Co · "_s), qPrintable(tip));
        model.setRows({}, now());
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestIssuerWords)
#include "tst_issuerwords.moc"
