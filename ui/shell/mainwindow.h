// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "error.h"
#include "practicebanner.h"

#include <QMainWindow>
#include <QSettings>
#include <QTimer>

class QSplitter;

namespace curfew {

class ActionWiring;
class BusyLine;
class CloseGuard;
class ErrorPanel;
class IssuerSetup;
class LookUpBar;
class PageStack;
class PageSwitch;
class ServiceDesk;
class ServiceDialogs;
class ServicePanel;
class WindowActions;
class Workspace;

//! The one window: services on the left, the look-up bar on top, the page in the middle, a quiet line below while work
//! runs. It puts them together; the pages do the rest.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    //! \p workspace and \p settings must outlive it.
    MainWindow(Workspace &workspace, QSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

public Q_SLOTS:
    //! Hides what is shown and wipes tokens; running actions keep their own to their end.
    void lock();

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void connectPages();
    void connectActions();
    void reload();
    void reloadSoon();
    void showInterrupted(int items);
    void showError(const Error &error);
    void refreshActions();
    void refreshActivity();
    void practise();
    void saveSettings();

    Workspace &m_workspace;
    QSettings &m_settings;
    Mode m_mode;
    WindowActions *m_actions;
    IssuerSetup *m_setup;
    std::unique_ptr<ServiceDesk> m_desk;
    ServiceDialogs *m_dialogs;
    CloseGuard *m_guard;
    QTimer m_reload;
    QTimer m_lockClock; //!< "locked until" passes without anything happening

    ErrorPanel *m_notice;
    QSplitter *m_splitter;
    ServicePanel *m_services;
    LookUpBar *m_bar;
    PageStack *m_pages;
    BusyLine *m_activity;
    PageSwitch *m_switch;
    ActionWiring *m_wiring;
    bool m_painted = false;
};

} // namespace curfew
