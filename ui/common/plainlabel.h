// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "metrics.h"
#include "tone.h"

#include <QLabel>

namespace curfew {

//! A label whose text is never read as markup. It can be selected by mouse and keyboard, wraps, also within a word that
//! has no end, and copies what is personal as such (copySensitive). Provider's text must have passed visibleText()
//! before.
class PlainLabel : public QLabel {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText) // clazy:exclude=qproperty-without-notify

public:
    explicit PlainLabel(const QString &text = {}, QWidget *parent = nullptr);
    explicit PlainLabel(TextRole role, const QString &text = {}, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text); // hides QLabel's, which would hand out the places where lines may end
    void clear() { setText({}); }
    void setTone(Tone tone); //!< text colour, following the palette
    void keepLastWords(); //!< the last line is never one short word alone: for what stands in the middle of a page

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void recolour();
    void copySelection() const;
    void showText();

    QString m_text;
    bool m_keepsLastWords = false;
    TextRole m_role = TextRole::Body;
    Tone m_tone = Tone::Plain;
    QColor m_color;
};

//! \p text with places in its long words where a line may end.
[[nodiscard]] QString breakable(const QString &text);

//! \p text as a button shows it: an ampersand in it is no shortcut.
[[nodiscard]] QString buttonText(QString text);

} // namespace curfew
