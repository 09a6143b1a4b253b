// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protectdialog.h"

#include "metrics.h"
#include "personwords.h"
#include "plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace curfew {

ProtectDialog::ProtectDialog(const QStringList &names, Mode mode, QWidget *parent)
    : BaseDialog(mode, parent)
{
    setWindowTitle(tr("Protect an account"));
    QStringList shown;
    for (const QString &name : names)
        shown.append(shownText(name));
    content()->addWidget(new PlainLabel(TextRole::Title, tr("Protect %1?").arg(listWords(shown))));
    content()->addWidget(new PlainLabel(
        tr("For service accounts and accounts for emergencies: from now on the user name has to be typed before "
           "anything of it is ended, here and on the command line. Take it off the list with “curfew-cli user "
           "unprotect”.")));
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *protect = new QPushButton(tr("Protect"));
    protect->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(protect, &QPushButton::clicked, this, &QDialog::accept);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(protect);
    setButtons(row);
    fit(fontMetrics().averageCharWidth() * 66);
}

} // namespace curfew
