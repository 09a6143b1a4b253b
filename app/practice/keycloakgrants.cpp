// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keycloakgrants.h"

#include "practicepeople.h"

using namespace Qt::StringLiterals;

namespace curfew {

QString keycloakClientUuid(const QString &clientId)
{
    return practiceUuid(u"keycloak-client"_s, clientId);
}

QJsonObject keycloakSession(const PracticeUserSession &session, const PracticePerson &person)
{
    QJsonObject clients;
    for (const QString &clientId : session.clientIds)
        clients.insert(keycloakClientUuid(clientId), clientId);
    return {{u"id"_s, session.id},
            {u"username"_s, person.userName},
            {u"userId"_s, person.id},
            {u"ipAddress"_s, session.ip},
            {u"start"_s, session.startedAt.toMSecsSinceEpoch()},
            {u"lastAccess"_s, session.lastAccess.toMSecsSinceEpoch()},
            {u"rememberMe"_s, false},
            {u"clients"_s, clients},
            {u"transientUser"_s, false}};
}

QJsonArray keycloakConsents(const PracticePerson &person, const QList<PracticeUserSession> &offline)
{
    QStringList clientIds;
    for (const PracticeUserSession &session : offline)
        clientIds += session.clientIds;
    clientIds.removeDuplicates();
    const auto offlineToken = [](const QString &clientId) {
        return QJsonObject{{u"client"_s, keycloakClientUuid(clientId)}, {u"key"_s, u"Offline Token"_s}};
    };
    QJsonArray all;
    for (const PracticeConsent &consent : person.consents) {
        QJsonArray grants;
        if (clientIds.removeAll(consent.clientId) > 0)
            grants.append(offlineToken(consent.clientId));
        all.append(QJsonObject{{u"clientId"_s, consent.clientId},
                               {u"grantedClientScopes"_s, QJsonArray::fromStringList(consent.scopes)},
                               {u"createdDate"_s, consent.createdAt.toMSecsSinceEpoch()},
                               {u"lastUpdatedDate"_s, consent.updatedAt.toMSecsSinceEpoch()},
                               {u"additionalGrants"_s, grants}});
    }
    // Where nobody was asked, no scope was granted and no day is known.
    for (const QString &clientId : std::as_const(clientIds))
        all.append(QJsonObject{{u"clientId"_s, clientId},
                               {u"grantedClientScopes"_s, QJsonArray()},
                               {u"additionalGrants"_s, QJsonArray{offlineToken(clientId)}}});
    return all;
}

} // namespace curfew
