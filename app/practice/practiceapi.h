// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicefaults.h"
#include "practicetenant.h"

namespace curfew {

//! A REST API that an issuer offers beside its token endpoints, on the same origin. It has no state of its own.
class PracticeApi {
public:
    struct Route {
        QByteArray method;
        QByteArray path; //!< below basePath(); `*` stands for one segment that isn't empty
        PracticeEndpoint endpoint;
    };

    PracticeApi(QString provider, QByteArray basePath, QList<Route> routes);
    virtual ~PracticeApi() = default;
    Q_DISABLE_COPY_MOVE(PracticeApi)

    [[nodiscard]] const QString &provider() const { return m_provider; } //!< the id of its descriptor
    [[nodiscard]] bool covers(const QByteArray &path) const; //!< whether \p path is this API's to answer
    [[nodiscard]] PracticeEndpoint endpoint(const PracticeRequest &request) const;
    //! The path of \p endpoint, its `*` filled by \p arguments in their order; empty when there is no such route.
    [[nodiscard]] QByteArray path(PracticeEndpoint endpoint, const QStringList &arguments) const;

    [[nodiscard]] PracticeAnswer answer(const PracticeRequest &request, PracticeTenant &tenant) const;

protected:
    //! One request, taken apart.
    struct Call {
        PracticeEndpoint endpoint = PracticeEndpoint::Unknown;
        QStringList arguments; //!< decoded, what stood for each `*`
        PracticeForm query;
        const PracticeRequest &request;
        QString clientId; //!< who asks

        [[nodiscard]] QString argument(qsizetype index) const { return arguments.value(index); }
    };

    //! Lets the caller in, or says why not.
    [[nodiscard]] virtual tl::expected<QString, PracticeAnswer> admit(const PracticeRequest &request,
                                                                      PracticeTenant &tenant) const = 0;
    [[nodiscard]] virtual PracticeAnswer respond(const Call &call, PracticeTenant &tenant) const = 0;
    //! A refusal that holds for every route: 400 (of the query), 404, 405.
    [[nodiscard]] virtual PracticeAnswer refusal(int status, const QString &description) const = 0;

    [[nodiscard]] static bool hasRole(const QString &clientId, PracticeRole role, const PracticeTenant &tenant);

private:
    QString m_provider;
    QByteArray m_basePath;
    QList<Route> m_routes;
};

} // namespace curfew
