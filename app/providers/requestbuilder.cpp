// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestbuilder.h"

#include "answerclassifier.h"

using namespace Qt::StringLiterals;

namespace curfew {

static QList<FormField> formOf(const Operation &operation, const RequestParts &parts)
{
    QList<FormField> form;
    for (auto it = operation.form.cbegin(); it != operation.form.cend(); ++it) {
        const QByteArray name = it.key().toUtf8();
        if (it.value() == "{token}"_L1)
            form.append({name, parts.token});
        else if (it.value() != "{hint}"_L1)
            form.append({name, it.value().toUtf8()});
        else if (!parts.hint.isEmpty())
            form.append({name, parts.hint.toUtf8()});
    }
    return form;
}

static Authorization authorizationFor(AuthMethod method, BasicEncoding encoding)
{
    switch (method) {
    case AuthMethod::ClientSecretBasic:
        return encoding == BasicEncoding::Raw ? Authorization::RawBasic : Authorization::Basic;
    case AuthMethod::ClientSecretPost:
        return Authorization::BodySecret;
    case AuthMethod::Bearer:
    case AuthMethod::AuthorizationCode:
        return Authorization::Bearer;
    case AuthMethod::TlsClientAuth:
        return Authorization::TlsCertificate;
    case AuthMethod::None:
        return Authorization::None;
    }
    Q_UNREACHABLE();
}

void authorize(HttpRequest &request, const Operation &operation, const RequestParts &parts, BasicEncoding encoding)
{
    request.authorization = authorizationFor(parts.method, encoding);
    request.bearer = parts.bearer;
    if (request.authorization == Authorization::None) {
        // A public client names itself; net adds the client's id where it sends a secret or a certificate.
        if (parts.credential && !parts.credential->clientId.isEmpty())
            request.form.append({"client_id", parts.credential->clientId.toUtf8()});
    } else if (parts.credential) {
        request.credential = parts.credential;
        // Where the operator signed in, a no is about a person and not about a client.
        if (parts.method != AuthMethod::AuthorizationCode) {
            request.refusesClient = [operation](const HttpResponse &response) {
                return refusesClient(response, operation);
            };
        }
    }
}

HttpRequest buildRequest(const Operation &operation, const RequestParts &parts, BasicEncoding encoding)
{
    HttpRequest request;
    request.verb = operation.verb;
    request.url = parts.url;
    request.headers = {{"Accept", "application/json"}};
    request.form = formOf(operation, parts);
    authorize(request, operation, parts, encoding);
    return request;
}

} // namespace curfew
