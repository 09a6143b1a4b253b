// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicesection.h"

#include "accessmodel.h"
#include "environmentband.h"
#include "errorpanel.h"
#include "latersight.h"
#include "personwords.h"
#include "plainlabel.h"
#include "tooltip.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

ServiceSection::ServiceSection(const PeopleBackend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_column(new QVBoxLayout(this))
    , m_model(new AccessModel(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void ServiceSection::clear()
{
    if (m_body) { // it may be one of its buttons that was pressed
        m_body->hide();
        m_column->removeWidget(m_body);
        m_body->deleteLater();
    }
    m_table = nullptr;
    m_body = new QWidget(this);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(groupSpacing);
    m_column->addWidget(m_body);
}

void ServiceSection::say(const QString &text, Tone tone)
{
    auto *label = new PlainLabel(text);
    label->setTone(tone);
    m_body->layout()->addWidget(label);
}

void ServiceSection::showFinding(const PersonLookUp::Finding &finding, Marks marks)
{
    clear();
    setAccessibleName(finding.service.issuer.name);
    auto *band = new EnvironmentBand;
    band->setIssuer(finding.service.issuer);
    m_body->layout()->addWidget(band);
    const Person *person = finding.person();
    if (person && marks == Marks::Shown) {
        auto *meant = new QCheckBox(tr("This account is meant"));
        meant->setAccessibleName(tr("The account at %1 is meant").arg(finding.service.issuer.name));
        meant->setChecked(finding.meant);
        // clicked, after it is over: the answer makes this body anew.
        connect(
            meant, &QCheckBox::clicked, this,
            [this](bool checked) { Q_EMIT meantChanged(checked ? Qt::Checked : Qt::Unchecked); }, Qt::QueuedConnection);
        m_body->layout()->addWidget(meant);
    }
    if (person)
        showPerson(finding, *person);
    const auto error = finding.uncheckedBecause();
    if (error)
        showUnchecked(finding, *error);
    if (finding.isReading())
        say(tr("Asking…"), Tone::Grey);
    else if (person)
        showAccess(finding, *person);
    else if (!error)
        showNobody(finding);
    m_body->show(); // at once: a layout would do it later, and leave a gap until then
}

// Nobody, or nobody yet.
void ServiceSection::showNobody(const PersonLookUp::Finding &finding)
{
    if (finding.awaitsChoice())
        showCandidates(finding);
    else if (finding.chosen == PersonLookUp::noneOfThem)
        say(tr("None of the people who go by this name here is meant."), Tone::Grey);
    else
        say(tr("Nobody goes by exactly this name here."), Tone::Grey);
}

void ServiceSection::showUnchecked(const PersonLookUp::Finding &finding, const Error &error)
{
    auto *panel = new ErrorPanel;
    m_body->layout()->addWidget(panel);
    panel->showError(finding.person() ? unreadText(finding.service, error) : uncheckedText(finding.service, error),
                     Tone::Amber);
    const Issuer &issuer = finding.service.issuer;
    const QString client = issuer.clients.isEmpty() ? QString() : issuer.clients.constFirst().clientId;
    switch (error.kind) {
    case ErrorKind::NoCredential:
    case ErrorKind::EntryNotFound:
    case ErrorKind::BreakerOpen:
    case ErrorKind::ClientRefused:
        connect(panel->addButton(tr("Credential…")), &QPushButton::clicked, this,
                [this, client] { Q_EMIT credentialWanted(client); });
        break;
    case ErrorKind::KeychainLocked:
        connect(panel->addButton(tr("Unlock…")), &QPushButton::clicked, this, &ServiceSection::unlockWanted);
        break;
    default:
        break;
    }
    // Whoever signs in there may do it again after any trouble: the sign-in itself may have been it.
    if (finding.service.signIn) {
        connect(panel->addButton(tr("Sign in…")), &QPushButton::clicked, this, &ServiceSection::signInRequested);
        if (error.kind == ErrorKind::SignInNeeded)
            return;
    }
    connect(panel->addButton(tr("Try again")), &QPushButton::clicked, this, &ServiceSection::retryRequested);
}

void ServiceSection::showCandidates(const PersonLookUp::Finding &finding)
{
    constexpr qsizetype mostShown = 20;
    const QList<Person> people = **finding.people;
    if (finding.hasChanged())
        say(tr("It has changed who goes by this name here. Who is meant now?"), Tone::Amber);
    else
        say(tr("%n people go by this name here. Which one is meant?", nullptr, int(people.size())), Tone::Amber);
    for (qsizetype i = 0; i < std::min(people.size(), mostShown); ++i) {
        const Person &person = people.at(i);
        const QString state = signInStyle(person).word;
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(groupSpacing);
        auto *choose = new QPushButton(tr("This one"));
        choose->setAutoDefault(false);
        choose->setAccessibleName(tr("This one: %1").arg(personLine(person)));
        connect(choose, &QPushButton::clicked, this, [this, i] { Q_EMIT chosen(i); });
        line->addWidget(choose);
        line->addWidget(
            new PlainLabel(tr("%1 · sign-in: %2 · last sign-in: %3")
                               .arg(personLine(person), state, lastSignInWords(person, nullptr, m_backend.now()))),
            1);
        m_body->layout()->addWidget(row);
    }
    if (people.size() > mostShown)
        say(tr("and %n more: look for an e-mail address instead.", nullptr, int(people.size() - mostShown)),
            Tone::Amber);
    auto *none = new QPushButton(tr("None of them"));
    none->setAutoDefault(false);
    connect(none, &QPushButton::clicked, this, [this] { Q_EMIT chosen(PersonLookUp::noneOfThem); });
    m_body->layout()->addWidget(none);
    m_body->layout()->setAlignment(none, Qt::AlignLeading);
}

void ServiceSection::showPerson(const PersonLookUp::Finding &finding, const Person &person)
{
    auto *name = new PlainLabel(TextRole::Heading, shownText(person.name.isEmpty() ? person.label() : person.name));
    m_body->layout()->addWidget(name);
    auto *facts = new QWidget;
    auto *grid = new QGridLayout(facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(groupSpacing);
    grid->setVerticalSpacing(groupSpacing / 2);
    int at = 0;
    const auto add = [grid, &at](const QString &label, const QString &value) {
        auto *what = new PlainLabel(label);
        what->setWordWrap(false);
        what->setTone(Tone::Grey);
        what->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        grid->addWidget(what, at / 2, at % 2 * 2);
        auto *said = new PlainLabel(value);
        said->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        grid->addWidget(said, at / 2, at % 2 * 2 + 1);
        ++at;
    };
    add(tr("E-mail"), shownText(person.email));
    add(tr("Last sign-in"), lastSignInWords(person, finding.readAccess(), m_backend.now()));
    add(tr("User name"), shownText(person.userName));
    add(tr("ID"), shownText(person.id));
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    m_body->layout()->addWidget(facts);
}

// Of whom nothing else could be read the sign-in is shown: it can be blocked.
void ServiceSection::showAccess(const PersonLookUp::Finding &finding, const Person &person)
{
    m_model->setAccess(person, finding.access->value_or(PersonAccess()), m_backend.now());
    m_table = new QTableView;
    m_table->setAccessibleName(tr("Access at %1").arg(finding.service.issuer.name));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight(fontMetrics()));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    const QList<int> characters{24, 17, 26, 16, 14, 14};
    for (int column = 0; column < characters.size(); ++column)
        m_table->setColumnWidth(column, characters.at(column) * fontMetrics().averageCharWidth());
    m_body->layout()->addWidget(m_table);
    fitTable();
    if (const PersonAccess *access = finding.readAccess())
        showSessionWords(finding, *access);
}

// What the rows don't say.
void ServiceSection::showSessionWords(const PersonLookUp::Finding &finding, const PersonAccess &access)
{
    if (!access.sessions) {
        say(tr("Sessions can’t be seen here without a token of this person."), Tone::Amber);
        if (const QString sibling = finding.service.tokenService; !sibling.isEmpty()) {
            auto *button = new QPushButton(buttonText(tr("Use a token at %1…").arg(briefText(sibling))));
            button->setToolTip(plainToolTip(sibling));
            button->setAutoDefault(false);
            connect(button, &QPushButton::clicked, this, [this, sibling] { Q_EMIT tokenServiceWanted(sibling); });
            m_body->layout()->addWidget(button);
            m_body->layout()->setAlignment(button, Qt::AlignLeading);
        }
    } else if (access.sessions->isEmpty()) {
        say(tr("It lists no sessions. Sessions that applications keep themselves don’t appear."), Tone::Grey);
    }
    for (const QString &warning : access.warnings)
        say(shownText(warning), Tone::Amber);
}

// As high as its rows, up to what leaves room for the other services; beyond that it scrolls.
void ServiceSection::fitTable()
{
    constexpr int mostRows = 10;
    const int rows = std::clamp(m_model->rowCount(), 1, mostRows);
    const int height = m_table->horizontalHeader()->sizeHint().height()
        + rows * m_table->verticalHeader()->defaultSectionSize() + 2 * m_table->frameWidth();
    m_table->setFixedHeight(height + m_table->fontMetrics().height() / 2); // a sideways scroll bar hides no row
}

void ServiceSection::showState(const ContainItem &item, const StateStyle &style)
{
    m_model->setState(item, style);
}

void ServiceSection::showLater(const LaterSight &later)
{
    m_model->addSince(later.begun, m_backend.now());
    m_model->markBack(later.back);
    if (m_table)
        fitTable();
}

} // namespace curfew
