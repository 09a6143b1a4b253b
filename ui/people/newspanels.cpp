// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "newspanels.h"

#include "errorpanel.h"
#include "metrics.h"

#include <QVBoxLayout>

#include <algorithm>

namespace curfew {

NewsPanels::NewsPanels(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(pageMargin, sectionSpacing, pageMargin, 0);
    m_column->setSpacing(groupSpacing);
    hide();
}

void NewsPanels::tell(const LookNews &news)
{
    auto *panel = new ErrorPanel;
    m_column->insertWidget(0, panel); // the newest on top
    panel->showNotice(news.sentence, news.tone);
    if (!news.wanted.isEmpty())
        connect(panel->addButton(tr("Look up again")), &QPushButton::clicked, this,
                [this, wanted = news.wanted] { Q_EMIT lookUpRequested(wanted); });
    connect(panel->addButton(tr("Close")), &QPushButton::clicked, this, [this, panel] { remove(panel); });
    m_said.append({news.wanted, panel});
    show();
}

void NewsPanels::close(const QString &wanted)
{
    const QList<Said> all = m_said;
    for (const Said &said : all) {
        if (said.wanted == wanted)
            remove(said.panel);
    }
}

void NewsPanels::clear()
{
    const QList<Said> all = m_said;
    for (const Said &said : all)
        remove(said.panel);
}

void NewsPanels::remove(const ErrorPanel *panel)
{
    const auto it =
        std::find_if(m_said.cbegin(), m_said.cend(), [panel](const Said &said) { return said.panel == panel; });
    if (it == m_said.cend())
        return;
    it->panel->hide();
    it->panel->deleteLater(); // it may be its button that was pressed
    m_said.erase(it);
    setVisible(!m_said.isEmpty());
}

} // namespace curfew
