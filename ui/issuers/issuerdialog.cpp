// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuerdialog.h"

#include "asyncresult.h"
#include "checkpanel.h"
#include "focusorder.h"
#include "issuerform.h"
#include "issuerwords.h"
#include "metrics.h"
#include "plainlabel.h"
#include "providerpage.h"
#include "providertext.h"
#include "requestdialog.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace curfew {

IssuerDialog::IssuerDialog(IssuerActions actions, Mode mode, QWidget *parent)
    : BaseDialog(mode, parent)
    , m_actions(std::move(actions))
{
    build();
    setWindowTitle(tr("Add a service"));
    m_providers->setEntries(m_actions.providers());
    showProviders();
}

IssuerDialog::IssuerDialog(IssuerActions actions, const Issuer &issuer, const ProviderDescriptor &descriptor, Mode mode,
                           QWidget *parent)
    : BaseDialog(mode, parent)
    , m_actions(std::move(actions))
    , m_edited(issuer)
{
    build();
    setWindowTitle(tr("Edit service"));
    showForm(descriptor);
    m_form->setIssuer(issuer);
    m_form->setFocus();
    refresh();
}

void IssuerDialog::build()
{
    m_title = new PlainLabel(TextRole::Title, {}, this);
    m_subtitle = new PlainLabel(TextRole::Body, {}, this);
    m_subtitle->setTone(Tone::Grey);
    m_providers = new ProviderPage(this);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its fields scroll it
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_providers);
    m_pages->addWidget(m_scroll);
    m_check = new CheckPanel(m_actions, this);
    m_missing = new PlainLabel(TextRole::Small, {}, this);
    m_missing->setTone(Tone::Grey);
    m_request = new QPushButton(tr("I don’t have these values…"), this);
    m_back = new QPushButton(tr("Back"), this);
    m_checkButton = new QPushButton(tr("Check connection"), this);
    m_next = new QPushButton(this);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    for (QPushButton *button : {m_request, m_back, m_checkButton, cancel})
        button->setAutoDefault(false);

    auto *head = new QVBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_title);
    head->addWidget(m_subtitle);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(groupSpacing);
    buttons->addWidget(m_request);
    buttons->addStretch();
    for (QPushButton *button : {cancel, m_back, m_checkButton, m_next})
        buttons->addWidget(button);
    content()->addLayout(head);
    content()->addWidget(m_pages, 1);
    content()->addWidget(m_check);
    content()->addWidget(m_missing);
    setButtons(buttons);
    resize(fontMetrics().averageCharWidth() * 100, 0);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, &IssuerDialog::showProviders);
    connect(m_request, &QPushButton::clicked, this, &IssuerDialog::showRequest);
    connect(m_checkButton, &QPushButton::clicked, this, [this] { check(CheckMode::Normal); });
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_pages->currentWidget() == m_scroll)
            save();
        else if (const CatalogEntry *entry = m_providers->current())
            showForm(entry->descriptor);
    });
    connect(m_providers, &ProviderPage::chosen, m_next, &QPushButton::click);
    connect(m_providers, &ProviderPage::currentChanged, this, &IssuerDialog::refresh);
    connect(m_providers, &ProviderPage::acceptRequested, this, &IssuerDialog::accepted);
    connect(m_check, &CheckPanel::busyChanged, this, &IssuerDialog::refresh);
    connect(m_check, &CheckPanel::retryRequested, this, &IssuerDialog::check);
    connect(m_check, &CheckPanel::authorityTrusted, this, &IssuerDialog::trust);
    connect(m_check, &CheckPanel::originsAccepted, this, [this](const QStringList &origins) {
        m_form->acceptOrigins(origins);
        check(CheckMode::Normal);
    });
}

void IssuerDialog::showProviders()
{
    m_check->clear();
    m_pages->setCurrentWidget(m_providers);
    m_title->setText(tr("Which kind of service?"));
    m_subtitle->setText(tr("Choose who signs your people in."));
    m_providers->setFocus();
    tabInReadingOrder(*this);
    refresh();
    fitHeight();
}

