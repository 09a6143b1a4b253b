// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "closedialog.h"

#include "metrics.h"
#include "plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace curfew {

CloseDialog::CloseDialog(const QStringList &services, Mode mode, QWidget *parent)
    : BaseDialog(mode, parent)
    , m_words(new PlainLabel({}, this))
    , m_stop(new QPushButton(tr("Stop and close"), this))
{
    setWindowTitle(tr("Still ending access"));
    m_words->setText(
        tr("Curfew is still ending access at %1.\n\nIf you close now, nothing more is sent, and what is on its "
           "way is waited for. What was not tried still works; the journal says which.")
            .arg(services.join(u", "_s)));
    auto *keep = new QPushButton(tr("Keep running"), this);
    keep->setDefault(true);
    m_stop->setAutoDefault(false);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        m_words->setText(tr("Waiting for what is on its way…"));
        Q_EMIT stopRequested();
    });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(groupSpacing);
    buttons->addStretch();
    buttons->addWidget(m_stop);
    buttons->addWidget(keep);
    content()->addWidget(new PlainLabel(TextRole::Title, tr("Close while access is being ended?"), this));
    content()->addWidget(m_words);
    setButtons(buttons);
    fit(fontMetrics().averageCharWidth() * 75);
}

} // namespace curfew
