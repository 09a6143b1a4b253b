// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline.h"

#include <QCommandLineParser>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

struct OptionSpec {
    QString name;
    QString valueName; //!< empty for a flag
    QString summary;
};

static const QList<OptionSpec> &commonOptions()
{
    static const QList<OptionSpec> options{
        {u"profile-dir"_s, u"DIR"_s, u"settings, journal and descriptors there"_s},
        {u"practice"_s, {}, u"embedded practice issuers, nothing stored; alone: a guided tour"_s},
        {u"json"_s, {}, u"one JSON document on standard output"_s},
        {u"timeout"_s, u"SECONDS"_s, u"of one request, default 30"_s},
        {u"verify"_s, u"full|after|none"_s, u"look before and after; less can't end better than accepted"_s},
        {u"parallel"_s, u"N"_s, u"requests in flight to one issuer"_s},
        {u"secret-file"_s, u"F"_s, u"the client's secret, from a file or - for standard input"_s},
        {u"reason"_s, u"TEXT"_s, u"stands in the journal"_s},
        {u"ticket"_s, u"ID"_s, u"stands in the journal"_s},
        {u"yes"_s, {}, u"don't ask before something is ended or removed"_s},
        {u"dry-run"_s, {}, u"say what would be sent where; change nothing"_s},
        {u"verbose"_s, {}, u"log requests (never their bodies) on standard error"_s},
        {u"version"_s, {}, u"print the version"_s},
        {u"help"_s, {}, u"print this"_s},
    };
    return options;
}

static const QList<OptionSpec> &commandOptions()
{
    static const QList<OptionSpec> options{
        {u"provider"_s, u"ID"_s, u"see provider list"_s},
        {u"url"_s, u"URL"_s, u"origin, realm or issuer URL, as the provider wants it"_s},
        {u"client-id"_s, u"ID"_s, u"whose credential this is"_s},
        {u"auth"_s, u"METHOD"_s, u"client_secret_basic, client_secret_post, bearer, tls_client_auth, none"_s},
        {u"environment"_s, u"E"_s, u"production, test or development; default production"_s},
        {u"certificate-file"_s, u"F.p12"_s, u"client certificate and key, PKCS#12"_s},
        {u"passphrase-file"_s, u"F"_s, u"the certificate file's passphrase"_s},
        {u"ca-file"_s, u"F.pem"_s, u"roots that replace the system's for this issuer"_s},
        {u"issuer"_s, u"NAME"_s, u"a configured issuer"_s},
        {u"token-file"_s, u"F"_s, u"a token of the person, from a file or -"_s},
        {u"tokens-file"_s, u"F"_s, u"one token a line, from a file or -"_s},
        {u"session"_s, u"ID"_s, u"a session's id from session list; may be repeated"_s},
        {u"all"_s, {}, u"all of the person's sessions at this issuer"_s},
        {u"hint"_s, u"H"_s, u"access_token or refresh_token"_s},
        {u"try-again"_s, {}, u"one more try after a refused client; closes the breaker if it succeeds"_s},
        {u"format"_s, u"csv|json"_s, u"of the export"_s},
        {u"output"_s, u"F"_s, u"the file to write"_s},
    };
    return options;
}

const QList<CommandSpec> &commandSpecs()
{
    static const QStringList credential{u"auth"_s, u"certificate-file"_s, u"passphrase-file"_s};
    static const QList<CommandSpec> specs{
        {u"provider list"_s, {}, {}, {}, u"the providers Curfew knows, and what each can do"_s},
        {u"provider check"_s, {u"FILE.json"_s}, {}, {}, u"what is wrong with a descriptor, with line and key"_s},
        {u"issuer add"_s,
         {u"NAME"_s},
         {u"provider"_s},
         credential + QStringList{u"url"_s, u"client-id"_s, u"environment"_s, u"ca-file"_s},
         u"configure an issuer; sends nothing"_s},
        {u"issuer credential add"_s,
         {u"NAME"_s},
         {u"client-id"_s},
         credential,
         u"a further client of the issuer, or a new secret for one"_s},
        {u"issuer credential remove"_s, {u"NAME"_s}, {u"client-id"_s}, {}, u"forget a client and its secret"_s},
        {u"issuer list"_s, {}, {}, {}, u"the configured issuers"_s},
        {u"issuer show"_s, {u"NAME"_s}, {}, {}, u"one of them"_s},
        {u"issuer remove"_s, {u"NAME"_s}, {}, {}, u"forget an issuer and its secrets"_s},
        {u"issuer check"_s, {u"NAME"_s}, {}, {u"try-again"_s}, u"one discovery, at most one authenticated request"_s},
        {u"session list"_s, {}, {u"issuer"_s, u"token-file"_s}, {}, u"the sessions of the person a token belongs to"_s},
        {u"session revoke"_s,
         {},
         {u"issuer"_s, u"token-file"_s},
         {u"session"_s, u"all"_s},
         u"end some of them, or all, and prove it"_s},
        {u"token inspect"_s, {}, {u"token-file"_s}, {u"issuer"_s}, u"what a token says, and whether it works"_s},
        {u"token revoke"_s, {}, {u"tokens-file"_s}, {u"issuer"_s, u"hint"_s}, u"end the tokens of a file"_s},
        {u"journal list"_s, {}, {}, {}, u"what was done, newest first"_s},
        {u"journal show"_s, {u"BATCH"_s}, {}, {}, u"one batch with every item"_s},
        {u"journal verify"_s, {}, {}, {}, u"recompute the chain"_s},
        {u"journal export"_s, {u"[BATCH]"_s}, {u"format"_s, u"output"_s}, {}, u"one batch, or all, as a file"_s},
    };
    return specs;
}

