// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "authoritystore.h"
#include "profile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

class TestAuthorityStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void remembersTheLastOfEachAddress();
    void damageIsNobody_data();
    void damageIsNobody();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
};

static Authority authority(char digit, const QString &name)
{
    return {QString(64, QLatin1Char(digit)), name};
}

void TestAuthorityStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = std::make_unique<Profile>(*Profile::open(m_folder->path()));
}

void TestAuthorityStore::remembersTheLastOfEachAddress()
{
    AuthorityStore store(*m_profile);
    QCOMPARE(*store.find(u"https://a:443"_s), std::nullopt);
    QVERIFY(store.remember(u"https://a:443"_s, authority('1', u"One"_s)));
    QVERIFY(store.remember(u"https://b:443"_s, authority('2', u"Two"_s)));
    QVERIFY(store.remember(u"https://a:443"_s, authority('3', u"Three"_s)));
    const AuthorityStore again(*m_profile); // from disk
    QCOMPARE(*again.find(u"https://a:443"_s), authority('3', u"Three"_s));
    QCOMPARE((*again.find(u"https://a:443"_s))->name, u"Three"_s);
    QCOMPARE(*again.find(u"https://b:443"_s), authority('2', u"Two"_s));
    QCOMPARE(*again.find(u"https://c:443"_s), std::nullopt);
}

void TestAuthorityStore::damageIsNobody_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("newer") << QByteArray(R"({"version":2})");
    QTest::newRow("no hash") << QByteArray(R"({"version":1,"authorities":[{"origin":"o","sha256":"ab","name":""}]})");
    QTest::newRow("more than we know") << QByteArray(R"({"version":1,"authorities":[],"trustAll":true})");
}

// An error, and never "nobody was remembered": that would accept whoever comes next.
void TestAuthorityStore::damageIsNobody()
{
    QFETCH(QByteArray, content);
    QFile file(m_profile->path() + u"/authorities.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    AuthorityStore store(*m_profile);
    QCOMPARE(store.find(u"o"_s).error().kind, ErrorKind::ProfileFailed);
    QCOMPARE(store.remember(u"o"_s, authority('1', u"One"_s)).error().kind, ErrorKind::ProfileFailed);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

QTEST_GUILESS_MAIN(TestAuthorityStore)
#include "tst_authoritystore.moc"
