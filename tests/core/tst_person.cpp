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
    void whoMayBeTheOperator_data();
    void whoMayBeTheOperator();
    void lastSeenToSignIn_data();
    void lastSeenToSignIn();
    void twoAddressesMayBeTwoPeople_data();
    void twoAddressesMayBeTwoPeople();
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

void TestPerson::whoMayBeTheOperator_data()
{
    QTest::addColumn<QString>("userName");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QStringList>("operatorNames");
    QTest::addColumn<bool>("mayBe");
    QTest::newRow("nobody knows the operator")
        << u"robin"_s << u"robin@example.com"_s << QStringList{QString()} << false;
    QTest::newRow("another one") << u"dona"_s << u"dona@example.com"_s << QStringList{u"robin"_s} << false;
    QTest::newRow("by any of the names") << u"Robin"_s << QString() << QStringList{u"rfinch"_s, u"robin"_s} << true;
    QTest::newRow("by an address") << QString() << u"Robin@Example.com"_s << QStringList{u"robin@example.com"_s}
                                   << true;
    QTest::newRow("by its beginning") << u"p-7"_s << u"robin@example.com"_s << QStringList{u"robin"_s} << true;
    QTest::newRow("not by the beginning of a name")
        << u"robin2"_s << u"robin2@example.com"_s << QStringList{u"robin"_s} << false;
    QTest::newRow("by the id") << u"p-7"_s << QString() << QStringList{u"kim"_s, u"id-1"_s} << true;
}

void TestPerson::whoMayBeTheOperator()
{
    QFETCH(QString, userName);
    QFETCH(QString, email);
    QFETCH(QStringList, operatorNames);
    QTEST(person(userName, email).mayBelongTo(operatorNames), "mayBe");
    Person further = person(userName, u"p-9@example.com"_s);
    further.otherEmails = {u"p-8@example.com"_s, email};
    QTEST(further.mayBelongTo(operatorNames), "mayBe");
}

static QDateTime at(int hour)
{
    return {QDate(2026, 3, 1), QTime(hour, 0), Qt::UTC};
}

//! Sessions that started at \p hours; 0: it isn't said when.
static PersonAccess accessWith(const QList<int> &hours)
{
    PersonAccess access;
    access.sessions = QList<PersonSession>();
    for (const int hour : hours) {
        PersonSession session;
        session.id = u"s-%1"_s.arg(hour);
        if (hour > 0)
            session.startedAt = at(hour);
        access.sessions->append(session);
    }
    return access;
}

void TestPerson::lastSeenToSignIn_data()
{
    QTest::addColumn<int>("said"); // by the directory; 0: it doesn't
    QTest::addColumn<QList<int>>("sessions");
    QTest::addColumn<int>("last");
    QTest::newRow("as the directory says") << 9 << QList<int>{} << 9;
    QTest::newRow("it knows better than older sessions") << 9 << QList<int>{8} << 9;
    QTest::newRow("and than newer ones") << 9 << QList<int>{10} << 9;
    QTest::newRow("else the newest session's start") << 0 << QList<int>{8, 11, 0, 10} << 11;
    QTest::newRow("nobody says") << 0 << QList<int>{0} << 0;
    QTest::newRow("no session") << 0 << QList<int>{} << 0;
}

void TestPerson::lastSeenToSignIn()
{
    QFETCH(int, said);
    QFETCH(QList<int>, sessions);
    QFETCH(int, last);
    Person robin = person(u"robin"_s, {});
    if (said > 0)
        robin.lastSignIn = at(said);
    const PersonAccess access = accessWith(sessions);
    QCOMPARE(lastSignIn(robin, &access), last > 0 ? std::optional(at(last)) : std::nullopt);
    QCOMPARE(lastSignIn(robin, nullptr), robin.lastSignIn);
}

void TestPerson::twoAddressesMayBeTwoPeople_data()
{
    QTest::addColumn<QStringList>("addresses"); // an account each; further ones behind commas
    QTest::addColumn<bool>("different");
    QTest::newRow("nobody") << QStringList{} << false;
    QTest::newRow("one account") << QStringList{u"robin@example.com"_s} << false;
    QTest::newRow("one account without an address") << QStringList{QString()} << false;
    QTest::newRow("two addresses") << QStringList{u"robin@example.com"_s, u"robin@example.org"_s} << true;
    QTest::newRow("one, in other letters") << QStringList{u"robin@example.com"_s, u"Robin@Example.com"_s} << false;
    QTest::newRow("one, and one that isn't said") << QStringList{u"robin@example.com"_s, QString()} << true;
    QTest::newRow("none is said") << QStringList{QString(), QString()} << true;
    QTest::newRow("one of several is the same")
        << QStringList{u"robin@example.com"_s, u"r.finch@example.com,Robin@example.com"_s} << false;
    QTest::newRow("none is one of all") << QStringList{u"a@example.com,b@example.com"_s,
                                                       u"b@example.com,c@example.com"_s,
                                                       u"c@example.com,a@example.com"_s}
                                        << true;
}

void TestPerson::twoAddressesMayBeTwoPeople()
{
    QFETCH(QStringList, addresses);
    QList<Person> people;
    for (const QString &account : addresses) {
        QStringList all = account.split(u',');
        people.append(person(u"robin"_s, all.takeFirst()));
        people.last().otherEmails = all;
    }
    QTEST(mayBeDifferentPeople(people), "different");
}

QTEST_GUILESS_MAIN(TestPerson)
#include "tst_person.moc"