QString CommandLine::value(const QString &option) const
{
    const QStringList given = values.value(option);
    return given.isEmpty() ? QString() : given.last();
}

static tl::unexpected<Error> mistake(const QString &sentence)
{
    return failure(ErrorKind::InvalidInput, sentence);
}

static const CommandSpec *findSpec(const QStringList &words)
{
    const CommandSpec *found = nullptr;
    for (const CommandSpec &spec : commandSpecs()) {
        const QStringList own = spec.words.split(u' ');
        if (words.mid(0, own.size()) == own && (!found || spec.words.size() > found->words.size()))
            found = &spec;
    }
    return found;
}

static Result<> checkCommand(const CommandSpec &spec, const CommandLine &line)
{
    const bool lastMayMiss = !spec.arguments.isEmpty() && spec.arguments.last().startsWith(u'[');
    const qsizetype least = spec.arguments.size() - (lastMayMiss ? 1 : 0);
    if (line.arguments.size() < least)
        return mistake(u"%1 needs %2"_s.arg(spec.words, spec.arguments.at(line.arguments.size())));
    if (line.arguments.size() > spec.arguments.size())
        return mistake(u"%1 doesn't take “%2”"_s.arg(spec.words, line.arguments.at(spec.arguments.size())));
    for (const QString &option : spec.required) {
        if (!line.has(option))
            return mistake(u"%1 needs --%2"_s.arg(spec.words, option));
    }
    const QStringList given = line.values.keys() + line.flags;
    for (const OptionSpec &option : commandOptions()) {
        if (given.contains(option.name) && !spec.required.contains(option.name) && !spec.optional.contains(option.name))
            return mistake(u"%1 doesn't take --%2"_s.arg(spec.words, option.name));
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

static Result<> checkValues(const CommandLine &line)
{
    qsizetype fromStandardInput = 0;
    for (auto it = line.values.begin(); it != line.values.end(); ++it) {
        if (it.key().endsWith("-file"_L1))
            fromStandardInput += it.value().count(u"-"_s);
        if (it.key() != "session"_L1 && it.value().size() > 1)
            return mistake(u"--%1 is given twice"_s.arg(it.key()));
        if (it.value().contains(QString()) && it.key() != "reason"_L1 && it.key() != "ticket"_L1)
            return mistake(u"--%1 has an empty value"_s.arg(it.key()));
    }
    if (fromStandardInput > 1)
        return mistake(u"only one file can be - (standard input)"_s);
    if (line.command == "session revoke"_L1 && line.has(u"all"_s) == line.has(u"session"_s))
        return mistake(u"session revoke needs either --all or --session"_s);
    // A secret belongs to one issuer's client, and routing may name several.
    if (line.has(u"secret-file"_s) && line.command.startsWith("token "_L1) && !line.has(u"issuer"_s))
        return mistake(u"--secret-file needs --issuer: it says whose secret it is"_s);
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
    if (line.has(u"help"_s) || line.has(u"version"_s))
        return line;

    const QStringList words = parser.positionalArguments();
    if (words.isEmpty() && !line.practice())
        return mistake(u"no command given"_s);
    if (!words.isEmpty()) {
        const CommandSpec *spec = findSpec(words);
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
    return line;
}

static QString optionLines(const QList<OptionSpec> &options)
{
    QString text;
    for (const OptionSpec &option : options) {
        const QString name =
            option.valueName.isEmpty() ? u"--"_s + option.name : u"--%1 %2"_s.arg(option.name, option.valueName);
        text += u"  %1 %2\n"_s.arg(name, -26).arg(option.summary);
    }
    return text;
}

QString helpText()
{
    QString text = u"curfew-cli ends a compromised account's access at its issuers, and proves it.\n\nCommands\n"_s;
    for (const CommandSpec &spec : commandSpecs()) {
        const QString call = spec.arguments.isEmpty() ? spec.words : spec.words + u' ' + spec.arguments.join(u' ');
        text += u"  %1 %2\n"_s.arg(call, -32).arg(spec.summary);
        for (const QString &option : spec.required)
            text += u"      --%1\n"_s.arg(option);
        for (const QString &option : spec.optional)
            text += u"      [--%1]\n"_s.arg(option);
    }
    text += u"\nOptions of every command, before or after it\n"_s + optionLines(commonOptions());
    text += u"\nOptions of some commands\n"_s + optionLines(commandOptions());
    text += u"\nA secret or a token is never an argument: every --…-file takes a path, or - for standard input.\n"
            "Exit status: 0 good, 1 something isn't ended, 2 usage, 3 configuration or credential,\n"
            "4 the issuer can't be reached, 5 the journal is damaged, 130 interrupted.\n"_s;
    return text;
}

} // namespace curfew
