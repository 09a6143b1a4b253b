// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containdialog.h"

#include "environmentband.h"
#include "personwords.h"
#include "plainlabel.h"
#include "providertext.h"
#include "timewords.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

//! What of \p plan is done by \p step.
static int countOf(const ContainPlan &plan, ContainStep step)
{
    return int(std::count_if(plan.items.begin(), plan.items.end(), [step](const ContainItem &item) {
        const bool session = item.step.action == Action::EndSession;
        if (!item.isCarriedOut())
            return false;
        switch (step) {
        case ContainStep::Block:
            return item.step.action == Action::Disable;
        case ContainStep::Sessions:
            return session && item.step.kind == SessionKind::Online;
        case ContainStep::Offline:
            return session && item.step.kind == SessionKind::Offline;
        case ContainStep::Consents:
            return item.step.action == Action::Revoke;
        }
        Q_UNREACHABLE();
    }));
}

ContainDialog::ContainDialog(ContainRequest request, QWidget *parent)
    : QuestionDialog(request.mode, parent)
    , m_request(std::move(request))
{
    setWindowTitle(tr("Confirm")); // no person ever stands in a window's title
    addTarget();
    addSteps();
    addGuards();
    QFormLayout *form = newQuestionForm();
    QList<ServiceSaying> livesOn;
    for (const ContainRequest::Share &share : std::as_const(m_request.shares))
        livesOn.append({share.service.issuer.name, providerText(share.service.doesNotEnd)});
    addStatement(*form, tr("Doesn’t end"), sayingWords(livesOn).join(u'\n'));
    if (!m_request.others.isEmpty())
        addStatement(*form, tr("Not covered"), cantSearchWords(m_request.others));
    addReasonFields(*form);
    content()->addLayout(form);
    content()->addWidget(new PlainLabel(
        tr("What was ended can’t be brought back. The sign-in can be allowed again here, once the account is safe.")));
    addButtons(tr("Contain %1").arg(briefText(m_request.label)), tr("Contain %1").arg(shownText(m_request.label)));
    replan();
}

void ContainDialog::addTarget()
{
    auto *target = new QVBoxLayout;
    target->setSpacing(groupSpacing);
    target->addWidget(new PlainLabel(TextRole::Title, tr("Contain %1?").arg(shownText(m_request.label))));
    auto *age = new PlainLabel(readText());
    target->addWidget(age);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, age, [this, age] { age->setText(readText()); });
    m_clock.start();
    for (const ContainRequest::Share &share : std::as_const(m_request.shares))
        addShare(share, *target);
    if (!m_request.unchecked.isEmpty()) {
        auto *unchecked =
            new PlainLabel(tr("Not checked: %1. Nothing is done there.").arg(listWords(m_request.unchecked)));
        unchecked->setTone(Tone::Amber);
        target->addWidget(unchecked);
    }
    content()->addLayout(target);
}

QString ContainDialog::readText() const
{
    const std::chrono::seconds age(std::max<qint64>(0, m_request.readAt.secsTo(m_request.now())));
    const QString services = tr("At %n service(s)", nullptr, int(m_request.shares.size()));
    return tr("%1, read %2 ago").arg(services, durationWords(age));
}

void ContainDialog::addShare(const ContainRequest::Share &share, QVBoxLayout &column)
{
    auto *band = new EnvironmentBand;
    band->setIssuer(share.service.issuer);
    column.addSpacing(groupSpacing);
    column.addWidget(band);
    const PersonAccess *access = share.access ? &*share.access : nullptr;
    column.addWidget(new PlainLabel(personLine(share.person, access, m_request.now())));
    auto *words = new PlainLabel;
    m_planWords.append(words);
    column.addWidget(words);
    const auto warn = [&column](const QString &text) {
        auto *label = new PlainLabel(text);
        label->setTone(Tone::Amber);
        column.addWidget(label);
    };
    if (!share.access)
        warn(tr("Sessions are not checked here: they could not be read."));
    else if (!share.access->sessions)
        warn(tr("Sessions can’t be seen or ended here without a token of this person."));
}

