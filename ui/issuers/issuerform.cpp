// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuerform.h"

#include "clientform.h"
#include "environmentpill.h"
#include "focusorder.h"
#include "icons.h"
#include "issuerwords.h"
#include "metrics.h"
#include "plainlabel.h"
#include "providertext.h"
#include "tlssettings.h"
#include "visibletext.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

static QFormLayout *newForm()
{
    auto *form = new QFormLayout;
    form->setSpacing(groupSpacing);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

// A label in front of several widgets leads to one of them.
static void nameField(const QFormLayout &form, QLayout *row, QWidget *field)
{
    if (auto *label = qobject_cast<QLabel *>(form.labelForField(row)))
        label->setBuddy(field);
}

// The fields of all groups begin on one line.
static void alignLabels(const QWidget &page)
{
    QList<QWidget *> labels;
    for (const QFormLayout *form : page.findChildren<QFormLayout *>()) {
        for (int row = 0; row < form->rowCount(); ++row) {
            if (const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole); item && item->widget())
                labels << item->widget();
        }
    }
    int width = 0;
    for (const QWidget *label : std::as_const(labels))
        width = std::max(width, label->sizeHint().width());
    for (QWidget *label : std::as_const(labels))
        label->setMinimumWidth(width);
}

IssuerForm::IssuerForm(const ProviderDescriptor &descriptor, const QString &place, QWidget *parent)
    : QWidget(parent)
    , m_descriptor(descriptor)
    , m_name(new QLineEdit(this))
    , m_environment(new QComboBox(this))
    , m_url(new QLineEdit(descriptor.defaultUrl, this))
    , m_urlNote(new PlainLabel(TextRole::Small, {}, this))
    , m_caFile(new QLineEdit(this))
    , m_caNote(new PlainLabel(TextRole::Small, {}, this))
    , m_clientList(new QVBoxLayout)
    , m_placeNote(new PlainLabel(TextRole::Small, place, this))
{
    m_name->setMaxLength(64);
    m_name->setPlaceholderText(tr("As your team calls it, e.g. Acme production"));
    m_name->setAccessibleName(tr("Name of the service"));
    for (const Environment environment : {Environment::Production, Environment::Test, Environment::Development})
        m_environment->addItem(environmentWord(environment), static_cast<int>(environment));
    m_environment->setAccessibleName(tr("Environment"));
    m_url->setAccessibleName(tr("Address of the service"));
    m_url->setPlaceholderText(u"https://"_s);
    m_caFile->setAccessibleName(tr("CA file"));
    m_caFile->setPlaceholderText(tr("The system’s own certificates"));

    auto *address = new QVBoxLayout;
    address->setSpacing(4);
    address->addWidget(m_url);
    address->addWidget(m_urlNote);
    auto *service = newForm();
    service->addRow(tr("&Name"), m_name);
    service->addRow(tr("En&vironment"), m_environment);
    service->addRow(tr("A&ddress"), address);
    nameField(*service, address, m_url);

    m_clientList->setSpacing(sectionSpacing);
    m_placeNote->setTone(Tone::Grey);
    auto *further = new QPushButton(icon(Icon::Add), tr("Add another client"), this);
    further->setAutoDefault(false);
    connect(further, &QPushButton::clicked, this, [this] {
        addClient(nullptr)->setFocus();
        Q_EMIT changed();
    });
    auto *choose = new QPushButton(tr("Choose…"), this);
    choose->setAutoDefault(false);
    choose->setAccessibleName(tr("Choose a CA file"));
    connect(choose, &QPushButton::clicked, this, &IssuerForm::chooseCaFile);
    auto *caRow = new QHBoxLayout;
    caRow->setSpacing(groupSpacing);
    caRow->addWidget(m_caFile, 1);
    caRow->addWidget(choose);
    auto *trust = newForm();
    trust->addRow(tr("CA &file"), caRow);
    nameField(*trust, caRow, m_caFile);
    trust->addRow({}, m_caNote);
    m_caNote->setTone(Tone::Amber);
    m_caNote->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(sectionSpacing);
    column->addLayout(service);
    column->addWidget(new PlainLabel(TextRole::Heading, tr("Client"), this));
    column->addLayout(m_clientList);
    column->addWidget(m_placeNote);
    auto *furtherRow = new QHBoxLayout;
    auto *furtherNote = new PlainLabel(
        TextRole::Small, tr("A client ends its own sessions only: enter one for each application."), this);
    furtherNote->setTone(Tone::Grey);
    furtherRow->setSpacing(sectionSpacing);
    furtherRow->addWidget(further);
    furtherRow->addWidget(furtherNote, 1);
    column->addLayout(furtherRow);
    column->addWidget(new PlainLabel(TextRole::Heading, tr("Certificates of the service"), this));
    column->addLayout(trust);
    column->addStretch();

    addClient(nullptr);
    connect(m_name, &QLineEdit::textChanged, this, &IssuerForm::changed);
    connect(m_caFile, &QLineEdit::textChanged, this, [this] {
        judgeCaFile();
        Q_EMIT changed();
    });
    connect(m_environment, &QComboBox::currentIndexChanged, this, &IssuerForm::changed);
    connect(m_url, &QLineEdit::textChanged, this, [this] {
        judgeAddress();
        Q_EMIT changed();
    });
    judgeAddress();
    setFocusProxy(m_name);
}

