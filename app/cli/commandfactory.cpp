// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandfactory.h"

#include "issueradmincommands.h"
#include "issuercheckcommand.h"
#include "issuerlistcommands.h"
#include "journalcommands.h"
#include "practicetour.h"
#include "providercommands.h"
#include "resumecommand.h"
#include "sessioncommands.h"
#include "tokencommands.h"
#include "usercontaincommand.h"
#include "userenablecommand.h"
#include "userlistcommands.h"
#include "userprotectcommands.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace curfew {

using Maker = std::unique_ptr<Command> (*)(CommandContext);

template <typename T>
static std::unique_ptr<Command> make(CommandContext context)
{
    return std::make_unique<T>(context);
}

std::unique_ptr<Command> makeCommand(CommandContext context)
{
    static const QHash<QString, Maker> makers{
        {QString(), make<PracticeTour>},
        {u"provider list"_s, make<ProviderListCommand>},
        {u"provider check"_s, make<ProviderCheckCommand>},
        {u"issuer add"_s, make<IssuerAddCommand>},
        {u"issuer credential add"_s, make<CredentialAddCommand>},
        {u"issuer credential remove"_s, make<CredentialRemoveCommand>},
        {u"issuer list"_s, make<IssuerListCommand>},
        {u"issuer show"_s, make<IssuerShowCommand>},
        {u"issuer remove"_s, make<IssuerRemoveCommand>},
        {u"issuer check"_s, make<IssuerCheckCommand>},
        {u"session list"_s, make<SessionListCommand>},
        {u"session revoke"_s, make<SessionRevokeCommand>},
        {u"token inspect"_s, make<TokenInspectCommand>},
        {u"token revoke"_s, make<TokenRevokeCommand>},
        {u"user find"_s, make<UserFindCommand>},
        {u"user sessions"_s, make<UserSessionsCommand>},
        {u"user contain"_s, make<UserContainCommand>},
        {u"user enable"_s, make<UserEnableCommand>},
        {u"user protect"_s, make<UserProtectCommand>},
        {u"user unprotect"_s, make<UserUnprotectCommand>},
        {u"user protected"_s, make<UserProtectedCommand>},
        {u"journal list"_s, make<JournalListCommand>},
        {u"journal show"_s, make<JournalShowCommand>},
        {u"journal verify"_s, make<JournalVerifyCommand>},
        {u"journal erase"_s, make<JournalEraseCommand>},
        {u"journal resume"_s, make<ResumeCommand>},
        {u"journal export"_s, make<JournalExportCommand>},
    };
    return makers.value(context.line.command)(context);
}

} // namespace curfew
