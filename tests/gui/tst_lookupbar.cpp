// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakesessions.h"
#include "lookupbar.h"
#include "pastefield.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QJsonObject>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>

using namespace curfew;
using namespace Qt::StringLiterals;

static QByteArray acmeToken()
{
    return fakeJwt(
        {{u"iss"_s, u"https://acme.example"_s}, {u"sub"_s, u"dona.moore"_s}, {u"exp"_s, qint64(4'000'000'000)}});
}

static Issuer issuer(const QString &name, const QString &url)
{
    Issuer issuer;
    issuer.name = name;
    issuer.url = QUrl(url);
    return issuer;
}

static QList<LookUpBar::Service> services()
{
    return {{issuer(u"Acme"_s, u"https://acme.example"_s), true},
            {issuer(u"Other"_s, u"https://other.example"_s), true},
            {issuer(u"Plain"_s, u"https://plain.example"_s), false}};
}

//! Everything that any widget of \p root shows or offers to a screen reader.
static QString everythingShown(const QWidget &root)
{
    QString text;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        text += widget->accessibleName() + u'\n' + widget->accessibleDescription() + u'\n' + widget->toolTip() + u'\n';
        for (const char *property : {"text", "placeholderText", "currentText", "displayText"})
            text += widget->property(property).toString() + u'\n';
    }
    return text;
}

class TestLookUpBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bar.reset(); }

    void takesAPasteAndClearsTheClipboard();
    void leavesAClipboardThatChangedAlone();
    void neverShowsTheToken();
    void takesWhatIsTyped();
    void removesAndWipes();
    void findsNothing_data();
    void findsNothing();
    void choosesTheServiceByIssuer();
    void asksBeforeSwitchingWhileRowsAreShown();
    void sendsNoTokenToAServiceThatItDoesNotName();
    void judgesAnewWhenAnotherServiceIsShown();
    void sendsNothingToAServiceThatIsNotChosen();
    void offersAllTokensFound();
    void gathersTokensWhereSessionsAreNotListed();
    void readsADroppedFile();
    void forgetsAFileThatComesTooLate();
    void readsALongPasteInAThread();
    void asksForANameWhereAServiceFindsPeople();
    void sendsNothingAsANameThatCouldBeAToken_data();
    void sendsNothingAsANameThatCouldBeAToken();
    void takesAPastedNameAsTyped();
    void asksForNobodyWhereNoServiceFindsPeople();
    void givesNoTokenToAServiceThatFindsPeopleAlone_data();
    void givesNoTokenToAServiceThatFindsPeopleAlone();

private:
    void paste(const QByteArray &text)
    {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
        auto *field = m_bar->findChild<PasteField *>();
        QTest::keySequence(field, QKeySequence::Paste);
    }
    //! Shows the service that the bar asks for, as the window does.
    void followTheBar() { connect(m_bar.get(), &LookUpBar::serviceWanted, m_bar.get(), &LookUpBar::setCurrentService); }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *candidate : m_bar->findChildren<QPushButton *>()) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }

    std::unique_ptr<LookUpBar> m_bar;
};

void TestLookUpBar::init()
{
    m_bar = std::make_unique<LookUpBar>();
    m_bar->setServices(services());
    m_bar->setCurrentService(u"Acme"_s);
    m_bar->show();
}

void TestLookUpBar::takesAPasteAndClearsTheClipboard()
{
    QSignalSpy wanted(m_bar.get(), &LookUpBar::lookUpRequested);
    paste("Authorization: Bearer " + acmeToken());
    QVERIFY(m_bar->hasToken());
    QVERIFY(m_bar->findChild<PasteField *>()->text().isEmpty());
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    QVERIFY(everythingShown(*m_bar).contains(u"The clipboard was cleared."_s));
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    const auto lookUp = wanted.first().first().value<LookUp>();
    QCOMPARE(lookUp.service, u"Acme"_s);
    QCOMPARE(lookUp.tokens.size(), 1);
    QCOMPARE(lookUp.tokens.first().found.token.reveal(), acmeToken());
}

void TestLookUpBar::leavesAClipboardThatChangedAlone()
{
    QMimeData dropped;
    dropped.setText(QString::fromUtf8(acmeToken()));
    QGuiApplication::clipboard()->setText(u"something else"_s);
    m_bar->take(&dropped);
    QVERIFY(m_bar->hasToken());
    QCOMPARE(QGuiApplication::clipboard()->text(), u"something else"_s);
}

