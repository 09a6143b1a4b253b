// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "breakerstore.h"
#include "credentialstore.h"
#include "issuersetup.h"
#include "practiceissuers.h"
#include "profile.h"
#include "workspace.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

template <typename T>
static T await(const QFuture<T> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000) || future.resultCount() == 0)
        qFatal("no answer in time");
    return future.result();
}

//! What the dialogs ask for, in a profile of its own and with a keychain in memory.
class TestIssuerSetup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_workspace = Workspace::openPractice().value();
        m_issuer = m_workspace->practice()->setup(u"sap-ias"_s).issuer;
        m_clientId = m_issuer.clients.constFirst().clientId;
        m_secret = secret();
        QVERIFY(!m_secret.isEmpty());
    }

    void aNameThatIsTakenIsRefused_data()
    {
        QTest::addColumn<bool>("upperCase");
        QTest::newRow("as it is written") << false;
        QTest::newRow("in other letter case") << true;
    }

    void aNameThatIsTakenIsRefused()
    {
        QFETCH(bool, upperCase);
        IssuerDraft other = draft("another secret");
        if (upperCase)
            other.issuer.name = other.issuer.name.toUpper();
        IssuerSetup setup(*m_workspace);
        const auto before = m_workspace->issuers().issuers();
        const Result<> added = await(setup.add(std::move(other)));
        QVERIFY(!added);
        QCOMPARE(added.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(added.error().detail, u"there is a service of this name already"_s);
        QCOMPARE(m_workspace->issuers().issuers(), before);
        QCOMPARE(secret(), m_secret); // the one that is there stays
    }

    void aNewSecretClosesItsBreaker()
    {
        QVERIFY(trip());
        IssuerSetup setup(*m_workspace);
        QVERIFY(await(setup.change(draft("another secret"))));
        QCOMPARE(secret(), "another secret"_ba);
        QVERIFY(!m_workspace->breakers().find(m_issuer.name, m_clientId).value());
    }

    void removingForgetsSecretAndBreaker()
    {
        QVERIFY(trip());
        IssuerSetup setup(*m_workspace);
        QVERIFY(await(setup.remove(m_issuer.name)));
        QCOMPARE(m_workspace->issuers().find(m_issuer.name).error().kind, ErrorKind::UnknownIssuer);
        QVERIFY(!m_workspace->breakers().find(m_issuer.name, m_clientId).value());
        QCOMPARE(secret(), QByteArray());
    }

    void saysWhenTheJournalDoesNotHaveAChange()
    {
        QFile journal(m_workspace->profile().journalPath());
        QVERIFY(journal.open(QIODevice::WriteOnly));
        QCOMPARE(journal.write(QByteArray(4096, 'x')), 4096); // no database
        journal.close();
        IssuerSetup setup(*m_workspace);
        QSignalSpy failed(&setup, &IssuerSetup::failed);
        QVERIFY(await(setup.remove(m_issuer.name)));
        QTRY_VERIFY(!failed.isEmpty());
        QCOMPARE(failed.constFirst().constFirst().value<Error>().kind, ErrorKind::JournalDamaged);
    }

private:
    [[nodiscard]] IssuerDraft draft(QByteArray secret) const
    {
        IssuerDraft draft;
        draft.issuer = m_issuer;
        ClientDraft client;
        client.client = m_issuer.clients.constFirst();
        client.secret = Secret::take(secret);
        draft.clients.push_back(std::move(client));
        return draft;
    }

    [[nodiscard]] Result<> trip()
    {
        BreakerState state;
        state.issuer = m_issuer.name;
        state.clientId = m_clientId;
        state.openedAt = QDateTime::currentDateTimeUtc();
        return m_workspace->breakers().trip(state);
    }

    //! The default client's, as it is on file; empty when there is none.
    [[nodiscard]] QByteArray secret()
    {
        const auto read = await(m_workspace->credentials().read(m_issuer, m_clientId));
        return read ? (*read)->secret.reveal().toByteArray() : QByteArray();
    }

    std::unique_ptr<Workspace> m_workspace;
    Issuer m_issuer;
    QString m_clientId;
    QByteArray m_secret;
};

QTEST_MAIN(TestIssuerSetup)
#include "tst_issuersetup.moc"
