// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "descriptorcatalog.h"
#include "providertest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace curfew {

static void write(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("can't write %s", qUtf8Printable(name));
}

class TestDescriptorCatalog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shipsSeven()
    {
        QStringList ids;
        const DescriptorCatalog catalog = DescriptorCatalog::load();
        for (const CatalogEntry &entry : catalog.entries()) {
            QCOMPARE(entry.state, CatalogEntry::State::Ready);
            QVERIFY(entry.file.isEmpty());
            ids.append(entry.descriptor.id);
        }
        QCOMPARE(ids,
                 (QStringList{u"kajabi"_s, u"keycloak-admin"_s, u"keycloak"_s, u"oauth2"_s, u"sap-directory"_s,
                              u"sap-ias"_s, u"screening-eagle"_s}));
    }

    // The table of the providers' documented limits and defaults.
    void defaults_data()
    {
        QTest::addColumn<AuthMethod>("method");
        QTest::addColumn<int>("lockOut");
        QTest::addColumn<int>("inFlight");
        QTest::addColumn<int>("mostInFlight");
        QTest::addColumn<qsizetype>("rates");
        QTest::addColumn<bool>("introspects");
        QTest::addColumn<bool>("lists");
        QTest::newRow("sap-ias") << AuthMethod::ClientSecretBasic << 5 << 2 << 2 << qsizetype(2) << true << true;
        QTest::newRow("keycloak") << AuthMethod::ClientSecretPost << 0 << 32 << 32 << qsizetype(0) << true << false;
        QTest::newRow("keycloak-admin") << AuthMethod::Bearer << 0 << 8 << 32 << qsizetype(0) << false << false;
        QTest::newRow("sap-directory") << AuthMethod::ClientSecretBasic << 5 << 2 << 2 << qsizetype(1) << false
                                       << false;
        QTest::newRow("screening-eagle") << AuthMethod::ClientSecretBasic << 0 << 8 << 8 << qsizetype(0) << false
                                         << false;
        QTest::newRow("kajabi") << AuthMethod::Bearer << 0 << 8 << 8 << qsizetype(0) << false << false;
        QTest::newRow("oauth2") << AuthMethod::ClientSecretBasic << 0 << 48 << 512 << qsizetype(0) << true << false;
    }
    void defaults()
    {
        const ProviderDescriptor descriptor = test::shippedProvider(QString::fromLatin1(QTest::currentDataTag()));
        QTEST(descriptor.defaultMethod, "method");
        QTEST(descriptor.limits.failuresBeforeLockOut, "lockOut");
        QTEST(descriptor.limits.inFlight, "inFlight");
        QTEST(descriptor.limits.mostInFlight, "mostInFlight");
        QTEST(descriptor.limits.rates.size(), "rates");
        QTEST(descriptor.introspects(), "introspects");
        QTEST(descriptor.lists(), "lists");
        QCOMPARE(descriptor.basicEncoding, BasicEncoding::Form);
        QCOMPARE(descriptor.tokenIsBearer, descriptor.id == "kajabi"_L1);
        QCOMPARE(descriptor.needsDiscovery, descriptor.id == "oauth2"_L1);
        QCOMPARE(descriptor.discoveryBlocks, descriptor.id != "sap-ias"_L1);
        QCOMPARE(descriptor.introspectionDependsOnAudience, descriptor.id == "keycloak"_L1);
        const bool session = descriptor.id == "sap-ias"_L1 || descriptor.id == "keycloak"_L1;
        QCOMPARE(descriptor.cascade, session ? Cascade::Session : Cascade::Token);
        for (const LocalizedText &text : {descriptor.summary, descriptor.urlHint, descriptor.verificationText,
                                          descriptor.ends, descriptor.doesNotEnd}) {
            QVERIFY(!text.english.isEmpty());
            QVERIFY(text.german != text.english);
        }
    }

    void sapsPace()
    {
        const auto rates = test::shippedProvider(u"sap-ias"_s).limits.rates;
        QCOMPARE(rates.at(0).requests, 1000);
        QCOMPARE(rates.at(0).window, std::chrono::seconds(60));
        QCOMPARE(rates.at(1).requests, 50);
        QCOMPARE(rates.at(1).window, std::chrono::seconds(1));
        QCOMPARE(test::shippedProvider(u"sap-ias"_s).limits.lockOut, std::chrono::minutes(60));
    }

    void anOwnDescriptorWaitsForAcceptance_data()
    {
        QTest::addColumn<Acceptance>("acceptance");
        QTest::addColumn<CatalogEntry::State>("state");
        QTest::newRow("new") << Acceptance::New << CatalogEntry::State::NeedsAcceptance;
        QTest::newRow("changed") << Acceptance::Changed << CatalogEntry::State::NeedsAcceptance;
        QTest::newRow("accepted") << Acceptance::Accepted << CatalogEntry::State::Ready;
    }
    void anOwnDescriptorWaitsForAcceptance()
    {
        QFETCH(Acceptance, acceptance);
        QFETCH(CatalogEntry::State, state);
        const QByteArray content = test::fixture(u"acme.json"_s);
        const QTemporaryDir folder;
        write(folder, u"mine.json"_s, content);
        const auto catalog = DescriptorCatalog::load(folder.path(), [&](const QString &id, QByteArrayView bytes) {
            return id == "acme"_L1 && bytes == content ? acceptance : Acceptance::New;
        });
        const CatalogEntry &entry = catalog.entries().last();
        QCOMPARE(entry.state, state);
        QCOMPARE(entry.acceptance, acceptance);
        QCOMPARE(entry.descriptor.id, u"acme"_s);
        QVERIFY(!entry.descriptor.shipped);
        QCOMPARE(entry.hosts, QStringList{u"id.acme.example"_s});
        QCOMPARE(entry.content, state == CatalogEntry::State::Ready ? QByteArray() : content);
        QCOMPARE(catalog.find(u"acme"_s) != nullptr, state == CatalogEntry::State::Ready);
    }

    void nobodyToAskMeansNotAccepted()
    {
        const QTemporaryDir folder;
        write(folder, u"mine.json"_s, test::fixture(u"acme.json"_s));
        QVERIFY(!DescriptorCatalog::load(folder.path()).find(u"acme"_s));
    }

    void neverShadowsAShippedOne()
    {
        const QTemporaryDir folder;
        const QByteArray content = test::fixture(u"acme.json"_s).replace("\"acme\"", "\"keycloak\"");
        write(folder, u"a.json"_s, content);
        const auto catalog = DescriptorCatalog::load(
            folder.path(), [](const QString &, QByteArrayView) { return Acceptance::Accepted; });
        QCOMPARE(catalog.entries().last().state, CatalogEntry::State::Refused);
        QCOMPARE(catalog.entries().last().error->detail,
                 u"line 2, id: keycloak is a provider that Curfew ships; choose another"_s);
        QCOMPARE(catalog.find(u"keycloak"_s)->name, u"Keycloak"_s);
    }

    void theFirstFileOfAnIdHasIt()
    {
        const QTemporaryDir folder;
        write(folder, u"a.json"_s, test::fixture(u"acme.json"_s));
        write(folder, u"b.json"_s, test::fixture(u"acme.json"_s).replace("Acme Identity", "Other"));
        write(folder, u"broken.json"_s, "{");
        write(folder, u"notes.txt"_s, "not looked at");
        const auto catalog = DescriptorCatalog::load(
            folder.path(), [](const QString &, QByteArrayView) { return Acceptance::Accepted; });
        QCOMPARE(catalog.entries().size(), 10);
        QCOMPARE(catalog.find(u"acme"_s)->name, u"Acme Identity"_s);
        QCOMPARE(catalog.entries().at(8).state, CatalogEntry::State::Refused);
        QCOMPARE(catalog.entries().at(9).state, CatalogEntry::State::Refused);
    }

    void checks()
    {
        const QTemporaryDir folder;
        write(folder, u"good.json"_s, test::fixture(u"acme.json"_s));
        write(folder, u"bad.json"_s, test::fixture(u"acme.json"_s).replace("\"mark\"", "\"marc\""));
        QVERIFY(DescriptorCatalog::check(folder.filePath(u"good.json"_s)));
        QCOMPARE(DescriptorCatalog::check(folder.filePath(u"bad.json"_s)).error().detail,
                 u"line 1, mark: is missing"_s);
        QCOMPARE(DescriptorCatalog::check(folder.filePath(u"none.json"_s)).error().kind, ErrorKind::InvalidInput);
        QVERIFY(DescriptorCatalog::check(u":/curfew/providers/keycloak.json"_s));
    }
};

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestDescriptorCatalog)
#include "tst_descriptorcatalog.moc"
