// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helptext.h"

#include "commandspecs.h"

using namespace Qt::StringLiterals;

namespace curfew {

static QString withValue(const OptionSpec &option)
{
    return option.valueName.isEmpty() ? u"--"_s + option.name : u"--%1 %2"_s.arg(option.name, option.valueName);
}

static QString optionLine(const OptionSpec &option)
{
    return u"  %1 %2\n"_s.arg(withValue(option), -28).arg(option.summary);
}

static QString callOf(const CommandSpec &spec)
{
    return spec.arguments.isEmpty() ? spec.words : spec.words + u' ' + spec.arguments.join(u' ');
}

static QString commonLines()
{
    QString text = u"\nOptions of every command, before or after it\n"_s;
    for (const OptionSpec &option : commonOptions())
        text += optionLine(option);
    return text;
}

static QString rules()
{
    return u"\nA secret or a token is never an argument: every --…-file takes a path, or - for standard input.\n"
           "\nExit status\n"
           "  0    all ended as revoked, accepted or already_invalid, or there was nothing to end\n"
           "  1    at least one item ended otherwise; the output says which\n"
           "  2    the call can't be understood, or nobody agreed (see --yes)\n"
           "  3    configuration or credential: unknown issuer, no secret, no keychain, a refused client\n"
           "  4    the issuer can't be reached or makes no sense; nothing was sent to end anything\n"
           "  5    the journal is damaged\n"
           "  130  interrupted with Ctrl-C; what was in flight is journaled\n"_s;
}

static QString helpOf(const CommandSpec &spec)
{
    QString text = u"curfew-cli %1: %2\n\nUsage\n  curfew-cli %1"_s.arg(callOf(spec), spec.summary);
    QString options;
    for (const OptionSpec &option : commandOptions()) {
        const bool required = spec.required.contains(option.name);
        if (!required && !spec.optional.contains(option.name))
            continue;
        const QString call = withValue(option);
        text += u"\n      %1"_s.arg(required ? call : u"[%1]"_s.arg(call));
        options += optionLine(option);
    }
    text += u'\n';
    if (!options.isEmpty())
        text += u"\nOptions\n"_s + options;
    return text + commonLines() + rules();
}

QString helpText(const QString &command)
{
    QString commands;
    QString family;
    for (const CommandSpec &spec : commandSpecs()) {
        if (spec.words == command)
            return helpOf(spec);
        if (!family.isEmpty() && !spec.words.startsWith(family))
            commands += u'\n';
        family = spec.words.section(u' ', 0, 0);
        commands += u"  %1 %2\n"_s.arg(callOf(spec), -32).arg(spec.summary);
    }
    return u"curfew-cli ends a compromised account's access at its issuers, and proves it.\n\n"
           "Usage\n"
           "  curfew-cli COMMAND [OPTIONS]\n"
           "  curfew-cli COMMAND --help         the options of one command\n"
           "  curfew-cli --practice             a guided tour: nothing real, nothing stored\n"
           "\nCommands\n"_s
        + commands
        + u"\nExamples\n"
          "  curfew-cli issuer add acme --provider sap-ias --url https://acme.accounts.cloud.sap \\\n"
          "      --client-id helpdesk --secret-file -\n"
          "  curfew-cli session list --issuer acme --token-file token.txt\n"
          "  curfew-cli session revoke --issuer acme --token-file token.txt --all\n"
          "  curfew-cli token revoke --tokens-file leaked.txt --yes --json\n"_s
        + commonLines() + rules();
}

} // namespace curfew
