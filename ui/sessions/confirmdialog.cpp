// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "confirmdialog.h"

#include "environmentband.h"
#include "plainlabel.h"
#include "providertext.h"
#include "timewords.h"
#include "visibletext.h"

#include <QFormLayout>
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
        return request.rows == Rows::Sessions
            ? ConfirmDialog::tr("End access for this person?")
            : ConfirmDialog::tr("End this token?", nullptr, int(request.plan.items.size()));
    return ConfirmDialog::tr("End access for %1?").arg(visibleText(request.plan.user, longest));
}

ConfirmDialog::ConfirmDialog(ConfirmRequest request, QWidget *parent)
    : QuestionDialog(request.mode, parent)
    , m_request(std::move(request))
{
    setWindowTitle(tr("Confirm")); // no person ever stands in a window's title
    addTarget();
    addEffects();
    addReasonFields(*m_form);
    content()->addWidget(new PlainLabel(tr("What was ended can’t be brought back; the person simply signs in again.")));
    addButtons(actionText());
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
    if (m_request.rows == Rows::Tokens)
        return tokens;
    return QStringList{tr("%n session(s)", nullptr, int(m_request.plan.sessionCount())), tokens, ago}.join(", "_L1);
}

void ConfirmDialog::addEffects()
{
    m_form = newQuestionForm();
    addStatement(*m_form, tr("Ends"), providerText(m_request.ends));
    addStatement(*m_form, tr("Doesn’t end"), providerText(m_request.doesNotEnd));
    if (const auto until = m_request.plan.mayWorkUntil(); until && *until > m_request.now())
        addStatement(*m_form, tr("May still work"),
                     tr("until %1, at applications that check tokens themselves and never ask the service")
                         .arg(untilTime(*until, m_request.now())));
    if (const auto least = std::chrono::ceil<std::chrono::seconds>(m_request.expectedTime); least > shortTime)
        addStatement(*m_form, tr("Takes"),
                     tr("at least %1, at the pace that the service allows").arg(durationWords(least)));
    content()->addLayout(m_form);
}

QString ConfirmDialog::actionText() const
{
    if (m_request.plan.resumes)
        return tr("Check and send again");
    return m_request.rows == Rows::Sessions ? tr("End %n session(s)", nullptr, int(m_request.plan.sessionCount()))
                                            : tr("End %n token(s)", nullptr, int(m_request.plan.items.size()));
}

void ConfirmDialog::answered()
{
    Q_EMIT confirmed({m_request.plan, ticket(), reason()});
}

} // namespace curfew
