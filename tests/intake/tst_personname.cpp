// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personname.h"

#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

class TestPersonName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsNamesFromTokens_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("name");
        QTest::newRow("an e-mail address") << u"dona.moore@example.com"_s << true;
        QTest::newRow("an address with a tag") << u"dona+work@example.com"_s << true;
        QTest::newRow("an address whose local part was drawn") << u"9f86d081884c7d65@relay.example"_s << true;
        QTest::newRow("a user name") << u"dona.moore"_s << true;
        QTest::newRow("a user name with a number") << u"dmoore01"_s << true;
        QTest::newRow("a long user name") << u"maximilian.mustermann-schmidt.ext01"_s << true;
        QTest::newRow("a personnel number") << u"P000123"_s << true;
        QTest::newRow("a number") << u"00012345"_s << true;
        QTest::newRow("a whole name") << u"Dona Moore"_s << true;
        QTest::newRow("a name with an apostrophe") << u"Aoife O’Brien"_s << true;
        QTest::newRow("a name in capitals and small letters") << u"McDonald-MacLeod"_s << true;
        QTest::newRow("a name that isn't Latin") << u"Зоя Петрова"_s << true;
        QTest::newRow("blanks around it") << u"  dona.moore \n"_s << true;

        QTest::newRow("nothing") << u"  "_s << false;
        QTest::newRow("marks alone") << u"..-"_s << false;
        QTest::newRow("a JWT") << u"eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln"_s << false;
        QTest::newRow("the beginning of a JWT") << u"eyJhbGciOi"_s << false;
        QTest::newRow("hexadecimal") << u"9f86d081884c7d659a2feaa0c55ad015"_s << false;
        QTest::newRow("short hexadecimal") << u"9f86d081884c"_s << false;
        QTest::newRow("short and drawn") << u"aB3dE5fG7hJ9"_s << false;
        QTest::newRow("Base64") << u"dG9rZW4tdG9rZW4+dG9r"_s << false;
        QTest::newRow("Base64 with padding") << u"dG9rZW4="_s << false;
        QTest::newRow("Base64 for URLs") << u"mF_9.B5f-4.1JqM-xY7zQ2wE4rT6"_s << false;
        QTest::newRow("a UUID") << u"7d444840-9dc0-11d1-b245-5ffdce74fad2"_s << false;
        QTest::newRow("a word of 31 letters") << u"abcdefghijklmnopqrstuvwxyzabcde"_s << false;
        QTest::newRow("more than 64 characters") << u"dona.moore."_s.repeated(6) << false;
        QTest::newRow("a long address") << u"x.y."_s.repeated(15) + u"z@example.com"_s << false;
        QTest::newRow("Bearer") << u"Bearer abc"_s << false;
        QTest::newRow("two lines") << u"dona\nmoore"_s << false;
        QTest::newRow("a wildcard") << u"dona*"_s << false;
        QTest::newRow("a percent sign") << u"dona%"_s << false;
        QTest::newRow("two at signs") << u"dona@moore@example.com"_s << false;
        QTest::newRow("no local part") << u"@example.com"_s << false;
        QTest::newRow("no domain") << u"dona@"_s << false;
        QTest::newRow("an empty label") << u"dona@example..com"_s << false;
        QTest::newRow("JSON") << u"{\"user\":\"dona\"}"_s << false;
        QTest::newRow("a URL") << u"https://example.com/dona"_s << false;
    }

    void tellsNamesFromTokens()
    {
        QFETCH(QString, text);
        QTEST(isPersonName(text), "name");
    }
};

QTEST_GUILESS_MAIN(TestPersonName)
#include "tst_personname.moc"
