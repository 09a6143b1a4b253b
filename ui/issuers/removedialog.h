// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basedialog.h"
#include "issueractions.h"

class QPushButton;

namespace curfew {

class CheckPanel;

//! Asks once before a service and its stored secrets are removed from this computer.
class RemoveDialog : public BaseDialog {
    Q_OBJECT

public:
    RemoveDialog(IssuerActions actions, const Issuer &issuer, Mode mode, QWidget *parent = nullptr);

private:
    void remove();

    IssuerActions m_actions;
    Issuer m_issuer;
    CheckPanel *m_panel;
    QPushButton *m_remove;
};

} // namespace curfew