void IssuerDialog::showForm(const ProviderDescriptor &descriptor)
{
    if (!m_form || m_form->descriptor().id != descriptor.id) {
        m_form = new IssuerForm(descriptor, placeWords(m_actions.place), this);
        m_scroll->setWidget(m_form); // deletes the one before
        connect(m_form, &IssuerForm::changed, this, [this] {
            m_check->clear();
            refresh();
        });
    }
    m_pages->setCurrentWidget(m_scroll);
    m_title->setText(m_edited ? m_edited->name : descriptor.name);
    m_subtitle->setText(providerText(descriptor.summary));
    m_form->setFocus();
    tabInReadingOrder(*this);
    refresh();
    fitHeight();
}

void IssuerDialog::askForClient(const QString &clientId)
{
    m_form->askForClient(clientId);
    refresh();
}

// Each step is as high as what it shows, as far as the screen allows.
void IssuerDialog::fitHeight()
{
    const QWidget *page = m_pages->currentWidget() == m_scroll ? static_cast<QWidget *>(m_form) : m_providers;
    const int wanted = page->layout()->hasHeightForWidth() ? page->layout()->totalHeightForWidth(m_pages->width())
                                                           : page->sizeHint().height();
    m_pages->setMinimumHeight(std::min(wanted, screen()->availableSize().height() * 3 / 5));
    if (isVisible())
        fitContent();
}

void IssuerDialog::accepted(const CatalogEntry &entry)
{
    if (const auto done = m_actions.accept(entry); !done) {
        m_providers->showError(done.error());
        return;
    }
    m_providers->setEntries(m_actions.providers());
    refresh();
}

void IssuerDialog::refresh()
{
    const bool atForm = m_pages->currentWidget() == m_scroll;
    const bool busy = m_saving || m_check->isBusy();
    m_request->setVisible(atForm);
    m_checkButton->setVisible(atForm);
    m_back->setVisible(atForm && !m_edited);
    m_next->setText(!atForm ? tr("Next") : m_edited ? tr("Save") : tr("Add service"));
    QString missing;
    if (atForm) {
        missing = m_form->problem();
        m_form->setEnabled(!m_saving);
    } else {
        const CatalogEntry *entry = m_providers->current();
        m_next->setEnabled(entry && entry->state == CatalogEntry::State::Ready);
    }
    m_missing->setText(missing);
    m_missing->setVisible(!missing.isEmpty());
    if (atForm) {
        m_next->setEnabled(missing.isEmpty() && !busy);
        m_checkButton->setEnabled(missing.isEmpty() && !busy);
        m_back->setEnabled(!m_saving);
    }
    m_next->setDefault(true);
}

void IssuerDialog::check(CheckMode mode)
{
    if (m_form->problem().isEmpty())
        m_check->check(m_form->draft(), m_form->descriptor(), mode);
}

void IssuerDialog::trust(const SeenAuthority &seen)
{
    const IssuerDraft draft = m_form->draft();
    if (const auto trusted = m_actions.trust(draft, seen); !trusted)
        m_check->showError(trusted.error(), draft.issuer.name);
    else
        check(CheckMode::Normal);
}

void IssuerDialog::save()
{
    if (m_saving || !m_form->problem().isEmpty())
        return;
    m_saving = true;
    refresh();
    IssuerDraft draft = m_form->draft();
    const QString name = draft.issuer.name;
    auto answer = m_edited ? m_actions.change(std::move(draft)) : m_actions.add(std::move(draft));
    onResult(answer, this, [this, name](const Result<> &result) {
        m_saving = false;
        if (result) {
            Q_EMIT saved(name);
            accept();
            return;
        }
        m_check->showError(result.error(), name);
        refresh();
    });
}

void IssuerDialog::showRequest()
{
    const IssuerDraft draft = m_form->draft();
    (new RequestDialog(m_form->descriptor(), draft.issuer.url, mode(), this))->open();
}

} // namespace curfew
