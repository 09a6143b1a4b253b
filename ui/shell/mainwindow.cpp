// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "actionwiring.h"
#include "busyline.h"
#include "closeguard.h"
#include "containplan.h"
#include "errorpanel.h"
#include "focusorder.h"
#include "issuersetup.h"
#include "journalpage.h"
#include "lookupbar.h"
#include "metrics.h"
#include "pagestack.h"
#include "pageswitch.h"
#include "pagewiring.h"
#include "practiceaids.h"
#include "servicedesk.h"
#include "servicedialogs.h"
#include "servicepanel.h"
#include "sessionspage.h"
#include "windowactions.h"
#include "windowsettings.h"
#include "workspace.h"

#include <QAction>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

using namespace std::chrono_literals;

namespace curfew {

MainWindow::MainWindow(Workspace &workspace, QSettings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_mode(workspace.isPractice() ? Mode::Practice : Mode::Real)
    , m_actions(new WindowActions(m_mode, this))
    , m_setup(new IssuerSetup(workspace, this))
    , m_desk(std::make_unique<ServiceDesk>(workspace, m_mode))
    , m_dialogs(new ServiceDialogs(m_setup->actions(), *m_desk, m_mode, this))
    , m_guard(new CloseGuard(*m_desk, m_mode, this))
    , m_notice(new ErrorPanel(this))
    , m_splitter(new QSplitter(this))
    , m_services(new ServicePanel(*m_actions, this))
    , m_bar(new LookUpBar(this))
    , m_pages(new PageStack(journalActions(workspace.journal()), this))
    , m_activity(new BusyLine(this))
    , m_switch(new PageSwitch(*m_desk, *m_pages, *m_bar, *m_services, this))
    , m_wiring(new ActionWiring(*m_actions, *m_pages, *m_bar, *m_dialogs, m_mode, this))
{
    setWindowTitle(m_mode == Mode::Practice ? tr("Curfew – Practice") : tr("Curfew"));
    setAcceptDrops(true);
    build();
    m_actions->fill(*menuBar());
    connectActions();

    m_reload.setSingleShot(true);
    m_reload.setInterval(0);
    connect(&m_reload, &QTimer::timeout, this, &MainWindow::reload);
    m_lockClock.setInterval(30s);
    connect(&m_lockClock, &QTimer::timeout, this, &MainWindow::reload);
    m_lockClock.start();
    connect(m_setup, &IssuerSetup::changed, this, &MainWindow::reloadSoon);
    connect(m_setup, &IssuerSetup::checked, m_desk.get(), &ServiceDesk::noteReached);
    connect(m_setup, &IssuerSetup::failed, this, &MainWindow::showError);
    connect(m_dialogs, &ServiceDialogs::failed, this, &MainWindow::showError);
    connect(m_dialogs, &ServiceDialogs::saved, this, [this](const QString &service) {
        reload();
        m_switch->showService(service);
    });
    connect(m_desk.get(), &ServiceDesk::changed, this, &MainWindow::reloadSoon);
    connect(m_desk.get(), &ServiceDesk::failed, this, &MainWindow::showError);
    connectPages();
    connect(&m_workspace.journal(), &Journal::failed, this, &MainWindow::showError);
    connect(&m_workspace.journal(), &Journal::leftUnsigned, &m_pages->journal(), &JournalPage::showUnsigned);
    connect(&m_workspace.journal(), &Journal::signingKeyChanged, &m_pages->journal(), &JournalPage::showKeyChange);

    const WindowSettings remembered = readWindowSettings(m_settings);
    if (!restoreGeometry(remembered.geometry))
        resize(QSize(1200, 760).boundedTo(screen()->availableSize()));
    if (!m_splitter->restoreState(remembered.splitter))
        m_splitter->setSizes({240, 960});
    m_pages->journal().restoreLayout(m_settings);
    reload();
    m_services->select(remembered.service);
    m_bar->focusField();
    // Once, at the start: what was interrupted then is said quietly.
    connect(&m_pages->journal(), &JournalPage::interruptedFound, this, &MainWindow::showInterrupted,
            Qt::SingleShotConnection);
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_activity->hide();
    m_activity->setContentsMargins(pageMargin, groupSpacing, pageMargin, groupSpacing);

    auto *centre = new QWidget(this);
    auto *centreColumn = new QVBoxLayout(centre);
    centreColumn->setContentsMargins(0, 0, 0, 0);
    centreColumn->setSpacing(0);
    centreColumn->addWidget(m_bar);
    centreColumn->addWidget(m_pages, 1);
    centreColumn->addWidget(m_activity);
    m_splitter->addWidget(m_services);
    m_splitter->addWidget(centre);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);

    auto *root = new QWidget(this);
    auto *column = new QVBoxLayout(root);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *banner = new PracticeBanner(m_mode, root);
    banner->offer(m_actions->practice);
    column->addWidget(banner);
    column->addWidget(m_notice);
    column->addWidget(m_splitter, 1);
    setCentralWidget(root);
    tabInReadingOrder(*root);

    connect(&m_pages->journal(), &JournalPage::takeUpRequested, m_switch, &PageSwitch::takeUp);
    connect(m_pages, &PageStack::addRequested, m_dialogs, &ServiceDialogs::add);
    connect(m_pages, &PageStack::practiceRequested, this, &MainWindow::practise);
    connect(m_services, &ServicePanel::serviceChosen, m_switch, &PageSwitch::showService);
    connect(m_activity, &BusyLine::stopRequested, this, [this] {
        if (WorkPage *page = m_desk->atWork(m_pages->work()))
            page->stop();
    });
}

void MainWindow::connectPages()
{
    connect(m_switch, &PageSwitch::failed, this, &MainWindow::showError);
    connect(m_switch, &PageSwitch::told, this, [this](const QString &what) {
        m_notice->showNotice(what, Tone::Amber);
        connect(m_notice->addButton(tr("Dismiss")), &QPushButton::clicked, m_notice, &ErrorPanel::clear);
    });
    connect(m_switch, &PageSwitch::turned, this, [this] {
        refreshActions();
        refreshActivity();
    });
    const auto *wiring = new PageWiring(*m_desk, *m_pages, *m_bar, *m_dialogs, m_settings, this);
    connect(wiring, &PageWiring::taken, this, [this] { tabInReadingOrder(*centralWidget()); });
    connect(wiring, &PageWiring::actionsChanged, this, &MainWindow::refreshActions);
    connect(wiring, &PageWiring::activityChanged, this, &MainWindow::refreshActivity);
    connect(wiring, &PageWiring::actionEnded, this, [this] {
        m_pages->journal().refresh();
        m_guard->actionEnded();
    });
    connect(wiring, &PageWiring::tokenServiceWanted, this, [this](const QString &service) {
        m_switch->showService(service);
        m_bar->clear();
        m_bar->focusField();
    });
}

void MainWindow::connectActions()
{
    connect(m_actions->stop, &QAction::triggered, m_activity, &BusyLine::stopRequested);
    connect(m_actions->lock, &QAction::triggered, this, &MainWindow::lock);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->practice, &QAction::triggered, this, &MainWindow::practise);
    connect(m_wiring, &ActionWiring::sessionsWanted, this, [this] { m_switch->showService(m_pages->service()); });
    connect(m_wiring, &ActionWiring::personWanted, m_switch, &PageSwitch::showPerson);
    connect(m_wiring, &ActionWiring::journalWanted, m_switch, &PageSwitch::showJournal);
    connect(m_bar, &LookUpBar::lookUpRequested, m_switch, &PageSwitch::lookUp);
    connect(m_bar, &LookUpBar::personRequested, m_switch, &PageSwitch::findPerson);
    connect(m_bar, &LookUpBar::serviceWanted, m_services, &ServicePanel::select);
}

