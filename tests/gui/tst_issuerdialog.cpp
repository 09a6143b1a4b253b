// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asyncresult.h"
#include "clientform.h"
#include "issuerdialog.h"
#include "issuerform.h"
#include "providerpage.h"
#include "secretfield.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

// Plays the stores and the network: keeps what it is asked, answers when told to.
struct FakeSetup {
    QList<CatalogEntry> entries = [] {
        QList<CatalogEntry> list;
        for (const ProviderDescriptor &descriptor : DescriptorCatalog::shipped()) {
            CatalogEntry entry;
            entry.descriptor = descriptor;
            list << entry;
        }
        return list;
    }();
    QPromise<Result<CheckFindings>> checkAnswer;
    QPromise<Result<>> saveAnswer;
    std::vector<IssuerDraft> saved;
    int checks = 0;
    QList<CheckMode> modes; //!< of the checks
    QList<SeenAuthority> trusted;
    int accepted = 0;

    IssuerActions actions()
    {
        checkAnswer.start();
        saveAnswer.start();
        IssuerActions actions;
        actions.providers = [this] { return entries; };
        actions.accept = [this](const CatalogEntry &) -> Result<> {
            ++accepted;
            entries.last().state = CatalogEntry::State::Ready;
            return {};
        };
        actions.check = [this](const IssuerDraft &, CheckMode mode) {
            ++checks;
            modes.append(mode);
            return checkAnswer.future();
        };
        actions.trust = [this](const IssuerDraft &, const SeenAuthority &seen) -> Result<> {
            trusted.append(seen);
            return {};
        };
        const auto save = [this](IssuerDraft draft) {
            saved.push_back(std::move(draft));
            return saveAnswer.future();
        };
        actions.add = save;
        actions.change = save;
        actions.unlockKeychain = [] { return readyFuture(Result<>()); };
        return actions;
    }
};

