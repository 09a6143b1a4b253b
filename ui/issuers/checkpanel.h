// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issueractions.h"

#include <QWidget>

class QPushButton;

namespace curfew {

class BusyLine;
class ErrorPanel;

//! What *Check connection* does and found: one line while it asks, then what works now; addresses at other hosts are
//! shown and accepted here, once; a locked keychain is unlocked from here.
class CheckPanel : public QWidget {
    Q_OBJECT

public:
    CheckPanel(IssuerActions actions, QWidget *parent = nullptr);

    void check(const IssuerDraft &draft, const ProviderDescriptor &descriptor, CheckMode mode);
    void clear(); //!< something was edited: what was found no longer holds
    [[nodiscard]] bool isBusy() const { return m_busy; }
    //! An error of saving is shown here too.
    void showError(const Error &error, const QString &service);

Q_SIGNALS:
    void busyChanged(bool busy);
    void originsAccepted(const QStringList &origins); //!< check again with them
    void authorityTrusted(const curfew::SeenAuthority &seen); //!< check again, which is no second try
    void retryRequested(curfew::CheckMode mode);

private:
    void setBusy(bool busy, const QString &text = {});
    void showFindings(const CheckFindings &findings, const Issuer &issuer, const ProviderDescriptor &descriptor);
    void offerUnlock(const Error &error);
    void unlock();

    IssuerActions m_actions;
    bool m_busy = false;
    int m_question = 0; // counts checks, so that an answer to an older one is dropped
    BusyLine *m_line;
    ErrorPanel *m_result;
};

} // namespace curfew
