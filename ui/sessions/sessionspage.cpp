// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessionspage.h"

#include "actionbar.h"
#include "emptystate.h"
#include "endflow.h"
#include "errorpanel.h"
#include "metrics.h"
#include "pagehead.h"
#include "resultspanel.h"
#include "revocationplan.h"
#include "sessiondetails.h"
#include "sessionlookup.h"
#include "sessiontable.h"
#include "sessiontablemodel.h"
#include "visibletext.h"

#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace curfew {

SessionsPage::SessionsPage(SessionsBackend backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(std::move(backend))
    , m_lookUp(new SessionLookUp(m_backend, this))
    , m_model(new SessionTableModel(this))
    , m_head(new PageHead(m_backend.issuer))
    , m_notice(new ErrorPanel)
    , m_results(new ResultsPanel)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_table(new SessionTable(m_model))
    , m_details(new SessionDetails(m_backend.descriptor))
    , m_actions(new ActionBar(m_backend.descriptor.lists() ? ActionBar::Rows::Sessions : ActionBar::Rows::Tokens))
    , m_flow(new EndFlow(m_backend, *m_lookUp, *m_model, *m_results, this))
{
    layOut();
    connectParts();
    lookUpChanged();
}

SessionsPage::~SessionsPage() = default;

void SessionsPage::layOut()
{
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1); // the details keep their width, the table takes the rest
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_table->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    m_details->setMinimumWidth(fontMetrics().averageCharWidth() * 42);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    m_results->hide();
    m_notice->clear();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, sectionSpacing, pageMargin, sectionSpacing);
    layout->setSpacing(sectionSpacing);
    layout->addWidget(m_head);
    layout->addWidget(m_notice);
    layout->addWidget(m_results, 3);
    layout->addWidget(m_stack, 4);
    layout->addWidget(m_actions);
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
    connect(m_table, &SessionTable::selectionMoved, this, [this] {
        refreshDetails();
        refreshActions();
    });
    connect(m_table, &SessionTable::endRequested, this, &SessionsPage::endSelected);
    connect(m_details, &SessionDetails::checkedTokensChanged, this, &SessionsPage::refreshActions);
    connect(m_actions, &ActionBar::endSelectedRequested, this, &SessionsPage::endSelected);
    connect(m_actions, &ActionBar::endTokensRequested, this, &SessionsPage::endSelectedTokens);
    connect(m_actions, &ActionBar::endAllRequested, this, &SessionsPage::endAll);
    connect(m_results, &ResultsPanel::closed, m_results, &QWidget::hide);
    connect(m_flow, &EndFlow::progressed, this, [this] { setActivity(m_flow->activity()); });
    connect(m_flow, &EndFlow::started, this, &SessionsPage::refreshActions);
    connect(m_flow, &EndFlow::refused, this, [this](const QString &why) { m_notice->showNotice(why, Tone::Amber); });
    connect(m_flow, &EndFlow::failed, this, [this](const Error &error) {
        m_notice->showError(errorText(error, subjectOf(m_backend, ErrorSubject::Purpose::Ending)), Tone::Red);
    });
    connect(m_flow, &EndFlow::finished, this, [this](const QString &batch) {
        refreshHead();
        refreshDetails();
        refreshActions();
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

bool SessionsPage::canEndSomething() const
{
    return showsRows() && !isRunning() && !m_lookUp->isReading() && !m_lookUp->contradictsToken();
}

qsizetype SessionsPage::openCount() const
{
    const QList<SessionRow> &rows = m_model->rows();
    return std::count_if(rows.begin(), rows.end(), [](const SessionRow &row) { return !isEnded(row.state); });
}

bool SessionsPage::canEndAll() const
{
    return canEndSomething() && openCount() > 0;
}

bool SessionsPage::canEndSelected() const
{
    return canEndSomething() && !m_table->selectedSessions().isEmpty();
}

void SessionsPage::lookUp(const LookUp &lookUp)
{
    m_locked = false;
    m_results->hide();
    m_head->clearFilter();
    m_lookUp->start(lookUp);
    m_table->setFocus(Qt::OtherFocusReason);
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
        refreshActions();
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
}

void SessionsPage::refreshView()
{
    using Phase = SessionLookUp::Phase;
    if (m_locked)
        showState(PageState::locked());
    else if (m_lookUp->phase() == Phase::Nothing)
        showState(PageState::nothingYet(m_backend));
    else if (m_lookUp->phase() == Phase::Reading)
        showState(PageState::reading(m_backend));
    else if (m_lookUp->phase() == Phase::Failed)
        showState(PageState::failed(m_backend, *m_lookUp->error()));
    else if (!showsRows())
        showState(PageState::noSessions(m_lookUp->person()));
    else if (m_model->visibleCount() == 0)
        showState(PageState::filteredAway(m_model->rows().size()));
    else
        m_stack->setCurrentWidget(m_splitter);
    refreshHead();
    refreshNotice();
    refreshDetails();
    refreshActions();
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
        Q_EMIT credentialWanted(subjectOf(m_backend, ErrorSubject::Purpose::Looking).clientId);
        break;
    case PageState::Button::ShowDetails:
        m_notice->showNotice(errorText(*m_lookUp->error()).details, Tone::Grey);
        break;
    }
}

void SessionsPage::refreshHead()
{
    const bool shown = m_lookUp->phase() == SessionLookUp::Phase::Shown;
    m_head->setFilterShown(shown && showsRows());
    m_head->setReadAgainEnabled(canListAgain());
    if (!shown) {
        m_head->hideAge();
        m_head->showSummary({});
        return;
    }
    if (m_lookUp->isReading())
        m_head->showReading();
    else
        m_head->showAge(m_lookUp->listing().takenAt, m_lookUp->age());
    QStringList parts;
    const QString person = visibleText(m_lookUp->person(), 120);
    if (!person.isEmpty())
        parts.append(m_lookUp->isPersonChecked() ? person : tr("%1 (according to the token, not checked)").arg(person));
    if (m_lookUp->isListing())
        parts.append(tr("%n session(s)", nullptr, int(m_lookUp->listing().sessions.size())));
    parts.append(tr("%n token(s)", nullptr, int(m_lookUp->listing().tokenCount())));
    m_head->showSummary(parts.join(u" · "_s));
}

void SessionsPage::refreshNotice()
{
    m_notice->clear();
    if (m_lookUp->phase() != SessionLookUp::Phase::Shown)
        return;
    if (m_lookUp->contradictsToken()) {
        const QString service = visibleText(m_lookUp->person(), 80);
        m_notice->showNotice(tr("The token says that it belongs to %1; the service says %2. Whose access is to end? "
                                "Nothing can be ended before you have chosen.")
                                 .arg(visibleText(m_lookUp->claimedPerson(), 80), service),
                             Tone::Amber);
        connect(m_notice->addButton(tr("Go on with %1").arg(service)), &QPushButton::clicked, m_lookUp,
                &SessionLookUp::acceptPerson);
        connect(m_notice->addButton(tr("Stop here")), &QPushButton::clicked, m_lookUp, &SessionLookUp::forget);
    } else if (m_lookUp->error() && m_lookUp->isListing() && isDeadAnchor(*m_lookUp->error())) {
        m_notice->showNotice(tr("This token can no longer be used to look: it was ended or has expired. What is shown "
                                "is the list as it was read before."),
                             Tone::Amber);
    } else if (m_lookUp->error()) {
        m_notice->showError(errorText(*m_lookUp->error(), subjectOf(m_backend, ErrorSubject::Purpose::Looking)),
                            Tone::Amber);
    } else if (!m_lookUp->isListing()) {
        m_notice->showNotice(tr("This service can’t list sessions; Curfew can end the token you pasted."), Tone::Grey);
    } else if (!m_lookUp->listing().warnings.isEmpty()) {
        QStringList lines;
        for (const QString &warning :
             m_lookUp->listing().warnings.first(std::min<qsizetype>(3, m_lookUp->listing().warnings.size())))
            lines.append(visibleText(warning, 200));
        m_notice->showNotice(lines.join(u'\n'), Tone::Amber);
    } else if (m_lookUp->newSessions() > 0) {
        m_notice->showNotice(tr("%n more session(s) since you looked.", nullptr, int(m_lookUp->newSessions())),
                             Tone::Amber);
    }
}

void SessionsPage::refreshDetails()
{
    const QStringList selected = m_table->selectedSessions();
    QString id = selected.value(0);
    if (selected.isEmpty())
        id = m_table->currentIndex().data(SessionTableModel::SessionIdRole).toString();
    const SessionRow *row = m_model->row(id);
    const QList<Session> &sessions = m_lookUp->listing().sessions;
    const auto session =
        std::find_if(sessions.begin(), sessions.end(), [&](const Session &one) { return one.id == id; });
    if (selected.size() > 1)
        m_details->clear(tr("%n rows are selected", nullptr, int(selected.size())));
    else if (!row || session == sessions.end())
        m_details->clear({});
    else
        m_details->show(*session, *row, m_backend.now());
}

void SessionsPage::refreshActions()
{
    m_actions->setCounts({m_table->selectedSessions().size(), m_details->checkedTokens().size(), openCount()});
    m_actions->setUsable(canEndSomething());
    const QList<SessionRow> &rows = m_model->rows();
    const bool anyDiffers =
        std::any_of(rows.begin(), rows.end(), [](const SessionRow &row) { return bool(row.differences); });
    const bool anyAnchor = std::any_of(rows.begin(), rows.end(), [](const SessionRow &row) { return row.isAnchor; });
    QStringList legend;
    if (anyDiffers)
        legend.append(tr("◆ differs from the rest"));
    if (anyAnchor)
        legend.append(tr("⚑ the token you gave"));
    m_actions->setLegend(legend.join("   "_L1));
    m_actions->setVisible(showsRows());
    Q_EMIT actionsChanged();
}

void SessionsPage::endSelected()
{
    const QStringList selected = m_table->selectedSessions();
    if (canEndSelected())
        m_flow->request({Selection::Kind::Sessions, QSet<QString>(selected.begin(), selected.end()), {}});
}

void SessionsPage::endSelectedTokens()
{
    if (canEndSomething() && !m_details->checkedTokens().isEmpty())
        m_flow->request({Selection::Kind::Tokens, {}, m_details->checkedTokens()});
}

void SessionsPage::endAll()
{
    if (canEndAll())
        m_flow->request({});
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
    m_model->setTokensShown(shown);
    if (shown && m_model->visibleCount() <= 200) // a click opens the others
        m_table->expandAll();
}

void SessionsPage::lock()
{
    m_flow->lock();
    m_locked = true;
    m_results->hide();
    m_head->clearFilter();
    m_lookUp->forget();
}

void SessionsPage::setActivity(const Activity &activity)
{
    if (activity == m_activity)
        return;
    m_activity = activity;
    Q_EMIT activityChanged(m_activity);
}

void SessionsPage::saveLayout(QSettings &settings) const
{
    settings.setValue(u"sessions/columns"_s, m_table->layoutState());
    settings.setValue(u"sessions/splitter"_s, m_splitter->saveState());
}

void SessionsPage::restoreLayout(const QSettings &settings)
{
    const QByteArray columns = settings.value(u"sessions/columns"_s).toByteArray();
    if (!columns.isEmpty())
        m_table->restoreLayoutState(columns);
    m_splitter->restoreState(settings.value(u"sessions/splitter"_s).toByteArray());
}

} // namespace curfew