void TestLookUpBar::neverShowsTheToken()
{
    paste(R"({"access_token": ")" + acmeToken() + R"(", "refresh_token": "8f14e45fceea167a5a36dedd4bea2543"})");
    const QString shown = everythingShown(*m_bar);
    QVERIFY(shown.contains(u"dona.moore (according to the token, not checked)"_s));
    QVERIFY(!shown.contains(u"8f14e45f"_s));
    for (const QByteArray &part : acmeToken().split('.'))
        QVERIFY(!shown.contains(QString::fromUtf8(part)));
    m_bar->setCheckedPerson(u"dona.moore@example.com"_s);
    QVERIFY(everythingShown(*m_bar).contains(u"dona.moore@example.com"_s));
    QVERIFY(!m_bar->findChild<QWidget *>()->accessibleName().contains(u"not checked"_s));
}

void TestLookUpBar::takesWhatIsTyped()
{
    QSignalSpy wanted(m_bar.get(), &LookUpBar::lookUpRequested);
    auto *field = m_bar->findChild<PasteField *>();
    QTest::keyClicks(field, u"8f14e45fceea167a5a36dedd4bea2543"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(field->text().isEmpty());
    QVERIFY(!field->isUndoAvailable());
}

void TestLookUpBar::removesAndWipes()
{
    QSignalSpy cleared(m_bar.get(), &LookUpBar::cleared);
    paste(acmeToken());
    m_bar->clear();
    QVERIFY(!m_bar->hasToken());
    QCOMPARE(cleared.size(), 1);
    QVERIFY(!button(u"List sessions"_s)->isEnabled());
}

void TestLookUpBar::findsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("a name") << "dona.moore@example.com"_ba << u"No service here can search by name."_s;
    QTest::newRow("a sanitised HAR") << R"({"log": {"entries": [{"request": {"headers": []}}]}})"_ba
                                     << u"This HAR was sanitised"_s;
    QTest::newRow("anything else") << R"({"hello": 1})"_ba << u"No token was found in that."_s;
    QTest::newRow("passwords") << "curl -d 'password=hunter2' https://x"_ba << u"1 password(s)"_s;
}

void TestLookUpBar::findsNothing()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, said);
    paste(text);
    QVERIFY(!m_bar->hasToken());
    const QString shown = everythingShown(*m_bar);
    QVERIFY2(shown.contains(said), qPrintable(shown));
}

void TestLookUpBar::choosesTheServiceByIssuer()
{
    m_bar->setCurrentService(u"Other"_s);
    QSignalSpy switched(m_bar.get(), &LookUpBar::serviceWanted);
    followTheBar();
    paste(acmeToken());
    QCOMPARE(switched.size(), 1);
    QCOMPARE(switched.first().first().toString(), u"Acme"_s);
    QVERIFY(everythingShown(*m_bar).contains(u"Acme was chosen, because the token names it."_s));
}

void TestLookUpBar::asksBeforeSwitchingWhileRowsAreShown()
{
    m_bar->setCurrentService(u"Other"_s);
    m_bar->setRowsShown(true);
    followTheBar();
    QSignalSpy switched(m_bar.get(), &LookUpBar::serviceWanted);
    QSignalSpy wanted(m_bar.get(), &LookUpBar::lookUpRequested);
    paste(acmeToken());
    QCOMPARE(switched.size(), 0);
    QVERIFY(!button(u"List sessions"_s)->isEnabled());
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 0);
    QTest::mouseClick(button(u"Switch to Acme"_s), Qt::LeftButton);
    QCOMPARE(switched.size(), 1);
    QVERIFY(button(u"List sessions"_s)->isEnabled());
}

void TestLookUpBar::sendsNoTokenToAServiceThatItDoesNotName()
{
    QSignalSpy wanted(m_bar.get(), &LookUpBar::lookUpRequested);
    paste(fakeJwt({{u"iss"_s, u"https://elsewhere.example"_s}, {u"sub"_s, u"dona.moore"_s}}));
    QVERIFY(m_bar->hasToken());
    QVERIFY(!button(u"List sessions"_s)->isEnabled());
    QVERIFY(everythingShown(*m_bar).contains(u"https://elsewhere.example, which is not among your services"_s));
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 0);
    m_bar->setServices(services()); // read anew, as every half minute
    QVERIFY(!button(u"List sessions"_s)->isEnabled());
    QTest::mouseClick(button(u"Use it at Acme anyway"_s), Qt::LeftButton);
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<LookUp>().service, u"Acme"_s);

    m_bar->setServices({{issuer(u"Acme"_s, u"https://acme.example"_s), true},
                        {issuer(u"Elsewhere"_s, u"https://elsewhere.example"_s), true}});
    m_bar->setCurrentService(u"Elsewhere"_s); // added meanwhile
    QVERIFY(button(u"List sessions"_s)->isEnabled());
}

