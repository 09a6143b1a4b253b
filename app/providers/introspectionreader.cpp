// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "introspectionreader.h"

#include "answerclassifier.h"
#include "jsonscanner.h"
#include "sessiongroups.h"
#include "timetext.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace curfew {

static Look unseen(Error error)
{
    Look look;
    look.error = std::move(error);
    return look;
}

// Members of one name leave it open which of them counts (RFC 8259 section 4); Qt takes the last.
static bool isAmbiguous(const QByteArray &body, QByteArrayView name)
{
    using Event = JsonScanner::Event;
    JsonScanner scanner(body);
    int times = 0;
    for (Event event = scanner.next(); event != Event::End; event = scanner.next())
        times += event == Event::Key && scanner.depth() == 1 && decodeJsonString(scanner.text()) == name ? 1 : 0;
    return times > 1;
}

Look readLook(const HttpResponse &response, const Operation &operation, const QList<QByteArrayView> &secrets)
{
    if (auto fault = faultOf(response, operation, secrets))
        return unseen(*std::move(fault));
    const QJsonObject object = QJsonDocument::fromJson(response.body).object();
    const QJsonValue active = object.value("active"_L1);
    if (!active.isBool() || isAmbiguous(response.body, "active")) {
        return unseen(
            {ErrorKind::BadResponse, u"the answer doesn't say active: true or active: false"_s, response.status, {}});
    }
    Look look;
    look.sight = active.toBool() ? Sight::Alive : Sight::Inactive;
    const QString username = object.value("username"_L1).toString();
    look.user = bounded(username.isEmpty() ? object.value("sub"_L1).toString() : username);
    look.clientId = bounded(object.value("client_id"_L1).toString());
    look.expiresAt = timeFromUnixSeconds(object.value("exp"_L1));
    return look;
}

} // namespace curfew
