// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenresponsereader.h"

#include "answerclassifier.h"
#include "jsonscanner.h"
#include "secret.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

namespace {
struct Members {
    QByteArray token;
    QByteArray type;
    QByteArray refresh;
    QByteArray id;
    double lifetime = 0;
};
} // namespace

static QByteArray textOf(const JsonScanner &scanner)
{
    return scanner.hasEscapes() ? decodeJsonString(scanner.text()) : scanner.text().toByteArray();
}

static Members readMembers(QByteArrayView body)
{
    using Event = JsonScanner::Event;
    JsonScanner scanner(body);
    Members members;
    QByteArray key;
    for (Event event = scanner.next(); event != Event::End; event = scanner.next()) {
        if (scanner.depth() != 1)
            continue;
        if (event == Event::Key)
            key = decodeJsonString(scanner.text());
        else if (event == Event::String && key == "access_token")
            members.token = textOf(scanner);
        else if (event == Event::String && key == "token_type")
            members.type = decodeJsonString(scanner.text());
        else if (event == Event::String && key == "refresh_token")
            members.refresh = textOf(scanner);
        else if (event == Event::String && key == "id_token")
            members.id = textOf(scanner);
        else if ((event == Event::Scalar || event == Event::String) && key == "expires_in")
            members.lifetime = scanner.text().toByteArray().toDouble();
    }
    return members;
}

static Token takeIfAny(QByteArray &bytes)
{
    return bytes.isEmpty() ? Token() : takeToken(bytes);
}

QDeadlineTimer GrantedToken::usable() const
{
    constexpr auto margin = 10s;
    const auto serves = lifetime.value_or(1min);
    return QDeadlineTimer(serves > 2 * margin ? serves - margin : serves / 2);
}

//! \p body is wiped.
static Result<GrantedToken> readTokenResponse(QByteArray body)
{
    const bool isObject = QJsonDocument::fromJson(body).isObject();
    Members members = readMembers(body);
    wipe(body);
    GrantedToken granted;
    granted.token = takeIfAny(members.token);
    granted.refresh = takeIfAny(members.refresh);
    granted.id = takeIfAny(members.id);
    const bool usable = isObject && !granted.token.isNull()
        && (members.type.isEmpty() || members.type.compare("bearer", Qt::CaseInsensitive) == 0);
    if (!usable)
        return failure(ErrorKind::BadResponse, u"the token response holds no bearer access_token"_s);
    constexpr double longest = 24 * 60 * 60;
    if (members.lifetime > 0)
        granted.lifetime = std::chrono::seconds(qint64(std::min(members.lifetime, longest)));
    return granted;
}

static Error aboutTheGrant(Error error)
{
    if (error.kind == ErrorKind::TokenNotKnown || error.kind == ErrorKind::UnsupportedTokenType
        || error.kind == ErrorKind::BearerExpired)
        error.kind = ErrorKind::Refused;
    return error;
}

Result<GrantedToken> readGrant(const HttpAnswer &answer, const Operation &operation,
                               const QList<QByteArrayView> &secrets)
{
    if (!answer.response)
        return tl::unexpected(answer.response.error());
    if (auto fault = faultOf(*answer.response, operation, secrets))
        return tl::unexpected(aboutTheGrant(*std::move(fault)));
    return readTokenResponse(answer.response->body);
}

} // namespace curfew