void MainWindow::reloadSoon()
{
    m_reload.start(); // several changes at once are read once
}

void MainWindow::reload()
{
    if (const auto read = m_desk->reload(); !read) {
        showError(read.error());
        return;
    }
    m_services->setRows(m_desk->rows(), QDateTime::currentDateTimeUtc());
    m_switch->servicesChanged();
}

void MainWindow::refreshActions()
{
    ActionWiring::Pages pages;
    pages.setFlag(ActionWiring::Page::Sessions,
                  !m_pages->service().isEmpty() && m_desk->takesTokens(m_pages->service()));
    pages.setFlag(ActionWiring::Page::Person, m_desk->findsPeople());
    m_wiring->refresh(pages);
    m_wiring->refreshStop(m_desk->atWork(m_pages->work()));
}

void MainWindow::refreshActivity()
{
    const WorkPage *page = m_desk->atWork(m_pages->work());
    m_wiring->refreshStop(page);
    m_activity->setVisible(page != nullptr);
    if (!page)
        return;
    const Activity &activity = page->activity();
    m_activity->setProgress(activity.text, activity.done, activity.total);
    m_activity->setStoppable(activity.stoppable || activity.stopping);
    if (activity.stopping)
        m_activity->setStopping();
}

void MainWindow::showError(const Error &error)
{
    m_notice->showError(errorText(error));
    auto *dismiss = m_notice->addButton(tr("Dismiss"));
    connect(dismiss, &QPushButton::clicked, m_notice, &ErrorPanel::clear);
}

void MainWindow::showInterrupted(int items)
{
    if (m_pages->showsJournal())
        return;
    m_notice->showNotice(tr("An action was interrupted: %n item(s) of it may still work.", nullptr, items));
    connect(m_notice->addButton(tr("Look at it")), &QPushButton::clicked, this, [this] {
        m_notice->clear();
        m_switch->showJournal();
    });
    connect(m_notice->addButton(tr("Dismiss")), &QPushButton::clicked, m_notice, &ErrorPanel::clear);
}

void MainWindow::lock()
{
    const QList<WorkPage *> pages = m_desk->pages();
    for (WorkPage *page : pages)
        page->lock();
    m_bar->clear();
    m_pages->journal().lock();
}

void MainWindow::practise()
{
    if (m_mode == Mode::Practice) {
        m_switch->showService(practiceService());
        const auto token = practiceToken(*m_workspace.practice());
        m_bar->take(token.get());
    } else if (const auto started = startPractice(); !started) {
        showError(started.error());
    }
}

// The window is there before the journal's database is opened.
void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_painted, true))
        QTimer::singleShot(0, &m_pages->journal(), &JournalPage::refresh);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(m_guard->mayClose());
    if (event->isAccepted())
        saveSettings();
}

void MainWindow::saveSettings()
{
    writeWindowSettings(m_settings, {saveGeometry(), m_splitter->saveState(), m_pages->service()});
    m_pages->journal().saveLayout(m_settings);
    if (const SessionsPage *page = m_desk->openPage(m_pages->service()))
        page->saveLayout(m_settings);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasText() || event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (m_pages->showsJournal())
        m_switch->showService(m_pages->service());
    if (!m_pages->service().isEmpty())
        m_bar->take(event->mimeData());
    event->acceptProposedAction();
}

} // namespace curfew