void ContainDialog::addSteps()
{
    auto *grid = new QGridLayout;
    grid->setSpacing(groupSpacing);
    grid->addWidget(new PlainLabel(TextRole::Heading, tr("Steps")), 0, 0, 1, 2);
    const auto add = [this, grid](ContainStep step, const QString &text) {
        auto *check = new QCheckBox(text);
        check->setChecked(true);
        connect(check, &QCheckBox::toggled, this, &ContainDialog::replan);
        const int at = int(m_steps.size());
        grid->addWidget(check, 1 + at / 2, at % 2);
        m_steps.append({step, check});
    };
    int offline = 0;
    int online = 0;
    int consents = 0;
    bool blocks = false;
    bool signsOut = false;
    for (const ContainRequest::Share &share : std::as_const(m_request.shares)) {
        const ContainPlan all = share.service.planContainment(share.person, share.access, allContainSteps());
        blocks = blocks || countOf(all, ContainStep::Block) > 0;
        signsOut = signsOut || all.count(Action::Logout) > 0;
        online += countOf(all, ContainStep::Sessions);
        offline += countOf(all, ContainStep::Offline);
        consents += countOf(all, ContainStep::Consents);
    }
    if (blocks)
        add(ContainStep::Block, tr("Block the sign-in"));
    if (signsOut || online > 0)
        add(ContainStep::Sessions,
            online > 0 ? tr("End browser sessions (%1)").arg(online) : tr("Sign out everywhere"));
    if (offline > 0)
        add(ContainStep::Offline, tr("End offline sessions (%1)").arg(offline));
    if (consents > 0)
        add(ContainStep::Consents, tr("Take back consents (%1)").arg(consents));
    content()->addLayout(grid);
}

void ContainDialog::addGuards()
{
    for (const ContainRequest::Share &share : std::as_const(m_request.shares)) {
        const Person &person = share.person;
        const QString name = person.typedName();
        const auto isIt = [&name](const Typed &typed) { return typed.name == name; };
        if (share.guard == Guard::None || std::any_of(m_typed.begin(), m_typed.end(), isIt))
            continue;
        auto *why = new PlainLabel(share.guard == Guard::OwnAccount
                                       ? tr("This seems to be your own account. Type %1 to go on:").arg(shownText(name))
                                       : tr("This account is protected. Type %1 to go on:").arg(shownText(name)));
        why->setTone(Tone::Amber);
        auto *field = new QLineEdit;
        field->setAccessibleName(tr("The name, typed again"));
        connect(field, &QLineEdit::textChanged, this, [this] { refreshYes(); });
        auto *box = new QVBoxLayout;
        box->setSpacing(groupSpacing);
        box->addWidget(why);
        box->addWidget(field);
        content()->addLayout(box);
        m_typed.append({name, field});
    }
}

// A step without a box has nothing to do; where that could not be seen the plan says so.
ContainSteps ContainDialog::steps() const
{
    ContainSteps steps = allContainSteps();
    for (const Step &step : m_steps)
        steps.setFlag(step.step, step.box->isChecked());
    return steps;
}

// What is shown is what is sent: the plans are made here, and handed on.
void ContainDialog::replan()
{
    m_plans.clear();
    for (qsizetype i = 0; i < m_request.shares.size(); ++i) {
        const ContainRequest::Share &share = m_request.shares.at(i);
        m_plans.append(share.service.planContainment(share.person, share.access, steps()));
        m_planWords.at(i)->setText(planWords(m_plans.constLast()));
    }
    refreshYes();
}

// Nobody can type a character that can't be seen: what stands for it is asked for.
bool ContainDialog::Typed::isRight() const
{
    const QString typed = field->text().trimmed();
    return typed == name || typed == shownText(name);
}

bool ContainDialog::mayBeAnswered() const
{
    const bool something =
        std::any_of(m_plans.begin(), m_plans.end(), [](const ContainPlan &plan) { return plan.doesAnything(); });
    return something && std::all_of(m_typed.begin(), m_typed.end(), [](const Typed &typed) { return typed.isRight(); });
}

void ContainDialog::answered()
{
    ContainSteps left;
    for (const Step &step : std::as_const(m_steps))
        left.setFlag(step.step, !step.box->isChecked());
    Q_EMIT confirmed({m_plans, left, ticket(), reason()});
}

} // namespace curfew
