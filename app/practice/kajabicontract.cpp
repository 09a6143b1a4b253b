// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kajabicontract.h"

using namespace Qt::StringLiterals;

namespace curfew {

using Use = PracticeToken::Use;

KajabiContract::KajabiContract()
    : PracticeContract(u"kajabi"_s, {},
                       {{"/v1/oauth/revoke", PracticeEndpoint::Revoke}, {"/v1/oauth/token", PracticeEndpoint::Token}})
{
}

PracticeAnswer KajabiContract::respond(PracticeEndpoint endpoint, const PracticeRequest &request,
                                       const PracticeForm &form, PracticeTenant &tenant) const
{
    if (endpoint == PracticeEndpoint::Token)
        return grant(request, form, PracticeScheme::Basic | PracticeScheme::Body, tenant);
    return revoke(request, form, tenant);
}

//! The access token that \p request bears, if it still works.
static const PracticeToken *bearer(const PracticeRequest &request, const PracticeTenant &tenant)
{
    const QByteArray authorization = request.header("Authorization");
    if (!authorization.toLower().startsWith("bearer "))
        return nullptr;
    const PracticeToken *token = tenant.tokens.find(authorization.sliced(7));
    const bool proves = token && (token->use == Use::Access || token->use == Use::ClientGrant) && tenant.works(*token);
    return proves ? token : nullptr;
}

PracticeAnswer KajabiContract::revoke(const PracticeRequest &request, const PracticeForm &form,
                                      PracticeTenant &tenant) const
{
    const PracticeToken *proof = bearer(request, tenant);
    if (!proof)
        return refusal({PracticeRefusal::Reason::Bearer, u"The access token is invalid"_s}, tenant);
    if (!form.has("token"))
        return missing("token");
    if (form.size() > 1)
        return error(400, "invalid_request", u"Only the parameter token is accepted"_s);
    const PracticeToken *token = tenant.tokens.find(form.value("token"));
    if (!token)
        return PracticeAnswer::empty();
    const bool own = proof->use == Use::ClientGrant ? token->session.clientId == proof->session.clientId
                                                    : token->session.key == proof->session.key;
    if (!own)
        return refusal({PracticeRefusal::Reason::Bearer, u"The token belongs to another API session"_s}, tenant);
    tenant.tokens.endSession(token->session.key);
    return PracticeAnswer::empty();
}

} // namespace curfew
