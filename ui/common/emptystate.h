// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "icons.h"

#include <QPushButton>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace curfew {

class PlainLabel;

//! A page or a part of one that has nothing to show, and says why and what to do: icon, title, sentence, buttons.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setContent(Icon picture, const QString &title, const QString &sentence, Tone tone = Tone::Grey);
    //! The first button is the default one. \return the new button, to connect to
    QPushButton *addButton(const QString &text);
    void clearButtons();

protected:
    void changeEvent(QEvent *event) override;

private:
    void redrawIcon();

    QIcon m_icon;
    QLabel *m_picture;
    PlainLabel *m_title;
    PlainLabel *m_sentence;
    QHBoxLayout *m_buttons;
};

} // namespace curfew
