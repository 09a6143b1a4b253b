// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "credential.h"
#include "result.h"

#include <QHash>
#include <QObject>
#include <QString>

namespace curfew {

class IssuerAccess;
struct RevocationPlan;

//! The credentials that a batch needs, each read once before anything is sent.
class BatchCredentials : public QObject {
    Q_OBJECT

public:
    BatchCredentials(IssuerAccess &access, QObject *parent);

    //! Reads those of the clients of all that \p plan asks about, and of the one that its second listing is made by.
    void read(const RevocationPlan &plan);

    //! What reading the one of \p clientId came to; null where none is needed.
    [[nodiscard]] Result<CredentialPtr> of(const QString &clientId) const { return m_byClient.value(clientId); }
    [[nodiscard]] const CredentialPtr &anchors() const { return m_anchors; } //!< null when it can't be read

Q_SIGNALS:
    void allRead();

private:
    void oneRead();

    IssuerAccess &m_access;
    QHash<QString, Result<CredentialPtr>> m_byClient;
    CredentialPtr m_anchors;
    qsizetype m_pending = 0;
};

} // namespace curfew
