// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practiceapi.h"

namespace curfew {

//! The admin REST API of a Keycloak realm. Answers are those of Keycloak 26.7.5.
class KeycloakAdminContract final : public PracticeApi {
public:
    explicit KeycloakAdminContract(const QString &realm);

protected:
    [[nodiscard]] tl::expected<QString, PracticeAnswer> admit(const PracticeRequest &request,
                                                              PracticeTenant &tenant) const override;
    [[nodiscard]] PracticeAnswer respond(const Call &call, PracticeTenant &tenant) const override;
    [[nodiscard]] PracticeAnswer refusal(int status, const QString &description) const override;

private:
    [[nodiscard]] PracticeAnswer users(const Call &call, const PracticeTenant &tenant) const;
    [[nodiscard]] static PracticeAnswer count(const Call &call, const PracticeTenant &tenant);
    [[nodiscard]] PracticeAnswer clients(const Call &call, const PracticeTenant &tenant) const;
    [[nodiscard]] PracticeAnswer endSession(const Call &call, PracticeTenant &tenant) const;
    //! What only reads about \p person, and what acts on them.
    [[nodiscard]] PracticeAnswer read(const Call &call, const PracticePerson &person,
                                      const PracticeTenant &tenant) const;
    [[nodiscard]] PracticeAnswer act(const Call &call, const PracticePerson &person, PracticeTenant &tenant) const;

    [[nodiscard]] PracticeAnswer offlineSessions(const QString &clientUuid, const PracticePerson &person,
                                                 const PracticeTenant &tenant) const;
    [[nodiscard]] PracticeAnswer update(const Call &call, const PracticePerson &person, PracticeTenant &tenant) const;
    [[nodiscard]] PracticeAnswer logOut(PracticePerson person, PracticeTenant &tenant) const;
    [[nodiscard]] PracticeAnswer removeConsent(const QString &clientId, PracticePerson person,
                                               PracticeTenant &tenant) const;
};

} // namespace curfew
