// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "metrics.h"
#include "tone.h"

#include <QLabel>

namespace curfew {

//! A label whose text is never read as markup. It can be selected by mouse and keyboard, wraps, and copies what is
//! personal as such (copySensitive). Provider's text must have passed visibleText() before.
class PlainLabel : public QLabel {
    Q_OBJECT

public:
    explicit PlainLabel(const QString &text = {}, QWidget *parent = nullptr);
    explicit PlainLabel(TextRole role, const QString &text = {}, QWidget *parent = nullptr);

    void setTone(Tone tone); //!< text colour, following the palette

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void recolour();

    TextRole m_role = TextRole::Body;
    Tone m_tone = Tone::Plain;
    QColor m_color;
};

//! One line that ends in an ellipsis where the room ends; the whole text is its tool tip.
class ElidedLabel : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)

public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    void setTone(Tone tone);
    void setTextRole(TextRole role);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void textChanged(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Tone m_tone = Tone::Plain;
    TextRole m_role = TextRole::Body;
};

} // namespace curfew
