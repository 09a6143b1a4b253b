// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultspanel.h"

#include "clipboard.h"
#include "icons.h"
#include "plainlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace curfew {

ResultsPanel::ResultsPanel(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_headline(new PlainLabel(TextRole::Title))
    , m_until(new PlainLabel)
    , m_tell(new PlainLabel)
    , m_lists(new QScrollArea)
    , m_copy(new QPushButton(tr("Copy for the caller")))
    , m_retry(new QPushButton(tr("Retry…")))
    , m_check(new QPushButton(tr("Check again")))
    , m_report(new QPushButton(tr("Report…")))
    , m_said(new PlainLabel(TextRole::Small))
{
    setAccessibleName(tr("Result"));
    auto *close = new QToolButton;
    close->setIcon(icon(Icon::Close));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the result"));
    m_until->setTone(Tone::Amber);
    m_lists->setWidgetResizable(true);
    m_lists->setFrameShape(QFrame::NoFrame);
    m_lists->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *top = new QHBoxLayout;
    top->addWidget(m_icon, 0, Qt::AlignTop);
    top->addWidget(m_headline, 1);
    top->addWidget(close, 0, Qt::AlignTop);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_copy, m_retry, m_check, m_report}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addWidget(m_said, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(sectionSpacing, sectionSpacing, sectionSpacing, sectionSpacing);
    layout->addLayout(top);
    layout->addWidget(m_until);
    layout->addWidget(new PlainLabel(TextRole::Heading, tr("What to tell the caller")));
    layout->addWidget(m_tell);
    layout->addSpacing(groupSpacing);
    layout->addWidget(m_lists, 1);
    layout->addLayout(buttons);

    connect(close, &QToolButton::clicked, this, &ResultsPanel::closed);
    connect(m_copy, &QPushButton::clicked, this, [this] { copySensitive(m_sentences); });
    connect(m_retry, &QPushButton::clicked, this, &ResultsPanel::retryRequested);
    connect(m_check, &QPushButton::clicked, this, &ResultsPanel::checkRequested);
    connect(m_report, &QPushButton::clicked, this, &ResultsPanel::reportRequested);
}

static Icon iconFor(Tone tone)
{
    switch (tone) {
    case Tone::Green:
        return Icon::Ended;
    case Tone::Red:
        return Icon::StillWorks;
    default:
        return Icon::EndedUnchecked;
    }
}

void ResultsPanel::show(const ResultSummary &summary, Offers offers)
{
    m_tone = summary.tone;
    m_icon->setPixmap(icon(iconFor(summary.tone), summary.tone).pixmap(QSize(24, 24), devicePixelRatioF()));
    m_headline->setText(summary.headline);
    m_headline->setTone(summary.tone);
    m_until->setText(summary.until);
    m_until->setVisible(!summary.until.isEmpty());
    m_sentences = summary.toTheCaller.join(u' ');
    m_tell->setText(m_sentences);
    fillLists(summary);
    m_retry->setVisible(summary.canRetry);
    m_check->setVisible(offers.testFlag(Offer::Check));
    m_report->setEnabled(offers.testFlag(Offer::Report));
    m_said->setText({});
    setBusy(false);
    QFrame::show();
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    setAccessibleDescription(summary.headline);
    QAccessible::updateAccessibility(&event);
}

void ResultsPanel::addList(QVBoxLayout *column, const QString &title, const QList<ResultSummary::Entry> &entries,
                           const QString &none)
{
    constexpr qsizetype mostShown = 50;
    column->addWidget(new PlainLabel(TextRole::Heading, title));
    if (entries.isEmpty()) {
        auto *label = new PlainLabel(none);
        label->setTone(Tone::Grey);
        column->addWidget(label);
    }
    for (const ResultSummary::Entry &entry : entries.first(std::min(entries.size(), mostShown))) {
        auto *label = new PlainLabel(entry.how.isEmpty() ? entry.what : tr("%1 · %2").arg(entry.what, entry.how));
        label->setTone(entry.tone);
        column->addWidget(label);
    }
    if (entries.size() > mostShown)
        column->addWidget(new PlainLabel(tr("and %n more", nullptr, int(entries.size() - mostShown))));
    column->addStretch(1);
}

void ResultsPanel::fillLists(const ResultSummary &summary)
{
    auto *inside = new QWidget;
    auto *columns = new QHBoxLayout;
    columns->setSpacing(pageMargin);
    const auto column = [columns] {
        auto *one = new QVBoxLayout;
        one->setSpacing(groupSpacing / 2);
        columns->addLayout(one, 1);
        return one;
    };
    addList(column(), tr("Ended"), summary.ended, tr("Nothing."));
    addList(column(), tr("May still work, and until when"), summary.mayStillWork,
            tr("Nothing of what was to be ended, as far as the service says."));
    QList<ResultSummary::Entry> notCovered;
    for (const QString &text : summary.notCovered)
        notCovered.append({text, {}, Tone::Plain});
    addList(column(), tr("Not covered"), notCovered, {});

    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(columns);
    layout->addStretch(1);
    m_lists->setWidget(inside); // which fills its background
    inside->setAutoFillBackground(false);
    m_lists->viewport()->setAutoFillBackground(false);
}

void ResultsPanel::say(const QString &text, Tone tone)
{
    m_said->setText(text);
    m_said->setTone(tone);
}

void ResultsPanel::setBusy(bool busy)
{
    m_check->setEnabled(!busy);
    m_retry->setEnabled(!busy);
}

void ResultsPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(toneColor(m_tone, palette(), Use::Graphic));
    painter.setBrush(toneColor(m_tone, palette(), Use::Wash));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace curfew
