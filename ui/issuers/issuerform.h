// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuerdraft.h"
#include "providerdescriptor.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace curfew {

class ClientForm;
class PlainLabel;

//! The second step of adding a service, and the whole of editing one.
class IssuerForm : public QWidget {
    Q_OBJECT

public:
    //! \p place says in words where secrets are kept.
    IssuerForm(const ProviderDescriptor &descriptor, const QString &place, QWidget *parent = nullptr);

    void setIssuer(const Issuer &issuer); //!< one that is stored: its name stays
    void askForClient(const QString &clientId); //!< opens its secret, adding the client where it isn't there
    void acceptOrigins(const QStringList &origins); //!< adds to the accepted ones

    [[nodiscard]] const ProviderDescriptor &descriptor() const { return m_descriptor; }
    [[nodiscard]] QString problem() const; //!< what stands in the way of saving; empty when nothing does
    [[nodiscard]] IssuerDraft draft() const;

Q_SIGNALS:
    void changed();

private:
    ClientForm *addClient(const Client *client);
    void showPlace(); //!< says where secrets are kept, where one is asked for
    void judgeAddress();
    void judgeCaFile();
    void chooseCaFile();

    ProviderDescriptor m_descriptor;
    Issuer m_stored; //!< as it is on file; without a name for a new one
    QStringList m_acceptedOrigins;
    QLineEdit *m_name;
    QComboBox *m_environment;
    QLineEdit *m_url;
    PlainLabel *m_urlNote;
    QLineEdit *m_caFile;
    PlainLabel *m_caNote;
    QString m_caProblem; // why the CA file can't be used; empty when it can, and when there is none
    QVBoxLayout *m_clientList;
    PlainLabel *m_placeNote;
    QList<ClientForm *> m_clients;
};

} // namespace curfew
