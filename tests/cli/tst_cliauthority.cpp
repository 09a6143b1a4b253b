// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clishell.h"
#include "faultissuer.h"
#include "typist.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

using VouchedBy = FaultIssuer::VouchedBy;

static constexpr auto rootName = "Curfew test root"_L1;
static constexpr auto otherName = "Example Proxy Root"_L1;

//! Another certificate authority than before: every command stops, and one alone trusts it, after a question.
class TestCliAuthority : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theCheckNamesIt();
    void aChangeStopsEveryCommand_data();
    void aChangeStopsEveryCommand();
    void itIsTrustedAfterAQuestion_data();
    void itIsTrustedAfterAQuestion();
    void yesAnswersTheQuestion();
    void nobodyToAsk();
    void oneConsentIsNotTheOther();

private:
    [[nodiscard]] QStringList at() const { return {u"--secret-file"_s, m_secretFile}; }
    [[nodiscard]] QStringList checkWith(const QStringList &options) const
    {
        return QStringList{u"issuer"_s, u"check"_s, u"idp"_s} + options + at();
    }
    [[nodiscard]] QJsonObject authority(const CliAnswer &answer) const
    {
        return answer.json().value(u"authorities"_s).toArray().at(0).toObject();
    }

    std::unique_ptr<FaultIssuer> m_issuer;
    std::unique_ptr<CliShell> m_shell;
    QString m_secretFile;
    QString m_tokenFile;
};

void TestCliAuthority::init()
{
    m_issuer = std::make_unique<FaultIssuer>();
    m_issuer->add("a-token-of-the-victim");
    m_shell = std::make_unique<CliShell>();
    QFile roots(FaultIssuer::caFile());
    QVERIFY(roots.open(QIODevice::ReadOnly));
    m_secretFile = m_shell->file(u"secret"_s, FaultIssuer::clientSecret());
    m_tokenFile = m_shell->file(u"token"_s, "a-token-of-the-victim");
    const CliAnswer added = m_shell->run({u"issuer"_s, u"add"_s, u"idp"_s, u"--provider"_s, u"oauth2"_s, u"--url"_s,
                                          m_issuer->url().toString(), u"--client-id"_s, FaultIssuer::clientId(),
                                          u"--ca-file"_s, m_shell->file(u"roots.pem"_s, roots.readAll())});
    QVERIFY2(added.status == 0, added.err.constData());
    const CliAnswer checked = m_shell->runJson(checkWith({}));
    QVERIFY2(checked.status == 0, checked.err.constData());
}

void TestCliAuthority::theCheckNamesIt()
{
    const CliAnswer checked = m_shell->runJson(checkWith({}));
    QCOMPARE(checked.status, 0);
    const QJsonObject seen = authority(checked);
    QVERIFY(m_issuer->url().toString().startsWith(seen[u"origin"_s].toString()));
    QCOMPARE(seen[u"name"_s].toString(), rootName);
    QCOMPARE(seen[u"sha256"_s].toString().size(), 64);
    QVERIFY(seen.contains(u"before"_s));
    QVERIFY(seen[u"before"_s].isNull());
    QVERIFY(m_shell->run(checkWith({})).out.contains("is vouched for by: Curfew test root (SHA-256 "));
}

void TestCliAuthority::aChangeStopsEveryCommand_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QByteArray>("document");
    const QByteArray kind = "\"authority_changed\"";
    QTest::newRow("token inspect") << u"token inspect --issuer idp --token-file %1"_s << QByteArray("\"active\": null");
    QTest::newRow("token revoke") << u"token revoke --yes --issuer idp --tokens-file %1"_s << kind;
    QTest::newRow("issuer check") << u"issuer check idp"_s << kind;
    QTest::newRow("issuer check, agreed") << u"issuer check idp --yes"_s << kind;
    QTest::newRow("issuer check once more") << u"issuer check idp --try-again --yes"_s << kind;
}

void TestCliAuthority::aChangeStopsEveryCommand()
{
    QFETCH(QString, call);
    QFETCH(QByteArray, document);
    const QString sent = m_issuer->requests();
    m_issuer->setVouchedBy(VouchedBy::OtherRoot);
    const QString line = call.contains(u"%1"_s) ? call.arg(m_tokenFile) : call;
    const CliAnswer told = m_shell->run(line.split(u' ') + at());
    QCOMPARE(told.status, 3);
    const QByteArray sentence = "Another certificate authority than before vouches for the connection.";
    QVERIFY2((told.out + told.err).contains(sentence), (told.out + told.err).constData());
    QVERIFY((told.out + told.err).contains("issuer check --trust-authority"));
    const CliAnswer json = m_shell->runJson(line.split(u' ') + at());
    QCOMPARE(json.status, 3);
    QVERIFY2(json.out.contains(document), json.out.constData());
    QCOMPARE(m_issuer->requests(), sent);
    QVERIFY(m_issuer->isAlive("a-token-of-the-victim"));
    m_issuer->setVouchedBy(VouchedBy::Root);
    QCOMPARE(m_shell->run(checkWith({})).status, 0); // nothing was remembered
}

