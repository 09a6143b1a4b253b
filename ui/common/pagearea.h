// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QScrollArea>

namespace curfew {

//! Shows a page in the room there is, and scrolls only what can't be made smaller: in a small window, or in large type.
//! QScrollArea itself would give wrapped text, and all that shares its column, the room that they would like to have.
class PageArea final : public QScrollArea {
    Q_OBJECT

public:
    //! Takes \p page, which has a layout.
    explicit PageArea(QWidget *page, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
};

} // namespace curfew
