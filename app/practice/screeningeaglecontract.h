// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicecontract.h"

namespace curfew {

//! Screening Eagle's ID v1: revocation only, errors in camelCase with one body for all of them.
class ScreeningEagleContract final : public PracticeContract {
public:
    ScreeningEagleContract();

protected:
    [[nodiscard]] PracticeAnswer respond(PracticeEndpoint endpoint, const PracticeRequest &request,
                                         const PracticeForm &form, PracticeTenant &tenant) const override;
    [[nodiscard]] PracticeAnswer error(int status, const QByteArray &code, const QString &description) const override;
};

} // namespace curfew
