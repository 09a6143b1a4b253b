// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clipboard.h"
#include "consoleoptions.h"
#include "errortext.h"
#include "harden.h"
#include "icons.h"
#include "idlelock.h"
#include "mainwindow.h"
#include "profile.h"
#include "systemscheme.h"
#include "theme.h"
#include "translations.h"
#include "workspace.h"

#include <QApplication>
#include <QMessageBox>
#include <QNetworkProxyFactory>
#include <QSettings>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace curfew;

static void print(std::FILE *stream, const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), stream);
}

// Answers on the terminal what needs no window. \return the exit status, or nothing when the window is to be opened
static std::optional<int> answerAtOnce(const ConsoleOptions &options)
{
    switch (options.action) {
    case ConsoleOptions::Action::Start:
        return std::nullopt;
    case ConsoleOptions::Action::PrintHelp:
        print(stdout, consoleUsage());
        return 0;
    case ConsoleOptions::Action::PrintVersion:
        print(stdout, u"curfew " CURFEW_VERSION "\n"_s);
        return 0;
    case ConsoleOptions::Action::PrintUsage:
        break;
    }
    print(stderr, u"curfew: "_s + options.problem + u'\n' + consoleUsage());
    return 2;
}

// The program can't begin: says why in a window of its own, since nobody may be watching a terminal.
static int explain(const Error &error)
{
    const ErrorText text = errorText(error, whileConfiguring());
    print(stderr, u"curfew: %1 (%2)\n"_s.arg(text.sentence(), text.details));
    auto *box = new QMessageBox(QMessageBox::Critical, u"Curfew"_s, {}, QMessageBox::Close);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(text.sentence());
    box->setDetailedText(text.details);
    box->open();
    QApplication::exec();
    return 3;
}

// Read before Qt opens the display, so that a wrong argument is answered even where there is none. Qt's own options
// are none of curfew's: its environment variables serve.
static ConsoleOptions optionsFrom(int argc, char **argv)
{
    QStringList arguments;
    for (int at = 1; at < argc; ++at)
        arguments << QString::fromLocal8Bit(argv[at]);
    return parseConsoleOptions(arguments);
}

int main(int argc, char *argv[])
{
    hardenProcess();
    const ConsoleOptions options = optionsFrom(argc, argv);
    if (const auto status = answerAtOnce(options))
        return *status;
    QCoreApplication::setApplicationName(u"curfew"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CURFEW_VERSION));
    QGuiApplication::setDesktopFileName(u"curfew"_s);
    QCoreApplication::setAttribute(Qt::AA_DontShowIconsInMenus);

    QApplication application(argc, argv);
    QGuiApplication::setWindowIcon(applicationIcon());
    QApplication::setStyle(new CurfewStyle);
    const SystemScheme scheme;
    const Translations translations;
    const ClipboardKeeper clipboard;
    QNetworkProxyFactory::setUseSystemConfiguration(true);

    auto workspace = options.practice ? Workspace::openPractice() : Workspace::open(options.profileDir);
    if (!workspace)
        return explain(workspace.error());
    QSettings settings((*workspace)->profile().settingsPath(), QSettings::IniFormat);
    MainWindow window(**workspace, settings);
    const IdleLock idle;
    QObject::connect(&idle, &IdleLock::locked, &window, &MainWindow::lock);
    window.show();
    return QApplication::exec();
}
