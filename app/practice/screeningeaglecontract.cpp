// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screeningeaglecontract.h"

using namespace Qt::StringLiterals;

namespace curfew {

ScreeningEagleContract::ScreeningEagleContract()
    : PracticeContract(u"screening-eagle"_s, {}, {{"/api/id/v1/auth/token/revoke", PracticeEndpoint::Revoke}})
{
}

PracticeAnswer ScreeningEagleContract::error(int status, const QByteArray &, const QString &) const
{
    // The page shows this body for 400, 401 and 500 alike: the status says which it is.
    return PracticeAnswer::json(
        status, QJsonObject{{u"error"_s, u"Forbidden"_s}, {u"errorDescription"_s, u"permission denied"_s}});
}

PracticeAnswer ScreeningEagleContract::respond(PracticeEndpoint, const PracticeRequest &request,
                                               const PracticeForm &form, PracticeTenant &tenant) const
{
    const Admission client = admit(request, form, PracticeScheme::Basic | PracticeScheme::Body, tenant);
    if (!client)
        return refusal(client.error(), tenant);
    if (!form.has("token"))
        return missing("token");
    const QByteArray hint = form.value("token_type_hint");
    if (!hint.isEmpty() && (tenant.behaviour.refusesHint || (hint != "access_token" && hint != "refresh_token")))
        return error(400, "invalid_request", u"Not a possible value of token_type_hint"_s);
    const PracticeToken *token = tenant.tokens.find(form.value("token"));
    if (!token)
        return PracticeAnswer::empty();
    if (token->session.clientId != *client)
        return error(400, "invalid_grant", u"The token was issued to another client"_s);
    if (token->use == PracticeToken::Use::Refresh)
        tenant.tokens.endSession(token->session.key);
    else
        tenant.tokens.end(token->value);
    return PracticeAnswer::empty();
}

} // namespace curfew
