// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenhelpdialog.h"

#include "metrics.h"
#include "plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace curfew {

TokenHelpDialog::TokenHelpDialog(Mode mode, QWidget *parent)
    : BaseDialog(mode, parent)
{
    setWindowTitle(tr("Where do I get a token?"));
    content()->addWidget(new PlainLabel(TextRole::Title, tr("Where do I get a token?"), this));
    content()->addWidget(new PlainLabel(tr("A token is what an application holds while somebody is signed in. One "
                                           "token of the person is enough: with it "
                                           "the service tells Curfew where else they are signed in."),
                                        this));
    addWay(tr("From the person’s computer"),
           tr("Ask them to save a HAR file: in Chrome or Edge press F12, open Network, reload the application’s page, "
              "then "
              "“Export HAR (with sensitive data)”. Drop the file onto Curfew. Have it sent by a channel you trust, and "
              "deleted afterwards: it holds live tokens."));
    addWay(tr("From the application’s owner"),
           tr("A log line or gateway trace with “Authorization: Bearer …” of this person, or an entry of the "
              "application’s "
              "token store."));
    addWay(
        tr("Without any token"),
        tr("Have the account blocked by name at the service, in its administration console. That stops new sign-ins; "
           "sessions that are open may go on until they end."));
    addWay(tr("The person can look too"),
           tr("In their SAP profile page, under “Sessions and Tokens”, people see and end their own sessions."));
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    content()->addStretch();
    setButtons(buttons);
    fit(fontMetrics().averageCharWidth() * 85);
}

void TokenHelpDialog::addWay(const QString &title, const QString &text)
{
    auto *way = new QVBoxLayout;
    way->setSpacing(4);
    way->addWidget(new PlainLabel(TextRole::Heading, title, this));
    way->addWidget(new PlainLabel(text, this));
    content()->addLayout(way);
}

} // namespace curfew
