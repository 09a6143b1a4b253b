// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicecontract.h"

namespace curfew {

//! SAP Cloud Identity Services: a listing by an anchor, and a revocation that ends the token's whole client session.
class SapContract final : public PracticeContract {
public:
    SapContract();

protected:
    [[nodiscard]] PracticeAnswer respond(PracticeEndpoint endpoint, const PracticeRequest &request,
                                         const PracticeForm &form, PracticeTenant &tenant) const override;
    [[nodiscard]] QJsonObject metadata(const PracticeTenant &tenant) const override;

private:
    [[nodiscard]] PracticeAnswer deadAnchor(DeadAnchor manner) const;
    [[nodiscard]] PracticeAnswer list(const PracticeToken *anchor, PracticeTenant &tenant) const;
    [[nodiscard]] PracticeAnswer revoke(const PracticeToken *token, const QString &clientId, const PracticeForm &form,
                                        PracticeTenant &tenant) const;
};

} // namespace curfew
