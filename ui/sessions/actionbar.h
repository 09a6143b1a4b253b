// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPushButton;

namespace curfew {

class FilledButton;
class PlainLabel;

//! The three ways to end something, below the table.
class ActionBar : public QWidget {
    Q_OBJECT

public:
    //! \p lists: the service lists sessions; else single tokens are ended.
    ActionBar(bool lists, QWidget *parent = nullptr);

    void setState(qsizetype selected, qsizetype checkedTokens, qsizetype all, bool enabled);
    void setLegend(const QString &text); //!< what the marks in the table mean; empty when there is none

Q_SIGNALS:
    void endSelectedRequested();
    void endTokensRequested();
    void endAllRequested();

private:
    bool m_lists;
    QPushButton *m_endSelected;
    QPushButton *m_endTokens;
    PlainLabel *m_legend;
    FilledButton *m_endAll;
};

} // namespace curfew
