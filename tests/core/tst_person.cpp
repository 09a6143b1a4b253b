// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "person.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

class TestPerson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatHasToBeTyped_data();
    void whatHasToBeTyped();
};

static Person person(const QString &userName, const QString &email)
{
    Person person;
    person.id = u"id-1"_s;
    person.userName = userName;
    person.email = email;
    return person;
}

void TestPerson::whatHasToBeTyped_data()
{
    QTest::addColumn<QString>("userName");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("typed");
    QTest::newRow("the user name") << u"robin"_s << u"robin@example.com"_s << u"robin"_s;
    QTest::newRow("without blanks around it") << u" robin "_s << u"robin@example.com"_s << u"robin"_s;
    QTest::newRow("the address, where there is none") << QString() << u"robin@example.com"_s << u"robin@example.com"_s;
    QTest::newRow("the address, where nobody sees it") << u"  "_s << u"robin@example.com"_s << u"robin@example.com"_s;
    QTest::newRow("the id, where nothing else is") << QString() << QString() << u"id-1"_s;
}

void TestPerson::whatHasToBeTyped()
{
    QFETCH(QString, userName);
    QFETCH(QString, email);
    QTEST(person(userName, email).typedName(), "typed");
}

QTEST_GUILESS_MAIN(TestPerson)
#include "tst_person.moc"
