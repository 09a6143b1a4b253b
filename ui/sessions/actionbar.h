// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rows.h"

#include <QWidget>

class QPushButton;

namespace curfew {

class ElidedLabel;
class FilledButton;
class FlowLayout;

//! The three ways to end something, below the table.
class ActionBar : public QWidget {
    Q_OBJECT

public:
    using Rows = curfew::Rows;

    //! How many there are of what each button would end.
    struct Counts {
        qsizetype selected = 0;
        qsizetype checkedTokens = 0;
        qsizetype all = 0;
    };

    explicit ActionBar(Rows rows, QWidget *parent = nullptr);

    void setCounts(const Counts &counts);
    void setUsable(bool usable); //!< whether anything can be ended now
    void setLegend(const QString &text); //!< what the marks in the table mean; empty when there is none

Q_SIGNALS:
    void endSelectedRequested();
    void endTokensRequested();
    void endAllRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void showLegend();

    Rows m_rows;
    Counts m_counts;
    bool m_usable = false;
    QPushButton *m_endSelected;
    QPushButton *m_endTokens;
    ElidedLabel *m_legend;
    FilledButton *m_endAll;
    FlowLayout *m_buttons = nullptr;
};

} // namespace curfew
