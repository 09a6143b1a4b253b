// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicedialogs.h"

#include "asyncresult.h"
#include "issuerdialog.h"
#include "removedialog.h"
#include "servicedesk.h"

namespace curfew {

ServiceDialogs::ServiceDialogs(IssuerActions actions, const ServiceDesk &desk, Mode mode, QWidget *window)
    : QObject(window)
    , m_actions(std::move(actions))
    , m_desk(desk)
    , m_mode(mode)
    , m_window(window)
{
}

void ServiceDialogs::open(IssuerDialog *dialog)
{
    connect(dialog, &IssuerDialog::saved, this, &ServiceDialogs::saved);
    dialog->open();
}

void ServiceDialogs::add()
{
    open(new IssuerDialog(m_actions, m_mode, m_window));
}

// nullptr where the provider's description has to be accepted first, which *Add service* does.
IssuerDialog *ServiceDialogs::editor(const QString &service)
{
    const ServiceRow *row = m_desk.row(service);
    const ProviderDescriptor *descriptor = row ? m_desk.descriptor(row->issuer) : nullptr;
    return descriptor ? new IssuerDialog(m_actions, row->issuer, *descriptor, m_mode, m_window) : nullptr;
}

void ServiceDialogs::edit(const QString &service, const QString &clientId)
{
    IssuerDialog *dialog = editor(service);
    if (!dialog) {
        add();
        return;
    }
    if (!clientId.isEmpty())
        dialog->askForClient(clientId);
    open(dialog);
}

void ServiceDialogs::check(const QString &service)
{
    IssuerDialog *dialog = editor(service);
    if (!dialog) {
        add();
        return;
    }
    open(dialog);
    dialog->check(CheckMode::Normal);
}

void ServiceDialogs::remove(const QString &service)
{
    if (const ServiceRow *row = m_desk.row(service))
        (new RemoveDialog(m_actions, row->issuer, m_mode, m_window))->open();
}

void ServiceDialogs::unlockKeychain(QObject *context, const std::function<void()> &done)
{
    onResult(m_actions.unlockKeychain(), context, [this, done](const Result<> &unlocked) {
        if (unlocked)
            done();
        else
            Q_EMIT failed(unlocked.error());
    });
}

} // namespace curfew
