// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "removedialog.h"

#include "asyncresult.h"
#include "checkpanel.h"
#include "environmentband.h"
#include "metrics.h"
#include "plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace curfew {

RemoveDialog::RemoveDialog(IssuerActions actions, const Issuer &issuer, Mode mode, QWidget *parent)
    : BaseDialog(mode, parent)
    , m_actions(std::move(actions))
    , m_issuer(issuer)
    , m_panel(new CheckPanel(m_actions, this))
    , m_remove(new QPushButton(tr("Remove service"), this))
{
    setWindowTitle(tr("Remove service"));
    auto *band = new EnvironmentBand(TextRole::Heading, this);
    band->setIssuer(issuer);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setDefault(true);
    m_remove->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &RemoveDialog::remove);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(groupSpacing);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_remove);
    content()->addWidget(new PlainLabel(TextRole::Title, tr("Remove this service from Curfew?"), this));
    content()->addWidget(band);
    content()->addWidget(new PlainLabel(
        tr("Its settings and stored secrets are deleted from this computer. At the service itself nothing changes, and "
           "the journal keeps what was done. No access is ended."),
        this));
    content()->addWidget(m_panel);
    setButtons(buttons);
    fit(fontMetrics().averageCharWidth() * 75);
}

void RemoveDialog::remove()
{
    m_remove->setEnabled(false);
    onResult(m_actions.remove(m_issuer.name), this, [this](const Result<> &removed) {
        if (removed) {
            accept();
            return;
        }
        m_remove->setEnabled(true);
        m_panel->showError(removed.error(), m_issuer.name);
    });
}

} // namespace curfew
