// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scimfilter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

using Attribute = ScimFilter::Attribute;

class TestScimFilter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void holds_data();
    void holds();
};

void TestScimFilter::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<ScimFilter>>("filter");
    const auto row = [](const char *name, const QString &text, const std::optional<ScimFilter> &filter) {
        QTest::newRow(name) << text << filter;
    };
    // RFC 7644 section 3.4.2.2, figure 1, and what it says of each part
    row("a user name", uR"(userName eq "bjensen")"_s, ScimFilter{Attribute::UserName, u"bjensen"_s});
    row("an address", uR"(emails.value eq "a@example.com")"_s, ScimFilter{Attribute::EmailsValue, u"a@example.com"_s});
    row("an id", uR"(id eq "2819c223")"_s, ScimFilter{Attribute::Id, u"2819c223"_s});
    row("names have no case", uR"(USERNAME Eq "x")"_s, ScimFilter{Attribute::UserName, u"x"_s});
    row("escapes are JSON's", uR"(userName eq "a\"b\\c\u00e9")"_s, ScimFilter{Attribute::UserName, u"a\"b\\c\u00e9"_s});
    row("nothing between the quotes", uR"(userName eq "")"_s, ScimFilter{Attribute::UserName, {}});
    row("what looks like a filter in it", uR"(userName eq "x\" or id eq \"y")"_s,
        ScimFilter{Attribute::UserName, u"x\" or id eq \"y"_s});

    row("nothing", {}, {});
    row("a name alone", u"userName"_s, {});
    row("no value", u"userName eq"_s, {});
    row("no value after the space", u"userName eq "_s, {});
    row("no quotes", u"userName eq bjensen"_s, {});
    row("single quotes", u"userName eq 'bjensen'"_s, {});
    row("one quote", uR"(userName eq ")"_s, {});
    row("no end", uR"(userName eq "bjensen)"_s, {});
    row("an end too many", uR"(userName eq "bjensen"")"_s, {});
    row("a quote that isn't escaped", uR"(userName eq "b"jensen")"_s, {});
    row("an escape that is none", uR"(userName eq "a\qb")"_s, {});
    row("a control character", u"userName eq \"a\tb\""_s, {});
    row("two spaces", uR"(userName  eq "x")"_s, {});
    row("a space before", uR"( userName eq "x")"_s, {});
    row("a space after", uR"(userName eq "x" )"_s, {});
    row("two values", uR"(userName eq "x","y")"_s, {});
    row("another operator", uR"(userName co "x")"_s, {});
    row("another attribute", uR"(displayName eq "x")"_s, {});
    row("a number", u"userName eq 5"_s, {});
    row("or", uR"(userName eq "x" or userName eq "y")"_s, {});
    row("not", uR"(not (userName eq "x"))"_s, {});
    row("parentheses", uR"((userName eq "x"))"_s, {});
    row("a value path", uR"(emails[value eq "x"])"_s, {});
    row("a whole name", uR"(urn:ietf:params:scim:schemas:core:2.0:User:userName eq "x")"_s, {});
    row("present", u"userName pr"_s, {});
}

void TestScimFilter::reads()
{
    QFETCH(QString, text);
    QFETCH(std::optional<ScimFilter>, filter);
    QCOMPARE(ScimFilter::parse(text), filter);
}

void TestScimFilter::holds_data()
{
    QTest::addColumn<Attribute>("attribute");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("holds");
    QTest::newRow("id") << Attribute::Id << u"2a"_s << true;
    QTest::newRow("an id has case") << Attribute::Id << u"2A"_s << false;
    QTest::newRow("user name") << Attribute::UserName << u"DONA"_s << true;
    QTest::newRow("a part of it") << Attribute::UserName << u"don"_s << false;
    QTest::newRow("an asterisk is one") << Attribute::UserName << u"*"_s << false;
    QTest::newRow("address") << Attribute::EmailsValue << u"Dona@example.com"_s << true;
    QTest::newRow("no address") << Attribute::EmailsValue << QString() << false;
}

void TestScimFilter::holds()
{
    QFETCH(Attribute, attribute);
    QFETCH(QString, value);
    QFETCH(bool, holds);
    PracticePerson person;
    person.id = u"2a"_s;
    person.userName = u"dona"_s;
    person.email = value.isEmpty() ? QString() : u"dona@example.com"_s;
    QCOMPARE((ScimFilter{attribute, value}.holds(person)), holds);
}

QTEST_APPLESS_MAIN(TestScimFilter)
#include "tst_scimfilter.moc"
