// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline.h"

#include "commandspecs.h"

#include <QCommandLineParser>
#include <QDate>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

QString CommandLine::value(const QString &option) const
{
    const QStringList given = values.value(option);
    return given.isEmpty() ? QString() : given.last();
}

static tl::unexpected<Error> mistake(const QString &sentence)
{
    return failure(ErrorKind::InvalidInput, sentence);
}

static Result<> checkCommand(const CommandSpec &spec, const CommandLine &line)
{
    const bool lastMayMiss = !spec.arguments.isEmpty() && spec.arguments.last().startsWith(u'[');
    const qsizetype least = spec.arguments.size() - (lastMayMiss ? 1 : 0);
    if (line.arguments.size() < least)
        return mistake(u"“%1” needs %2"_s.arg(spec.words, spec.arguments.at(line.arguments.size())));
    if (line.arguments.size() > spec.arguments.size())
        return mistake(u"“%1” doesn't take “%2”"_s.arg(spec.words, line.arguments.at(spec.arguments.size())));
    for (const QString &option : spec.required) {
        if (!line.has(option))
            return mistake(u"“%1” needs --%2"_s.arg(spec.words, option));
    }
    for (const OptionSpec &option : commandOptions()) {
        if (line.has(option.name) && !spec.required.contains(option.name) && !spec.optional.contains(option.name))
            return mistake(u"“%1” doesn't take --%2"_s.arg(spec.words, option.name));
    }
    return {};
}

static Result<> readNumbers(CommandLine &line)
{
    if (line.has(u"timeout"_s)) {
        bool ok = false;
        const double seconds = line.value(u"timeout"_s).toDouble(&ok);
        if (!ok || !(seconds > 0 && seconds <= 3600))
            return mistake(u"--timeout takes seconds, more than 0 and at most 3600"_s);
        line.timeout = std::chrono::milliseconds(qint64(seconds * 1000));
    }
    if (line.has(u"parallel"_s)) {
        bool ok = false;
        const int parallel = line.value(u"parallel"_s).toInt(&ok);
        if (!ok || parallel < 1)
            return mistake(u"--parallel takes a whole number from 1 up"_s);
        line.parallel = parallel;
    }
    const QString verify = line.has(u"verify"_s) ? line.value(u"verify"_s) : u"full"_s;
    if (verify == "full"_L1)
        line.verify = Verify::Full;
    else if (verify == "after"_L1)
        line.verify = Verify::After;
    else if (verify == "none"_L1)
        line.verify = Verify::None;
    else
        return mistake(u"--verify takes full, after or none"_s);
    return {};
}

static bool mayBeRepeated(const CommandLine &line, const QString &option)
{
    return option == "session"_L1 || option == "leave-out"_L1 || option == "confirm"_L1
        || (option == "issuer"_L1 && line.command.startsWith("user "_L1));
}

static Result<> checkUserOptions(CommandLine &line)
{
    if (!line.command.startsWith("user "_L1))
        return {};
    if (line.has(u"issuer"_s) && line.has(u"all"_s))
        return mistake(u"give either --issuer or --all"_s);
    if (line.has(u"secret-file"_s) && line.values.value(u"issuer"_s).size() != 1)
        return mistake(u"--secret-file is one client's: name its --issuer"_s);
    static const QStringList steps{u"block"_s, u"sessions"_s, u"offline"_s, u"consents"_s};
    const QStringList leftOut = line.values.value(u"leave-out"_s);
    for (const QString &step : leftOut) {
        if (!steps.contains(step))
            return mistake(u"--leave-out takes %1"_s.arg(steps.join(u", "_s)));
    }
    if (QSet<QString>(leftOut.begin(), leftOut.end()).size() == steps.size())
        return mistake(u"--leave-out leaves nothing to do"_s);
    const bool acts = line.command == "user contain"_L1 || line.command == "user enable"_L1;
    if (acts && line.verify != Verify::Full)
        return mistake(u"“%1” always looks before and after: it doesn't take --verify %2"_s.arg(
            line.command, line.value(u"verify"_s)));
    if (line.has(u"watch"_s)) {
        bool ok = false;
        const int seconds = line.value(u"watch"_s).toInt(&ok);
        if (!ok || seconds < 1 || seconds > 3600)
            return mistake(u"--watch takes whole seconds, from 1 to 3600"_s);
        line.watch = std::chrono::seconds(seconds);
    }
    return {};
}

