// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessionspage.h"

#include "actionbar.h"
#include "emptystate.h"
#include "endactions.h"
#include "endflow.h"
#include "focusorder.h"
#include "lookupnotice.h"
#include "metrics.h"
#include "pagearea.h"
#include "pagehead.h"
#include "resultspanel.h"
#include "sessionbrowser.h"
#include "sessionlookup.h"
#include "sessiontablemodel.h"
#include "timewords.h"
#include "visibletext.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace curfew {

SessionsPage::SessionsPage(SessionsBackend backend, QWidget *parent)
    : WorkPage(parent)
    , m_backend(std::move(backend))
    , m_lookUp(new SessionLookUp(m_backend, this))
    , m_model(new SessionTableModel(this))
    , m_head(new PageHead(m_backend.issuer))
    , m_notice(new LookUpNotice(m_backend, *m_lookUp))
    , m_results(new ResultsPanel)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_browser(new SessionBrowser(m_backend, *m_lookUp, *m_model))
    , m_actions(new ActionBar(m_backend.descriptor.lists() ? ActionBar::Rows::Sessions : ActionBar::Rows::Tokens))
    , m_flow(new EndFlow(m_backend, *m_lookUp, *m_model, *m_results, this))
    , m_ending(new EndActions(*m_lookUp, *m_model, *m_browser, *m_flow, *m_actions, this))
{
    layOut();
    connectParts();
    lookUpChanged();
}

SessionsPage::~SessionsPage() = default;

void SessionsPage::layOut()
{
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_browser);
    m_results->hide();
    // In a small window, or in large type, the page scrolls; what ends something stays in sight.
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(pageMargin, sectionSpacing, pageMargin, 0);
    column->setSpacing(sectionSpacing);
    column->addWidget(m_head);
    column->addWidget(m_notice);
    column->addWidget(m_results, 2);
    column->addWidget(m_stack, 1);
    auto *footer = new QVBoxLayout;
    footer->setContentsMargins(pageMargin, sectionSpacing, pageMargin, sectionSpacing);
    footer->addWidget(m_actions);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PageArea(inside), 1);
    layout->addLayout(footer);
    tabInReadingOrder(*this);
}

void SessionsPage::connectParts()
{
    connect(m_lookUp, &SessionLookUp::changed, this, &SessionsPage::lookUpChanged);
    connect(m_lookUp, &SessionLookUp::tokenLooked, this,
            [this] { m_model->setRows(m_lookUp->rows(), m_backend.now()); });
    connect(m_head, &PageHead::filterChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        refreshView();
    });
    connect(m_head, &PageHead::readAgainRequested, this, &SessionsPage::listAgain);
    connect(m_ending, &EndActions::changed, this, &SessionsPage::actionsChanged);
    connect(m_results, &ResultsPanel::closed, m_results, &QWidget::hide);
    connect(m_results, &ResultsPanel::shownChanged, m_browser,
            [this](bool shown) { m_browser->setDetailsVisible(!shown); });
    connect(m_flow, &EndFlow::progressed, this, [this] {
        setActivity(m_flow->activity());
        m_browser->refreshDetails();
    });
    connect(m_flow, &EndFlow::started, this, [this] {
        m_notice->refresh();
        m_ending->refresh();
    });
    connect(m_flow, &EndFlow::refused, this, [this](const QString &why) { m_notice->showNotice(why, Tone::Amber); });
    connect(m_flow, &EndFlow::failed, this, [this](const Error &error) {
        m_notice->showError(errorText(error, subjectOf(m_backend, ErrorSubject::Purpose::Ending)), Tone::Red);
    });
    connect(m_flow, &EndFlow::finished, this, [this](const QString &batch) {
        refreshHead();
        m_browser->refreshDetails();
        m_ending->refresh();
        if (m_flow->interrupted() && !m_locked) // a check leaves what wasn't sent
            showInterrupted();
        Q_EMIT finished(batch);
    });
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, [this] {
        refreshHead();
        if (m_lookUp->age().count() % 10 == 0) // nothing there is said in less than minutes
            m_model->setNow(m_backend.now());
    });
}

bool SessionsPage::isRunning() const
{
    return m_flow->isRunning();
}

bool SessionsPage::showsRows() const
{
    return !m_model->rows().isEmpty();
}

bool SessionsPage::tokensShown() const
{
    return m_model->tokensShown();
}

bool SessionsPage::canListAgain() const
{
    return m_lookUp->hasAnchor() && !m_lookUp->isReading() && !isRunning();
}

bool SessionsPage::canEndSelected() const
{
    return m_ending->canEndSelected();
}

bool SessionsPage::canEndAll() const
{
    return m_ending->canEndAll();
}

void SessionsPage::endSelected()
{
    m_ending->endSelected();
}

void SessionsPage::endSelectedTokens()
{
    m_ending->endSelectedTokens();
}

void SessionsPage::endAll()
{
    m_ending->endAll();
}

void SessionsPage::lookUp(const LookUp &lookUp)
{
    m_locked = false;
    m_results->hide();
    m_head->clearFilter();
    m_lookUp->start(lookUp);
    m_browser->focusTable();
}

