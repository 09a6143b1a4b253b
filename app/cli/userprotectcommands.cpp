// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "userprotectcommands.h"

#include "asyncresult.h"
#include "journal.h"
#include "persondirectory.h"
#include "protectednames.h"
#include "visibletext.h"
#include "workspace.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace curfew {

static QJsonDocument document(const QStringList &names)
{
    return QJsonDocument(QJsonObject{{u"protected"_s, QJsonArray::fromStringList(names)}});
}

void UserProtectionCommand::change(JournalEventKind kind, const Edit &edit, const QString &text)
{
    if (isDryRun()) {
        tell(text);
        return;
    }
    // A journal that can't take the change is found out before it is made.
    onResult(workspace().journal().open(), this, [this, kind, edit, text](const Result<> &open) {
        if (open)
            make(kind, edit, text);
        else
            fail(open.error());
    });
}

void UserProtectionCommand::make(JournalEventKind kind, const Edit &edit, const QString &text)
{
    const QString name = line().value(u"user"_s);
    const auto before = workspace().protectedNames().names();
    const auto done = before ? edit(name) : Result<>(tl::unexpected(before.error()));
    if (!done) {
        fail(done.error());
        return;
    }
    if (before == workspace().protectedNames().names()) {
        tell(text);
        return;
    }
    JournalEvent event;
    event.kind = kind;
    event.user = name.trimmed();
    onResult(workspace().journal().record(event), this, [this, text](const Result<> &recorded) {
        if (recorded)
            tell(text);
        else
            fail(recorded.error());
    });
}

void UserProtectionCommand::tell(const QString &text)
{
    const auto names = workspace().protectedNames().names();
    if (!names) {
        fail(names.error());
        return;
    }
    print(document(*names), text);
    finish(ExitStatus::Good);
}

void UserProtectCommand::start()
{
    const QString name = line().value(u"user"_s);
    if (const auto checked = checkPersonName(name); !checked) {
        fail(checked.error());
        return;
    }
    change(
        JournalEventKind::AccountProtected,
        [this](const QString &account) { return workspace().protectedNames().add(account); },
        u"“%1” has to be typed again before anything of it is ended."_s.arg(visibleText(name)));
}

void UserUnprotectCommand::start()
{
    change(
        JournalEventKind::AccountUnprotected,
        [this](const QString &account) { return workspace().protectedNames().remove(account.trimmed()); },
        u"“%1” is an account like any other."_s.arg(visibleText(line().value(u"user"_s))));
}

void UserProtectedCommand::start()
{
    const auto names = workspace().protectedNames().names();
    if (!names) {
        fail(names.error());
        return;
    }
    QStringList lines;
    for (const QString &name : *names)
        lines.append(visibleText(name));
    print(document(*names), lines.isEmpty() ? u"No account is protected."_s : lines.join(u'\n'));
    finish(ExitStatus::Good);
}

} // namespace curfew
