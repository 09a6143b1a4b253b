// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practiceapi.h"

#include <memory>

namespace curfew {

//! What one provider's server accepts and answers. A contract has no state of its own and no idea of sockets.
class PracticeContract {
public:
    struct Route {
        QByteArray path; //!< below the origin
        PracticeEndpoint endpoint;
    };

    //! \p api answers what is asked below its own path; nullptr: there is none.
    PracticeContract(QString provider, QByteArray basePath, QList<Route> routes,
                     std::unique_ptr<PracticeApi> api = nullptr);
    virtual ~PracticeContract() = default;
    Q_DISABLE_COPY_MOVE(PracticeContract)

    [[nodiscard]] const QString &provider() const { return m_provider; } //!< the id of its descriptor
    [[nodiscard]] const QByteArray &basePath() const
    {
        return m_basePath;
    } //!< what follows the origin in the issuer's URL
    [[nodiscard]] PracticeEndpoint endpoint(const PracticeRequest &request) const;
    //! The first route's, \p arguments put into it; empty when there is none.
    [[nodiscard]] QByteArray path(PracticeEndpoint endpoint, const QStringList &arguments = {}) const;
    //! The REST API that answers at \p path; nullptr when the contract itself does.
    [[nodiscard]] const PracticeApi *apiAt(const QByteArray &path) const;
    [[nodiscard]] const PracticeApi *api() const { return m_api.get(); }

    //! Checks what holds for every provider (method, query, content type, form), then asks respond().
    [[nodiscard]] PracticeAnswer answer(const PracticeRequest &request, PracticeTenant &tenant) const;

    //! Gives \p blueprint its value and jti, and makes \p tenant remember it.
    PracticeToken mint(PracticeToken blueprint, PracticeTenant &tenant) const;

protected:
    using Admission = tl::expected<QString, PracticeRefusal>;

    [[nodiscard]] virtual PracticeAnswer respond(PracticeEndpoint endpoint, const PracticeRequest &request,
                                                 const PracticeForm &form, PracticeTenant &tenant) const = 0;
    //! The members of the discovery document that are this provider's own.
    [[nodiscard]] virtual QJsonObject metadata(const PracticeTenant &tenant) const;
    //! What a JWT of \p token claims, and what introspection says of it.
    [[nodiscard]] virtual QJsonObject claims(const PracticeToken &token, const PracticeTenant &tenant) const;
    [[nodiscard]] virtual PracticeAnswer error(int status, const QByteArray &code, const QString &description) const;
    [[nodiscard]] virtual PracticeAnswer refusal(const PracticeRefusal &refusal, const PracticeTenant &tenant) const;

    [[nodiscard]] static Admission admit(const PracticeRequest &request, const PracticeForm &form,
                                         PracticeSchemes schemes, PracticeTenant &tenant);
    [[nodiscard]] PracticeAnswer missing(const QByteArray &parameter) const;
    //! A client-credentials grant (RFC 6749 section 4.4).
    [[nodiscard]] PracticeAnswer grant(const PracticeRequest &request, const PracticeForm &form,
                                       PracticeSchemes schemes, PracticeTenant &tenant) const;
    //! RFC 7662 section 2.2 for a token that the caller may know about; counts as a look.
    [[nodiscard]] PracticeAnswer introspection(const PracticeToken &token, PracticeTenant &tenant) const;
    [[nodiscard]] static PracticeAnswer inactive();

private:
    [[nodiscard]] PracticeAnswer discovery(const PracticeTenant &tenant) const;

    QString m_provider;
    QByteArray m_basePath;
    QList<Route> m_routes;
    std::unique_ptr<PracticeApi> m_api;
};

} // namespace curfew
