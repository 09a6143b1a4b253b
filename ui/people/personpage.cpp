// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personpage.h"

#include "asyncresult.h"
#include "containflow.h"
#include "emptystate.h"
#include "errorpanel.h"
#include "filledbutton.h"
#include "flowlayout.h"
#include "focusorder.h"
#include "newspanels.h"
#include "personhead.h"
#include "personsections.h"
#include "personwords.h"
#include "plainlabel.h"
#include "protectdialog.h"
#include "resultspanel.h"
#include "tooltip.h"

#include <QKeySequence>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace curfew {

PersonPage::PersonPage(PeopleBackend backend, QWidget *parent)
    : WorkPage(parent)
    , m_backend(std::move(backend))
    , m_lookUp(new PersonLookUp(m_backend, this))
    , m_news(new NewsPanels)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_shown(new QWidget)
    , m_head(new PersonHead)
    , m_notice(new ErrorPanel)
    , m_results(new ResultsPanel(ResultsPanel::Height::Whole))
    , m_sections(new PersonSections(m_backend, *m_lookUp))
    , m_release(new QPushButton(tr("Allow sign-in again…")))
    , m_contain(new FilledButton)
    , m_footer(new QWidget)
    , m_flow(new ContainFlow(m_backend, *m_lookUp, *m_results, this))
{
    setAccessibleName(tr("Person"));
    layOut();
    connectParts();
    refresh();
}

PersonPage::~PersonPage()
{
    m_results->disconnect(this); // it says that it is hidden when it goes, later than what would hear it
}

void PersonPage::layOut()
{
    m_results->hide();
    m_notice->hide();
    auto *column = new QVBoxLayout(m_shown);
    column->setContentsMargins(pageMargin, sectionSpacing, pageMargin, sectionSpacing);
    column->setSpacing(sectionSpacing);
    column->addWidget(m_head);
    column->addWidget(m_notice);
    column->addWidget(m_results);
    column->addWidget(m_sections);
    column->addStretch(1);
    m_stack->addWidget(m_empty);
    auto *area = new QScrollArea; // all that is said has the room it would like to have; the page scrolls
    area->setWidget(m_shown);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // what has the focus in it scrolls it
    m_stack->addWidget(area);

    m_release->setAutoDefault(false);
    m_contain->setAutoDefault(false);
    auto *buttons = new FlowLayout(FlowLayout::Last::FarEnd);
    buttons->addWidget(m_release);
    buttons->addWidget(m_contain);
    auto *footer = new QVBoxLayout(m_footer);
    footer->setContentsMargins(pageMargin, sectionSpacing, pageMargin, sectionSpacing);
    footer->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_news);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_footer);
}

void PersonPage::connectParts()
{
    connect(m_sections, &PersonSections::changed, this, &PersonPage::refresh);
    connect(m_sections, &PersonSections::chosen, m_contain, [this] { m_contain->setFocus(Qt::OtherFocusReason); });
    connect(m_sections, &PersonSections::credentialWanted, this, &PersonPage::credentialWanted);
    connect(m_sections, &PersonSections::unlockWanted, this, &PersonPage::unlockWanted);
    connect(m_sections, &PersonSections::tokenServiceWanted, this, &PersonPage::tokenServiceWanted);
    connect(m_head, &PersonHead::readAgainRequested, this, &PersonPage::listAgain);
    connect(m_results, &ResultsPanel::closed, m_flow, &ContainFlow::setAside);
    connect(m_release, &QPushButton::clicked, this, &PersonPage::release);
    connect(m_contain, &QPushButton::clicked, this, &PersonPage::contain);
    connect(m_flow, &ContainFlow::stepChanged, m_sections, &PersonSections::showState);
    connect(m_flow, &ContainFlow::laterFound, m_sections, &PersonSections::showLater);
    connect(m_flow, &ContainFlow::lookedBehind, m_news, &NewsPanels::tell);
    connect(m_flow, &ContainFlow::looksDropped, this, [this] {
        m_news->tell({{},
                      tr("Somebody whose access was ended was to be looked at again, and was not. The journal says "
                         "who: look them up."),
                      Tone::Amber});
    });
    connect(m_news, &NewsPanels::lookUpRequested, this, &PersonPage::lookUpAgain);
    connect(m_flow, &ContainFlow::refused, this, &PersonPage::say);
    connect(m_flow, &ContainFlow::failed, this,
            [this](const Error &error) { m_notice->showError(errorText(error), Tone::Amber); });
    connect(m_flow, &ContainFlow::progressed, this, [this] { setActivity(m_flow->activity()); });
    connect(m_flow, &ContainFlow::started, this, [this] {
        m_notice->clear();
        refreshHead();
        refreshActions();
    });
    connect(m_flow, &ContainFlow::finished, this, [this] {
        refreshActions();
        Q_EMIT finished({});
    });
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &PersonPage::refreshHead);
    connect(m_results, &ResultsPanel::shownChanged, this, &PersonPage::refreshHead);
}

void PersonPage::setServices(const QList<PeopleService> &services)
{
    m_flow->drop();
    m_lookUp->setServices(services);
}

void PersonPage::setOthers(const QStringList &services)
{
    m_lookUp->setOthers(services);
    refresh();
}

