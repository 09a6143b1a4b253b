// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issueractions.h"
#include "journalrecord.h"

#include <QObject>

namespace curfew {

class Workspace;

//! Carries out what the dialogs ask: keychain first, then the profile, then the journal's event, so that no service
//! is listed as usable whose secret could not be stored.
class IssuerSetup : public QObject {
    Q_OBJECT

public:
    //! \p workspace must outlive it.
    explicit IssuerSetup(Workspace &workspace, QObject *parent = nullptr);

    [[nodiscard]] IssuerActions actions();

    [[nodiscard]] QFuture<Result<CheckFindings>> check(const IssuerDraft &draft, CheckMode mode);
    //! Errors: InvalidInput for a taken name; the keychain's; ProfileFailed.
    [[nodiscard]] QFuture<Result<>> add(IssuerDraft draft);
    [[nodiscard]] QFuture<Result<>> change(IssuerDraft draft);
    [[nodiscard]] QFuture<Result<>> remove(const QString &name);

Q_SIGNALS:
    //! *Check connection* asked it; without an error it was there and took the client.
    void checked(const QString &issuer, const std::optional<curfew::Error> &error);
    void changed(const QString &issuer); //!< added, changed or removed; or a breaker of it was closed
    //! Something was changed, and the journal does not have it; or a breaker was opened or closed, and that could not
    //! be kept.
    void failed(const curfew::Error &error);

private:
    [[nodiscard]] QFuture<Result<>> store(const Issuer &issuer, std::vector<ClientDraft> clients);
    [[nodiscard]] QFuture<Result<>> drop(const QString &issuer, const QStringList &clientIds);
    [[nodiscard]] Result<> checkedWhole(const Issuer &issuer) const;
    void note(JournalEventKind kind, const QString &issuer, const QString &detail = {});

    Workspace &m_workspace;
};

} // namespace curfew
