// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuercommand.h"
#include "revocationbatch.h"

#include <memory>
#include <vector>

namespace curfew {

//! The common half of `session revoke` and `token revoke`: plans are shown, confirmed, carried out and told.
class RevokeCommand : public IssuerCommand {
    Q_OBJECT

public:
    using IssuerCommand::IssuerCommand;
    ~RevokeCommand() override;

    void interrupt() override;

protected:
    //! One issuer's share. The batch belongs to the access.
    struct Share {
        std::unique_ptr<IssuerAccess> access;
        RevocationPlan plan;
        RevocationBatch *batch = nullptr;
        bool over = false;
        bool breakerOpen = false; //!< a dry run met one
        std::optional<Error> credentialError; //!< a dry run foresaw it
        std::optional<Error> error; //!< why nothing was sent
    };

    //! Asks, then carries out. \p strays are told as skipped, and left alone.
    void carryOut(std::vector<Share> shares, QList<ItemRecord> strays = {});

private:
    void dryRun();
    [[nodiscard]] Result<> foresee(Share &share);
    void dryRunPassed();
    void noteDurations();
    void run(Share &share);
    void shareOver();
    void showProgress();
    void tell(const QList<BatchRecord> &records);
    [[nodiscard]] ExitStatus statusOfAll(const QList<BatchRecord> &records) const;
    [[nodiscard]] QString question() const;
    [[nodiscard]] BatchRecord unsentRecord(const Share &share, const QString &reason) const;

    std::vector<Share> m_shares;
    QList<ItemRecord> m_strays;
    qsizetype m_dryRunsPending = 0;
    bool m_interrupted = false;
    bool m_running = false;
};

} // namespace curfew