void PersonPage::find(const QString &name)
{
    if (isRunning()) {
        say(tr("The last person’s access is still being ended. Wait for it, or stop it first."));
        return;
    }
    m_locked = false;
    m_notice->clear();
    m_flow->leave();
    m_lookUp->start(name);
}

void PersonPage::lookUpAgain(const QString &name)
{
    if (!isRunning())
        m_news->close(name);
    find(name);
}

void PersonPage::takeUp(const BatchRecord &batch)
{
    find(batch.summary.user);
    if (!isRunning())
        say(tr("An action about this person at %1 was interrupted. Everything is read anew before anything is sent: "
               "see "
               "what is left to do.")
                .arg(shownText(batch.summary.issuer)));
}

void PersonPage::refresh()
{
    const bool shown = !m_lookUp->wanted().isEmpty();
    if (shown) {
        m_stack->setCurrentIndex(1);
        refreshHead();
        m_clock.start();
    } else {
        m_clock.stop();
        showEmpty();
    }
    refreshActions();
    tabInReadingOrder(*this);
}

void PersonPage::refreshHead()
{
    const bool done = isRunning() || m_results->isVisible();
    m_head->refresh(*m_lookUp, m_backend.now(), done ? PersonHead::Say::Person : PersonHead::Say::Found);
}

void PersonPage::showEmpty()
{
    m_stack->setCurrentIndex(0);
    if (m_locked)
        m_empty->setContent(Icon::Locked, tr("Locked"),
                            tr("Who was looked up was forgotten. A running action goes on, and the journal knows how "
                               "it ends."));
    else if (m_lookUp->hasServices())
        m_empty->setContent(Icon::Search, tr("Nobody is looked up yet"),
                            tr("Type an e-mail address or a user name into the field above. Nothing is ended by "
                               "looking."));
    else
        m_empty->setContent(Icon::Service, tr("No service finds people by name"),
                            tr("Add one that does: Keycloak, by name, or the SAP Identity Directory."));
}

void PersonPage::say(const QString &sentence)
{
    m_notice->showNotice(sentence, Tone::Amber);
}

bool PersonPage::isRunning() const
{
    return m_flow->isRunning();
}

QStringList PersonPage::runningServices() const
{
    return m_flow->runningServices();
}

bool PersonPage::isIdle() const
{
    return !m_lookUp->wanted().isEmpty() && !m_lookUp->isReading() && !isRunning();
}

bool PersonPage::canListAgain() const
{
    return isIdle();
}

bool PersonPage::canContain() const
{
    return isIdle() && !m_lookUp->awaitsChoice() && !m_lookUp->meant().isEmpty();
}

bool PersonPage::canRelease() const
{
    return canContain();
}

bool PersonPage::canProtect() const
{
    return canContain();
}

void PersonPage::refreshActions()
{
    const bool anybody = !m_lookUp->wanted().isEmpty() && m_lookUp->foundAnybody();
    m_footer->setVisible(anybody);
    const QString whole = tr("Contain %1…").arg(shownText(m_lookUp->label()));
    const QString brief = tr("Contain %1…").arg(briefText(m_lookUp->label()));
    const QString keys = QKeySequence(tr("Ctrl+Shift+K")).toString(QKeySequence::NativeText);
    m_contain->setText(buttonText(brief));
    m_contain->setAccessibleName(whole);
    m_contain->setToolTip(whole == brief ? keys : plainToolTip(u"%1 (%2)"_s.arg(whole, keys)));
    m_contain->setEnabled(canContain());
    m_release->setEnabled(canRelease());
    m_head->setReadAgainEnabled(canListAgain());
    Q_EMIT actionsChanged();
}

void PersonPage::listAgain()
{
    if (!canListAgain())
        return;
    m_notice->clear();
    m_flow->setAside(); // what it says is older than what is read now
    m_lookUp->again();
}

void PersonPage::contain()
{
    if (canContain())
        m_flow->contain();
}

void PersonPage::release()
{
    if (canRelease())
        m_flow->release();
}

QStringList PersonPage::protectedAs() const
{
    QStringList names;
    const QList<qsizetype> meant = m_lookUp->meant();
    for (const qsizetype index : meant) {
        const QString name = m_lookUp->findings().at(index).person()->typedName();
        if (!names.contains(name, Qt::CaseInsensitive))
            names.append(name);
    }
    return names;
}

void PersonPage::protect()
{
    if (!canProtect())
        return;
    const QStringList names = protectedAs();
    m_question = new ProtectDialog(names, m_backend.mode, this);
    connect(m_question, &QDialog::accepted, this, [this, names] {
        onResult(m_backend.protect(names), this, [this, names](const Result<> &done) {
            if (!done)
                m_notice->showError(errorText(done.error(), whileConfiguring()), Tone::Amber);
            else if (!m_locked) // which names nobody
                say(tr("%1 has to be typed from now on before anything of it is ended.").arg(listWords(names)));
        });
    });
    m_question->open();
}

void PersonPage::stop()
{
    m_flow->stop();
}

void PersonPage::lock()
{
    if (m_question)
        m_question->reject();
    if (!m_news->isEmpty()) {
        m_news->clear(); // which names people
        m_news->tell({{},
                      tr("What Curfew saw when it looked again at somebody was forgotten. The journal says who: look "
                         "them up."),
                      Tone::Amber});
    }
    m_flow->lock();
    m_notice->clear();
    m_locked = true;
    m_lookUp->forget();
}

} // namespace curfew
