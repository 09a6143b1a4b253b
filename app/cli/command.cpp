// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include "terminal.h"
#include "words.h"

using namespace Qt::StringLiterals;

namespace curfew {

Command::Command(CommandContext context)
    : m_context(context)
{
}

Command::~Command() = default;

void Command::interrupt()
{
    fail(failure(ErrorKind::Canceled, u"interrupted before anything was sent to end something"_s));
}

void Command::finish(ExitStatus status)
{
    if (m_finished)
        return;
    m_finished = true;
    Q_EMIT finished(status);
}

void Command::fail(const Error &error)
{
    fail(error.kind, sentence(error));
}

void Command::fail(ErrorKind kind, const QString &message)
{
    if (m_finished)
        return;
    if (line().json())
        terminal().result(QJsonDocument(errorDocument(errorKindName(kind), message)));
    else
        terminal().note(u"curfew-cli: "_s + message);
    finish(statusOf(kind));
}

void Command::warn(const QString &sentence)
{
    terminal().note(u"curfew-cli: warning: "_s + sentence);
}

void Command::print(const QJsonDocument &document, const QString &text)
{
    if (line().json())
        terminal().result(document);
    else if (!text.isEmpty())
        terminal().result(text);
}

bool Command::canBeAgreedTo()
{
    if (isDryRun() || line().has(u"yes"_s) || terminal().canAsk())
        return true;
    fail(failure(ErrorKind::InvalidInput,
                 u"this needs --yes, since standard input is no terminal to ask at; nothing was sent or changed"_s));
    return false;
}

bool Command::mayProceed(const QString &question)
{
    if (line().has(u"yes"_s))
        return true;
    if (!canBeAgreedTo())
        return false;
    const Terminal::Consent consent = terminal().confirm(question);
    if (consent == Terminal::Consent::Given)
        return true;
    if (consent == Terminal::Consent::Interrupted)
        interrupt();
    else
        fail(failure(ErrorKind::InvalidInput, u"not confirmed; nothing was changed"_s));
    return false;
}

} // namespace curfew