void IssuerForm::setIssuer(const Issuer &issuer)
{
    m_stored = issuer;
    m_acceptedOrigins = issuer.acceptedOrigins;
    m_name->setText(issuer.name);
    m_name->setReadOnly(true); // keychain, breaker and journal go by it
    m_name->setFrame(false);
    m_name->setFocusPolicy(Qt::ClickFocus);
    m_environment->setCurrentIndex(m_environment->findData(static_cast<int>(issuer.environment)));
    m_caFile->setText(issuer.caFile);
    {
        const QSignalBlocker quiet(m_url); // the clients' secrets belong to this very address
        m_url->setText(issuer.url.toString());
    }
    judgeAddress();
    while (!m_clients.isEmpty())
        delete m_clients.takeLast();
    for (const Client &client : issuer.clients)
        addClient(&client);
    if (m_clients.isEmpty())
        addClient(nullptr);
    setFocusProxy(m_environment);
}

void IssuerForm::askForClient(const QString &clientId)
{
    for (ClientForm *form : std::as_const(m_clients)) {
        if (form->draft().client.clientId == clientId) {
            form->replaceSecret();
            return;
        }
    }
    ClientForm *added = addClient(nullptr);
    Client client;
    client.clientId = clientId;
    client.method = m_descriptor.defaultMethod;
    added->setClient(client);
    added->replaceSecret();
}

void IssuerForm::acceptOrigins(const QStringList &origins)
{
    m_acceptedOrigins << origins;
    m_acceptedOrigins.removeDuplicates();
    Q_EMIT changed();
}

ClientForm *IssuerForm::addClient(const Client *client)
{
    const auto place = m_clients.isEmpty() ? ClientForm::Place::Default : ClientForm::Place::Further;
    auto *form = new ClientForm(m_descriptor, place, this);
    if (client)
        form->setClient(*client);
    m_clients << form;
    m_clientList->addWidget(form);
    alignLabels(*this);
    showPlace();
    tabInReadingOrder(*this);
    connect(form, &ClientForm::changed, this, &IssuerForm::changed);
    connect(form, &ClientForm::changed, this, &IssuerForm::showPlace);
    connect(form, &ClientForm::removeRequested, this, [this, form] {
        m_clients.removeOne(form);
        form->hide();
        form->deleteLater();
        showPlace();
        Q_EMIT changed();
    });
    return form;
}

void IssuerForm::showPlace()
{
    m_placeNote->setVisible(std::any_of(m_clients.begin(), m_clients.end(),
                                        [](const ClientForm *client) { return client->takesSecret(); }));
}

void IssuerForm::judgeAddress()
{
    // While nothing is typed the hint says what belongs here; afterwards what is wrong with it.
    const QString problem = m_url->text().trimmed().isEmpty() ? QString() : urlProblem(m_url->text());
    m_urlNote->setTone(problem.isEmpty() ? Tone::Grey : Tone::Amber);
    m_urlNote->setText(problem.isEmpty() ? providerText(m_descriptor.urlHint) : problem);
    if (!m_stored.name.isEmpty() && originOf(urlFromText(m_url->text())) != originOf(m_stored.url)) {
        for (ClientForm *client : std::as_const(m_clients))
            client->askForSecretAgain();
    }
}

void IssuerForm::judgeCaFile()
{
    m_caProblem.clear();
    const QString path = m_caFile->text().trimmed();
    if (const auto roots = readRoots(path); !path.isEmpty() && !roots)
        m_caProblem = tr("This file can’t be used: %1").arg(visibleText(roots.error().detail, 300));
    m_caNote->setText(m_caProblem);
    m_caNote->setVisible(!m_caProblem.isEmpty());
}

void IssuerForm::chooseCaFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a CA file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    dialog->open();
}

QString IssuerForm::problem() const
{
    if (m_name->text().trimmed().isEmpty())
        return tr("Give the service a name.");
    if (const QString address = urlProblem(m_url->text()); !address.isEmpty())
        return address;
    QSet<QString> seen;
    for (const ClientForm *client : m_clients) {
        if (const QString missing = client->problem(); !missing.isEmpty())
            return missing;
        const QString clientId = client->draft().client.clientId;
        if (seen.contains(clientId))
            return tr("Client %1 is entered twice.").arg(clientId);
        seen.insert(clientId);
    }
    return m_caProblem;
}

IssuerDraft IssuerForm::draft() const
{
    IssuerDraft draft;
    draft.issuer = m_stored;
    draft.issuer.name = m_name->text().trimmed();
    draft.issuer.provider = m_descriptor.id;
    draft.issuer.url = urlFromText(m_url->text());
    draft.issuer.environment = static_cast<Environment>(m_environment->currentData().toInt());
    draft.issuer.caFile = m_caFile->text().trimmed();
    draft.issuer.acceptedOrigins = m_acceptedOrigins;
    draft.issuer.clients.clear();
    for (const ClientForm *form : m_clients) {
        ClientDraft client = form->draft();
        draft.issuer.clients << client.client;
        draft.clients.push_back(std::move(client));
    }
    return draft;
}

} // namespace curfew
