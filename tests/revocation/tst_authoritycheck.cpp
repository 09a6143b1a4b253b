// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchbench.h"
#include "faultbench.h"
#include "profile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSslCertificate>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

using VouchedBy = FaultIssuer::VouchedBy;

//! Who vouches for an issuer is remembered, and somebody else stops everything before a byte of HTTP is sent.
class TestAuthorityCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<FaultBench>();
        m_bench->issuer.add("a-token-of-the-victim");
    }
    void cleanup() { m_bench.reset(); }

    void theFirstIsRemembered();
    void theSameIsNotHeardOf();
    void anotherStopsALook();
    void anotherStopsABatch();
    void anotherStopsACheck();
    void anotherIsAcceptedOnce();
    void tryingAgainAcceptsNobody();
    void onlyWhoWasShownIsAccepted();
    void aNamesakeIsAnother();
    void aNamesakeThatIsFirst();
    void anotherInMidLife();
    void anotherBeforeABatchOfTheSameAccess();
    void whoCouldNotBeReachedIsLookedForAgain();
    void whoWasAStrangerIsLookedForAgain();
    void aStrangerIsNoOther();
    void aFileThatCannotBeReadTrustsNobody();

private:
    QString remembered() const
    {
        QFile file(m_bench->workspace().profile().path() + u"/authorities.json"_s);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    void trustWhoIsThere()
    {
        const auto access = m_bench->open(u"oauth2"_s);
        const auto vouched = awaited(access->vouch());
        QVERIFY(!vouched);
        QCOMPARE(vouched.error().kind, ErrorKind::AuthorityChanged);
        QVERIFY(access->trust(access->authorities().constLast()));
        QVERIFY(awaited(access->vouch()));
    }
    std::unique_ptr<FaultBench> m_bench;
};

//! Stands before the issuer: while it is shut, whoever comes is hung up on.
class Door {
public:
    explicit Door(const QUrl &behind)
        : m_behind(behind)
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port is free");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { answer(); });
    }
    void open() { m_isOpen = true; }
    [[nodiscard]] QUrl url() const
    {
        QUrl url = m_behind;
        url.setPort(m_server.serverPort());
        return url;
    }

private:
    void answer()
    {
        QTcpSocket *outer = m_server.nextPendingConnection();
        QObject::connect(outer, &QTcpSocket::disconnected, outer, &QObject::deleteLater);
        if (!m_isOpen) {
            outer->abort();
            return;
        }
        auto *inner = new QTcpSocket(outer);
        const auto pass = [](QTcpSocket *from, QTcpSocket *to) {
            QObject::connect(from, &QTcpSocket::readyRead, to, [from, to] { to->write(from->readAll()); });
        };
        pass(outer, inner);
        pass(inner, outer);
        QObject::connect(inner, &QTcpSocket::disconnected, outer, &QTcpSocket::disconnectFromHost);
        inner->connectToHost(QHostAddress::LocalHost, quint16(m_behind.port()));
    }

    QUrl m_behind;
    QTcpServer m_server;
    bool m_isOpen = false;
};

static QString hashOf(const QString &file)
{
    const auto certificates = QSslCertificate::fromPath(file);
    return QString::fromLatin1(certificates.constFirst().digest(QCryptographicHash::Sha256).toHex());
}

static Ending oneListed()
{
    return {u"1 listed, 0 warnings"_s, u"list 1"_s, u"1 events"_s};
}

void TestAuthorityCheck::theFirstIsRemembered()
{
    QCOMPARE(remembered(), QString());
    QCOMPARE(m_bench->list(), oneListed());
    QVERIFY2(remembered().contains(hashOf(u":/tls/root.pem"_s)), qPrintable(remembered()));
    QVERIFY(remembered().contains(u"Curfew test root"_s));
    QVERIFY(remembered().contains(originOf(m_bench->issuer.url())));
}

void TestAuthorityCheck::theSameIsNotHeardOf()
{
    QCOMPARE(m_bench->list(), oneListed());
    const QString before = remembered();
    QCOMPARE(m_bench->list().said, oneListed().said);
    QCOMPARE(remembered(), before);
}

void TestAuthorityCheck::anotherStopsALook()
{
    QCOMPARE(m_bench->list(), oneListed());
    const QString before = remembered();
    const qint64 received = m_bench->issuer.server().bytesReceived();
    m_bench->issuer.setVouchedBy(VouchedBy::OtherRoot);
    // The look-up, its verification, and the stop are journaled.
    QCOMPARE(m_bench->list(), (Ending{u"authority_changed"_s, u"list 1"_s, u"3 events"_s}));
    QCOMPARE(m_bench->list().said, u"authority_changed"_s); // until it is accepted
    QCOMPARE(m_bench->issuer.server().bytesReceived(), received);
    QCOMPARE(remembered(), before);
    m_bench->issuer.setVouchedBy(VouchedBy::Root);
    QCOMPARE(m_bench->list().said, oneListed().said);
}

