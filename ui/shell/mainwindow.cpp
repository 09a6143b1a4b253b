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
#include "personpage.h"
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
        showService(service);
    });
    connect(m_desk.get(), &ServiceDesk::changed, this, &MainWindow::reloadSoon);
    connect(m_desk.get(), &ServiceDesk::failed, this, &MainWindow::showError);
    connect(m_desk.get(), &ServiceDesk::pageMade, this, &MainWindow::adopt);
    connect(m_desk.get(), &ServiceDesk::personPageMade, this, &MainWindow::adoptPerson);
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

    connect(&m_pages->journal(), &JournalPage::takeUpRequested, this, &MainWindow::takeUp);
    connect(m_pages, &PageStack::addRequested, m_dialogs, &ServiceDialogs::add);
    connect(m_pages, &PageStack::practiceRequested, this, &MainWindow::practise);
    connect(m_services, &ServicePanel::serviceChosen, this, &MainWindow::showService);
    connect(m_activity, &BusyLine::stopRequested, this, [this] {
        if (WorkPage *page = m_desk->atWork(m_pages->work()))
            page->stop();
    });
}

void MainWindow::connectActions()
{
    connect(m_actions->stop, &QAction::triggered, m_activity, &BusyLine::stopRequested);
    connect(m_actions->lock, &QAction::triggered, this, &MainWindow::lock);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->practice, &QAction::triggered, this, &MainWindow::practise);
    connect(m_wiring, &ActionWiring::sessionsWanted, this, [this] { showService(m_pages->service()); });
    connect(m_wiring, &ActionWiring::personWanted, this, &MainWindow::showPerson);
    connect(m_wiring, &ActionWiring::journalWanted, this, &MainWindow::showJournal);
    connect(m_bar, &LookUpBar::lookUpRequested, this, &MainWindow::lookUp);
    connect(m_bar, &LookUpBar::personRequested, this, &MainWindow::findPerson);
    connect(m_bar, &LookUpBar::serviceWanted, m_services, &ServicePanel::select);
}

void MainWindow::adopt(const QString &service, SessionsPage *page)
{
    m_pages->addWidget(page);
    tabInReadingOrder(*centralWidget());
    page->restoreLayout(m_settings);
    const auto whenShown = [this, page](auto act) {
        return [this, page, act](const auto &...values) {
            if (page == m_pages->sessions())
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
        m_pages->journal().refresh();
        m_guard->actionEnded();
    });
    connect(page, &SessionsPage::credentialWanted, m_dialogs,
            [this, service](const QString &clientId) { m_dialogs->edit(service, clientId); });
    connect(page, &SessionsPage::unlockWanted, page,
            [this, page] { m_dialogs->unlockKeychain(page, [page] { page->listAgain(); }); });
}

void MainWindow::adoptPerson(PersonPage *page)
{
    m_pages->addWidget(page);
    tabInReadingOrder(*centralWidget());
    connect(page, &WorkPage::actionsChanged, this, &MainWindow::refreshActions);
    connect(page, &WorkPage::activityChanged, this, &MainWindow::refreshActivity);
    connect(page, &WorkPage::finished, this, [this] {
        m_pages->journal().refresh();
        m_guard->actionEnded();
    });
    connect(page, &PersonPage::credentialWanted, m_dialogs, &ServiceDialogs::edit);
    connect(page, &PersonPage::unlockWanted, page,
            [this, page] { m_dialogs->unlockKeychain(page, [page] { page->listAgain(); }); });
    connect(page, &PersonPage::tokenServiceWanted, this, [this](const QString &service) {
        showService(service);
        m_bar->clear();
        m_bar->focusField();
    });
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
        services << LookUpBar::Service{row.issuer, descriptor && descriptor->lists(),
                                       !descriptor || descriptor->takesTokens(), descriptor && descriptor->people};
    }
    m_bar->setServices(services);
    m_bar->setVisible(!services.isEmpty() && !m_pages->showsJournal());
    // A page whose service changed is gone, and made anew when it is the one to be shown.
    const QString service = m_pages->service();
    const bool stands =
        m_desk->takesTokens(service) ? m_desk->openPage(service) != nullptr : m_desk->row(service) != nullptr;
    const bool lost = !service.isEmpty() && !stands;
    if (services.isEmpty() && !m_pages->showsJournal())
        m_pages->showFirst();
    else if (lost && !m_pages->showsJournal())
        showService(m_desk->row(service) ? service : m_services->current());
    refreshActions();
    refreshActivity();
}

void MainWindow::showService(const QString &service)
{
    if (service.isEmpty()) {
        if (m_desk->rows().isEmpty())
            m_pages->showFirst();
        refreshActions();
        return;
    }
    if (m_desk->takesTokens(service)) {
        const auto page = m_desk->page(service);
        if (!page) {
            showError(page.error());
            return;
        }
        m_pages->showSessions(service, **page);
        m_bar->setRowsShown((*page)->showsRows());
    } else {
        m_pages->setService(service);
        m_pages->showPerson(m_desk->personPage());
        m_bar->setRowsShown(false);
    }
    m_services->select(service);
    m_bar->setCurrentService(service);
    m_bar->setVisible(true);
    refreshActions();
    refreshActivity();
}

void MainWindow::showJournal()
{
    m_pages->showJournal();
    m_bar->setVisible(false);
    refreshActions();
}

void MainWindow::showPerson()
{
    m_pages->showPerson(m_desk->personPage());
    m_bar->setVisible(true);
    refreshActions();
    refreshActivity();
}

void MainWindow::findPerson(const QString &name)
{
    showPerson();
    m_desk->personPage().find(name);
}

void MainWindow::lookUp(const LookUp &lookUp)
{
    showService(lookUp.service);
    if (SessionsPage *page = m_pages->sessions())
        page->lookUp(lookUp);
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

void MainWindow::showInterrupted(int tokens)
{
    if (m_pages->showsJournal())
        return;
    m_notice->showNotice(tr("An action was interrupted: %n token(s) may still work.", nullptr, tokens));
    connect(m_notice->addButton(tr("Look at it")), &QPushButton::clicked, this, [this] {
        m_notice->clear();
        showJournal();
    });
    connect(m_notice->addButton(tr("Dismiss")), &QPushButton::clicked, m_notice, &ErrorPanel::clear);
}

void MainWindow::takeUp(const BatchRecord &batch)
{
    if (isAboutAPerson(batch)) {
        takeUpPerson(batch);
        return;
    }
    showService(batch.summary.issuer);
    if (SessionsPage *page = m_pages->sessions()) {
        page->takeUp(batch);
        m_bar->focusField();
    }
}

void MainWindow::takeUpPerson(const BatchRecord &batch)
{
    showPerson();
    if (!batch.summary.user.isEmpty()) {
        m_desk->personPage().takeUp(batch);
        return;
    }
    m_notice->showNotice(tr("Whom the interrupted action was about was erased from the journal. Look for the person "
                            "by name: everything is read anew before anything is sent."),
                         Tone::Amber);
    connect(m_notice->addButton(tr("Dismiss")), &QPushButton::clicked, m_notice, &ErrorPanel::clear);
    m_bar->focusField();
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
        showService(practiceService());
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
        showService(m_pages->service());
    if (!m_pages->service().isEmpty())
        m_bar->take(event->mimeData());
    event->acceptProposedAction();
}

} // namespace curfew
