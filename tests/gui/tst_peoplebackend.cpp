// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "descriptorloader.h"
#include "issueraccess.h"
#include "peoplebackend.h"
#include "profile.h"
#include "protectednames.h"
#include "signinissuer.h"
#include "workspace.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

//! What the person page is really given.
class TestPeopleBackend : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void guardsWhoSignedIn();
    void saysWhenTheJournalDoesNotHaveWhoIsProtected();

private:
    [[nodiscard]] Issuer issuer() const;
    [[nodiscard]] bool journalSays(const QByteArray &words) const; //!< the file does

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SignInIssuer> m_issuer;
    std::unique_ptr<Workspace> m_workspace;
};

void TestPeopleBackend::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_issuer = std::make_unique<SignInIssuer>();
    auto workspace = Workspace::open(m_folder->filePath(u"profile"_s));
    QVERIFY(workspace);
    m_workspace = std::move(*workspace);
}

bool TestPeopleBackend::journalSays(const QByteArray &words) const
{
    QByteArray content;
    for (const QString &name : {u"profile/journal.sqlite"_s, u"profile/journal.sqlite-wal"_s}) {
        QFile file(m_folder->filePath(name));
        if (file.open(QIODevice::ReadOnly))
            content += file.readAll();
    }
    return content.contains(words);
}

Issuer TestPeopleBackend::issuer() const
{
    Issuer issuer;
    issuer.name = u"me"_s;
    issuer.provider = u"doors"_s;
    issuer.url = m_issuer->url();
    issuer.clients = {{u"curfew-console"_s, AuthMethod::AuthorizationCode, false}};
    return issuer;
}

static Person account(const QString &userName, const QString &email, const QString &id)
{
    Person person;
    person.userName = userName;
    person.email = email;
    person.id = id;
    return person;
}

void TestPeopleBackend::guardsWhoSignedIn()
{
    const auto descriptor = loadDescriptor(SignInIssuer::descriptor());
    QVERIFY(descriptor);
    IssuerAccess access(issuer(), *descriptor, {}, m_workspace->breakers(), m_workspace->authorities(),
                        m_workspace->journal());
    const PeopleBackend backend = peopleBackendFor(
        m_workspace->protectedNames(), m_workspace->journal(), u"agent"_s, [&access] { return access.operatorNames(); },
        Mode::Real);
    const Person byName = account(u"Kim"_s, {}, u"u-1"_s);
    const Person byMail = account(u"p-7"_s, u"kim.lind@example.com"_s, u"u-2"_s);
    const Person bySubject = account(u"p-8"_s, {}, u"4711"_s);
    for (const Person &person : {byName, byMail, bySubject})
        QCOMPARE(backend.guard(person), Result<Guard>(Guard::None)); // nobody has signed in so far

    SignInOptions options;
    QUrl page;
    options.browser = [&page](const QUrl &url) {
        page = url;
        return true;
    };
    const auto signedIn = access.signIn(options);
    QTRY_VERIFY_WITH_TIMEOUT(!page.isEmpty(), 20'000);
    PlainBrowser browser;
    QCOMPARE(browser.open(page).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(signedIn.isFinished(), 20'000);
    QVERIFY(signedIn.result());

    for (const Person &person : {byName, byMail, bySubject})
        QCOMPARE(backend.guard(person), Result<Guard>(Guard::OwnAccount));
    QCOMPARE(backend.guard(account(u"agent"_s, {}, u"u-3"_s)), Result<Guard>(Guard::OwnAccount));
    QCOMPARE(backend.guard(account(u"dona"_s, u"dona@example.com"_s, u"u-4"_s)), Result<Guard>(Guard::None));
    const auto kept = backend.protect({u"dona@example.com"_s});
    QTRY_VERIFY_WITH_TIMEOUT(kept.isFinished(), 20'000);
    QVERIFY(kept.result());
    QCOMPARE(backend.guard(account(u"dona"_s, u"dona@example.com"_s, u"u-4"_s)), Result<Guard>(Guard::Protected));
    QTRY_VERIFY(journalSays("\"event\":\"account_protected\""));
}

void TestPeopleBackend::saysWhenTheJournalDoesNotHaveWhoIsProtected()
{
    QFile journal(m_workspace->profile().journalPath());
    QVERIFY(journal.open(QIODevice::WriteOnly));
    QCOMPARE(journal.write(QByteArray(4096, 'x')), 4096); // no database
    journal.close();
    const PeopleBackend backend = peopleBackendFor(
        m_workspace->protectedNames(), m_workspace->journal(), u"agent"_s, [] { return QStringList(); }, Mode::Real);
    const auto kept = backend.protect({u"dona@example.com"_s, u"kim@example.com"_s});
    QTRY_VERIFY_WITH_TIMEOUT(kept.isFinished(), 20'000);
    QVERIFY(!kept.result());
    QCOMPARE(kept.result().error().kind, ErrorKind::JournalDamaged);
}

QTEST_MAIN(TestPeopleBackend)
#include "tst_peoplebackend.moc"
