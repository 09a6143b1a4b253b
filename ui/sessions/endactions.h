// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSet>

namespace curfew {

class ActionBar;
class EndFlow;
class SessionBrowser;
class SessionLookUp;
class SessionTableModel;

//! What can be ended now of what the table shows, and what the row of buttons under it does.
class EndActions : public QObject {
    Q_OBJECT

public:
    //! All must outlive it.
    EndActions(SessionLookUp &lookUp, SessionTableModel &model, SessionBrowser &browser, EndFlow &flow, ActionBar &bar,
               QObject *parent);

    [[nodiscard]] bool canEndSelected() const;
    [[nodiscard]] bool canEndAll() const;

    void endSelected();
    void endSelectedTokens();
    void endAll();
    void refresh();

Q_SIGNALS:
    void changed(); //!< something else can be ended now

private:
    [[nodiscard]] bool canEndSomething() const;
    [[nodiscard]] qsizetype openCount() const; // rows that no action has ended
    [[nodiscard]] QSet<QString> openSelection() const; // those of them that are selected

    SessionLookUp &m_lookUp;
    SessionTableModel &m_model;
    SessionBrowser &m_browser;
    EndFlow &m_flow;
    ActionBar &m_bar;
};

} // namespace curfew
