// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalactions.h"

#include <QStackedWidget>

namespace curfew {

class FirstStartPage;
class JournalPage;
class SessionsPage;
class WorkPage;
class PersonPage;

//! The middle of the window: the page of a service, that of a person, the journal, or while there is no service, how to
//! begin.
class PageStack : public QStackedWidget {
    Q_OBJECT

public:
    explicit PageStack(JournalActions journal, QWidget *parent = nullptr);

    [[nodiscard]] JournalPage &journal() { return *m_journal; }
    [[nodiscard]] bool showsJournal() const;
    [[nodiscard]] SessionsPage *sessions() const; //!< nullptr while another page is shown
    [[nodiscard]] PersonPage *person() const; //!< nullptr while another page is shown
    [[nodiscard]] WorkPage *work() const; //!< either of them
    //! Whose page is shown, or was before the journal; empty while there is none.
    [[nodiscard]] const QString &service() const { return m_service; }

    void showFirst();
    void showJournal(); //!< as it stands now
    void showSessions(const QString &service, SessionsPage &page);
    void showPerson(PersonPage &page); //!< whatever service was shown before
    void setService(const QString &service) { m_service = service; }

Q_SIGNALS:
    void addRequested(); //!< *Add service*, on the first page
    void practiceRequested();

private:
    FirstStartPage *m_first;
    JournalPage *m_journal;
    QString m_service;
};

} // namespace curfew
