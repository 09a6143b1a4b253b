// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "confirmdialog.h"

#include "environmentpill.h"
#include "filledbutton.h"
#include "plainlabel.h"
#include "providertext.h"
#include "timewords.h"
#include "visibletext.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

//! What takes no longer isn't worth a line.
static constexpr std::chrono::seconds shortTime{2};

static QString title(const ConfirmRequest &request)
{
    constexpr qsizetype longest = 80;
    if (request.plan.user.isEmpty())
        return request.sessions ? ConfirmDialog::tr("End access for this person?")
                                : ConfirmDialog::tr("End this token?", nullptr, int(request.plan.items.size()));
    return ConfirmDialog::tr("End access for %1?").arg(visibleText(request.plan.user, longest));
}

ConfirmDialog::ConfirmDialog(ConfirmRequest request, QWidget *parent)
    : BaseDialog(request.mode, parent)
    , m_request(std::move(request))
{
    setWindowTitle(tr("Confirm")); // no person ever stands in a window's title
    addTarget();
    addEffects();
    addFields();
    addButtons();
    const int width = std::min(fontMetrics().averageCharWidth() * 74, 900);
    setMinimumWidth(width);
    resize(width, layout()->totalHeightForWidth(width)); // a size hint guesses too much for wrapped text
}

void ConfirmDialog::addTarget()
{
    auto *heading = new PlainLabel(TextRole::Title, title(m_request));
    auto *band = new EnvironmentBand(TextRole::Title);
    band->setIssuer(m_request.issuer);
    m_counts = new PlainLabel(countsText());
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, m_counts, [this] { m_counts->setText(countsText()); });
    m_clock.start();
    auto *target = new QVBoxLayout;
    target->setSpacing(groupSpacing);
    target->addWidget(heading);
    target->addWidget(band);
    target->addWidget(m_counts);
    content()->addLayout(target);
    QStringList warnings;
    if (m_request.newSessions > 0)
        warnings.append(tr("%n more session(s) since you looked, included here.", nullptr, int(m_request.newSessions)));
    if (m_request.hiddenByFilter > 0)
        warnings.append(tr("%n hidden by your filter are included.", nullptr, int(m_request.hiddenByFilter)));
    const qsizetype unsendable = m_request.plan.items.size() - m_request.plan.sendableCount();
    if (unsendable > 0 && !m_request.plan.resumes)
        warnings.append(
            tr("%n of the tokens can’t be sent and will be listed as not tried.", nullptr, int(unsendable)));
    if (!m_request.warning.isEmpty())
        warnings.append(m_request.warning);
    if (warnings.isEmpty())
        return;
    auto *warning = new PlainLabel(warnings.join(u'\n'));
    warning->setTone(Tone::Amber);
    target->addWidget(warning);
}

//! What is done anything about; of an action that is carried on the rest is settled.
qsizetype ConfirmDialog::openCount() const
{
    const QList<PlanItem> &items = m_request.plan.items;
    if (!m_request.plan.resumes)
        return m_request.plan.sendableCount();
    return std::count_if(items.begin(), items.end(),
                         [](const PlanItem &item) { return item.part != PlanPart::Settled; });
}

QString ConfirmDialog::countsText() const
{
    if (m_request.plan.resumes)
        return tr("Carries on an interrupted action: %n token(s) are looked at first or sent; the rest stays as it is.",
                  nullptr, int(openCount()));
    const QString tokens = tr("%n token(s)", nullptr, int(m_request.plan.items.size()));
    const std::chrono::seconds age(std::max<qint64>(0, m_request.listedAt.secsTo(m_request.now())));
    const QString ago = tr("listed %1 ago").arg(durationWords(age));
    if (!m_request.sessions)
        return tokens;
    return QStringList{tr("%n session(s)", nullptr, int(m_request.plan.sessionCount())), tokens, ago}.join(", "_L1);
}

void ConfirmDialog::addEffects()
{
    m_form = new QFormLayout;
    m_form->setVerticalSpacing(groupSpacing);
    m_form->setHorizontalSpacing(sectionSpacing);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [this](const QString &label, const QString &text) {
        if (text.isEmpty())
            return;
        auto *name = new PlainLabel(TextRole::Heading, label);
        name->setWordWrap(false);
        name->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        m_form->addRow(name, new PlainLabel(text));
    };
    add(tr("Ends"), providerText(m_request.ends));
    add(tr("Doesn’t end"), providerText(m_request.doesNotEnd));
    if (const auto until = m_request.plan.mayWorkUntil(); until && *until > m_request.now())
        add(tr("May still work"),
            tr("until %1, at applications that check tokens themselves and never ask the service")
                .arg(untilTime(*until, m_request.now())));
    if (const auto least = std::chrono::ceil<std::chrono::seconds>(m_request.expectedTime); least > shortTime)
        add(tr("Takes"), tr("at least %1, at the pace that the service allows").arg(durationWords(least)));
    content()->addLayout(m_form);
}

void ConfirmDialog::addFields()
{
    constexpr int longest = 500;
    m_ticket = new QLineEdit;
    m_ticket->setMaxLength(longest);
    m_reason = new QLineEdit;
    m_reason->setMaxLength(longest);
    m_identified = new QComboBox;
    m_identified->addItems({tr("Not said"), tr("Called back on a known number"), tr("In person"),
                            tr("Video call with badge"), tr("Confirmed by their manager"),
                            tr("Not a caller: an alert or an order")});
    // In the same form, so that all fields and texts begin on one line; a gap keeps what is asked from what is said.
    m_form->addItem(new QSpacerItem(0, groupSpacing));
    m_form->addRow(tr("Ticket"), m_ticket);
    m_form->addRow(tr("Reason"), m_reason);
    m_form->addRow(tr("Caller identified"), m_identified);
}

QString ConfirmDialog::actionText() const
{
    if (m_request.plan.resumes)
        return tr("Check and send again");
    return m_request.sessions ? tr("End %n session(s)", nullptr, int(m_request.plan.sessionCount()))
                              : tr("End %n token(s)", nullptr, int(m_request.plan.items.size()));
}

void ConfirmDialog::addButtons()
{
    content()->addWidget(new PlainLabel(tr("What was ended can’t be brought back; the person simply signs in again.")));
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setDefault(true);
    m_end = new FilledButton(actionText());
    m_end->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    // Shortcuts, not key events: a focused Cancel takes Return as a click, whatever else is held down.
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, m_end, &QPushButton::click);
    }
    m_end->setEnabled(false);
    QTimer::singleShot(inertTime, m_end, [this] { m_end->setEnabled(openCount() > 0); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_end, &QPushButton::clicked, this, &ConfirmDialog::confirm);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_end);
    setButtons(row);
    cancel->setFocus();
}

void ConfirmDialog::confirm()
{
    ConfirmedAction action{m_request.plan, m_ticket->text().trimmed(), m_reason->text().trimmed()};
    if (m_identified->currentIndex() > 0) {
        const QString identified = tr("caller identified: %1").arg(m_identified->currentText());
        action.reason = action.reason.isEmpty() ? identified : action.reason + "; "_L1 + identified;
    }
    accept();
    Q_EMIT confirmed(action);
}

} // namespace curfew
