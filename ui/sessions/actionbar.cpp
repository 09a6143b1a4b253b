// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "actionbar.h"

#include "elidedlabel.h"
#include "filledbutton.h"
#include "flowlayout.h"

#include <QKeySequence>
#include <QPushButton>
#include <QVBoxLayout>

namespace curfew {

ActionBar::ActionBar(Rows rows, QWidget *parent)
    : QWidget(parent)
    , m_rows(rows)
    , m_endSelected(new QPushButton)
    , m_endTokens(new QPushButton(tr("Revoke tokens…")))
    , m_legend(new ElidedLabel)
    , m_endAll(new FilledButton)
{
    m_legend->setTone(Tone::Grey);
    m_legend->setTextRole(TextRole::Small);
    m_legend->hide();
    m_endTokens->setVisible(rows == Rows::Sessions);
    m_endTokens->setToolTip(tr("Ends the tokens that are ticked in the details"));
    m_endAll->setToolTip(QKeySequence(tr("Ctrl+Shift+E")).toString(QKeySequence::NativeText));
    for (QPushButton *button : {m_endSelected, m_endTokens, static_cast<QPushButton *>(m_endAll)})
        button->setAutoDefault(false);
    m_buttons = new FlowLayout(FlowLayout::Last::FarEnd);
    for (QPushButton *button : {m_endSelected, m_endTokens, static_cast<QPushButton *>(m_endAll)})
        m_buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(groupSpacing);
    layout->addWidget(m_legend);
    layout->addLayout(m_buttons);
    connect(m_endSelected, &QPushButton::clicked, this, &ActionBar::endSelectedRequested);
    connect(m_endTokens, &QPushButton::clicked, this, &ActionBar::endTokensRequested);
    connect(m_endAll, &QPushButton::clicked, this, &ActionBar::endAllRequested);
    refresh();
}

void ActionBar::setCounts(const Counts &counts)
{
    m_counts = counts;
    refresh();
}

void ActionBar::setUsable(bool usable)
{
    m_usable = usable;
    refresh();
}

void ActionBar::refresh()
{
    const bool sessions = m_rows == Rows::Sessions;
    const int count = int(m_counts.selected);
    const int all = int(m_counts.all);
    if (sessions)
        m_endSelected->setText(count > 1 ? tr("End %n sessions…", nullptr, count) : tr("End session…"));
    else
        m_endSelected->setText(count > 1 ? tr("End %n tokens…", nullptr, count) : tr("End token…"));
    m_endSelected->setEnabled(m_usable && count > 0);
    m_endSelected->setVisible(sessions || all > 1); // with one token both buttons would say and do the same
    m_endTokens->setEnabled(m_usable && m_counts.checkedTokens > 0);
    if (all == 0)
        m_endAll->setText(sessions ? tr("End all sessions…") : tr("End all tokens…"));
    else
        m_endAll->setText(sessions ? tr("End all %n session(s)…", nullptr, all)
                                   : tr("End all %n token(s)…", nullptr, all));
    m_endAll->setEnabled(m_usable && all > 0);
}

void ActionBar::setLegend(const QString &text)
{
    m_legend->setText(text);
    showLegend();
}

// Where the buttons need two lines there is little room, and the marks say in their tool tips what they mean.
void ActionBar::showLegend()
{
    m_legend->setVisible(!m_legend->text().isEmpty() && width() >= m_buttons->sizeHint().width());
}

void ActionBar::resizeEvent(QResizeEvent *event)
{
    showLegend();
    QWidget::resizeEvent(event);
}

} // namespace curfew
