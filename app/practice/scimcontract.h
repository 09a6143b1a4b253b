// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practiceapi.h"
#include "scimuser.h"

namespace curfew {

//! SAP's Identity Directory: SCIM 2.0 (RFC 7643, RFC 7644), read strictly.
class ScimContract final : public PracticeApi {
public:
    ScimContract();

protected:
    [[nodiscard]] tl::expected<QString, PracticeAnswer> admit(const PracticeRequest &request,
                                                              PracticeTenant &tenant) const override;
    [[nodiscard]] PracticeAnswer respond(const Call &call, PracticeTenant &tenant) const override;
    [[nodiscard]] PracticeAnswer refusal(int status, const QString &description) const override;

private:
    [[nodiscard]] PracticeAnswer users(const Call &call, const PracticeTenant &tenant) const;
    [[nodiscard]] PracticeAnswer change(const Call &call, const PracticePerson &person, PracticeTenant &tenant) const;
};

} // namespace curfew
