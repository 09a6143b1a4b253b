// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicecontract.h"

namespace curfew {

//! A Keycloak realm, with Catena's page for its revocation: credentials in the body, and a 200 that may be a no.
class KeycloakContract final : public PracticeContract {
public:
    KeycloakContract();

protected:
    [[nodiscard]] PracticeAnswer respond(PracticeEndpoint endpoint, const PracticeRequest &request,
                                         const PracticeForm &form, PracticeTenant &tenant) const override;
    [[nodiscard]] QJsonObject metadata(const PracticeTenant &tenant) const override;
    [[nodiscard]] QJsonObject claims(const PracticeToken &token, const PracticeTenant &tenant) const override;
    [[nodiscard]] PracticeAnswer refusal(const PracticeRefusal &refusal, const PracticeTenant &tenant) const override;

private:
    [[nodiscard]] PracticeAnswer grantToken(const PracticeRequest &request, const PracticeForm &form,
                                            PracticeTenant &tenant) const;
    [[nodiscard]] PracticeAnswer refresh(const QString &clientId, const PracticeForm &form,
                                         PracticeTenant &tenant) const;
    [[nodiscard]] PracticeAnswer revoke(const PracticeToken *token, const QString &clientId, const PracticeForm &form,
                                        PracticeTenant &tenant) const;
    [[nodiscard]] PracticeAnswer introspect(const PracticeToken *token, const QString &clientId,
                                            const PracticeForm &form, PracticeTenant &tenant) const;
};

} // namespace curfew