void SessionsPage::listAgain()
{
    if (canListAgain())
        m_lookUp->again();
}

void SessionsPage::lookUpChanged()
{
    if (m_lookUp->isReading() && m_lookUp->phase() == SessionLookUp::Phase::Shown && showsRows()) {
        m_head->showReading(); // the rows of before stay until the new ones are there
        m_ending->refresh();
        return;
    }
    if (std::exchange(m_shownRevision, m_lookUp->revision()) != m_lookUp->revision()) {
        m_model->setRows(m_lookUp->rows(), m_backend.now());
        m_results->hide(); // what it says is older than what the table says now
    }
    const bool shown = m_lookUp->phase() == SessionLookUp::Phase::Shown;
    if (shown)
        m_clock.start();
    else
        m_clock.stop();
    refreshView();
    Q_EMIT rowsShownChanged(showsRows());
    Q_EMIT personKnown(shown && m_lookUp->isPersonChecked() && !m_lookUp->contradictsToken() ? m_lookUp->person()
                                                                                             : QString());
    carryOn();
}

void SessionsPage::refreshView()
{
    if (const auto state = m_locked ? PageState::locked() : PageState::of(m_backend, *m_lookUp, *m_model))
        showState(*state);
    else
        m_stack->setCurrentWidget(m_browser);
    refreshHead();
    m_notice->refresh();
    if (m_flow->interrupted() && !isRunning() && !m_locked && !m_lookUp->contradictsToken())
        showInterrupted();
    m_browser->refreshDetails();
    m_ending->refresh();
}

void SessionsPage::takeUp(const BatchRecord &batch, TakeUp wanted)
{
    if (isRunning())
        return;
    m_flow->takeUp(batch, wanted);
    refreshView();
    carryOn();
}

void SessionsPage::carryOn()
{
    if (isLookedUp() && !m_locked)
        m_flow->carryOn();
}

bool SessionsPage::isLookedUp() const
{
    return m_lookUp->phase() == SessionLookUp::Phase::Shown && !m_lookUp->isReading();
}

void SessionsPage::showInterrupted()
{
    const BatchSummary &batch = m_flow->interrupted()->summary;
    const QString user = batch.user.isEmpty() ? tr("a person") : visibleText(batch.user, 80);
    const QString what = tr("The action for %1 of %2 was interrupted.").arg(user, absoluteTime(batch.startedAt));
    if (isLookedUp()) {
        m_notice->showNotice(what);
        connect(m_notice->addButton(tr("Check now")), &QPushButton::clicked, m_flow, &EndFlow::checkInterrupted);
        connect(m_notice->addButton(tr("Send again…")), &QPushButton::clicked, m_flow, &EndFlow::requestInterrupted);
    } else {
        m_notice->showNotice(what + u' '
                             + tr("Give a token of this person above and look it up; you are asked before anything is "
                                  "sent."));
    }
    connect(m_notice->addButton(tr("Leave it")), &QPushButton::clicked, this, [this] {
        m_flow->dropInterrupted();
        refreshView();
    });
}

void SessionsPage::showState(const PageState &state)
{
    m_empty->setContent(state.icon, state.title, state.sentence, state.tone);
    m_empty->clearButtons();
    for (const PageState::Button button : state.buttons)
        connect(m_empty->addButton(PageState::word(button)), &QPushButton::clicked, this,
                [this, button] { pressed(button); });
    m_stack->setCurrentWidget(m_empty);
}

void SessionsPage::pressed(PageState::Button button)
{
    switch (button) {
    case PageState::Button::ListAgain:
        listAgain();
        break;
    case PageState::Button::ClearFilter:
        m_head->clearFilter();
        break;
    case PageState::Button::Unlock:
        Q_EMIT unlockWanted();
        break;
    case PageState::Button::Credential:
    case PageState::Button::Replace:
        Q_EMIT credentialWanted(subjectOf(m_backend, ErrorSubject::Purpose::Looking).clientId);
        break;
    case PageState::Button::ShowDetails:
        m_notice->showDetails(errorText(*m_lookUp->error()).details);
        break;
    }
}

void SessionsPage::refreshHead()
{
    m_head->refresh(*m_lookUp);
    m_head->setFilterShown(m_lookUp->phase() == SessionLookUp::Phase::Shown && showsRows());
    m_head->setReadAgainEnabled(canListAgain());
}

void SessionsPage::stop()
{
    m_flow->stop();
}

void SessionsPage::focusFilter()
{
    if (showsRows())
        m_head->focusFilter();
}

void SessionsPage::setTokensShown(bool shown)
{
    m_browser->setTokensShown(shown);
}

void SessionsPage::lock()
{
    m_locked = true;
    wipe();
}

void SessionsPage::forget()
{
    if (!isRunning())
        wipe();
}

void SessionsPage::wipe()
{
    m_flow->lock();
    m_flow->dropInterrupted();
    m_results->hide();
    m_head->clearFilter();
    m_lookUp->forget();
}

void SessionsPage::saveLayout(QSettings &settings) const
{
    m_browser->saveLayout(settings);
}

void SessionsPage::restoreLayout(const QSettings &settings)
{
    m_browser->restoreLayout(settings);
}

} // namespace curfew
