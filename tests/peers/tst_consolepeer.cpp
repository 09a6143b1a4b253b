// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clishell.h"
#include "keycloakperson.h"
#include "mainwindow.h"
#include "pageparts.h"
#include "peerbrowser.h"
#include "personpage.h"
#include "workspace.h"

#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

//! The console against a real Keycloak: a name is typed, that person is contained and let in again.
class TestConsolePeer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void containsByNameAndLetsInAgain();
    void cleanupTestCase() { m_keycloak.stop(); }

private:
    KeycloakServer m_keycloak;
    KeycloakPerson m_sam{m_keycloak};
};

void TestConsolePeer::initTestCase()
{
    QVERIFY(m_keycloak.start());
}

void TestConsolePeer::containsByNameAndLetsInAgain()
{
    CliShell shell(CliShell::Bus::Inherited); // whose keyring the console reads
    const CliAnswer added = shell.run(
        {u"issuer"_s, u"add"_s, u"realm"_s, u"--provider"_s, u"keycloak-admin"_s, u"--url"_s,
         m_keycloak.realm().toString(), u"--client-id"_s, u"administration"_s, u"--environment"_s, u"test"_s,
         u"--secret-file"_s, shell.file(u"secret"_s, KeycloakPerson::secretOf(u"administration"_s).toUtf8())});
    QVERIFY2(added.status == 0, added.err.constData());
    PeerBrowser laptop(u"sam.martin"_s, u"horse staple"_s);
    PeerBrowser phone(u"sam.martin"_s, u"horse staple"_s);
    const GrantedTokens travel = m_sam.exchange(u"travel"_s, laptop); // which asks for consent
    const GrantedTokens fleet = m_sam.exchange(u"fleet"_s, phone);
    const GrantedTokens offline = m_sam.exchange(u"fleet"_s, phone, u"openid offline_access"_s);
    QVERIFY(m_sam.isActive(fleet.access) && m_sam.isActive(offline.refresh) && !travel.refresh.isEmpty());

    auto workspace = Workspace::open(shell.profileDir());
    QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error().detail));
    QSettings settings(shell.file(u"window.ini"_s, {}), QSettings::IniFormat);
    MainWindow window(**workspace, settings);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClicks(window.focusWidget(), u"sam.martin@example.com"_s);
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    auto *page = window.findChild<PersonPage *>();
    QVERIFY(page);
    QTRY_VERIFY2_WITH_TIMEOUT(page->canContain(), qPrintable(shownText(*page)), 30'000);
    page->contain();
    confirmQuestion(*page);
    QTRY_VERIFY_WITH_TIMEOUT(page->isRunning(), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), 60'000);
    QVERIFY2(shownText(*page).contains(u"Contained"_s), qPrintable(shownText(*page)));

    // What the server says to others.
    QVERIFY(!m_sam.isActive(fleet.access));
    QVERIFY(!m_sam.isActive(offline.refresh));
    QCOMPARE(m_sam.refreshError(u"travel"_s, travel.refresh), u"invalid_grant"_s);
    QCOMPARE(m_sam.refreshError(u"fleet"_s, offline.refresh), u"invalid_grant"_s);
    QVERIFY(m_sam.signIn(u"openid"_s).access.isEmpty());
    QCOMPARE(m_sam.administered(u"users/%1/sessions"_s.arg(m_sam.id())).array().size(), 0);

    page->release();
    confirmQuestion(*page);
    QTRY_VERIFY_WITH_TIMEOUT(m_sam.isActive(m_sam.signIn(u"openid"_s).access), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), 30'000);
    QVERIFY(!m_sam.isActive(fleet.refresh)); // what was ended stays so
}

QTEST_MAIN(TestConsolePeer)
#include "tst_consolepeer.moc"