void TestLookUpBar::judgesAnewWhenAnotherServiceIsShown()
{
    QSignalSpy wanted(m_bar.get(), &LookUpBar::lookUpRequested);
    paste(acmeToken());
    QVERIFY(button(u"List sessions"_s)->isEnabled());
    m_bar->setCurrentService(u"Other"_s);
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 0);
    QVERIFY(everythingShown(*m_bar).contains(u"This token belongs to Acme, and you are looking at Other."_s));
    QVERIFY(button(u"Use it at Other anyway"_s)->isVisible());
    followTheBar();
    QTest::mouseClick(button(u"Switch to Acme"_s), Qt::LeftButton);
    QVERIFY(!button(u"Switch to Acme"_s) || !button(u"Switch to Acme"_s)->isVisible());
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<LookUp>().service, u"Acme"_s);
    paste("8f14e45fceea167a5a36dedd4bea2543"); // says nothing of where it belongs
    m_bar->setCurrentService(u"Other"_s);
    QVERIFY(button(u"List sessions"_s)->isEnabled());
}

void TestLookUpBar::sendsNothingToAServiceThatIsNotChosen()
{
    m_bar->setCurrentService({});
    QSignalSpy wanted(m_bar.get(), &LookUpBar::lookUpRequested);
    paste("8f14e45fceea167a5a36dedd4bea2543");
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 0);
}

void TestLookUpBar::offersAllTokensFound()
{
    const QByteArray refresh = "8f14e45fceea167a5a36dedd4bea2543"_ba;
    paste(R"({"refresh_token": ")" + refresh + R"(", "access_token": ")" + acmeToken() + R"("})");
    auto *choice = m_bar->findChild<QComboBox *>();
    QVERIFY(choice->isVisible());
    QCOMPARE(choice->count(), 2);
    QCOMPARE(choice->currentIndex(), 1); // the access token
    QSignalSpy wanted(m_bar.get(), &LookUpBar::lookUpRequested);
    choice->setCurrentIndex(0);
    Q_EMIT choice->activated(0);
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    QCOMPARE(wanted.first().first().value<LookUp>().tokens.first().found.token.reveal(), refresh);
}

void TestLookUpBar::gathersTokensWhereSessionsAreNotListed()
{
    m_bar->setCurrentService(u"Plain"_s);
    QSignalSpy wanted(m_bar.get(), &LookUpBar::lookUpRequested);
    paste(R"({"refresh_token": "refresh-token-1234", "access_token": "access-token-12345",
              "id_token": "identity-token-1234"})");
    QVERIFY(button(u"Look up"_s));
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    const auto lookUp = wanted.first().first().value<LookUp>();
    QCOMPARE(lookUp.tokens.size(), 2); // no service ends an ID token
    QCOMPARE(lookUp.tokens[1].found.token.reveal(), "refresh-token-1234"_ba);
    QCOMPARE(lookUp.tokens[1].bearer.reveal(), "access-token-12345"_ba);
}

static void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void TestLookUpBar::readsADroppedFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"trace.har"_s);
    writeFile(path,
              R"({"log": {"entries": [{"request": {"headers": [{"name": "Authorization", "value": "Bearer )"
                  + acmeToken() + R"("}]}}]}})");
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(path)});
    m_bar->take(&dropped);
    QTRY_VERIFY(m_bar->hasToken());
    QVERIFY(everythingShown(*m_bar).contains(u"delete it"_s));
    QMimeData missing;
    missing.setUrls({QUrl::fromLocalFile(folder.filePath(u"none"_s))});
    m_bar->take(&missing);
    QTRY_VERIFY(everythingShown(*m_bar).contains(u"The file can’t be read"_s));
    QVERIFY(!m_bar->hasToken());
}

//! Until what is read is read, and whoever still waits for it was told.
static void letReadingEnd()
{
    QVERIFY(QThreadPool::globalInstance()->waitForDone(60'000));
    QCoreApplication::processEvents();
}

void TestLookUpBar::forgetsAFileThatComesTooLate()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"tokens.txt"_s);
    writeFile(path, acmeToken());
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(path)});
    m_bar->take(&dropped);
    m_bar->clear();
    letReadingEnd();
    QVERIFY(!m_bar->hasToken());
    m_bar->take(&dropped);
    m_bar.reset(); // closed while the file is still read
    letReadingEnd();
}