void TestAuthorityCheck::anotherStopsABatch()
{
    QCOMPARE(m_bench->check().said, u"accepted"_s);
    const QString sent = m_bench->issuer.requests();
    m_bench->issuer.setVouchedBy(VouchedBy::OtherRoot);
    const Ending ending = m_bench->endTokens();
    QCOMPARE(ending.said, u"authority_changed"_s);
    QCOMPARE(ending.arrived, sent);
    QVERIFY(m_bench->issuer.isAlive("a-token-of-the-victim"));
}

void TestAuthorityCheck::anotherStopsACheck()
{
    QCOMPARE(m_bench->check().said, u"accepted"_s);
    const QString sent = m_bench->issuer.requests();
    m_bench->issuer.setVouchedBy(VouchedBy::OtherRoot);
    const auto access = m_bench->open(u"oauth2"_s);
    const CheckReport report = awaited(access->check());
    QVERIFY(report.authentication && !*report.authentication);
    QCOMPARE(report.authentication->error(),
             (Error{ErrorKind::AuthorityChanged, u"Curfew test root → Example Proxy Root"_s, 0, {}}));
    QCOMPARE(m_bench->issuer.requests(), sent);
}

void TestAuthorityCheck::anotherIsAcceptedOnce()
{
    QCOMPARE(m_bench->list(), oneListed());
    m_bench->issuer.setVouchedBy(VouchedBy::OtherRoot);
    trustWhoIsThere();
    QVERIFY(remembered().contains(u"Example Proxy Root"_s));
    QVERIFY(!remembered().contains(u"Curfew test root"_s));
    QCOMPARE(m_bench->list().said, oneListed().said);
    m_bench->issuer.setVouchedBy(VouchedBy::Root); // which is now another
    QCOMPARE(m_bench->list().said, u"authority_changed"_s);
}

// Whoever tries a refused client once more has not said that somebody else may read along.
void TestAuthorityCheck::tryingAgainAcceptsNobody()
{
    QCOMPARE(m_bench->check().said, u"accepted"_s);
    const QString before = remembered();
    const QString sent = m_bench->issuer.requests();
    m_bench->issuer.setVouchedBy(VouchedBy::OtherRoot);
    QCOMPARE(m_bench->check(CheckMode::TryAgain).said, u"authority_changed"_s);
    QCOMPARE(m_bench->issuer.requests(), sent);
    QCOMPARE(remembered(), before);
}

void TestAuthorityCheck::onlyWhoWasShownIsAccepted()
{
    m_bench->caFile = FaultIssuer::caFileWithNamesake();
    QCOMPARE(m_bench->check().said, u"accepted"_s);
    m_bench->issuer.setVouchedBy(VouchedBy::Namesake);
    const auto access = m_bench->open(u"oauth2"_s);
    QVERIFY(!awaited(access->vouch()));
    const SeenAuthority shown = access->authorities().constLast();
    m_bench->issuer.setVouchedBy(VouchedBy::Root); // while the operator reads
    QVERIFY(access->trust(shown));
    const auto vouched = awaited(access->vouch());
    QVERIFY(!vouched);
    QCOMPARE(vouched.error().kind, ErrorKind::AuthorityChanged);
}

// A root is known by its SHA-256: one that carries its name is somebody else.
void TestAuthorityCheck::aNamesakeIsAnother()
{
    m_bench->caFile = FaultIssuer::caFileWithNamesake();
    QCOMPARE(m_bench->list(), oneListed());
    const QString before = remembered();
    QVERIFY2(before.contains(hashOf(u":/tls/root.pem"_s)), qPrintable(before));
    QCOMPARE(m_bench->list().said, oneListed().said); // the name in common is no trouble
    m_bench->issuer.setVouchedBy(VouchedBy::Namesake);
    QCOMPARE(m_bench->list().said, u"authority_changed"_s);
    QCOMPARE(m_bench->issuer.requests(), u"list 2"_s);
    QCOMPARE(remembered(), before);
    const auto access = m_bench->open(u"oauth2"_s);
    const auto vouched = awaited(access->vouch());
    QVERIFY(!vouched);
    // One name twice would tell nobody anything.
    const QString known = hashOf(u":/tls/root.pem"_s).left(16);
    const QString namesake = hashOf(FaultIssuer::caFileWithNamesake()).left(16); // which is its first
    QCOMPARE(vouched.error().detail, u"Curfew test root (%1…) → Curfew test root (%2…)"_s.arg(known, namesake));
    trustWhoIsThere();
    QCOMPARE(m_bench->list().said, oneListed().said);
    m_bench->issuer.setVouchedBy(VouchedBy::Root);
    QCOMPARE(m_bench->list().said, u"authority_changed"_s);
}

// Of several of one name the one that really vouches is remembered, whichever is read first.
void TestAuthorityCheck::aNamesakeThatIsFirst()
{
    m_bench->caFile = FaultIssuer::caFileWithNamesake();
    m_bench->issuer.setVouchedBy(VouchedBy::Namesake);
    QCOMPARE(m_bench->list(), oneListed());
    QVERIFY(remembered().contains(hashOf(FaultIssuer::caFileWithNamesake())));
    m_bench->issuer.setVouchedBy(VouchedBy::Root);
    QCOMPARE(m_bench->list().said, u"authority_changed"_s);
}

