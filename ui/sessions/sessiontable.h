// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>
#include <QSet>
#include <QStringList>
#include <QTreeView>

namespace curfew {

class SessionTableModel;

//! The view of the sessions: whole rows are selected, its first column never leaves the window, columns can be hidden
//! from the header's menu. Keeps selection and current row over a model that is filled or filtered anew.
class SessionTable : public QTreeView {
    Q_OBJECT

public:
    explicit SessionTable(SessionTableModel *model, QWidget *parent = nullptr);

    [[nodiscard]] QStringList selectedSessions() const; //!< ids; a selected token counts as its session
    void selectSession(const QString &id);
    [[nodiscard]] QByteArray layoutState() const { return header()->saveState(); }
    void restoreLayoutState(const QByteArray &state);

Q_SIGNALS:
    void selectionMoved(); //!< selection or current row changed
    void endRequested(); //!< Del, or the platform's own key for it

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void setUpHeader();
    void fitColumns();
    void setUpFrozenColumn();
    void placeFrozenColumn();
    void showHeaderMenu(const QPoint &position);
    void copyRows();
    void keepSelection();
    void restoreSelection();

    SessionTableModel *m_model;
    QTreeView *m_frozen;
    QSet<QString> m_keptSelection;
    QString m_keptCurrent;
    bool m_fitted = false; // the columns have their width, from what they show or from the settings
};

} // namespace curfew
