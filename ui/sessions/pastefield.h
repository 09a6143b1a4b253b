// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

class QMimeData;

namespace curfew {

//! The field of the look-up bar. What is pasted or dropped never becomes its text: it is handed on, so that no undo
//! stack, no input method and no drag keeps a token.
class PasteField : public QLineEdit {
    Q_OBJECT

public:
    explicit PasteField(QWidget *parent = nullptr);

    //! Takes what was typed, and forgets it together with the field's history.
    [[nodiscard]] QString takeTyped();

Q_SIGNALS:
    void taken(const QMimeData *mime);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void takeClipboard();
    void takePrimarySelection();
};

} // namespace curfew