static Result<> checkValues(const CommandLine &line)
{
    qsizetype fromStandardInput = 0;
    for (auto it = line.values.begin(); it != line.values.end(); ++it) {
        if (it.key().endsWith("-file"_L1))
            fromStandardInput += it.value().count(u"-"_s);
        if (!mayBeRepeated(line, it.key()) && it.value().size() > 1)
            return mistake(u"--%1 is given twice"_s.arg(it.key()));
        if (it.value().contains(QString()) && it.key() != "reason"_L1 && it.key() != "ticket"_L1)
            return mistake(u"--%1 has an empty value"_s.arg(it.key()));
    }
    if (fromStandardInput > 1)
        return mistake(u"only one file can be - (standard input)"_s);
    if (line.command == "session revoke"_L1 && line.has(u"all"_s) == line.has(u"session"_s))
        return mistake(u"“session revoke” needs either --all or --session"_s);
    if (line.command == "journal resume"_L1 && line.has(u"token-file"_s) == line.has(u"tokens-file"_s))
        return mistake(u"“journal resume” needs either --token-file or --tokens-file"_s);
    const QString head = line.value(u"expect"_s);
    if (line.has(u"expect"_s) && (head.size() != 64 || QByteArray::fromHex(head.toLatin1()).toHex() != head.toLatin1()))
        return mistake(u"--expect takes 64 lower-case hex digits, as an export and journal verify print them"_s);
    if (line.has(u"before"_s) && !QDate::fromString(line.value(u"before"_s), Qt::ISODate).isValid())
        return mistake(u"--before takes a day as YYYY-MM-DD"_s);
    if (line.has(u"try-again"_s) && line.has(u"dry-run"_s))
        return mistake(
            u"--try-again sends a request, and --dry-run says that nothing is to change: give one of them"_s);
    if (line.has(u"trust-authority"_s) && line.has(u"dry-run"_s))
        return mistake(
            u"--trust-authority changes whom Curfew believes, and --dry-run says that nothing is to change: give one of them"_s);
    const QString hint = line.value(u"hint"_s);
    if (line.has(u"hint"_s) && hint != "access_token"_L1 && hint != "refresh_token"_L1)
        return mistake(u"--hint takes access_token or refresh_token"_s);
    const QString format = line.value(u"format"_s);
    if (line.has(u"format"_s) && format != "csv"_L1 && format != "json"_L1)
        return mistake(u"--format takes csv or json"_s);
    return {};
}

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const QList<OptionSpec> &options : {commonOptions(), commandOptions()}) {
        for (const OptionSpec &option : options)
            parser.addOption(QCommandLineOption(option.name, option.summary, option.valueName));
    }
    // The parser expects the program's name first.
    if (!parser.parse(QStringList(u"curfew-cli"_s) + arguments))
        return mistake(parser.errorText());

    CommandLine line;
    for (const QList<OptionSpec> &options : {commonOptions(), commandOptions()}) {
        for (const OptionSpec &option : options) {
            if (!parser.isSet(option.name))
                continue;
            if (option.valueName.isEmpty())
                line.flags.append(option.name);
            else
                line.values.insert(option.name, parser.values(option.name));
        }
    }
    const QStringList words = parser.positionalArguments();
    const CommandSpec *spec = findCommand(words);
    if (line.has(u"help"_s) || line.has(u"version"_s)) {
        line.command = spec ? spec->words : QString(); // whose help is wanted
        return line;
    }
    if (words.isEmpty() && !line.practice())
        return mistake(u"no command given"_s);
    if (!words.isEmpty()) {
        if (!spec)
            return mistake(u"there is no command “%1”"_s.arg(words.join(u' ')));
        line.command = spec->words;
        line.arguments = words.mid(spec->words.count(u' ') + 1);
        if (const auto fits = checkCommand(*spec, line); !fits)
            return tl::unexpected(fits.error());
    }
    if (const auto numbers = readNumbers(line); !numbers)
        return tl::unexpected(numbers.error());
    if (const auto fits = checkValues(line); !fits)
        return tl::unexpected(fits.error());
    if (const auto fits = checkUserOptions(line); !fits)
        return tl::unexpected(fits.error());
    return line;
}

} // namespace curfew