static QPushButton *button(const QWidget &parent, const QString &text)
{
    for (QPushButton *candidate : parent.findChildren<QPushButton *>()) {
        if (candidate->text() == text && candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

static QLineEdit *field(const QWidget &parent, const QString &name)
{
    for (QLineEdit *candidate : parent.findChildren<QLineEdit *>()) {
        if (candidate->accessibleName() == name && candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

static void chooseProvider(const IssuerDialog &dialog, const QString &name)
{
    auto *view = dialog.findChild<ProviderPage *>()->findChild<QListView *>();
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        if (view->model()->index(row, 0).data().toString() == name)
            view->setCurrentIndex(view->model()->index(row, 0));
    }
    button(dialog, u"Next"_s)->click();
}

static void fillSap(const IssuerDialog &dialog)
{
    chooseProvider(dialog, u"SAP Cloud Identity Services"_s);
    field(dialog, u"Name of the service"_s)->setText(u"Acme"_s);
    field(dialog, u"Address of the service"_s)->setText(u"https://acme.example/"_s);
    field(dialog, u"Client ID"_s)->setText(u"a1"_s);
    field(dialog, u"Client secret"_s)->setText(u"s3cret"_s);
}

static Issuer stored()
{
    Issuer issuer;
    issuer.name = u"Acme"_s;
    issuer.provider = u"sap-ias"_s;
    issuer.url = QUrl(u"https://acme.example"_s);
    issuer.clients = {{u"a1"_s, AuthMethod::ClientSecretBasic, true}};
    return issuer;
}

static ProviderDescriptor provider(const QString &id)
{
    for (const ProviderDescriptor &descriptor : DescriptorCatalog::shipped()) {
        if (descriptor.id == id)
            return descriptor;
    }
    return {};
}

class TestIssuerDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesByTabAsItIsRead()
    {
        FakeSetup setup;
        IssuerDialog dialog(setup.actions(), Mode::Real);
        dialog.show();
        fillSap(dialog);
        button(dialog, u"Add another client"_s)->click();
        QCoreApplication::processEvents();
        const auto *form = dialog.findChild<IssuerForm *>();
        QList<QPoint> places;
        QStringList names;
        for (QWidget *widget = field(dialog, u"Name of the service"_s); names.size() < 40;) {
            if (form->isAncestorOf(widget) && widget->isVisible() && widget->focusPolicy() & Qt::TabFocus) {
                places.append(widget->mapTo(form, widget->rect().center()));
                names.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->accessibleName());
            }
            widget = widget->nextInFocusChain();
            if (widget->accessibleName() == u"Name of the service"_s)
                break;
        }
        QVERIFY(places.size() >= 10);
        for (qsizetype i = 1; i < places.size(); ++i) {
            const bool sameLine = std::abs(places[i].y() - places[i - 1].y()) < 8;
            QVERIFY2(sameLine ? places[i].x() > places[i - 1].x() : places[i].y() > places[i - 1].y(),
                     qPrintable(names.mid(0, i + 1).join(u'\n')));
        }
    }

    void saysWhereASecretIsKeptOnlyWhereThereIsOne()
    {
        FakeSetup setup;
        IssuerActions actions = setup.actions();
        actions.place = KeychainPlace::SecretService;
        Issuer issuer = stored();
        issuer.clients = {{u"a1"_s, AuthMethod::None, false}};
        IssuerDialog dialog(std::move(actions), issuer, provider(u"sap-ias"_s), Mode::Real);
        dialog.show();
        const auto showsPlace = [&dialog] {
            for (const QLabel *label : dialog.findChildren<QLabel *>()) {
                if (label->isVisible() && label->property("text").toString().contains(u"other programs you run"_s))
                    return true;
            }
            return false;
        };
        QVERIFY(!showsPlace());
        button(dialog, u"Add another client"_s)->click();
        QVERIFY(showsPlace());
    }

    void addsAService()
    {
        FakeSetup setup;
        auto *dialog = new IssuerDialog(setup.actions(), Mode::Real);
        QSignalSpy saved(dialog, &IssuerDialog::saved);
        QSignalSpy gone(dialog, &QObject::destroyed);
        dialog->open();
        QVERIFY(!button(*dialog, u"Check connection"_s));
        fillSap(*dialog);
        button(*dialog, u"Add service"_s)->click();
        QCOMPARE(setup.saved.size(), 1u);
        const IssuerDraft &draft = setup.saved.front();
        QCOMPARE(draft.issuer.url, QUrl(u"https://acme.example"_s));
        QCOMPARE(draft.issuer.clients, (QList<Client>{{u"a1"_s, AuthMethod::ClientSecretBasic, true}}));
        QCOMPARE(draft.clients.front().secret.reveal(), QByteArrayView("s3cret"));
        setup.saveAnswer.addResult(Result<>());
        setup.saveAnswer.finish();
        QVERIFY(gone.wait());
        QCOMPARE(saved.count(), 1);
    }

    void maySavingFailAndBeTriedAgain()
    {
        FakeSetup setup;
        auto *dialog = new IssuerDialog(setup.actions(), Mode::Real);
        dialog->open();
        fillSap(*dialog);
        QPushButton *add = button(*dialog, u"Add service"_s);
        add->click();
        QVERIFY(!add->isEnabled());
        setup.saveAnswer.addResult(Result<>(failure(ErrorKind::KeychainLocked)));
        setup.saveAnswer.finish();
        QTRY_VERIFY(add->isEnabled());
        QTRY_VERIFY(button(*dialog, u"Unlock…"_s));
        delete dialog;
    }

    void saysAtOnceThatACaFileCannotBeUsed()
    {
        FakeSetup setup;
        auto *dialog = new IssuerDialog(setup.actions(), Mode::Real);
        dialog->open();
        fillSap(*dialog);
        QVERIFY(button(*dialog, u"Add service"_s)->isEnabled());
        const auto said = [dialog] {
            for (const QLabel *label : dialog->findChildren<QLabel *>()) {
                if (label->isVisible()
                    && label->property("text").toString().startsWith(
                        u"This file can’t be used: /nonexistent/roots.pem"_s))
                    return true;
            }
            return false;
        };
        field(*dialog, u"CA file"_s)->setText(u"/nonexistent/roots.pem"_s);
        QVERIFY(said());
        QVERIFY(!button(*dialog, u"Add service"_s)->isEnabled());
        field(*dialog, u"CA file"_s)->clear();
        QVERIFY(!said());
        QVERIFY(button(*dialog, u"Add service"_s)->isEnabled());
        delete dialog;
    }

    void mayBeClosedWhileAnAnswerIsPending()
    {
        FakeSetup setup;
        const QPointer<IssuerDialog> dialog = new IssuerDialog(setup.actions(), Mode::Real);
        dialog->open();
        fillSap(*dialog);
        button(*dialog, u"Check connection"_s)->click();
        QCOMPARE(setup.checks, 1);
        dialog->reject();
        QTRY_VERIFY(dialog.isNull());
        setup.checkAnswer.addResult(Result<CheckFindings>(CheckFindings{}));
        setup.checkAnswer.finish();
        QCoreApplication::processEvents(); // the answer finds nobody
        QCOMPARE(setup.checks, 1);
        QVERIFY(setup.saved.empty());
    }

    void asksBeforeSendingToAnotherHost()
    {
        FakeSetup setup;
        auto *dialog = new IssuerDialog(setup.actions(), Mode::Real);
        dialog->open();
        fillSap(*dialog);
        button(*dialog, u"Check connection"_s)->click();
        setup.checkAnswer.addResult(Result<CheckFindings>(CheckFindings{{}, {u"https://elsewhere.example:443"_s}}));
        setup.checkAnswer.finish();
        QTRY_VERIFY(button(*dialog, u"Accept these addresses"_s));
        button(*dialog, u"Accept these addresses"_s)->click();
        const auto form = dialog->findChild<IssuerForm *>();
        QCOMPARE(form->draft().issuer.acceptedOrigins, QStringList{u"https://elsewhere.example:443"_s});
        QCOMPARE(setup.checks, 2);
        delete dialog;
    }

    void trustingAndTryingAgainAreTwoThings_data()
    {
        QTest::addColumn<QString>("clicked");
        QTest::addColumn<int>("trusted");
        QTest::addColumn<CheckMode>("mode");
        QTest::newRow("trust") << u"Trust this authority"_s << 1 << CheckMode::Normal;
        QTest::newRow("try again") << u"Try once more"_s << 0 << CheckMode::TryAgain;
    }

    void trustingAndTryingAgainAreTwoThings()
    {
        QFETCH(QString, clicked);
        QFETCH(int, trusted);
        QFETCH(CheckMode, mode);
        FakeSetup setup;
        auto *dialog = new IssuerDialog(setup.actions(), Mode::Real);
        dialog->open();
        fillSap(*dialog);
        button(*dialog, u"Check connection"_s)->click();
        const Authority before{QString(64, u'a'), u"Example Root"_s};
        const Authority now{QString(64, u'b'), u"Example Proxy Root"_s};
        CheckReport report;
        report.authentication = Result<>(failure(ErrorKind::AuthorityChanged, u"Example Root → Example Proxy Root"_s));
        report.openBreakers = QStringList{u"client"_s};
        report.authorities = {SeenAuthority{u"https://sap.example:443"_s, now, before}};
        setup.checkAnswer.addResult(Result<CheckFindings>(CheckFindings{report, {}}));
        setup.checkAnswer.finish();
        QTRY_VERIFY(button(*dialog, clicked));
        QString shown;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            shown += label->isVisible() ? label->property("text").toString() : QString();
        for (const QString &told : {before.name, before.sha256, now.name, now.sha256})
            QVERIFY2(shown.contains(told), qPrintable(told));
        button(*dialog, clicked)->click();
        QCOMPARE(setup.trusted.size(), trusted);
        if (trusted > 0) {
            QCOMPARE(setup.trusted.constFirst().now, std::optional(now));
        }
        QCOMPARE(setup.modes, (QList<CheckMode>{CheckMode::Normal, mode}));
        delete dialog;
    }

    void showsNoStoredSecretAndKeepsIt()
    {
        FakeSetup setup;
        auto *dialog = new IssuerDialog(setup.actions(), stored(), provider(u"sap-ias"_s), Mode::Real);
        dialog->open();
        QVERIFY(!field(*dialog, u"Client secret"_s));
        QVERIFY(button(*dialog, u"Replace…"_s));
        button(*dialog, u"Save"_s)->click();
        QVERIFY(setup.saved.front().clients.front().secret.isEmpty());
        QVERIFY(setup.saved.front().issuer.clients.front().hasSecret);
        delete dialog;
    }

    void anotherAddressAsksForTheSecretAgain()
    {
        FakeSetup setup;
        auto *dialog = new IssuerDialog(setup.actions(), stored(), provider(u"sap-ias"_s), Mode::Real);
        dialog->open();
        field(*dialog, u"Address of the service"_s)->setText(u"https://evil.example"_s);
        QVERIFY(field(*dialog, u"Client secret"_s));
        QVERIFY(!button(*dialog, u"Save"_s)->isEnabled());
        delete dialog;
    }

    void opensTheSecretOfTheClientThatWantsOne()
    {
        FakeSetup setup;
        auto *dialog = new IssuerDialog(setup.actions(), stored(), provider(u"sap-ias"_s), Mode::Real);
        dialog->open();
        dialog->askForClient(u"b2"_s);
        QCOMPARE(dialog->findChildren<ClientForm *>().size(), 2);
        QCOMPARE(dialog->findChild<IssuerForm *>()->draft().issuer.clients.at(1).clientId, u"b2"_s);
        delete dialog;
    }

    void aFieldAppearsOnlyWhereItIsNeeded()
    {
        FakeSetup setup;
        auto *dialog = new IssuerDialog(setup.actions(), Mode::Real);
        dialog->open();
        chooseProvider(*dialog, u"Kajabi"_s);
        QVERIFY(!field(*dialog, u"Client secret"_s));
        QVERIFY(!field(*dialog, u"Certificate file"_s));
        field(*dialog, u"Name of the service"_s)->setText(u"Courses"_s);
        QVERIFY(button(*dialog, u"Add service"_s)->isEnabled());
        delete dialog;
    }

    void anOwnDescriptionIsAcceptedBeforeItIsUsed()
    {
        FakeSetup setup;
        CatalogEntry own;
        own.state = CatalogEntry::State::NeedsAcceptance;
        own.acceptance = Acceptance::New;
        own.descriptor = provider(u"oauth2"_s);
        own.descriptor.name = u"House"_s;
        own.file = u"/p/providers/house.json"_s;
        setup.entries << own;
        auto *dialog = new IssuerDialog(setup.actions(), Mode::Real);
        dialog->open();
        auto *view = dialog->findChild<ProviderPage *>()->findChild<QListView *>();
        view->setCurrentIndex(view->model()->index(view->model()->rowCount() - 1, 0));
        QVERIFY(!button(*dialog, u"Next"_s)->isEnabled());
        QTRY_VERIFY(button(*dialog, u"Use this description"_s));
        button(*dialog, u"Use this description"_s)->click();
        QCOMPARE(setup.accepted, 1);
        QVERIFY(button(*dialog, u"Next"_s)->isEnabled());
        delete dialog;
    }
};

QTEST_MAIN(TestIssuerDialog)
#include "tst_issuerdialog.moc"
