// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "questiondialog.h"

#include "filledbutton.h"
#include "metrics.h"
#include "plainlabel.h"
#include "tooltip.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

QFormLayout *newQuestionForm()
{
    auto *form = new QFormLayout;
    form->setVerticalSpacing(groupSpacing);
    form->setHorizontalSpacing(sectionSpacing);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

void addStatement(QFormLayout &form, const QString &label, const QString &text)
{
    if (text.isEmpty())
        return;
    auto *name = new PlainLabel(TextRole::Heading, label);
    name->setWordWrap(false);
    name->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    form.addRow(name, new PlainLabel(text));
}

void QuestionDialog::addReasonFields(QFormLayout &form)
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
    form.addItem(new QSpacerItem(0, groupSpacing));
    form.addRow(tr("Ticket"), m_ticket);
    form.addRow(tr("Reason"), m_reason);
    form.addRow(tr("Caller identified"), m_identified);
}

QString QuestionDialog::ticket() const
{
    return m_ticket->text().trimmed();
}

QString QuestionDialog::reason() const
{
    const QString said = m_reason->text().trimmed();
    if (m_identified->currentIndex() == 0)
        return said;
    const QString identified = tr("caller identified: %1").arg(m_identified->currentText());
    return said.isEmpty() ? identified : said + "; "_L1 + identified;
}

void QuestionDialog::addButtons(const QString &yes, const QString &whole)
{
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setDefault(true);
    m_yes = new FilledButton(buttonText(yes));
    const QString keys = QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText);
    m_yes->setToolTip(whole.isEmpty() || whole == yes ? keys : plainToolTip(u"%1 (%2)"_s.arg(whole, keys)));
    m_yes->setAccessibleName(whole.isEmpty() ? yes : whole);
    // Shortcuts, not key events: a focused Cancel takes Return as a click, whatever else is held down.
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, m_yes, &QPushButton::click);
    }
    m_yes->setEnabled(false);
    QTimer::singleShot(inertTime, m_yes, [this] {
        m_inert = false;
        refreshYes();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_yes, &QPushButton::clicked, this, [this] {
        accept();
        answered();
    });
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_yes);
    setButtons(row);
    cancel->setFocus();
    const int width = std::min(fontMetrics().averageCharWidth() * 74, 900);
    setMinimumWidth(width);
    resize(width, layout()->totalHeightForWidth(width)); // a size hint guesses too much for wrapped text
}

void QuestionDialog::refreshYes()
{
    m_yes->setEnabled(!m_inert && mayBeAnswered());
}

} // namespace curfew
