// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "channelsettings.h"
#include "providertest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

class TestChannelSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesTheDescriptorsLimits()
    {
        Issuer issuer;
        issuer.url = QUrl(u"https://acme.accounts.ondemand.com"_s);
        issuer.acceptedOrigins = {u"https://other.example:443"_s};
        const auto settings = channelSettings(test::shippedProvider(u"sap-ias"_s), issuer, 12s);
        QCOMPARE(settings.allowedOrigins,
                 (QStringList{u"https://acme.accounts.ondemand.com:443"_s, u"https://other.example:443"_s}));
        QCOMPARE(settings.inFlight, 2);
        QCOMPARE(settings.rates, (QList<RateLimit>{{1000, 60s}, {50, 1s}}));
        QCOMPARE(settings.timeout, 12s);
    }

    void parallel_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<std::optional<int>>("parallel");
        QTest::addColumn<int>("inFlight");
        QTest::newRow("unset: the default") << u"oauth2"_s << std::optional<int>() << 48;
        QTest::newRow("raised") << u"oauth2"_s << std::optional(400) << 400;
        QTest::newRow("never above what the description allows") << u"sap-ias"_s << std::optional(50) << 2;
        QTest::newRow("lowered") << u"keycloak"_s << std::optional(1) << 1;
        QTest::newRow("at least one") << u"keycloak"_s << std::optional(0) << 1;
    }
    void parallel()
    {
        QFETCH(QString, provider);
        QFETCH(std::optional<int>, parallel);
        QTEST(channelSettings(test::shippedProvider(provider), {}, 1s, parallel).inFlight, "inFlight");
    }
};

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestChannelSettings)
#include "tst_channelsettings.moc"
