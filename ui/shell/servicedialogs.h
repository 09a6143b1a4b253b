// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issueractions.h"
#include "practicebanner.h"

#include <QObject>

class QWidget;

namespace curfew {

class IssuerDialog;
class ServiceDesk;

//! Opens the dialogs about services over the window.
class ServiceDialogs : public QObject {
    Q_OBJECT

public:
    //! \p desk and \p window must outlive it; \p window is its parent.
    ServiceDialogs(IssuerActions actions, const ServiceDesk &desk, Mode mode, QWidget *window);

    void add();
    //! \p clientId: whose secret is to be entered, if not empty.
    void edit(const QString &service, const QString &clientId = {});
    void check(const QString &service); //!< edits it, and asks it at once
    void remove(const QString &service);
    //! Asks the keychain's own prompt; \p done is called when it is open, unless \p context is gone.
    void unlockKeychain(QObject *context, const std::function<void()> &done);

Q_SIGNALS:
    void saved(const QString &service);
    void failed(const curfew::Error &error);

private:
    void open(IssuerDialog *dialog);
    [[nodiscard]] IssuerDialog *editor(const QString &service);

    IssuerActions m_actions;
    const ServiceDesk &m_desk;
    Mode m_mode;
    QWidget *m_window;
};

} // namespace curfew
