// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicecontract.h"

namespace curfew {

//! An issuer that follows RFC 7009, RFC 7662 and RFC 8414, and is found by discovery alone.
class OAuth2Contract final : public PracticeContract {
public:
    OAuth2Contract();

protected:
    [[nodiscard]] PracticeAnswer respond(PracticeEndpoint endpoint, const PracticeRequest &request,
                                         const PracticeForm &form, PracticeTenant &tenant) const override;
    [[nodiscard]] QJsonObject metadata(const PracticeTenant &tenant) const override;

private:
    [[nodiscard]] PracticeAnswer revoke(const PracticeToken *token, const QString &clientId, const PracticeForm &form,
                                        PracticeTenant &tenant) const;
};

} // namespace curfew
