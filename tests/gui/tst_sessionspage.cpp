// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "confirmdialog.h"
#include "fakesessions.h"
#include "pageparts.h"
#include "plainlabel.h"
#include "sessiondetails.h"
#include "sessionspage.h"
#include "sessiontable.h"
#include "sessiontablemodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonObject>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(curfew::ErrorKind)

static QByteArray anchor()
{
    return fakeJwt({{u"sub"_s, u"P000123"_s}, {u"exp"_s, qint64(4'000'000'000)}});
}

class TestSessionsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { open(true); }
    void cleanup() { m_page.reset(); }

    void waitsForALookUp();
    void listsEndsAndSaysSo();
    void stopsOnRequest();
    void goesOnAfterAFailureUntilTheLastAnswer();
    void neverHidesWhatStillWorks();
    void endsHiddenRowsToo();
    void endsTheSelectedAlone();
    void readsAnOldListAgainBeforeAsking();
    void asksEvenWhenTheListCannotBeReadAgain();
    void asksWhoseAccessIsMeant();
    void neverSaysAllClear();
    void offersToClearAFilterThatHidesAll();
    void explainsFailures_data();
    void explainsFailures();
    void mayBeClosedWhileAnAnswerIsPending();
    void mayBeClosedWhileAsking();
    void dropsAnswersToOlderQuestions();
    void wipesWhenLocked();
    void wipesWhenClosed();
    void goesOnWhileLocked();
    void keepsOutcomesWhenTheListCannotBeReadAgain();
    void retriesWhatIsLeft();
    void checksAgain();
    void showsGivenTokensWhereNothingIsListed();
    void keepsItsLayout();
    void showsNoMarkup();
    void cutsNoText();
    void endsNothingTwice();
    void movesOnWhenAFilterHidesTheSelection();
    void saysHowFarItIs();
    void keepsDetailsCurrentWhileItRuns();
    void readsAnOldListAgainBeforeRetrying();
    void goesByTabAsItIsRead();
    void copiesTechnicalDetails();
    void takesUpWhatWasInterrupted();
    void leavesWhatWasBegunElsewhere_data();
    void leavesWhatWasBegunElsewhere();
    void checksWhatWasInterrupted();
    void takesUpNobodyElse();

private:
    void open(bool lists);
    void lookUp(int sessions = 7);
    ConfirmDialog *question() { return openQuestion(*m_page); }
    void sayYes();
    SessionTable *table() { return m_page->findChild<SessionTable *>(); }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
            if (candidate->text() == text && candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    void press(const QString &text)
    {
        QTRY_VERIFY2(button(text), qPrintable(text)); // a new button appears with the next layout
        QTest::mouseClick(button(text), Qt::LeftButton);
    }
    bool shows(const QString &text) { return shownText(*m_page).contains(text); }

    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<SessionsPage> m_page;
};

void TestSessionsPage::open(bool lists)
{
    m_page.reset();
    m_service = std::make_unique<FakeService>(lists);
    m_page = std::make_unique<SessionsPage>(m_service->backend());
    m_page->resize(1200, 800);
    m_page->show();
}

static LookUp given(const QByteArray &bytes)
{
    FoundToken found;
    found.token = fakeToken(bytes);
    found.role = TokenRole::AccessToken;
    return {{{found, {}}}, u"Acme prod"_s};
}

void TestSessionsPage::lookUp(int sessions)
{
    m_page->lookUp(given(anchor()));
    m_service->answerList(fakeListing(sessions, anchor(), m_service->now));
    QTRY_COMPARE(m_page->showsRows(), sessions > 0);
}

void TestSessionsPage::sayYes()
{
    QVERIFY(question());
    confirmQuestion(*m_page);
    QVERIFY(m_service->action);
    QVERIFY(m_service->action->started);
}

void TestSessionsPage::waitsForALookUp()
{
    QVERIFY(shows(u"Nobody is looked up yet"_s));
    QVERIFY(!m_page->canEndAll());
    m_page->endAll();
    QVERIFY(!question());
}

void TestSessionsPage::listsEndsAndSaysSo()
{
    QSignalSpy known(m_page.get(), &SessionsPage::personKnown);
    QSignalSpy finished(m_page.get(), &SessionsPage::finished);
    lookUp();
    QCOMPARE(known.last().first().toString(), u"dona.moore@example.com"_s);
    QVERIFY(shows(u"End all 7 session(s)…"_s));
    m_page->endAll();
    sayYes();
    QVERIFY(m_page->isRunning());
    QVERIFY(!m_page->canEndAll());
    QCOMPARE(m_service->action->plan.items.size(), 14);
    QCOMPARE(m_page->activity().total, 14);
    m_service->action->settle(0, Outcome::Revoked);
    QTRY_COMPARE(m_page->activity().done, 1);
    m_service->action->settleAll(Outcome::Revoked);
    QCOMPARE(finished.size(), 1);
    QVERIFY(!m_page->isRunning());
    QVERIFY(!m_page->activity().running);
    QVERIFY(shows(u"All 7 session(s) ended and checked."_s));
    QVERIFY(shows(u"The password"_s));
    QCOMPARE(table()->model()->index(0, 0).data().toString(), u"Ended, checked"_s);
}

void TestSessionsPage::stopsOnRequest()
{
    lookUp(3);
    m_page->endAll();
    sayYes();
    m_page->stop();
    QVERIFY(m_service->action->stopped);
    QVERIFY(m_page->activity().stopping);
    m_service->action->settle(0, Outcome::Revoked);
    m_service->action->settle(1, Outcome::Revoked);
    for (qsizetype i = 2; i < 6; ++i)
        m_service->action->settle(i, Outcome::Skipped);
    m_service->action->finish();
    QVERIFY(shows(u"Not yet: 1 ended, 2 not tried."_s));
}

void TestSessionsPage::goesOnAfterAFailureUntilTheLastAnswer()
{
    QSignalSpy finished(m_page.get(), &SessionsPage::finished);
    lookUp(2);
    m_page->endAll();
    sayYes();
    for (qsizetype i = 0; i < 3; ++i)
        m_service->action->move(i, RevocationBatch::Stage::Ending);
    m_service->action->fail(Error{ErrorKind::JournalFailed, u"disk full"_s, 0, {}});
    QVERIFY(m_page->isRunning());
    QVERIFY(!m_page->canEndAll());
    QVERIFY(!shows(u"Not yet:"_s));
    m_page->lock();
    QVERIFY(m_service->action); // what is in flight outlives the lock
    for (qsizetype i = 0; i < 3; ++i)
        m_service->action->settle(i, Outcome::Revoked);
    m_service->action->settle(3, Outcome::Skipped);
    m_service->action->finish();
    QCOMPARE(finished.size(), 1);
    QVERIFY(!m_page->isRunning());
    QVERIFY(shows(u"Not yet: 1 ended, 1 not tried."_s));
    QVERIFY(shows(u"The journal can’t be written."_s));
}

void TestSessionsPage::neverHidesWhatStillWorks()
{
    lookUp(2);
    m_page->endAll();
    sayYes();
    for (qsizetype i = 0; i < 4; ++i)
        m_service->action->settle(i, i == 3 ? Outcome::StillActive : Outcome::Revoked);
    m_service->action->finish();
    QVERIFY(shows(u"Not yet: 1 session(s) still work."_s));
    QVERIFY(!shows(u"ended and checked"_s));
}

void TestSessionsPage::endsHiddenRowsToo()
{
    lookUp(6);
    m_page->focusFilter();
    m_page->findChild<QLineEdit *>()->setText(u"client:client-1"_s);
    QCOMPARE(table()->model()->rowCount(), 3);
    m_page->endAll();
    QVERIFY(question());
    QVERIFY(shownText(*question()).contains(u"3 hidden by your filter are included."_s));
    sayYes();
    QCOMPARE(m_service->action->plan.items.size(), 12);
}

void TestSessionsPage::endsTheSelectedAlone()
{
    lookUp(4);
    table()->selectionModel()->clearSelection();
    QVERIFY(!m_page->canEndSelected());
    table()->selectSession(u"%1"_s.arg(2, 16, 16, '0'_L1));
    QTest::keyClick(table(), Qt::Key_Delete);
    sayYes();
    QCOMPARE(m_service->action->plan.items.size(), 2);
    QCOMPARE(m_service->action->plan.items.first().record.session, u"%1"_s.arg(2, 16, 16, '0'_L1));
}

void TestSessionsPage::readsAnOldListAgainBeforeAsking()
{
    lookUp(3);
    m_service->now = m_service->now.addSecs(31);
    m_page->endAll();
    QVERIFY(!question());
    QCOMPARE(m_service->lists, 2);
    m_service->answerList(fakeListing(5, anchor(), m_service->now));
    QTRY_VERIFY(question());
    QVERIFY(shownText(*question()).contains(u"2 more session(s) since you looked"_s));
    sayYes();
    QCOMPARE(m_service->action->plan.items.size(), 10);
}

void TestSessionsPage::asksEvenWhenTheListCannotBeReadAgain()
{
    lookUp(3);
    m_service->now = m_service->now.addSecs(120);
    m_page->endAll();
    m_service->answerList(failure(ErrorKind::NoConnection));
    QTRY_VERIFY(question());
    QVERIFY(shownText(*question()).contains(u"could not be read again"_s));
}

void TestSessionsPage::asksWhoseAccessIsMeant()
{
    m_page->lookUp(given(fakeJwt({{u"sub"_s, u"somebody.else"_s}})));
    QSignalSpy known(m_page.get(), &SessionsPage::personKnown);
    m_service->answerList(fakeListing(3, anchor(), m_service->now));
    QTRY_VERIFY(m_page->showsRows());
    QVERIFY(!m_page->canEndAll());
    QVERIFY(known.isEmpty() || known.last().first().toString().isEmpty());
    QVERIFY(shows(u"Whose access is to end?"_s));
    press(u"Go on with dona.moore@example.com"_s);
    QVERIFY(m_page->canEndAll());
}

void TestSessionsPage::neverSaysAllClear()
{
    m_page->lookUp(given(anchor()));
    Listing nobody;
    nobody.takenAt = m_service->now;
    m_service->answerList(nobody);
    QTRY_VERIFY(shows(u"No sessions listed"_s));
    QVERIFY(shows(u"Applications without tokens here, and open browser sign-ins, don’t appear."_s));
}

void TestSessionsPage::offersToClearAFilterThatHidesAll()
{
    lookUp(3);
    m_page->findChild<QLineEdit *>()->setText(u"no such thing"_s);
    QVERIFY(shows(u"Your filter hides everything"_s));
    press(u"Clear filter"_s);
    QVERIFY(table()->isVisible());
}

void TestSessionsPage::explainsFailures_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("button");
    QTest::newRow("keychain locked") << ErrorKind::KeychainLocked << 0 << u"Unlock…"_s;
    QTest::newRow("breaker open") << ErrorKind::BreakerOpen << 0 << u"Replace…"_s;
    QTest::newRow("no credential") << ErrorKind::NoCredential << 0 << u"Credential…"_s;
    QTest::newRow("unreachable") << ErrorKind::NoConnection << 0 << u"Try again"_s;
    QTest::newRow("captive portal") << ErrorKind::NotTheService << 200 << u"Try again"_s;
    QTest::newRow("dead token") << ErrorKind::Refused << 400 << u"Try again"_s;
}

void TestSessionsPage::explainsFailures()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, status);
    QFETCH(QString, button);
    m_page->lookUp(given(anchor()));
    Error error;
    error.kind = kind;
    error.httpStatus = status;
    error.detail = u"the technical words"_s;
    m_service->answerList(tl::unexpected(error));
    QTRY_VERIFY(this->button(button));
    QVERIFY(!m_page->showsRows());
    QVERIFY(!shows(u"the technical words"_s)); // one click away
    if (kind == ErrorKind::Refused)
        QVERIFY(shows(u"This token can no longer be used to look"_s));
}

void TestSessionsPage::mayBeClosedWhileAnAnswerIsPending()
{
    m_page->lookUp(given(anchor()));
    QCOMPARE(m_service->openLists(), 1);
    m_page.reset();
    m_service->answerList(fakeListing(3, anchor(), m_service->now));
    QCoreApplication::processEvents(); // the answer finds nobody
    QCOMPARE(m_service->lists, 1);
    QVERIFY(!m_service->action);
}

void TestSessionsPage::mayBeClosedWhileAsking()
{
    lookUp(3);
    m_page->endAll();
    QPointer<ConfirmDialog> open = question();
    QVERIFY(open);
    m_page.reset();
    QVERIFY(!open);
    QVERIFY(!m_service->action);
}

void TestSessionsPage::dropsAnswersToOlderQuestions()
{
    m_page->lookUp(given(anchor()));
    m_page->lookUp(given("another-token-1234"));
    QCOMPARE(m_service->openLists(), 2);
    m_service->answerList(fakeListing(5, anchor(), m_service->now));
    QCoreApplication::processEvents(); // the page has heard of it
    QVERIFY(!m_page->showsRows());
    m_service->answerList(fakeListing(2, {}, m_service->now));
    QTRY_COMPARE(table()->model()->rowCount(), 2);
}

void TestSessionsPage::wipesWhenLocked()
{
    lookUp(3);
    m_page->endAll();
    QPointer<ConfirmDialog> open = question();
    m_page->lock();
    QTRY_VERIFY(!open);
    QVERIFY(!m_page->showsRows());
    QVERIFY(!m_page->canListAgain());
    QVERIFY(!shows(u"dona.moore"_s));
    QVERIFY(shows(u"Locked"_s));
}

void TestSessionsPage::wipesWhenClosed()
{
    lookUp(3);
    m_page->endAll();
    QPointer<ConfirmDialog> open = question();
    m_page->forget();
    QTRY_VERIFY(!open);
    QVERIFY(!m_page->showsRows());
    QVERIFY(!m_page->canListAgain());
    QVERIFY(!shows(u"dona.moore"_s));
    QVERIFY(!shows(u"Locked"_s));
    lookUp(2);
    m_page->endAll();
    sayYes();
    m_page->forget(); // what runs needs its tokens, and its rows tell how it goes
    QVERIFY(m_page->isRunning());
    QVERIFY(m_page->showsRows());
}

void TestSessionsPage::goesOnWhileLocked()
{
    lookUp(2);
    m_page->endAll();
    sayYes();
    m_page->lock();
    QVERIFY(m_page->isRunning());
    QVERIFY(!m_service->action->plan.items.first().target.token.isNull());
    m_service->action->settleAll(Outcome::Revoked);
    QVERIFY(shows(u"All 2 session(s) ended and checked."_s));
    QVERIFY(!shows(u"Travel"_s)); // what is hidden stays hidden
}

void TestSessionsPage::keepsOutcomesWhenTheListCannotBeReadAgain()
{
    lookUp(2);
    m_page->endAll();
    sayYes();
    m_service->action->settleAll(Outcome::Revoked);
    m_page->listAgain();
    Error dead;
    dead.kind = ErrorKind::Refused;
    dead.httpStatus = 400;
    m_service->answerList(tl::unexpected(dead));
    QTRY_VERIFY(shows(u"can no longer be used to look"_s));
    QCOMPARE(table()->model()->index(0, 0).data().toString(), u"Ended, checked"_s);
}

void TestSessionsPage::retriesWhatIsLeft()
{
    lookUp(2);
    m_page->endAll();
    sayYes();
    for (qsizetype i = 0; i < 4; ++i)
        m_service->action->settle(i, i < 2 ? Outcome::Revoked : Outcome::Failed);
    m_service->action->finish();
    press(u"Retry…"_s);
    sayYes();
    QCOMPARE(m_service->action->plan.items.size(), 2);
}

void TestSessionsPage::checksAgain()
{
    lookUp(2);
    m_page->endAll();
    sayYes();
    for (qsizetype i = 0; i < 4; ++i)
        m_service->action->settle(i, i < 2 ? Outcome::Revoked : Outcome::Accepted);
    m_service->action->finish();
    m_service->sight = Sight::Inactive;
    press(u"Check again"_s);
    QTRY_VERIFY(shows(u"2 not active any more"_s));
    QCOMPARE(m_service->looks, 2);
}

void TestSessionsPage::showsGivenTokensWhereNothingIsListed()
{
    open(false);
    LookUp lookUp = given(fakeJwt({{u"sub"_s, u"dona"_s}, {u"azp"_s, u"travel"_s}, {u"exp"_s, qint64(4'000'000'000)}}));
    FoundToken refresh;
    refresh.token = fakeToken("refresh-token-1234");
    refresh.role = TokenRole::RefreshToken;
    lookUp.tokens.append({refresh, lookUp.tokens.first().found.token});
    m_page->lookUp(lookUp);
    QTRY_COMPARE(m_service->looks, 2);
    QTRY_COMPARE(table()->model()->index(0, 0).data().toString(), u"Active"_s);
    QVERIFY(shows(u"This service can’t list sessions; Curfew can end the token you pasted."_s));
    QVERIFY(shows(u"End all 2 token(s)…"_s));
    QTRY_VERIFY(m_page->canEndAll());
    m_page->endAll();
    sayYes();
    QCOMPARE(m_service->action->plan.items.size(), 2);
    m_service->action->settleAll(Outcome::Accepted);
    QVERIFY(shows(u"2 token(s) ended, says the service; Curfew can’t check it."_s));
    QCOMPARE(table()->model()->index(0, 0).data().toString(), u"Ended, says the service"_s);
}

void TestSessionsPage::keepsItsLayout()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"layout.ini"_s), QSettings::IniFormat);
    lookUp(3);
    m_page->findChild<QLineEdit *>()->setText(u"travel"_s);
    table()->setColumnHidden(SessionTableModel::ExpiryColumn, true);
    table()->setColumnWidth(SessionTableModel::DeviceColumn, 333);
    m_page->saveLayout(settings);
    for (const QString &key : settings.allKeys())
        QVERIFY(!settings.value(key).toByteArray().contains("travel"));
    open(true);
    m_page->restoreLayout(settings);
    QVERIFY(table()->isColumnHidden(SessionTableModel::ExpiryColumn));
    QCOMPARE(table()->columnWidth(SessionTableModel::DeviceColumn), 333);
}

void TestSessionsPage::showsNoMarkup()
{
    m_page->lookUp(given(anchor()));
    Listing listing = fakeListing(3, anchor(), m_service->now);
    listing.uid = u"<h1>dona</h1>"_s;
    for (Session &session : listing.sessions) {
        session.application = u"<b>bold\u202e</b>"_s;
        session.userAgent = u"<i>agent</i>"_s;
        session.clientId = u"<u>client</u>"_s;
    }
    listing.warnings = {u"<s>warning</s>"_s};
    m_service->answerList(listing);
    QTRY_VERIFY(m_page->showsRows());
    m_page->endAll();
    sayYes();
    for (qsizetype i = 0; i < 6; ++i)
        m_service->action->settle(i, Outcome::Refused);
    m_service->action->finish();
    QVERIFY(shows(u"<b>bold⟨U+202E⟩</b>"_s));
    for (const QLabel *label : m_page->findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'), qPrintable(label->text()));
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        const QString tip = widget->toolTip();
        QVERIFY2(!Qt::mightBeRichText(tip) || tip.startsWith("<qt>"_L1), qPrintable(tip));
    }
}

void TestSessionsPage::cutsNoText()
{
    m_page->lookUp(given(anchor()));
    Listing listing = fakeListing(3, anchor(), m_service->now);
    listing.sessions[1].userAgent =
        u"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) and much more "_s.repeated(4);
    listing.sessions[1].grouping = Grouping::Inferred;
    listing.sessions[1].clientId = u"5d0c9a7e-3b42-4f16-8e21-7c6a90c12345"_s;
    listing.sessions[2].userAgent = u"x"_s.repeated(1000);
    m_service->answerList(listing);
    QTRY_VERIFY(m_page->showsRows());
    const auto *details = m_page->findChild<SessionDetails *>();
    const auto cut = [details] {
        for (const PlainLabel *label : details->findChildren<PlainLabel *>()) {
            if (label->isVisible() && label->height() < label->heightForWidth(label->width()))
                return label->text();
        }
        return QString();
    };
    for (const Session &session : std::as_const(listing.sessions)) {
        table()->selectSession(session.id);
        QCOMPARE(details->session(), session.id);
        QTRY_COMPARE(cut(), QString());
        QVERIFY(details->widget()->width() <= details->viewport()->width());
    }
}

void TestSessionsPage::endsNothingTwice()
{
    lookUp(3);
    const QString id = u"%1"_s.arg(0, 16, 16, '0'_L1);
    table()->selectSession(id);
    m_page->endSelected();
    sayYes();
    m_service->action->settleAll(Outcome::Revoked);
    QCOMPARE(table()->selectedSessions(), QStringList{id});
    QVERIFY(!m_page->canEndSelected());
    QVERIFY(!button(u"End session…"_s)->isEnabled());
    table()->selectAll();
    QVERIFY(button(u"End 2 sessions…"_s));
    m_page->endSelected();
    sayYes();
    for (const PlanItem &item : std::as_const(m_service->action->plan.items))
        QVERIFY(item.record.session != id);
}

void TestSessionsPage::movesOnWhenAFilterHidesTheSelection()
{
    lookUp(4);
    table()->selectSession(u"%1"_s.arg(0, 16, 16, '0'_L1));
    m_page->findChild<QLineEdit *>()->setText(u"client:client-1"_s);
    QCOMPARE(table()->selectedSessions(), QStringList{u"%1"_s.arg(1, 16, 16, '0'_L1)});
}

void TestSessionsPage::saysHowFarItIs()
{
    lookUp(3);
    m_page->endAll();
    sayYes();
    FakeAction &action = *m_service->action;
    const auto settle = [&action](const QString &session, Outcome outcome) {
        for (qsizetype i = 0; i < action.plan.items.size(); ++i) {
            if (action.plan.items[i].record.session == session)
                action.settle(i, outcome);
        }
    };
    settle(u"%1"_s.arg(1, 16, 16, '0'_L1), Outcome::Revoked);
    QTRY_VERIFY2(m_page->activity().text.contains(u"1 of 3 ended and checked"_s), qPrintable(m_page->activity().text));
    settle(u"%1"_s.arg(2, 16, 16, '0'_L1), Outcome::Accepted); // nobody saw that it ended
    QTRY_VERIFY(m_page->activity().text.contains(u"1 ended, says the service"_s));
    QVERIFY(m_page->activity().text.contains(u"1 of 3 ended and checked"_s));
}

void TestSessionsPage::keepsDetailsCurrentWhileItRuns()
{
    lookUp(2);
    table()->selectSession(u"%1"_s.arg(1, 16, 16, '0'_L1));
    m_page->endSelected();
    sayYes();
    for (qsizetype i = 0; i < 2; ++i)
        m_service->action->settle(i, Outcome::Revoked);
    QVERIFY(m_page->isRunning());
    QTRY_VERIFY(shownText(*m_page->findChild<SessionDetails *>()).contains(u"Ended, checked"_s));
}

void TestSessionsPage::readsAnOldListAgainBeforeRetrying()
{
    lookUp(2);
    m_page->endAll();
    sayYes();
    for (qsizetype i = 0; i < 4; ++i)
        m_service->action->settle(i, i < 2 ? Outcome::Revoked : Outcome::Failed);
    m_service->action->finish();
    m_service->now = m_service->now.addSecs(31);
    press(u"Retry…"_s);
    QVERIFY(!question());
    QCOMPARE(m_service->lists, 2);
    m_service->answerList(fakeListing(2, anchor(), m_service->now));
    QTRY_VERIFY(question());
    sayYes();
    QCOMPARE(m_service->action->plan.items.size(), 2);
}

void TestSessionsPage::goesByTabAsItIsRead()
{
    lookUp(3);
    QStringList stops;
    QWidget *widget = m_page->findChild<QLineEdit *>();
    for (const QWidget *first = widget; stops.size() < 40;) {
        stops.append(QString::fromLatin1(widget->metaObject()->className()) + u' '
                     + widget->property("text").toString());
        do
            widget = widget->nextInFocusChain();
        while (widget != first
               && !(widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus));
        if (widget == first)
            break;
    }
    const auto place = [&stops](const QString &part) {
        for (qsizetype i = 0; i < stops.size(); ++i) {
            if (stops[i].contains(part))
                return i;
        }
        return qsizetype(-1);
    };
    QVERIFY(place(u"SessionTable"_s) > 0);
    QVERIFY(place(u"SessionTable"_s) < place(u"QCheckBox"_s));
    QVERIFY2(place(u"QCheckBox"_s) < place(u"End session…"_s), qPrintable(stops.join(u'\n')));
    QVERIFY(place(u"End session…"_s) < place(u"End all 3"_s));
}

void TestSessionsPage::copiesTechnicalDetails()
{
    m_page->lookUp(given(anchor()));
    Error error;
    error.kind = ErrorKind::NoConnection;
    error.detail = u"the technical words"_s;
    m_service->answerList(tl::unexpected(error));
    press(u"Details"_s);
    QTRY_VERIFY(shows(u"the technical words"_s));
    press(u"Copy details"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"the technical words"_s));
}

//! An action on \p listing that ended its first token, sent the second one and then was interrupted.
static BatchRecord interruptedAction(const FakeService &service, const Listing &listing)
{
    const RevocationPlan plan = planFromListing(service.issuer, listing, fakeToken(anchor()), {}, service.now);
    BatchRecord batch;
    batch.origin = plan.origin;
    batch.summary.batch = u"20260301-120000-0001"_s;
    batch.summary.issuer = plan.issuer;
    batch.summary.user = plan.user;
    batch.summary.startedAt = service.now.addSecs(-600);
    for (const PlanItem &item : plan.items)
        batch.items.append({item.record, ItemState::Planned, Sight::Alive, {}});
    batch.items[0].state = ItemState::Done;
    batch.items[0].result = ItemResult();
    batch.items[0].result->outcome = Outcome::Revoked;
    batch.items[1].state = ItemState::Sending;
    return batch;
}

void TestSessionsPage::takesUpWhatWasInterrupted()
{
    m_page->takeUp(interruptedAction(*m_service, fakeListing(2, anchor(), m_service->now)), TakeUp::SendAgain);
    QTRY_VERIFY(shows(u"was interrupted. Give a token of this person above"_s));
    lookUp(2);
    QVERIFY(question());
    QVERIFY(shownText(*question()).contains(u"3 token(s) are looked at first or sent"_s));
    sayYes();
    const RevocationPlan &plan = m_service->action->plan;
    QVERIFY(plan.resumes);
    QCOMPARE(plan.resumes->summary.batch, u"20260301-120000-0001"_s);
    QCOMPARE(plan.items.size(), 4);
    QCOMPARE(plan.items[0].part, PlanPart::Settled);
    QCOMPARE(plan.items[1].part, PlanPart::ToLookFirst);
    QCOMPARE(plan.items[2].part, PlanPart::ToEnd);
    QVERIFY(!shows(u"was interrupted"_s));
    m_service->action->settleAll(Outcome::Failed);
    press(u"Retry…"_s); // an action of its own
    sayYes();
    QVERIFY(!m_service->action->plan.resumes);
}

void TestSessionsPage::leavesWhatWasBegunElsewhere_data()
{
    QTest::addColumn<TakeUp>("what");
    QTest::newRow("to send") << TakeUp::SendAgain;
    QTest::newRow("to check") << TakeUp::Check;
}

void TestSessionsPage::leavesWhatWasBegunElsewhere()
{
    QFETCH(TakeUp, what);
    BatchRecord batch = interruptedAction(*m_service, fakeListing(2, anchor(), m_service->now));
    batch.origin.client = u"another"_s;
    m_page->takeUp(batch, what);
    lookUp(2);
    QTRY_VERIFY(shows(u"has another address or another client"_s));
    QVERIFY(!question() && !m_service->action);
}

void TestSessionsPage::checksWhatWasInterrupted()
{
    // The second token was sent and isn't listed any more; the others are, and none of them was sent.
    const Listing before = fakeListing(2, anchor(), m_service->now);
    const BatchRecord batch = interruptedAction(*m_service, before);
    m_page->takeUp(batch, TakeUp::Check);
    m_page->lookUp(given(anchor()));
    QTRY_COMPARE(m_service->openLists(), 1);
    Listing now = before;
    for (Session &session : now.sessions) {
        erase_if(session.tokens, [&batch](const ListedToken &token) {
            return token.token.fingerprint().toString() == batch.items[1].item.fingerprint;
        });
    }
    m_service->answerList(now);
    QTRY_VERIFY(m_service->action);
    QVERIFY(!question()); // it ends nothing
    const RevocationPlan &plan = m_service->action->plan;
    QCOMPARE(plan.resumes->summary.batch, u"20260301-120000-0001"_s);
    QList<PlanPart> parts;
    for (const PlanItem &item : plan.items)
        parts << item.part;
    QCOMPARE(parts, (QList<PlanPart>{PlanPart::Settled, PlanPart::SeenGone, PlanPart::Settled, PlanPart::Settled}));
    QCOMPARE(plan.sendableCount(), 0);
    m_service->action->settle(1, Outcome::Revoked);
    m_service->action->finish();
    QTRY_VERIFY(shows(u"was interrupted"_s)); // the rest can still be sent again
    press(u"Send again…"_s);
    QVERIFY(question());
    QVERIFY(shownText(*question()).contains(u"2 token(s)"_s));
}

void TestSessionsPage::takesUpNobodyElse()
{
    BatchRecord batch = interruptedAction(*m_service, fakeListing(2, anchor(), m_service->now));
    batch.summary.user = u"somebody.else"_s;
    m_page->takeUp(batch, TakeUp::SendAgain);
    lookUp(2);
    QVERIFY(!question());
    QVERIFY(shows(u"the interrupted action ends the access of somebody.else. Nothing was sent."_s));
}

QTEST_MAIN(TestSessionsPage)
#include "tst_sessionspage.moc"
