// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuerdraft.h"
#include "providerdescriptor.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace curfew {

class CertificateField;
class PlainLabel;
class SecretField;

//! The fields of one client: only those that the provider and the chosen way of proving itself need.
class ClientForm : public QWidget {
    Q_OBJECT

public:
    enum class Place { Default, Further };

    ClientForm(const ProviderDescriptor &descriptor, Place place, QWidget *parent = nullptr);

    void setClient(const Client &client);
    void replaceSecret(); //!< opens the field for a new one, and goes there
    void askForSecretAgain(); //!< the stored one may not be sent to what was entered

    //! Why this can't be saved yet; empty when it can.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool takesSecret() const { return wantsSecret() || wantsCertificate(); }
    [[nodiscard]] bool isEmpty() const; //!< nothing was entered: a default client that the provider can do without
    [[nodiscard]] ClientDraft draft() const;

Q_SIGNALS:
    void changed();
    void removeRequested();

private:
    void showFields();
    [[nodiscard]] AuthMethod method() const;
    [[nodiscard]] bool wantsSecret() const;
    [[nodiscard]] bool wantsCertificate() const;
    [[nodiscard]] bool storedStillFits() const;

    ProviderDescriptor m_descriptor;
    Client m_stored; //!< as it is on file; hasSecret false for a new one
    QFormLayout *m_form;
    QLineEdit *m_clientId;
    QComboBox *m_method;
    SecretField *m_secret;
    CertificateField *m_certificate;
};

} // namespace curfew
