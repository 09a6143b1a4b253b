// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pastefield.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>

namespace curfew {

PasteField::PasteField(QWidget *parent)
    : QLineEdit(parent)
{
    constexpr int longestTyped = 64 * 1024;
    setMaxLength(longestTyped);
    setDragEnabled(false);
    setAcceptDrops(true);
    // No prediction, no learning: what is typed may be a token.
    setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData | Qt::ImhNoAutoUppercase);
}

QString PasteField::takeTyped()
{
    const QString typed = text();
    setText({}); // also empties the undo history, as clear() does not
    return typed;
}

void PasteField::takeClipboard()
{
    if (const QMimeData *mime = QGuiApplication::clipboard()->mimeData(QClipboard::Clipboard))
        Q_EMIT taken(mime);
}

void PasteField::takePrimarySelection()
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    if (!clipboard->supportsSelection())
        return;
    if (const QMimeData *mime = clipboard->mimeData(QClipboard::Selection))
        Q_EMIT taken(mime);
}

void PasteField::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        event->accept();
        takeClipboard();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void PasteField::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::MiddleButton) // X11's paste of the selection is done on release, below
        QLineEdit::mousePressEvent(event);
}

void PasteField::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton)
        takePrimarySelection();
    else
        QLineEdit::mouseReleaseEvent(event);
}

void PasteField::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Paste"), QKeySequence::Paste, this, &PasteField::takeClipboard);
    menu->addAction(tr("Clear"), this, [this] { setText({}); })->setEnabled(!text().isEmpty());
    menu->popup(event->globalPos());
}

static bool isUsable(const QMimeData *mime)
{
    return mime->hasUrls() || mime->hasText();
}

void PasteField::dragEnterEvent(QDragEnterEvent *event)
{
    if (isUsable(event->mimeData()))
        event->acceptProposedAction();
}

void PasteField::dragMoveEvent(QDragMoveEvent *event)
{
    event->acceptProposedAction();
}

void PasteField::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    Q_EMIT taken(event->mimeData());
}

} // namespace curfew
