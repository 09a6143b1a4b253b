// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "consoleoptions.h"

#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

using Action = ConsoleOptions::Action;

Q_DECLARE_METATYPE(curfew::ConsoleOptions)

class TestConsoleOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<ConsoleOptions>("options");
        QTest::newRow("none") << QStringList{} << ConsoleOptions{};
        QTest::newRow("practice") << QStringList{u"--practice"_s} << ConsoleOptions{Action::Start, true, {}, {}};
        QTest::newRow("profile") << QStringList{u"--profile-dir"_s, u"/p"_s}
                                 << ConsoleOptions{Action::Start, false, u"/p"_s, {}};
        QTest::newRow("profile in one word")
            << QStringList{u"--profile-dir=/p"_s} << ConsoleOptions{Action::Start, false, u"/p"_s, {}};
        QTest::newRow("help") << QStringList{u"--help"_s} << ConsoleOptions{Action::PrintHelp, false, {}, {}};
        QTest::newRow("version") << QStringList{u"--version"_s} << ConsoleOptions{Action::PrintVersion, false, {}, {}};
        QTest::newRow("a folder is missing")
            << QStringList{u"--profile-dir"_s}
            << ConsoleOptions{Action::PrintUsage, false, {}, u"--profile-dir wants a folder"_s};
        QTest::newRow("unknown") << QStringList{u"--tokens"_s}
                                 << ConsoleOptions{Action::PrintUsage, false, {}, u"unknown argument: --tokens"_s};
        QTest::newRow("a bare word") << QStringList{u"secret"_s}
                                     << ConsoleOptions{Action::PrintUsage, false, {}, u"unknown argument: secret"_s};
        QTest::newRow("practice has its own profile")
            << QStringList{u"--practice"_s, u"--profile-dir=/p"_s}
            << ConsoleOptions{
                   Action::PrintUsage, false, {}, u"--practice has a profile of its own: leave out --profile-dir"_s};
    }

    void parses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(ConsoleOptions, options);
        QCOMPARE(parseConsoleOptions(arguments), options);
    }
};

QTEST_GUILESS_MAIN(TestConsoleOptions)
#include "tst_consoleoptions.moc"
