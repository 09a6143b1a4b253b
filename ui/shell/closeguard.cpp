// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "closeguard.h"

#include "closedialog.h"
#include "servicedesk.h"
#include "workpage.h"

namespace curfew {

CloseGuard::CloseGuard(const ServiceDesk &desk, Mode mode, QWidget *window)
    : QObject(window)
    , m_desk(desk)
    , m_mode(mode)
    , m_window(window)
{
}

bool CloseGuard::mayClose()
{
    const QStringList running = m_desk.running();
    if (running.isEmpty())
        return true;
    if (!m_dialog) {
        m_dialog = new CloseDialog(running, m_mode, m_window);
        connect(m_dialog, &CloseDialog::stopRequested, this, &CloseGuard::stopAll);
        connect(m_dialog, &QDialog::rejected, this, [this] { m_closing = false; });
        m_dialog->open();
    }
    return false;
}

void CloseGuard::stopAll()
{
    m_closing = true;
    const QList<WorkPage *> pages = m_desk.pages();
    for (WorkPage *page : pages)
        page->stop();
    actionEnded();
}

void CloseGuard::actionEnded()
{
    if (!m_desk.running().isEmpty())
        return;
    if (m_dialog)
        m_dialog->accept(); // what it asks about is over
    if (m_closing)
        m_window->close();
}

} // namespace curfew
