// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "aboutdialog.h"
#include "busyline.h"
#include "closeguard.h"
#include "errorpanel.h"
#include "firststartpage.h"
#include "issuersetup.h"
#include "journalpage.h"
#include "lookupbar.h"
#include "metrics.h"
#include "practiceaids.h"
#include "servicedesk.h"
#include "servicedialogs.h"
#include "servicepanel.h"
#include "sessionspage.h"
#include "tokenhelpdialog.h"
#include "windowactions.h"
#include "windowsettings.h"
#include "workspace.h"

#include <QAction>
#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

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
    , m_pages(new QStackedWidget(this))
    , m_first(new FirstStartPage(this))
    , m_journal(new JournalPage(journalActions(workspace.journal()), this))
    , m_activity(new BusyLine(this))
{
    setWindowTitle(m_mode == Mode::Practice ? tr("Curfew – Practice") : tr("Curfew"));
    setAcceptDrops(true);
    build();
    m_actions->fill(*menuBar());
    connectActions();
    connectLookUp();

    m_reload.setSingleShot(true);
    m_reload.setInterval(0);
    connect(&m_reload, &QTimer::timeout, this, &MainWindow::reload);
    m_lockClock.setInterval(30s);
    connect(&m_lockClock, &QTimer::timeout, this, &MainWindow::reload);
    m_lockClock.start();
    connect(m_setup, &IssuerSetup::changed, this, &MainWindow::reloadSoon);
    connect(m_dialogs, &ServiceDialogs::failed, this, &MainWindow::showError);
    connect(m_dialogs, &ServiceDialogs::saved, this, [this](const QString &service) {
        reload();
        showService(service);
    });
    connect(m_desk.get(), &ServiceDesk::changed, this, &MainWindow::reloadSoon);
    connect(m_desk.get(), &ServiceDesk::pageMade, this, &MainWindow::adopt);
    connect(&m_workspace.journal(), &Journal::failed, this, &MainWindow::showError);

    const WindowSettings remembered = readWindowSettings(m_settings);
    if (!restoreGeometry(remembered.geometry))
        resize(QSize(1200, 760).boundedTo(screen()->availableSize()));
    if (!m_splitter->restoreState(remembered.splitter))
        m_splitter->setSizes({240, 960});
    m_journal->restoreLayout(m_settings);
    reload();
    m_services->select(remembered.service);
    m_bar->focusField();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_activity->hide();
    m_activity->setContentsMargins(pageMargin, groupSpacing, pageMargin, groupSpacing);
    m_pages->addWidget(m_first);
    m_pages->addWidget(m_journal);

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

    connect(m_first, &FirstStartPage::addRequested, m_dialogs, &ServiceDialogs::add);
    connect(m_first, &FirstStartPage::practiceRequested, this, &MainWindow::practise);
    connect(m_services, &ServicePanel::serviceChosen, this, &MainWindow::showService);
    connect(m_activity, &BusyLine::stopRequested, this, [this] {
        if (SessionsPage *page = pageAtWork())
            page->stop();
    });
}

