// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicepanel.h"

#include "metrics.h"
#include "plainlabel.h"
#include "twolinedelegate.h"
#include "windowactions.h"

#include <QAction>
#include <QListView>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace curfew {

static QToolButton *flatButton(Icon picture, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setIcon(icon(picture));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setMinimumHeight(rowHeight(button->fontMetrics()));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

ServicePanel::ServicePanel(WindowActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_model(new ServiceListModel(this))
    , m_view(new QListView(this))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new TwoLineDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->setAutoFillBackground(false); // a side bar, not a field
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setAccessibleName(tr("Services"));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ServicePanel::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!current().isEmpty())
            Q_EMIT serviceChosen(current());
    });
    connect(m_view, &QListView::clicked, this, [this] { Q_EMIT serviceChosen(current()); });
    connect(m_view, &QListView::activated, this, [this] { Q_EMIT serviceChosen(current()); });

    auto *title = new PlainLabel(TextRole::Heading, tr("Services"), this);
    title->setContentsMargins(groupSpacing + 4, 0, 0, 0);
    QToolButton *add = flatButton(Icon::Add, tr("Add service"), this);
    connect(add, &QToolButton::clicked, m_actions.newService, &QAction::trigger);
    QToolButton *journal = flatButton(Icon::Journal, tr("Journal"), this);
    journal->setCheckable(true);
    connect(journal, &QToolButton::clicked, m_actions.showJournal, &QAction::trigger);
    connect(m_actions.showJournal, &QAction::toggled, journal, &QToolButton::setChecked);

    auto *rule = new QFrame(this);
    rule->setFrameShape(QFrame::HLine);
    rule->setForegroundRole(QPalette::Mid);
    rule->setFrameShadow(QFrame::Plain);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, sectionSpacing, 0, groupSpacing);
    column->setSpacing(groupSpacing);
    column->addWidget(title);
    column->addWidget(m_view, 1);
    auto *buttons = new QVBoxLayout;
    buttons->setContentsMargins(groupSpacing, 0, groupSpacing, 0);
    buttons->setSpacing(groupSpacing);
    buttons->addWidget(add);
    buttons->addWidget(rule);
    buttons->addWidget(journal);
    column->addLayout(buttons);
    setMinimumWidth(std::max(140, fontMetrics().averageCharWidth() * 20));
}

void ServicePanel::setRows(const QList<ServiceRow> &rows, const QDateTime &now)
{
    const QString shown = current();
    m_model->setRows(rows, now);
    if (current().isEmpty() && !rows.isEmpty()) {
        const QModelIndex again = m_model->indexOf(shown);
        m_view->setCurrentIndex(again.isValid() ? again : m_model->index(0));
    }
}

void ServicePanel::select(const QString &service)
{
    const QModelIndex index = m_model->indexOf(service);
    if (index.isValid())
        m_view->setCurrentIndex(index);
}

QString ServicePanel::current() const
{
    return m_view->currentIndex().data(ServiceListModel::NameRole).toString();
}

void ServicePanel::showMenu(const QPoint &position)
{
    if (!m_view->indexAt(position).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_actions.checkService, m_actions.editService, m_actions.removeService});
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace curfew
