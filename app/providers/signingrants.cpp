// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signingrants.h"

using namespace Qt::StringLiterals;

namespace curfew {

// A public client: it names itself, and proves nothing (RFC 6749 section 3.2.1). Sent once, since a code serves once,
// and a refresh token that was replaced may end the whole sign-in when it is shown again.
static HttpRequest tokenRequest(const QUrl &endpoint, const CredentialPtr &credential, const QList<FormField> &form)
{
    HttpRequest request;
    request.url = endpoint;
    request.headers = {{"Accept", "application/json"}};
    request.form = form;
    request.form.append({"client_id", credential->clientId.toUtf8()});
    request.credential = credential; // none is shown, and yet it may go to its own origins alone
    request.repeat = Repeat::Never;
    return request;
}

HttpRequest codeRequest(const QUrl &tokenEndpoint, const CredentialPtr &credential, const CodeGrant &grant)
{
    return tokenRequest(tokenEndpoint, credential,
                        {{"grant_type", QByteArray("authorization_code")},
                         {"code", grant.code},
                         {"redirect_uri", grant.redirectUri.toEncoded()},
                         {"code_verifier", grant.verifier}});
}

Result<HttpRequest> renewalRequest(const QUrl &tokenEndpoint, const CredentialPtr &credential)
{
    if (credential->signIn->refresh.isNull())
        return failure(ErrorKind::SignInNeeded, u"the sign-in has ended, and nothing renews it"_s);
    return tokenRequest(tokenEndpoint, credential,
                        {{"grant_type", QByteArray("refresh_token")}, {"refresh_token", credential->signIn->refresh}});
}

void adopt(SignIn &signIn, const GrantedToken &granted)
{
    signIn.access = granted.token;
    signIn.usable = granted.usable();
    if (!granted.refresh.isNull())
        signIn.refresh = granted.refresh;
}

} // namespace curfew
