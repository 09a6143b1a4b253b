// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faultissuer.h"
#include "issueraccess.h"
#include "revocationbatch.h"
#include "workspace.h"

#include <QTemporaryDir>

#include <chrono>
#include <memory>

//! How one command ended, from three sides.
struct Ending {
    QString said; //!< by the program: outcomes in the order of the items, or the kind of the error
    QString arrived; //!< what the issuer counted
    QString journaled; //!< what the journal's file holds, read by somebody else

    bool operator==(const Ending &) const = default;
};

[[nodiscard]] char *toString(const Ending &ending); //!< for QCOMPARE, which deletes it

//! One profile, one FaultIssuer, and the commands that are tried on it: real HTTP, a real journal, quick retries.
class FaultBench {
public:
    FaultBench();

    [[nodiscard]] Ending endTokens(); //!< all of the issuer's, as a file of tokens (oauth2)
    [[nodiscard]] Ending list(); //!< with the last token as anchor (sap-ias)
    [[nodiscard]] Ending listAndEndAll(); //!< the same, and everything listed is ended
    [[nodiscard]] Ending check(curfew::CheckMode mode = curfew::CheckMode::Normal); //!< *Check connection* (oauth2)

    //! For answers that never end: two seconds for each of two attempts. Less is too little where a machine is busy.
    void beImpatient();

    //! Whether each item of the last command that is called `revoked` is one whose death the issuer told of.
    [[nodiscard]] bool claimsOnlyWhatWasTold() const;
    [[nodiscard]] static bool claimsOnlyWhatWasTold(const curfew::BatchRecord &record, const FaultIssuer &issuer);

    [[nodiscard]] curfew::Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] std::unique_ptr<curfew::IssuerAccess> open(const QString &provider); //!< as each command does
    [[nodiscard]] curfew::Token anchor() const;
    //! Carries \p plan out and waits for its end; a child of \p access.
    [[nodiscard]] curfew::RevocationBatch *run(curfew::IssuerAccess &access, const curfew::RevocationPlan &plan);

    FaultIssuer issuer;
    QString caFile = FaultIssuer::caFile();
    QUrl url = issuer.url(); //!< where the program believes the issuer to be
    QStringList acceptedOrigins; //!< of endpoints elsewhere
    std::chrono::milliseconds timeout = std::chrono::seconds(20); //!< of one request
    curfew::RetryPolicy retry{4, std::chrono::milliseconds(2), std::chrono::milliseconds(8), std::chrono::seconds(60)};

private:
    [[nodiscard]] Ending ending(const QString &said, const QString &batch = {}) const;
    [[nodiscard]] Ending endingOf(const curfew::RevocationBatch &batch);
    [[nodiscard]] QString journaled(const QString &batch) const;

    QTemporaryDir m_folder;
    std::unique_ptr<curfew::Workspace> m_workspace;
    curfew::BatchRecord m_record;
};