void TestLookUpBar::readsALongPasteInAThread()
{
    const QByteArray text = "a line of a log\n"_ba.repeated(20'000) + "Authorization: Bearer " + acmeToken();
    paste(text);
    QVERIFY(!m_bar->hasToken());
    QVERIFY(everythingShown(*m_bar).contains(u"Reading what was pasted…"_s));
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    letReadingEnd();
    QVERIFY(m_bar->hasToken());
    QVERIFY(everythingShown(*m_bar).contains(u"The clipboard was cleared."_s));
    paste(text);
    paste("8f14e45fceea167a5a36dedd4bea2543"); // came later, and is there sooner
    letReadingEnd();
    QSignalSpy wanted(m_bar.get(), &LookUpBar::lookUpRequested);
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    QCOMPARE(wanted.first().first().value<LookUp>().tokens.first().found.token.reveal(),
             "8f14e45fceea167a5a36dedd4bea2543"_ba);
}

static QList<LookUpBar::Service> withDirectory()
{
    QList<LookUpBar::Service> all = services();
    // At the same address as Acme, as SAP's directory is.
    all.append({issuer(u"Directory"_s, u"https://acme.example"_s), false, false, true});
    return all;
}

void TestLookUpBar::asksForANameWhereAServiceFindsPeople()
{
    m_bar->setServices(withDirectory());
    QSignalSpy wanted(m_bar.get(), &LookUpBar::personRequested);
    QSignalSpy lookedUp(m_bar.get(), &LookUpBar::lookUpRequested);
    auto *field = m_bar->findChild<PasteField *>();
    QVERIFY(button(u"List sessions"_s));
    QTest::keyClicks(field, u"dona.moore@example.com "_s);
    QVERIFY(button(u"Find person"_s));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().constFirst().toString(), u"dona.moore@example.com"_s);
    QCOMPARE(lookedUp.size(), 0);
    m_bar->clear();
    QVERIFY(!everythingShown(*m_bar).contains(u"dona"_s));
}

void TestLookUpBar::sendsNothingAsANameThatCouldBeAToken_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a JWT") << QString::fromLatin1(acmeToken());
    QTest::newRow("a bearer") << u"Bearer 2YotnFZFEjr1zCsicMWpAA"_s;
    QTest::newRow("an opaque token") << u"2YotnFZFEjr1zCsicMWpAA"_s;
    QTest::newRow("a UUID") << u"7d444840-9dc0-11d1-b245-5ffdce74fad2"_s;
    QTest::newRow("a long word") << u"a"_s.repeated(65);
    QTest::newRow("digits alone, and many") << u"1234567890123456789012"_s;
}

void TestLookUpBar::sendsNothingAsANameThatCouldBeAToken()
{
    QFETCH(QString, text);
    m_bar->setServices(withDirectory());
    QSignalSpy wanted(m_bar.get(), &LookUpBar::personRequested);
    auto *field = m_bar->findChild<PasteField *>();
    QTest::keyClicks(field, text);
    QVERIFY(!button(u"Find person"_s));
    QTest::keyClick(field, Qt::Key_Return);
    paste(text.toUtf8());
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 0);
}

void TestLookUpBar::takesAPastedNameAsTyped()
{
    m_bar->setServices(withDirectory());
    QSignalSpy wanted(m_bar.get(), &LookUpBar::personRequested);
    paste(" dona.moore@example.com\n");
    QCOMPARE(m_bar->findChild<PasteField *>()->text(), u"dona.moore@example.com"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u" dona.moore@example.com\n"_s); // it is no secret
    QTest::keyClick(m_bar->findChild<PasteField *>(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
}

void TestLookUpBar::asksForNobodyWhereNoServiceFindsPeople()
{
    QSignalSpy wanted(m_bar.get(), &LookUpBar::personRequested);
    QTest::keyClicks(m_bar->findChild<PasteField *>(), u"dona.moore@example.com"_s);
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 0);
    QVERIFY(everythingShown(*m_bar).contains(u"No service here can search by name."_s));
}

void TestLookUpBar::givesNoTokenToAServiceThatFindsPeopleAlone_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("service"); // at which it ends up; empty: nowhere
    QTest::newRow("one that names another service at this address") << acmeToken() << u"Acme"_s;
    QTest::newRow("one that names nobody") << "2YotnFZFEjr1zCsicMWpAA-2YotnFZFEjr1zCsicMWpAA"_ba << QString();
    QTest::newRow("one that names a stranger") << fakeJwt({{u"iss"_s, u"https://nobody.example"_s}}) << QString();
}

void TestLookUpBar::givesNoTokenToAServiceThatFindsPeopleAlone()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, service);
    m_bar->setServices(withDirectory());
    m_bar->setCurrentService(u"Directory"_s);
    followTheBar();
    QSignalSpy wanted(m_bar.get(), &LookUpBar::lookUpRequested);
    paste(token);
    QVERIFY(m_bar->hasToken());
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    for (QPushButton *candidate : m_bar->findChildren<QPushButton *>()) {
        if (candidate->isVisible() && candidate->text().startsWith(u"Use it"_s))
            candidate->click();
    }
    QTest::keyClick(m_bar.get(), Qt::Key_Return);
    QStringList at;
    for (const QList<QVariant> &call : wanted) {
        if (const QString name = call.constFirst().value<LookUp>().service; !at.contains(name))
            at.append(name);
    }
    QCOMPARE(at, service.isEmpty() ? QStringList() : QStringList{service});
}

QTEST_MAIN(TestLookUpBar)
#include "tst_lookupbar.moc"