// An access that is open all along believes the remembered authority alone, and then finds out what changed.
void TestAuthorityCheck::anotherInMidLife()
{
    const auto access = m_bench->open(u"sap-ias"_s);
    m_bench->issuer.fault(Stage::Listing,
                          Fault::retold([](const QByteArray &truth) { // so that the next one needs a new connection
                              return FaultReply::raw(FaultReply::http(200, truth).bytes);
                          }));
    QVERIFY(awaited(access->list(m_bench->anchor())));
    m_bench->issuer.setVouchedBy(VouchedBy::OtherRoot);
    QCOMPARE(awaited(access->list(m_bench->anchor())).error().kind, ErrorKind::TlsFailed);
    QCOMPARE(awaited(access->list(m_bench->anchor())).error().kind, ErrorKind::AuthorityChanged);
    QCOMPARE(m_bench->issuer.requests(), u"list 1"_s);
}

void TestAuthorityCheck::anotherBeforeABatchOfTheSameAccess()
{
    const auto access = m_bench->open(u"sap-ias"_s);
    m_bench->issuer.fault(Stage::Listing, Fault::retold([](const QByteArray &truth) {
                              return FaultReply::raw(FaultReply::http(200, truth).bytes);
                          }));
    QVERIFY(awaited(access->list(m_bench->anchor())));
    m_bench->issuer.setVouchedBy(VouchedBy::OtherRoot);
    const RevocationPlan plan = planFromTokens(access->issuer(), access->descriptor(), {{m_bench->anchor(), {}, {}}},
                                               QDateTime::currentDateTimeUtc());
    const RevocationBatch *batch = m_bench->run(*access, plan);
    QCOMPARE(itemStatusName(batch->record().items.constFirst()), u"failed"_s);
    QCOMPARE(awaited(access->vouch()).error().kind, ErrorKind::AuthorityChanged);
    QCOMPARE(m_bench->issuer.requests(), u"list 1"_s);
}

// An access that began without a network remembers whom it meets once there is one, and believes nobody else.
void TestAuthorityCheck::whoCouldNotBeReachedIsLookedForAgain()
{
    Door door(m_bench->issuer.url());
    m_bench->url = door.url();
    const auto access = m_bench->open(u"sap-ias"_s);
    QVERIFY(awaited(access->vouch())); // which blocks nothing
    QCOMPARE(access->authorities().size(), 1);
    QVERIFY(!access->authorities().constFirst().now);
    QCOMPARE(remembered(), QString());
    door.open();
    QVERIFY(awaited(access->vouch()));
    QVERIFY2(remembered().contains(hashOf(u":/tls/root.pem"_s)), qPrintable(remembered()));
    m_bench->issuer.setVouchedBy(VouchedBy::OtherRoot);
    QCOMPARE(awaited(access->list(m_bench->anchor())).error().kind, ErrorKind::TlsFailed);
    QCOMPARE(m_bench->issuer.requests(), QString());
}

void TestAuthorityCheck::whoWasAStrangerIsLookedForAgain()
{
    m_bench->caFile = u":/tls/root.pem"_s;
    m_bench->issuer.setVouchedBy(VouchedBy::OtherRoot);
    const auto access = m_bench->open(u"sap-ias"_s);
    QVERIFY(awaited(access->vouch()));
    QCOMPARE(remembered(), QString());
    m_bench->issuer.setVouchedBy(VouchedBy::Root);
    QVERIFY(awaited(access->vouch()));
    QVERIFY(remembered().contains(hashOf(u":/tls/root.pem"_s)));
}

// Whom nobody vouches for is refused as ever, and can't be accepted.
void TestAuthorityCheck::aStrangerIsNoOther()
{
    m_bench->caFile = u":/tls/root.pem"_s;
    QCOMPARE(m_bench->list(), oneListed());
    m_bench->issuer.setVouchedBy(VouchedBy::OtherRoot);
    QCOMPARE(m_bench->list().said, u"tls_failed"_s);
    QCOMPARE(m_bench->check(CheckMode::TryAgain).said, u"tls_failed"_s);
    QCOMPARE(m_bench->issuer.requests(), u"list 1"_s);
    QVERIFY(remembered().contains(u"Curfew test root"_s));
}

void TestAuthorityCheck::aFileThatCannotBeReadTrustsNobody()
{
    QFile file(m_bench->workspace().profile().path() + u"/authorities.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version":1,"authorities":[{"origin":"https://a:443","sha256":"abc","name":"A"}]})");
    file.close();
    QCOMPARE(m_bench->list(), (Ending{u"profile_failed"_s, {}, u"nothing"_s}));
}

QTEST_GUILESS_MAIN(TestAuthorityCheck)
#include "tst_authoritycheck.moc"
