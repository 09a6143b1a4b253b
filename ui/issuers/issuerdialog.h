// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basedialog.h"
#include "issueractions.h"

class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace curfew {

class CheckPanel;
class IssuerForm;
class PlainLabel;
class ProviderPage;

//! Adds a service in two steps, provider and fields, or edits a stored one. It gets functions, not services, and may
//! be closed while an answer is pending.
class IssuerDialog : public BaseDialog {
    Q_OBJECT

public:
    //! Adds a service.
    IssuerDialog(IssuerActions actions, Mode mode, QWidget *parent = nullptr);
    //! Edits \p issuer, whose provider is \p descriptor.
    IssuerDialog(IssuerActions actions, const Issuer &issuer, const ProviderDescriptor &descriptor, Mode mode,
                 QWidget *parent = nullptr);

    //! The secret of \p clientId is to be entered: it was refused, or there is none so far.
    void askForClient(const QString &clientId);
    void check(CheckMode mode); //!< *Check connection*
    void trust(const SeenAuthority &seen); //!< and checks again

Q_SIGNALS:
    void saved(const QString &issuer);

private:
    void build();
    void showProviders();
    void showForm(const ProviderDescriptor &descriptor);
    void accepted(const CatalogEntry &entry);
    void save();
    void showRequest();
    void fitHeight();
    void refresh();

    IssuerActions m_actions;
    std::optional<Issuer> m_edited;
    bool m_saving = false;
    PlainLabel *m_title = nullptr;
    PlainLabel *m_subtitle = nullptr;
    QStackedWidget *m_pages = nullptr;
    ProviderPage *m_providers = nullptr;
    QScrollArea *m_scroll = nullptr;
    IssuerForm *m_form = nullptr;
    CheckPanel *m_check = nullptr;
    PlainLabel *m_missing = nullptr;
    QPushButton *m_request = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_checkButton = nullptr;
    QPushButton *m_next = nullptr;
};

} // namespace curfew
