// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resumeplan.h"
#include "revokecommand.h"

namespace curfew {

//! `journal resume`
class ResumeCommand final : public RevokeCommand {
    Q_OBJECT

public:
    using RevokeCommand::RevokeCommand;
    ~ResumeCommand() override;
    void start() override;

private:
    void readInput();
    void found(const BatchRecord &batch);
    void listed(const Listing &listing);
    void proven(const Listing &listing, ListingProof::AnchorState anchorState);
    void byAnchorAlone();
    void resume(const ResumePlan &resume);

    std::unique_ptr<IssuerAccess> m_access;
    BatchRecord m_batch;
    Token m_anchor;
};

} // namespace curfew
