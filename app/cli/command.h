// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline.h"
#include "exitstatus.h"
#include "result.h"

#include <QJsonDocument>
#include <QObject>

namespace curfew {

class Terminal;
class Workspace;

//! What every command works with.
struct CommandContext {
    Workspace &workspace;
    const CommandLine &line;
    Terminal &terminal;
};

//! One call of the command line. It starts once and finishes once.
class Command : public QObject {
    Q_OBJECT

public:
    explicit Command(CommandContext context);
    ~Command() override;

    virtual void start() = 0;
    //! Ctrl-C: stop sending, tell what is known, finish. By default there is nothing in flight worth waiting for.
    virtual void interrupt();

Q_SIGNALS:
    void finished(curfew::ExitStatus status);

protected:
    [[nodiscard]] Workspace &workspace() { return m_context.workspace; }
    [[nodiscard]] const CommandLine &line() const { return m_context.line; }
    [[nodiscard]] Terminal &terminal() { return m_context.terminal; }

    void finish(ExitStatus status);
    //! Says \p error, as a sentence or as a document, and finishes with its status.
    void fail(const Error &error);
    void fail(ErrorKind kind, const QString &message); //!< the same in words of its own
    void fail(const tl::unexpected<Error> &error) { fail(error.value()); }
    void warn(const QString &sentence); //!< on standard error
    //! Prints \p document, or \p text where no JSON is wanted.
    void print(const QJsonDocument &document, const QString &text);
    [[nodiscard]] bool isDryRun() const { return line().has(QStringLiteral("dry-run")); }
    //! Whether anybody could agree to something destructive: --yes, or a terminal to ask at. Asked before anything is
    //! sent; fails the command otherwise. A dry run needs nobody.
    [[nodiscard]] bool canBeAgreedTo();
    //! Whether it may go on with something destructive: --yes, or a person who says yes. Fails the command otherwise.
    [[nodiscard]] bool mayProceed(const QString &question);

private:
    CommandContext m_context;
    bool m_finished = false;
};

} // namespace curfew
