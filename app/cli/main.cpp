// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandfactory.h"
#include "harden.h"
#include "helptext.h"
#include "interrupt.h"
#include "terminal.h"
#include "words.h"
#include "workspace.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QNetworkProxyFactory>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace curfew;

static int fail(Terminal &terminal, const Error &error, bool json)
{
    if (json)
        terminal.result(QJsonDocument(errorDocument(error)));
    else
        terminal.note(u"curfew-cli: "_s + sentence(error));
    return int(statusOf(error.kind));
}

static int misused(Terminal &terminal, const Error &error, bool json)
{
    if (json)
        terminal.result(QJsonDocument(errorDocument(u"usage"_s, sentence(error))));
    else
        terminal.note(u"curfew-cli: %1\nSee curfew-cli --help."_s.arg(sentence(error)));
    return int(ExitStatus::Usage);
}

int main(int argc, char **argv)
{
    hardenProcess();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"curfew"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CURFEW_VERSION));
    QNetworkProxyFactory::setUseSystemConfiguration(true);

    Terminal terminal;
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const auto line = parseCommandLine(arguments);
    if (!line)
        return misused(terminal, line.error(), arguments.contains(u"--json"_s));
    if (line->has(u"help"_s)) {
        terminal.result(helpText(line->command).trimmed());
        return 0;
    }
    if (line->has(u"version"_s)) {
        const QString version = QCoreApplication::applicationVersion();
        if (line->json())
            terminal.result(QJsonDocument(QJsonObject{{u"version"_s, version}}));
        else
            terminal.result(u"curfew-cli "_s + version);
        return 0;
    }
    QLoggingCategory::setFilterRules(line->has(u"verbose"_s) ? u"curfew.*.debug=true"_s : u"curfew.*.info=false"_s);

    auto workspace = line->practice() ? Workspace::openPractice() : Workspace::open(line->value(u"profile-dir"_s));
    if (!workspace)
        return fail(terminal, workspace.error(), line->json());

    QObject::connect(&(*workspace)->journal(), &Journal::leftUnsigned, &app,
                     [&terminal](const Error &error) { terminal.note(u"curfew-cli: %1"_s.arg(unsignedNote(error))); });
    QObject::connect(&(*workspace)->journal(), &Journal::signingKeyChanged, &app, [&terminal](const KeyChange &change) {
        terminal.note(u"curfew-cli: %1"_s.arg(keyChangedNote(change)));
    });
    const auto command = makeCommand({**workspace, *line, terminal});
    const Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::interrupted, command.get(), &Command::interrupt);
    QObject::connect(
        command.get(), &Command::finished, &app, [](ExitStatus status) { QCoreApplication::exit(int(status)); },
        Qt::QueuedConnection);
    QTimer::singleShot(0, command.get(), &Command::start);
    const auto status = ExitStatus(QCoreApplication::exec());
    if (!terminal.lostResults())
        return int(status);
    terminal.note(
        u"curfew-cli: the result could not be written whole to standard output; journal list shows what was done"_s);
    return int(graver(status, ExitStatus::Configuration));
}