void MainWindow::connectActions()
{
    const auto onPage = [this](QAction *action, void (SessionsPage::*slot)()) {
        connect(action, &QAction::triggered, this, [this, slot] {
            if (SessionsPage *page = currentPage())
                (page->*slot)();
        });
    };
    onPage(m_actions->listAgain, &SessionsPage::listAgain);
    onPage(m_actions->endSelected, &SessionsPage::endSelected);
    onPage(m_actions->endTokens, &SessionsPage::endSelectedTokens);
    onPage(m_actions->endAll, &SessionsPage::endAll);
    connect(m_actions->stop, &QAction::triggered, m_activity, &BusyLine::stopRequested);
    connect(m_actions->showTokens, &QAction::toggled, this, [this](bool shown) {
        if (SessionsPage *page = currentPage())
            page->setTokensShown(shown);
    });
    connect(m_actions->filter, &QAction::triggered, this, [this] {
        if (SessionsPage *page = currentPage())
            page->focusFilter();
        else if (m_pages->currentWidget() == m_journal)
            m_journal->focusSearch();
    });
    connect(m_actions->lookUp, &QAction::triggered, m_bar, &LookUpBar::focusField);
    connect(m_actions->pasteToken, &QAction::triggered, this, [this] {
        if (const QMimeData *pasted = QGuiApplication::clipboard()->mimeData())
            m_bar->take(pasted);
    });
    connect(m_actions->clearLookUp, &QAction::triggered, m_bar, &LookUpBar::clear);

    connect(m_actions->newService, &QAction::triggered, m_dialogs, &ServiceDialogs::add);
    connect(m_actions->editService, &QAction::triggered, this, [this] { m_dialogs->edit(m_service); });
    connect(m_actions->checkService, &QAction::triggered, this, [this] { m_dialogs->check(m_service); });
    connect(m_actions->removeService, &QAction::triggered, this, [this] { m_dialogs->remove(m_service); });
    connect(m_actions->exportJournal, &QAction::triggered, this, [this] {
        showJournal();
        m_journal->exportShown();
    });
    connect(m_actions->verifyJournal, &QAction::triggered, this, [this] {
        showJournal();
        m_journal->verify();
    });
    connect(m_actions->lock, &QAction::triggered, this, &MainWindow::lock);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);

    connect(m_actions->showSessions, &QAction::triggered, this, [this] { showService(m_service); });
    connect(m_actions->showJournal, &QAction::triggered, this, &MainWindow::showJournal);
    for (QAction *action : {m_actions->nextPage, m_actions->previousPage}) {
        connect(action, &QAction::triggered, this, [this] {
            if (m_pages->currentWidget() == m_journal)
                showService(m_service);
            else
                showJournal();
        });
    }
    connect(m_actions->tokenHelp, &QAction::triggered, this, [this] { (new TokenHelpDialog(m_mode, this))->open(); });
    connect(m_actions->practice, &QAction::triggered, this, &MainWindow::practise);
    connect(m_actions->about, &QAction::triggered, this, [this] { (new AboutDialog(m_mode, this))->open(); });
}

void MainWindow::connectLookUp()
{
    connect(m_bar, &LookUpBar::lookUpRequested, this, &MainWindow::lookUp);
    connect(m_bar, &LookUpBar::serviceWanted, m_services, &ServicePanel::select);
    connect(m_bar, &LookUpBar::helpRequested, m_actions->tokenHelp, &QAction::trigger);
}

void MainWindow::adopt(const QString &service, SessionsPage *page)
{
    m_pages->addWidget(page);
    page->restoreLayout(m_settings);
    const auto whenShown = [this, page](auto act) {
        return [this, page, act](const auto &...values) {
            if (page == currentPage())
                act(values...);
        };
    };
    connect(page, &SessionsPage::personKnown, m_bar,
            whenShown([this](const QString &person) { m_bar->setCheckedPerson(person); }));
    connect(page, &SessionsPage::rowsShownChanged, m_bar,
            whenShown([this](bool shown) { m_bar->setRowsShown(shown); }));
    connect(page, &SessionsPage::actionsChanged, this, whenShown([this] { refreshActions(); }));
    connect(page, &SessionsPage::activityChanged, this, [this] { refreshActivity(); });
    connect(page, &SessionsPage::finished, this, [this] {
        m_journal->refresh();
        m_guard->actionEnded();
    });
    connect(page, &SessionsPage::credentialWanted, m_dialogs,
            [this, service](const QString &clientId) { m_dialogs->edit(service, clientId); });
    connect(page, &SessionsPage::unlockWanted, page,
            [this, page] { m_dialogs->unlockKeychain(page, [page] { page->listAgain(); }); });
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
    QList<LookUpBar::Service> services;
    for (const ServiceRow &row : m_desk->rows()) {
        const ProviderDescriptor *descriptor = m_desk->descriptor(row.issuer);
        services << LookUpBar::Service{row.issuer, descriptor && descriptor->lists()};
    }
    m_bar->setServices(services);
    m_bar->setVisible(!services.isEmpty());
    // A page whose service changed is gone, and made anew when it is the one to be shown.
    const bool lost = !m_service.isEmpty() && !m_desk->openPage(m_service);
    if (services.isEmpty() && m_pages->currentWidget() != m_journal) {
        m_service.clear();
        m_pages->setCurrentWidget(m_first);
    } else if (lost && m_pages->currentWidget() != m_journal) {
        showService(m_desk->row(m_service) ? m_service : m_services->current());
    }
    refreshActions();
    refreshActivity();
}

