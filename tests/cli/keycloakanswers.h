// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faultserver.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace curfew {

[[nodiscard]] inline QByteArray keycloakUser(const QString &id, const QString &name, const QString &email)
{
    const QJsonObject user{{QStringLiteral("id"), id},
                           {QStringLiteral("username"), name},
                           {QStringLiteral("email"), email},
                           {QStringLiteral("enabled"), true}};
    return QJsonDocument(user).toJson();
}

//! A Keycloak that grants bearers and knows \p people, whatever it is asked.
inline void answerAs(FaultServer &server, const QByteArray &people)
{
    server.answerWith([people](const RecordedRequest &request) {
        if (request.target.endsWith("/token"))
            return FaultReply::http(200, R"({"access_token":"bearer","token_type":"Bearer","expires_in":60})");
        if (request.verb == "GET" && request.target.contains("/users?"))
            return FaultReply::http(200, people);
        if (request.verb == "GET" && request.target.contains("/users/count?"))
            return FaultReply::http(200, "0");
        if (request.verb == "GET" && (request.target.endsWith("/sessions") || request.target.endsWith("/consents")))
            return FaultReply::http(200, "[]");
        if (request.verb == "GET")
            return FaultReply::http(200, people.sliced(1, people.size() - 2));
        return FaultReply::http(204, {}, {});
    });
}

//! Requests that may change something.
[[nodiscard]] inline qsizetype changesAt(const FaultServer &server)
{
    const QList<RecordedRequest> requests = server.requests();
    return std::count_if(requests.begin(), requests.end(), [](const RecordedRequest &request) {
        return request.verb != "GET" && !request.target.endsWith("/token");
    });
}

} // namespace curfew
