// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "errortext.h"
#include "tone.h"

#include <QFrame>
#include <QPushButton>

class QLabel;

namespace curfew {

class DisclosureButton;
class FlowLayout;
class PlainLabel;

//! An error or a notice inside a page: icon, sentences, buttons; the technical words one click away, and copyable.
class ErrorPanel : public QFrame {
    Q_OBJECT

public:
    explicit ErrorPanel(QWidget *parent = nullptr);

    void showError(const ErrorText &text, Tone tone = Tone::Red);
    void showNotice(const QString &sentence, Tone tone = Tone::Amber);
    void showDetails(const QString &details); //!< the technical words alone, opened
    //! Hides the panel and drops its buttons.
    void clear();
    QPushButton *addButton(const QString &text); //!< after showError() or showNotice()

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void present(const QString &sentence, const QString &details, Tone tone);
    void redrawIcon();

    Tone m_tone = Tone::Red;
    QLabel *m_picture;
    PlainLabel *m_sentence;
    DisclosureButton *m_more;
    QPushButton *m_copy;
    PlainLabel *m_details;
    FlowLayout *m_buttons;
};

} // namespace curfew
