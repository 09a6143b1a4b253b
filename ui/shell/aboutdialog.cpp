// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aboutdialog.h"

#include "icons.h"
#include "metrics.h"
#include "plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr int pictureSize = 64;

AboutDialog::AboutDialog(Mode mode, QWidget *parent)
    : BaseDialog(mode, parent)
{
    setWindowTitle(tr("About Curfew"));
    auto *picture = new QLabel(this);
    picture->setPixmap(applicationIcon().pixmap(QSize(pictureSize, pictureSize), devicePixelRatio()));
    picture->setAccessibleName(tr("Curfew’s icon"));
    auto *version = new PlainLabel(
        tr("Version %1, with Qt %2").arg(QStringLiteral(CURFEW_VERSION), QString::fromLatin1(qVersion())), this);
    version->setTone(Tone::Grey);
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto *names = new QVBoxLayout;
    names->setSpacing(4);
    names->addWidget(new PlainLabel(TextRole::Title, u"Curfew"_s, this));
    names->addWidget(version);
    names->addStretch();
    auto *head = new QHBoxLayout;
    head->setSpacing(sectionSpacing);
    head->addWidget(picture);
    head->addLayout(names, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    content()->addLayout(head);
    content()->addWidget(new PlainLabel(tr("Ends a compromised account’s access, and proves it."), this));
    content()->addWidget(new PlainLabel(tr("Copyright © 2026 The Curfew authors.\n\nThis program is free software: you "
                                           "can redistribute it and/or modify "
                                           "it under the terms of the GNU General Public License, version 3 or later. "
                                           "It comes with no warranty, to the "
                                           "extent permitted by law."),
                                        this));
    auto *parts =
        new PlainLabel(TextRole::Small, tr("Built on Qt, QtKeychain, libsodium, SQLite and tl::expected."), this);
    parts->setTone(Tone::Grey);
    content()->addWidget(parts);
    setButtons(buttons);
    fit(fontMetrics().averageCharWidth() * 75);
}

} // namespace curfew
