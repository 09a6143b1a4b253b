// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestdialog.h"

#include "administratorrequest.h"
#include "icons.h"
#include "metrics.h"
#include "plainlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace curfew {

RequestDialog::RequestDialog(const ProviderDescriptor &descriptor, const QUrl &url, Mode mode, QWidget *parent)
    : BaseDialog(mode, parent)
{
    setWindowTitle(tr("Ask the administrator"));
    auto *text = new QPlainTextEdit(administratorRequest(descriptor, url), this);
    text->setAccessibleName(tr("Request to the administrator"));
    auto *copied = new PlainLabel(TextRole::Small, {}, this);
    copied->setTone(Tone::Grey);
    auto *copy = new QPushButton(icon(Icon::Copy), tr("Copy text"), this);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    copy->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [text, copied] {
        QGuiApplication::clipboard()->setText(text->toPlainText());
        copied->setText(tr("Copied."));
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(groupSpacing);
    buttons->addWidget(copied, 1);
    buttons->addWidget(close);
    buttons->addWidget(copy);
    content()->addWidget(new PlainLabel(TextRole::Title, tr("A request to your administrator"), this));
    content()->addWidget(text, 1);
    setButtons(buttons);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 30);
}

} // namespace curfew
