// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenresponsereader.h"

#include "jsonscanner.h"
#include "secret.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {
struct Members {
    QByteArray token;
    QByteArray type;
    double lifetime = 0;
};
} // namespace

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
            members.token = scanner.hasEscapes() ? decodeJsonString(scanner.text()) : scanner.text().toByteArray();
        else if (event == Event::String && key == "token_type")
            members.type = decodeJsonString(scanner.text());
        else if ((event == Event::Scalar || event == Event::String) && key == "expires_in")
            members.lifetime = scanner.text().toByteArray().toDouble();
    }
    return members;
}

Result<GrantedToken> readTokenResponse(QByteArray body)
{
    const bool isObject = QJsonDocument::fromJson(body).isObject();
    Members members = readMembers(body);
    wipe(body);
    const bool usable = isObject && !members.token.isEmpty()
        && (members.type.isEmpty() || members.type.compare("bearer", Qt::CaseInsensitive) == 0);
    if (!usable) {
        wipe(members.token);
        return failure(ErrorKind::BadResponse, u"the token response holds no bearer access_token"_s);
    }
    GrantedToken granted;
    granted.token = takeToken(members.token);
    constexpr double longest = 24 * 60 * 60;
    if (members.lifetime > 0)
        granted.lifetime = std::chrono::seconds(qint64(std::min(members.lifetime, longest)));
    return granted;
}

} // namespace curfew
