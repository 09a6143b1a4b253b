// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "consoleoptions.h"

using namespace Qt::StringLiterals;

namespace curfew {

using Action = ConsoleOptions::Action;

static ConsoleOptions usage(const QString &problem)
{
    ConsoleOptions options;
    options.action = Action::PrintUsage;
    options.problem = problem;
    return options;
}

ConsoleOptions parseConsoleOptions(const QStringList &arguments)
{
    ConsoleOptions options;
    const QString profile = u"--profile-dir"_s;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        const QString &argument = arguments.at(at);
        if (argument == u"--help"_s || argument == u"-h"_s)
            options.action = Action::PrintHelp;
        else if (argument == u"--version"_s || argument == u"-v"_s)
            options.action = Action::PrintVersion;
        else if (argument == u"--practice"_s)
            options.practice = true;
        else if (argument.startsWith(profile + u'='))
            options.profileDir = argument.mid(profile.size() + 1);
        else if (argument == profile && at + 1 < arguments.size())
            options.profileDir = arguments.at(++at);
        else if (argument == profile)
            return usage(u"--profile-dir wants a folder"_s);
        else
            return usage(u"unknown argument: %1"_s.arg(argument));
    }
    if (options.practice && !options.profileDir.isEmpty())
        return usage(u"--practice has a profile of its own: leave out --profile-dir"_s);
    return options;
}

QString consoleUsage()
{
    return u"usage: curfew [--practice] [--profile-dir DIR]\n"
           "\n"
           "Ends a compromised account's access and proves it.\n"
           "\n"
           "  --practice         practise on issuers inside this program: nothing is real, nothing is kept\n"
           "  --profile-dir DIR  settings, journal and descriptors are kept in DIR\n"
           "  --version          print the version\n"
           "  --help             print this text\n"_s;
}

} // namespace curfew
