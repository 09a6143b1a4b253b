// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pageparts.h"

#include "confirmdialog.h"
#include "filledbutton.h"

#include <QDialog>
#include <QTest>

namespace curfew {

QString shownText(const QWidget &root)
{
    QString text;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (widget->isVisible())
            text += widget->property("text").toString() + u'\n';
    }
    return text;
}

ConfirmDialog *openQuestion(const QWidget &page)
{
    for (ConfirmDialog *dialog : page.findChildren<ConfirmDialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

static FilledButton *yesButton(const QWidget &page)
{
    for (QDialog *dialog : page.findChildren<QDialog *>()) {
        if (dialog->isVisible())
            return dialog->findChild<FilledButton *>();
    }
    return nullptr;
}

void confirmQuestion(const QWidget &page)
{
    QTRY_VERIFY(yesButton(page) && yesButton(page)->isEnabled());
    QTest::keyClick(yesButton(page)->window(), Qt::Key_Return, Qt::ControlModifier);
}

} // namespace curfew