void MainWindow::showService(const QString &service)
{
    if (service.isEmpty()) {
        if (m_desk->rows().isEmpty())
            m_pages->setCurrentWidget(m_first);
        refreshActions();
        return;
    }
    const auto page = m_desk->page(service);
    if (!page) {
        showError(page.error());
        return;
    }
    m_service = service;
    m_pages->setCurrentWidget(*page);
    m_services->select(service);
    m_bar->setCurrentService(service);
    m_bar->setRowsShown((*page)->showsRows());
    m_bar->setVisible(true);
    refreshActions();
    refreshActivity();
}

void MainWindow::showJournal()
{
    m_pages->setCurrentWidget(m_journal);
    m_bar->setVisible(false);
    m_journal->refresh();
    refreshActions();
}

void MainWindow::lookUp(const LookUp &lookUp)
{
    showService(lookUp.service);
    if (SessionsPage *page = currentPage())
        page->lookUp(lookUp);
}

SessionsPage *MainWindow::currentPage() const
{
    return qobject_cast<SessionsPage *>(m_pages->currentWidget());
}

SessionsPage *MainWindow::pageAtWork() const
{
    SessionsPage *current = currentPage();
    if (current && current->activity().running)
        return current;
    for (SessionsPage *page : m_desk->openPages()) {
        if (page->activity().running)
            return page;
    }
    return nullptr;
}

void MainWindow::refreshActions()
{
    const SessionsPage *page = currentPage();
    const bool journal = m_pages->currentWidget() == m_journal;
    m_actions->listAgain->setEnabled(page && page->canListAgain());
    m_actions->endSelected->setEnabled(page && page->canEndSelected());
    m_actions->endTokens->setEnabled(page && page->canEndSelected());
    m_actions->endAll->setEnabled(page && page->canEndAll());
    m_actions->filter->setEnabled((page && page->showsRows()) || journal);
    m_actions->showTokens->setEnabled(page != nullptr);
    if (page) {
        const QSignalBlocker quiet(m_actions->showTokens);
        m_actions->showTokens->setChecked(page->tokensShown());
    }
    m_actions->stop->setEnabled(pageAtWork() && pageAtWork()->activity().stoppable);
    for (QAction *action : {m_actions->editService, m_actions->checkService, m_actions->removeService})
        action->setEnabled(!m_service.isEmpty());
    for (QAction *action : {m_actions->lookUp, m_actions->pasteToken, m_actions->clearLookUp})
        action->setEnabled(page != nullptr);
    m_actions->showSessions->setChecked(!journal);
    m_actions->showJournal->setChecked(journal);
}

void MainWindow::refreshActivity()
{
    const SessionsPage *page = pageAtWork();
    m_activity->setVisible(page != nullptr);
    if (!page)
        return;
    const Activity &activity = page->activity();
    m_activity->setProgress(activity.text, activity.done, activity.total);
    m_activity->setStoppable(activity.stoppable);
    if (activity.stopping)
        m_activity->setStopping();
    m_actions->stop->setEnabled(activity.stoppable && !activity.stopping);
}

void MainWindow::showError(const Error &error)
{
    m_notice->showError(errorText(error));
    auto *dismiss = m_notice->addButton(tr("Dismiss"));
    connect(dismiss, &QPushButton::clicked, m_notice, &ErrorPanel::clear);
}

void MainWindow::lock()
{
    for (SessionsPage *page : m_desk->openPages())
        page->lock();
    m_bar->clear();
    m_journal->lock();
}

void MainWindow::practise()
{
    if (m_mode == Mode::Practice) {
        showService(practiceService());
        const auto token = practiceToken(*m_workspace.practice());
        m_bar->take(token.get());
    } else if (const auto started = startPractice(); !started) {
        showError(started.error());
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(m_guard->mayClose());
    if (event->isAccepted())
        saveSettings();
}

void MainWindow::saveSettings()
{
    writeWindowSettings(m_settings, {saveGeometry(), m_splitter->saveState(), m_service});
    m_journal->saveLayout(m_settings);
    if (const SessionsPage *page = m_desk->openPage(m_service))
        page->saveLayout(m_settings);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasText() || event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (m_pages->currentWidget() == m_journal)
        showService(m_service);
    if (!m_service.isEmpty())
        m_bar->take(event->mimeData());
    event->acceptProposedAction();
}

} // namespace curfew
