// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clientform.h"

#include "certificatefield.h"
#include "icons.h"
#include "issuerwords.h"
#include "metrics.h"
#include "plainlabel.h"
#include "secretfield.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace curfew {

ClientForm::ClientForm(const ProviderDescriptor &descriptor, Place place, QWidget *parent)
    : QWidget(parent)
    , m_descriptor(descriptor)
    , m_form(new QFormLayout(this))
    , m_clientId(new QLineEdit(this))
    , m_method(new QComboBox(this))
    , m_secret(new SecretField(this))
    , m_certificate(new CertificateField(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setSpacing(groupSpacing);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_clientId->setAccessibleName(tr("Client ID"));
    m_clientId->setMaxLength(1024);
    m_method->setAccessibleName(tr("How the client proves itself"));
    for (const AuthMethod choice : descriptor.authMethods)
        m_method->addItem(methodWords(choice, descriptor), static_cast<int>(choice));
    m_method->setCurrentIndex(static_cast<int>(descriptor.authMethods.indexOf(descriptor.defaultMethod)));

    auto *identity = new QHBoxLayout;
    identity->setSpacing(groupSpacing);
    identity->addWidget(m_clientId, 1);
    if (place == Place::Further) {
        auto *remove = new QToolButton(this);
        remove->setIcon(icon(Icon::Remove));
        remove->setToolTip(tr("Remove this client"));
        remove->setAccessibleName(tr("Remove this client"));
        connect(remove, &QToolButton::clicked, this, &ClientForm::removeRequested);
        identity->addWidget(remove);
    }
    m_form->addRow(tr("&Authentication"), m_method);
    m_form->addRow(tr("&Client ID"), identity);
    m_form->addRow(tr("Client &secret"), m_secret);
    m_form->addRow(tr("C&ertificate"), m_certificate);
    m_form->setRowVisible(m_method, m_method->count() > 1);
    static_cast<QLabel *>(m_form->labelForField(identity))->setBuddy(m_clientId);

    connect(m_clientId, &QLineEdit::textChanged, this, &ClientForm::changed);
    connect(m_secret, &SecretField::changed, this, &ClientForm::changed);
    connect(m_certificate, &CertificateField::changed, this, &ClientForm::changed);
    connect(m_method, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        Q_EMIT changed();
    });
    showFields();
    setFocusProxy(m_clientId);
}

void ClientForm::setClient(const Client &client)
{
    m_stored = client;
    m_clientId->setText(client.clientId);
    m_clientId->setReadOnly(!client.clientId.isEmpty()); // the keychain's entry and the breaker go by it
    m_clientId->setFrame(!m_clientId->isReadOnly());
    m_method->setCurrentIndex(m_method->findData(static_cast<int>(client.method)));
    m_secret->setStored(client.hasSecret && client.method != AuthMethod::TlsClientAuth);
    m_certificate->setStored(client.hasSecret && client.method == AuthMethod::TlsClientAuth);
    showFields();
}

void ClientForm::replaceSecret()
{
    m_secret->startReplacing();
    m_secret->setFocus();
}

void ClientForm::askForSecretAgain()
{
    m_stored.hasSecret = false;
    m_secret->setStored(false);
    m_certificate->setStored(false);
}

AuthMethod ClientForm::method() const
{
    return static_cast<AuthMethod>(m_method->currentData().toInt());
}

bool ClientForm::wantsCertificate() const
{
    return method() == AuthMethod::TlsClientAuth;
}

bool ClientForm::wantsSecret() const
{
    Client client;
    client.method = method();
    return !wantsCertificate() && needsSecret(client, m_descriptor);
}

bool ClientForm::storedStillFits() const
{
    return m_stored.hasSecret && m_stored.method == method();
}

void ClientForm::showFields()
{
    m_form->setRowVisible(m_secret, wantsSecret());
    m_form->setRowVisible(m_certificate, wantsCertificate());
    m_clientId->setPlaceholderText(m_descriptor.tokenIsBearer && !takesSecret() ? tr("Not needed") : QString());
    // Stored for another way of proving itself, a secret is not sent: it has to be given again.
    if (m_stored.hasSecret && !storedStillFits())
        m_secret->startReplacing();
}

bool ClientForm::isEmpty() const
{
    return m_clientId->text().trimmed().isEmpty() && !m_secret->hasInput() && !m_certificate->hasInput();
}

QString ClientForm::problem() const
{
    const bool optional = !wantsSecret() && !wantsCertificate() && m_descriptor.tokenIsBearer;
    if (isEmpty() && optional)
        return {};
    if (m_clientId->text().trimmed().isEmpty())
        return tr("Enter the client ID.");
    if (wantsSecret() && m_secret->isOpen() && !m_secret->hasInput())
        return tr("Enter the client secret.");
    if (wantsCertificate() && !m_certificate->hasInput() && !storedStillFits())
        return tr("Choose the certificate file and open it.");
    return {};
}

ClientDraft ClientForm::draft() const
{
    ClientDraft draft;
    draft.client.clientId = m_clientId->text().trimmed();
    draft.client.method = method();
    if (wantsCertificate())
        draft.certificate = m_certificate->certificate();
    else if (wantsSecret())
        draft.secret = m_secret->secret();
    draft.client.hasSecret = draft.bringsSecret() || ((wantsSecret() || wantsCertificate()) && storedStillFits());
    return draft;
}

} // namespace curfew
