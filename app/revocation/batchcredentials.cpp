// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchcredentials.h"

#include "asyncresult.h"
#include "issueraccess.h"
#include "revocationplan.h"

#include <QSet>

namespace curfew {

BatchCredentials::BatchCredentials(IssuerAccess &access, QObject *parent)
    : QObject(parent)
    , m_access(access)
{
}

void BatchCredentials::read(const RevocationPlan &plan)
{
    QSet<QString> clients;
    for (const PlanItem &item : plan.items) {
        if (item.isToBeAsked())
            clients.insert(item.record.clientId);
    }
    m_pending = clients.size() + 1;
    for (const QString &client : std::as_const(clients)) {
        onResult(m_access.credential(client), this, [this, client](const Result<CredentialPtr> &credential) {
            m_byClient.insert(client, credential);
            oneRead();
        });
    }
    // The second listing is made by the same client as the first.
    const auto anchors = plan.anchor.isNull() ? readyFuture(Result<CredentialPtr>())
                                              : m_access.credential(m_access.clientForAnchor(plan.anchor));
    onResult(anchors, this, [this](const Result<CredentialPtr> &credential) {
        m_anchors = credential.value_or(nullptr);
        oneRead();
    });
}

void BatchCredentials::oneRead()
{
    if (--m_pending == 0)
        Q_EMIT allRead();
}

} // namespace curfew
