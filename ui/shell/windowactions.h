// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicebanner.h"

#include <QObject>

class QAction;
class QMenuBar;
class QMenu;

namespace curfew {

//! Every action of the window, with its shortcut and its place in the menu bar. What they do is connected outside.
class WindowActions : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(Mode mode, QObject *parent = nullptr);

    void fill(QMenuBar &bar);

    QAction *newService;
    QAction *exportJournal;
    QAction *verifyJournal;
    QAction *lock;
    QAction *quit;

    QAction *lookUp;
    QAction *pasteToken;
    QAction *clearLookUp;
    QAction *filter;
    QAction *listAgain;
    QAction *endSelected;
    QAction *endTokens;
    QAction *endAll;
    QAction *stop;

    QAction *contain;
    QAction *release;
    QAction *protect;

    QAction *editService;
    QAction *checkService;
    QAction *removeService;

    QAction *showSessions;
    QAction *showPerson;
    QAction *showJournal;
    QAction *nextPage;
    QAction *previousPage;
    QAction *showTokens;

    QAction *tokenHelp;
    QAction *practice; //!< *Practice first*, or in practice *Take the caller's token*
    QAction *about;

private:
    QAction *make(const QString &text, const QList<QKeySequence> &keys = {});

    Mode m_mode;
};

} // namespace curfew
