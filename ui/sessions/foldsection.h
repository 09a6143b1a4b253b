// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace curfew {

class DisclosureButton;
class PlainLabel;

//! A heading that opens and closes the text below it.
class FoldSection : public QWidget {
    Q_OBJECT

public:
    explicit FoldSection(const QString &title, QWidget *parent = nullptr);

    void setText(const QString &text); //!< hides the whole section when empty
    void setFixedPitch(); //!< for JSON
    void setOpen(bool open);

private:
    DisclosureButton *m_title;
    PlainLabel *m_text;
};

} // namespace curfew
