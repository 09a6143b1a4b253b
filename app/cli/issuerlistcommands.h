// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"
#include "issuer.h"

namespace curfew {

//! `issuer list`
class IssuerListCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

//! `issuer show`
class IssuerShowCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

//! \p issuer without any secret, as `issuer show --json` prints it; \p lockedClients have an open breaker.
[[nodiscard]] QJsonObject issuerObject(const Issuer &issuer, const QStringList &lockedClients);

} // namespace curfew
