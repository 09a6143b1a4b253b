// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practiceapi.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace curfew {

//! What stands for each `*` of \p pattern in \p path; nothing when they don't fit.
static std::optional<QStringList> match(const QByteArray &pattern, const QByteArray &path)
{
    const QList<QByteArray> expected = pattern.split('/');
    const QList<QByteArray> found = path.split('/');
    if (expected.size() != found.size())
        return std::nullopt;
    QStringList arguments;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        if (expected.at(i) == "*" && !found.at(i).isEmpty())
            arguments.append(QString::fromUtf8(QByteArray::fromPercentEncoding(found.at(i))));
        else if (expected.at(i) != found.at(i))
            return std::nullopt;
    }
    return arguments;
}

PracticeApi::PracticeApi(QString provider, QByteArray basePath, QList<Route> routes)
    : m_provider(std::move(provider))
    , m_basePath(std::move(basePath))
    , m_routes(std::move(routes))
{
}

bool PracticeApi::covers(const QByteArray &path) const
{
    return path.startsWith(m_basePath + '/');
}

PracticeEndpoint PracticeApi::endpoint(const PracticeRequest &request) const
{
    for (const Route &route : m_routes) {
        if (route.method == request.method && match(m_basePath + route.path, request.path))
            return route.endpoint;
    }
    return PracticeEndpoint::Unknown;
}

QByteArray PracticeApi::path(PracticeEndpoint endpoint, const QStringList &arguments) const
{
    for (const Route &route : m_routes) {
        if (route.endpoint != endpoint)
            continue;
        QByteArray path = m_basePath + route.path;
        for (const QString &argument : arguments)
            path.replace(path.indexOf('*'), 1, QUrl::toPercentEncoding(argument));
        return path;
    }
    return {};
}

PracticeAnswer PracticeApi::answer(const PracticeRequest &request, PracticeTenant &tenant) const
{
    const auto clientId = admit(request, tenant);
    if (!clientId)
        return clientId.error();
    bool pathIsKnown = false;
    for (const Route &route : m_routes) {
        const auto arguments = match(m_basePath + route.path, request.path);
        if (!arguments)
            continue;
        pathIsKnown = true;
        if (route.method != request.method)
            continue;
        const auto query = PracticeForm::read(request.query);
        return query ? respond({route.endpoint, *arguments, *query, request, *clientId}, tenant)
                     : refusal(400, query.error());
    }
    return pathIsKnown ? refusal(405, u"Method Not Allowed"_s) : refusal(404, u"Not Found"_s);
}

bool PracticeApi::hasRole(const QString &clientId, PracticeRole role, const PracticeTenant &tenant)
{
    const PracticeClient *client = tenant.door.client(clientId);
    return client && client->roles.testFlag(role);
}

} // namespace curfew
