// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "firststartpage.h"

#include "emptystate.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace curfew {

FirstStartPage::FirstStartPage(QWidget *parent)
    : QWidget(parent)
{
    auto *welcome = new EmptyState(this);
    welcome->setContent(
        Icon::Verify, tr("End a compromised account’s access, and know that it worked"),
        tr("Curfew lists where a person is signed in, ends what you choose, and checks that it has ended. "
           "Begin with the service that signs your people in, or practise on one that isn’t real."),
        Tone::Plain);
    QPushButton *add = welcome->addButton(tr("Add a service"));
    QPushButton *practice = welcome->addButton(tr("Practice first"));
    connect(add, &QPushButton::clicked, this, &FirstStartPage::addRequested);
    connect(practice, &QPushButton::clicked, this, &FirstStartPage::practiceRequested);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(welcome);
    setFocusProxy(add);
}

} // namespace curfew
