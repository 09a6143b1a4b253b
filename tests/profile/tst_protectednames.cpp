// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "person.h"
#include "profile.h"
#include "protectednames.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

class ProtectedNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void remembers();
    void protects_data();
    void protects();
    void aDamagedListProtectsNobodySilently();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
};

void ProtectedNamesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = std::make_unique<Profile>(Profile::open(m_folder->path()).value());
}

void ProtectedNamesTest::remembers()
{
    ProtectedNames names(*m_profile);
    QCOMPARE(names.names().value(), QStringList());
    QVERIFY(names.add(u" breakglass "_s));
    QVERIFY(names.add(u"BreakGlass"_s)); // the same account
    QVERIFY(names.add(u"backup@example.com"_s));
    QCOMPARE(ProtectedNames(*m_profile).names().value(), (QStringList{u"breakglass"_s, u"backup@example.com"_s}));
    QVERIFY(names.remove(u"BREAKGLASS"_s));
    QCOMPARE(names.names().value(), QStringList{u"backup@example.com"_s});
    QCOMPARE(names.remove(u"breakglass"_s).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(names.add(u" "_s).error().kind, ErrorKind::InvalidInput);
}

void ProtectedNamesTest::protects_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isProtected");
    QTest::newRow("user name") << u"Robin"_s << true;
    QTest::newRow("e-mail") << u"robin.finch@example.com"_s << true;
    QTest::newRow("id") << u"u-1"_s << true;
    QTest::newRow("part of the name") << u"rob"_s << false;
    QTest::newRow("display name") << u"Robin Finch"_s << false; // two people may have it
}

void ProtectedNamesTest::protects()
{
    QFETCH(QString, name);
    ProtectedNames names(*m_profile);
    QVERIFY(names.add(name));
    Person robin;
    robin.id = u"u-1"_s;
    robin.userName = u"robin"_s;
    robin.name = u"Robin Finch"_s;
    robin.email = u"Robin.Finch@example.com"_s;
    QTEST(names.protects(robin).value(), "isProtected");
    QVERIFY(!names.protects(Person{}).value());
}

void ProtectedNamesTest::aDamagedListProtectsNobodySilently()
{
    QFile file(m_profile->path() + "/protected.json"_L1);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version": 1, "names": [7]})");
    file.close();
    QCOMPARE(ProtectedNames(*m_profile).protects(Person{}).error().kind, ErrorKind::ProfileFailed);
}

QTEST_GUILESS_MAIN(ProtectedNamesTest)
#include "tst_protectednames.moc"
