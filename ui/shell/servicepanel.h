// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "servicelistmodel.h"

#include <QWidget>

class QListView;
class QToolButton;

namespace curfew {

class WindowActions;

//! The left side: the services with their state, *Add service*, and the way to the journal.
class ServicePanel : public QWidget {
    Q_OBJECT

public:
    explicit ServicePanel(WindowActions &actions, QWidget *parent = nullptr);

    void setRows(const QList<ServiceRow> &rows, const QDateTime &now);
    void select(const QString &service);
    [[nodiscard]] QString current() const; //!< empty while there is none

Q_SIGNALS:
    void serviceChosen(const QString &service); //!< by the operator, also when it is the current one again

private:
    void showMenu(const QPoint &position);

    WindowActions &m_actions;
    ServiceListModel *m_model;
    QListView *m_view;
};

} // namespace curfew
