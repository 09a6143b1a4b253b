// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "systemplace.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

class SystemPlaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheSession_data();
    void followsTheSession();
};

void SystemPlaceTest::followsTheSession_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<KeychainPlace>("place");
    const auto service = KeychainPlace::SecretService;
    const auto wallet = KeychainPlace::KWallet;
    QTest::newRow("no desktop") << QStringList() << service;
    QTest::newRow("GNOME") << QStringList{u"XDG_CURRENT_DESKTOP=GNOME"_s} << service;
    QTest::newRow("Plasma 5") << QStringList{u"XDG_CURRENT_DESKTOP=KDE"_s, u"KDE_SESSION_VERSION=5"_s} << wallet;
    QTest::newRow("Plasma 6") << QStringList{u"XDG_CURRENT_DESKTOP=KDE"_s, u"KDE_SESSION_VERSION=6"_s} << service;
    QTest::newRow("KDE by its session") << QStringList{u"DESKTOP_SESSION=kde"_s, u"KDE_SESSION_VERSION=5"_s} << wallet;
    QTest::newRow("KDE by its mark") << QStringList{u"KDE_FULL_SESSION=true"_s, u"KDE_SESSION_VERSION=5"_s} << wallet;
    QTest::newRow("GNOME started from KDE")
        << QStringList{u"XDG_CURRENT_DESKTOP=GNOME"_s, u"KDE_FULL_SESSION=true"_s, u"KDE_SESSION_VERSION=5"_s}
        << service;
}

void SystemPlaceTest::followsTheSession()
{
    QFETCH(QStringList, variables);
    QProcessEnvironment environment;
    for (const QString &variable : std::as_const(variables))
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    QTEST(freedesktopPlace(environment), "place");
}

QTEST_GUILESS_MAIN(SystemPlaceTest)
#include "tst_systemplace.moc"
