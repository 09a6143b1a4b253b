// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "peoplebackend.h"
#include "workpage.h"

#include <QPointer>
#include <QTimer>

class QPushButton;
class QStackedWidget;

namespace curfew {

class ContainFlow;
class EmptyState;
class ErrorPanel;
class FilledButton;
class NewsPanels;
class PersonHead;
class PersonLookUp;
class PersonSections;
class ProtectDialog;
class ResultsPanel;

//! The page of one person: who they are and what they can reach at every service that finds people by name; contains
//! them everywhere at once, and lets them in again.
class PersonPage : public WorkPage {
    Q_OBJECT

public:
    explicit PersonPage(PeopleBackend backend, QWidget *parent = nullptr);
    ~PersonPage() override;

    //! Those that can be asked from now on. Forgets who is shown; not to be called while an action is under way.
    void setServices(const QList<PeopleService> &services);
    //! Names of those that find nobody by name. Whoever is shown stays.
    void setOthers(const QStringList &services);
    void find(const QString &name);
    //! Looks for the person of \p batch, which was interrupted, and says so. It is carried on by what is planned then.
    void takeUp(const BatchRecord &batch);

    [[nodiscard]] bool isRunning() const override;
    [[nodiscard]] QStringList runningServices() const;
    [[nodiscard]] bool canListAgain() const override;
    [[nodiscard]] bool canContain() const;
    [[nodiscard]] bool canRelease() const;
    [[nodiscard]] bool canProtect() const;

public Q_SLOTS:
    void listAgain() override;
    void contain(); //!< Ctrl+Shift+K
    void release();
    void protect();
    void stop() override;
    void lock() override; //!< forgets the person

Q_SIGNALS:
    void credentialWanted(const QString &service, const QString &clientId);
    void unlockWanted();
    void tokenServiceWanted(const QString &service);

private:
    void layOut();
    void connectParts();
    void refresh();
    void refreshHead();
    void refreshActions();
    void showEmpty();
    void say(const QString &sentence);
    void lookUpAgain(const QString &name); // whom the page had left
    [[nodiscard]] bool isIdle() const; // somebody is shown, and nothing under way
    [[nodiscard]] QStringList protectedAs() const;

    PeopleBackend m_backend;
    PersonLookUp *m_lookUp;
    NewsPanels *m_news;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_shown;
    PersonHead *m_head;
    ErrorPanel *m_notice;
    ResultsPanel *m_results;
    PersonSections *m_sections;
    QPushButton *m_release;
    FilledButton *m_contain;
    QWidget *m_footer;
    ContainFlow *m_flow;
    QPointer<ProtectDialog> m_question;
    QTimer m_clock;
    bool m_locked = false;
};

} // namespace curfew
