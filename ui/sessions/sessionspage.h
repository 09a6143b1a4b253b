// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lookup.h"
#include "pagestate.h"
#include "sessionsbackend.h"
#include "takeup.h"
#include "workpage.h"

#include <QTimer>

class QSettings;
class QStackedWidget;

namespace curfew {

class ActionBar;
class EmptyState;
class EndActions;
class EndFlow;
class LookUpNotice;
class PageHead;
class ResultsPanel;
class SessionBrowser;
class SessionLookUp;
class SessionTableModel;

//! The page of one service: looks up whose token it is given, shows their sessions, ends them, says what came of it.
//! At a service that can't list it shows and ends the tokens themselves.
class SessionsPage : public WorkPage {
    Q_OBJECT

public:
    explicit SessionsPage(SessionsBackend backend, QWidget *parent = nullptr);
    ~SessionsPage() override;

    [[nodiscard]] bool isRunning() const override;
    [[nodiscard]] bool showsRows() const;
    [[nodiscard]] bool canEndSelected() const;
    [[nodiscard]] bool canEndAll() const;
    [[nodiscard]] bool canListAgain() const override;
    [[nodiscard]] bool tokensShown() const;

    void lookUp(const LookUp &lookUp);
    //! Carries on \p batch, which was interrupted: asks for its person's token, lists, then does what is \p wanted.
    void takeUp(const BatchRecord &batch, TakeUp wanted);
    void saveLayout(QSettings &settings) const; //!< columns and splitter; never a filter or a name
    void restoreLayout(const QSettings &settings);

public Q_SLOTS:
    void listAgain() override;
    void endSelected(); //!< Del, with the table focused
    void endSelectedTokens();
    void endAll(); //!< Ctrl+Shift+E
    void stop() override;
    void focusFilter(); //!< Ctrl+F
    void setTokensShown(bool shown); //!< View ▸ Show tokens
    void lock() override; //!< wipes the anchor and the listed tokens
    //! Closes the look-up: wipes the anchor and the listed tokens. Not while an action runs, which needs them.
    void forget();

Q_SIGNALS:
    void personKnown(const QString &person); //!< the service's own word; empty: nobody is shown any more
    void rowsShownChanged(bool shown);
    void credentialWanted(const QString &clientId); //!< *Replace…*, *Add credential…*
    void unlockWanted(); //!< *Unlock…*: the keychain is locked

private:
    void layOut();
    void connectParts();
    void lookUpChanged();
    void refreshView();
    void refreshHead();
    void wipe();
    void showState(const PageState &state);
    void showInterrupted();
    void carryOn();
    [[nodiscard]] bool isLookedUp() const;
    void pressed(PageState::Button button);

    SessionsBackend m_backend;
    SessionLookUp *m_lookUp;
    SessionTableModel *m_model;

    PageHead *m_head;
    LookUpNotice *m_notice;
    ResultsPanel *m_results;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    SessionBrowser *m_browser;
    ActionBar *m_actions;
    EndFlow *m_flow;
    EndActions *m_ending;
    QTimer m_clock;
    int m_shownRevision = -1; // of the look-up; a reading that failed leaves the rows and what became of them
    bool m_locked = false;
};

} // namespace curfew