void TestCliAuthority::itIsTrustedAfterAQuestion_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("statusAfterwards");
    QTest::newRow("yes") << QByteArray("y\n") << 0 << 0;
    QTest::newRow("no") << QByteArray("n\n") << 2 << 3;
    QTest::newRow("just Enter") << QByteArray("\n") << 2 << 3;
}

void TestCliAuthority::itIsTrustedAfterAQuestion()
{
    QFETCH(QByteArray, typed);
    QFETCH(int, status);
    QFETCH(int, statusAfterwards);
    m_issuer->setVouchedBy(VouchedBy::OtherRoot);
    const QJsonObject stopped = authority(m_shell->runJson(checkWith({})));
    QCOMPARE(stopped[u"name"_s].toString(), otherName);
    QCOMPARE(stopped[u"before"_s][u"name"_s].toString(), rootName);

    const Typist typist;
    const auto process = m_shell->begin(checkWith({u"--trust-authority"_s}), typist.terminal());
    QByteArray said;
    const auto isAsked = [&] {
        said += process->readAllStandardError();
        return said.contains("[y/N]");
    };
    QVERIFY2(QTest::qWaitFor(isAsked, 30'000), said.constData());
    for (const QJsonValue &told :
         {stopped[u"name"_s], stopped[u"sha256"_s], stopped[u"before"_s][u"name"_s], stopped[u"before"_s][u"sha256"_s]})
        QVERIFY2(said.contains(told.toString().toUtf8()), qPrintable(told.toString()));
    typist.type(typed);
    QCOMPARE(CliShell::finish(*process).status, status);
    QCOMPARE(m_shell->run(checkWith({})).status, statusAfterwards);
}

void TestCliAuthority::yesAnswersTheQuestion()
{
    m_issuer->setVouchedBy(VouchedBy::OtherRoot);
    const CliAnswer trusted = m_shell->runJson(checkWith({u"--trust-authority"_s, u"--yes"_s}));
    QCOMPARE(trusted.status, 0);
    QCOMPARE(authority(trusted)[u"name"_s].toString(), otherName);
    QVERIFY(authority(trusted)[u"before"_s].isNull());
    QVERIFY2(trusted.err.contains("before: Curfew test root (SHA-256 "), trusted.err.constData());
    QVERIFY2(trusted.err.contains("now:    Example Proxy Root (SHA-256 "), trusted.err.constData());
    QCOMPARE(m_shell->run(checkWith({})).status, 0);
}

void TestCliAuthority::nobodyToAsk()
{
    m_issuer->setVouchedBy(VouchedBy::OtherRoot);
    QCOMPARE(m_shell->run(checkWith({u"--trust-authority"_s})).status, 2);
    QCOMPARE(m_shell->run(checkWith({})).status, 3);
}

// Where both changed, each is said by an option of its own: the breaker stays open when the authority alone is trusted.
void TestCliAuthority::oneConsentIsNotTheOther()
{
    const QString wrong = m_shell->file(u"wrong"_s, "not-the-secret");
    QCOMPARE(m_shell->run({u"issuer"_s, u"check"_s, u"idp"_s, u"--secret-file"_s, wrong}).status, 3);
    m_issuer->setVouchedBy(VouchedBy::OtherRoot);
    const QString sent = m_issuer->requests();
    const CliAnswer trusted = m_shell->runJson(checkWith({u"--trust-authority"_s, u"--yes"_s}));
    QCOMPARE(trusted.status, 3);
    QCOMPARE(trusted.json().value(u"breaker"_s).toString(), u"open"_s);
    QCOMPARE(m_issuer->requests(), sent);
    const CliAnswer again = m_shell->runJson(checkWith({u"--try-again"_s}));
    QVERIFY2(again.status == 0, again.out.constData());
    QCOMPARE(again.json().value(u"breaker"_s).toString(), u"closed"_s);
}

QTEST_GUILESS_MAIN(TestCliAuthority)
#include "tst_cliauthority.moc"
