// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicecontract.h"

namespace curfew {

//! Kajabi: an access token is the caller's proof, and either token of an API session ends both.
class KajabiContract final : public PracticeContract {
public:
    KajabiContract();

protected:
    [[nodiscard]] PracticeAnswer respond(PracticeEndpoint endpoint, const PracticeRequest &request,
                                         const PracticeForm &form, PracticeTenant &tenant) const override;

private:
    [[nodiscard]] PracticeAnswer revoke(const PracticeRequest &request, const PracticeForm &form,
                                        PracticeTenant &tenant) const;
};

} // namespace curfew
