// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Measures Curfew beside its peers: a table on standard output, and the same with every round in FILE.
// It fails when something measured didn't do its work, never on a time.

#include "benchplace.h"
#include "benchrows.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace curfew;

namespace {

struct Row {
    QString name;
    QList<Figure> (*measure)(BenchPlace &, int);
};

} // namespace

static QList<Row> rows()
{
    return {{u"plain"_s, revokesPlain},     {u"tls"_s, revokesOverTls},  {u"many"_s, revokesManyInFlight},
            {u"file"_s, tokensFromOneFile}, {u"listing"_s, listingRead}, {u"start"_s, consoleStart},
            {u"limits"_s, limitsKept}};
}

static void print(const QString &line)
{
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption roundsOption(u"rounds"_s, u"Rounds of each row."_s, u"N"_s, u"5"_s);
    const QCommandLineOption limitsOption(u"limits"_s, u"Also whether limits are kept, which takes minutes."_s);
    const QCommandLineOption outputOption(u"output"_s, u"Where the JSON goes."_s, u"FILE"_s, u"bench.json"_s);
    parser.addOptions({roundsOption, limitsOption, outputOption});
    parser.addPositionalArgument(u"rows"_s, u"plain tls many file listing start limits; all but the last without."_s);
    parser.addHelpOption();
    parser.process(application);
    const int rounds = std::max(1, parser.value(roundsOption).toInt());
    const QStringList chosen = parser.positionalArguments();

    BenchPlace place(QCoreApplication::applicationDirPath());
    QJsonArray figures;
    print(Figure::headLine());
    const QList<Row> all = rows();
    for (const Row &row : all) {
        const bool wanted =
            chosen.isEmpty() ? row.name != "limits"_L1 || parser.isSet(limitsOption) : chosen.contains(row.name);
        if (!wanted)
            continue;
        const QList<Figure> measured = row.measure(place, rounds);
        for (const Figure &figure : measured) {
            print(figure.toLine());
            figures.append(figure.toJson());
        }
    }
    const QJsonObject document{{u"measured_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                               {u"rounds"_s, rounds},
                               {u"figures"_s, figures}};
    writeFile(parser.value(outputOption), QJsonDocument(document).toJson());
    return 0;
}
