// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mode.h"

#include <QDialog>

class QLayout;
class QVBoxLayout;

namespace curfew {

//! A dialog with the practice banner on top and the page's margins around its content. Window modal, deletes itself
//! when closed; shown with open(), never exec().
class BaseDialog : public QDialog {
    Q_OBJECT

public:
    explicit BaseDialog(Mode mode, QWidget *parent = nullptr);

    [[nodiscard]] Mode mode() const { return m_mode; }

protected:
    void fit(int width); //!< at least as wide as \p width, and as high as the content is then
    void fitContent(); //!< after its content changed: as large as that needs, never larger than the screen
    void showEvent(QShowEvent *event) override;
    [[nodiscard]] QVBoxLayout *content() { return m_content; }
    void setButtons(QLayout *buttons); //!< below the content, in sight however much of it is scrolled away

private:
    Mode m_mode;
    QVBoxLayout *m_column;
    QVBoxLayout *m_content;
    QWidget *m_area; //!< shows the content, scrolled where the screen is too small
};

} // namespace curfew
