// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lookupbar.h"
#include "pageparts.h"
#include "pastefield.h"
#include "practiceissuers.h"
#include "sessionspage.h"
#include "sessiontable.h"
#include "workspace.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

//! The main job over real HTTP on loopback: paste, list, end all, confirm, headline.
class TestSessionsRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void endsEverySessionOfTheVictim();
    void shoutsWhenTheServiceLies();
    void stopsAtARefusedClient();
    void endsAPastedTokenWhereNothingIsListed();

private:
    void open(const QString &provider);
    void paste(const QByteArray &text);
    void confirm();
    [[nodiscard]] PracticeIssuer &practice() { return m_workspace->practice()->issuer(m_provider); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<IssuerAccess> m_access;
    std::unique_ptr<LookUpBar> m_bar;
    std::unique_ptr<SessionsPage> m_page;
    QString m_provider;
};

void TestSessionsRun::init()
{
    auto workspace = Workspace::openPractice();
    QVERIFY(workspace);
    m_workspace = std::move(*workspace);
}

void TestSessionsRun::cleanup()
{
    m_bar.reset();
    m_page.reset();
    m_access.reset();
    m_workspace.reset();
}

void TestSessionsRun::open(const QString &provider)
{
    m_provider = provider;
    const Issuer issuer = m_workspace->practice()->setup(provider).issuer;
    auto access = m_workspace->access(issuer);
    QVERIFY(access);
    m_access = std::move(*access);
    m_page = std::make_unique<SessionsPage>(backendFor(*m_access, u"tester"_s, Mode::Practice));
    m_page->resize(1280, 800);
    m_page->show();
    m_bar = std::make_unique<LookUpBar>();
    m_bar->setServices({{issuer, m_access->descriptor().lists()}});
    m_bar->setCurrentService(issuer.name);
    m_bar->show();
    connect(m_bar.get(), &LookUpBar::lookUpRequested, m_page.get(), &SessionsPage::lookUp);
}

void TestSessionsRun::paste(const QByteArray &text)
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    QTest::keySequence(m_bar->findChild<PasteField *>(), QKeySequence::Paste);
    QVERIFY(m_bar->hasToken());
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    QTRY_VERIFY2(m_page->canEndAll(), qPrintable(shownText(*m_page)));
}

void TestSessionsRun::confirm()
{
    QSignalSpy finished(m_page.get(), &SessionsPage::finished);
    m_page->endAll();
    confirmQuestion(*m_page);
    QVERIFY(m_page->isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QVERIFY(!finished.first().first().toString().isEmpty());
}

void TestSessionsRun::endsEverySessionOfTheVictim()
{
    open(u"sap-ias"_s);
    const int before = practice().aliveCount(practiceVictim());
    const int others = practice().aliveCount() - before;
    QVERIFY(before > 2);
    paste("Authorization: Bearer " + m_workspace->practice()->anchorFor(practiceVictim()));
    QVERIFY(shownText(*m_page).contains(practiceVictim()));
    confirm();
    // Sessions of applications whose client has no credential on file stay, and are said to.
    const QString text = shownText(*m_page);
    const int after = practice().aliveCount(practiceVictim());
    QVERIFY2(text.contains(after == 0 ? u"ended"_s : u"Not yet:"_s), qPrintable(text));
    QVERIFY(after < before);
    QCOMPARE(practice().aliveCount() - after, others);
}

void TestSessionsRun::shoutsWhenTheServiceLies()
{
    open(u"sap-ias"_s);
    paste(m_workspace->practice()->anchorFor(practiceVictim()));
    practice().faults().always(PracticeEndpoint::Revoke, PracticeFault::lie());
    confirm();
    const QString text = shownText(*m_page);
    QVERIFY2(text.contains(u"Not yet:"_s) && text.contains(u"still work"_s), qPrintable(text));
    QVERIFY(practice().aliveCount(practiceVictim()) > 0);
}

void TestSessionsRun::stopsAtARefusedClient()
{
    open(u"sap-ias"_s);
    paste(m_workspace->practice()->anchorFor(practiceVictim()));
    for (const PracticeClient &client : practice().clients())
        practice().setSecret(client.id, "another-secret");
    confirm();
    QVERIFY(shownText(*m_page).contains(u"Not yet:"_s) || shownText(*m_page).contains(u"Nothing was ended."_s));
}

void TestSessionsRun::endsAPastedTokenWhereNothingIsListed()
{
    open(u"keycloak"_s);
    const QList<PracticeToken> alive = practice().aliveTokens(practiceVictim());
    QVERIFY(!alive.isEmpty());
    QByteArray token;
    for (const PracticeToken &candidate : alive) {
        if (m_access->issuer().client(candidate.session.clientId))
            token = candidate.value;
    }
    QVERIFY(!token.isEmpty());
    paste(token);
    QCOMPARE(m_page->findChild<SessionTable *>()->model()->index(0, 0).data().toString(), u"Active"_s);
    confirm();
    QVERIFY(!practice().isAlive(token));
    QVERIFY2(shownText(*m_page).contains(u"ended and checked."_s), qPrintable(shownText(*m_page)));
}

QTEST_MAIN(TestSessionsRun)
#include "tst_sessionsrun.moc"
