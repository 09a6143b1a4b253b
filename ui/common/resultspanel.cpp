// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultspanel.h"

#include "clipboard.h"
#include "flowlayout.h"
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

ResultsPanel::ResultsPanel(Height height, QWidget *parent)
    : QFrame(parent)
    , m_height(height)
    , m_icon(new QLabel)
    , m_headline(new PlainLabel(TextRole::Title))
    , m_until(new PlainLabel)
    , m_tell(new PlainLabel)
    , m_lists(new QWidget)
    , m_area(new QScrollArea)
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_copy(new QPushButton(tr("Copy for the caller")))
    , m_retry(new QPushButton)
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

    auto *top = new QHBoxLayout;
    top->addWidget(m_icon, 0, Qt::AlignTop);
    top->addWidget(m_headline, 1);
    top->addWidget(close, 0, Qt::AlignTop);
    auto *buttons = new FlowLayout;
    for (QPushButton *button : {m_copy, m_retry, m_check, m_report}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(groupSpacing);
    column->addWidget(m_until);
    column->addWidget(new PlainLabel(TextRole::Heading, tr("What to tell the caller")));
    column->addWidget(m_tell);
    column->addSpacing(groupSpacing);
    column->addWidget(m_lists);
    column->addStretch(1);
    m_area->setWidget(inside); // which fills its background
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Result"));
    inside->setAutoFillBackground(false);
    m_area->viewport()->setAutoFillBackground(false);
    m_area->setMinimumHeight(fontMetrics().height() * 5);
    auto *listLayout = new QVBoxLayout(m_lists);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->addLayout(m_columns);
    m_columns->setSpacing(pageMargin);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(sectionSpacing, sectionSpacing, sectionSpacing, sectionSpacing);
    layout->addLayout(top);
    layout->addWidget(m_area, 1);
    layout->addLayout(buttons);
    layout->addWidget(m_said);

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

void ResultsPanel::show(const ResultText &summary, Offers offers)
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
    m_retry->setText(summary.retryWord.isEmpty() ? tr("Retry…") : summary.retryWord);
    m_check->setVisible(offers.testFlag(Offer::Check));
    m_report->setVisible(offers.testFlag(Offer::Report));
    say({}, Tone::Plain);
    setBusy(false);
    QFrame::show();
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    setAccessibleDescription(summary.headline);
    QAccessible::updateAccessibility(&event);
}

void ResultsPanel::addList(QVBoxLayout *column, const QString &title, const QList<ResultText::Entry> &entries,
                           const QString &none)
{
    constexpr qsizetype mostShown = 50;
    column->addWidget(new PlainLabel(TextRole::Heading, title));
    if (entries.isEmpty()) {
        auto *label = new PlainLabel(none);
        label->setTone(Tone::Grey);
        column->addWidget(label);
    }
    for (const ResultText::Entry &entry : entries.first(std::min(entries.size(), mostShown))) {
        auto *label = new PlainLabel(entry.how.isEmpty() ? entry.what : tr("%1 · %2").arg(entry.what, entry.how));
        label->setTone(entry.tone);
        column->addWidget(label);
    }
    if (entries.size() > mostShown)
        column->addWidget(new PlainLabel(tr("and %n more", nullptr, int(entries.size() - mostShown))));
    column->addStretch(1);
}

void ResultsPanel::fillLists(const ResultText &summary)
{
    while (QLayoutItem *old = m_columns->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    const auto column = [this] {
        auto *list = new QWidget;
        auto *one = new QVBoxLayout(list);
        one->setContentsMargins(0, 0, 0, 0);
        one->setSpacing(groupSpacing / 2);
        m_columns->addWidget(list, 1);
        return one;
    };
    addList(column(), summary.endedTitle.isEmpty() ? tr("Ended") : summary.endedTitle, summary.ended, tr("Nothing."));
    addList(column(), summary.openTitle.isEmpty() ? tr("May still work, and until when") : summary.openTitle,
            summary.mayStillWork,
            summary.openNone.isEmpty() ? tr("Nothing of what was to be ended, as far as the service says.")
                                       : summary.openNone);
    QList<ResultText::Entry> notCovered;
    for (const QString &text : summary.notCovered)
        notCovered.append({text, {}, Tone::Plain});
    addList(column(), tr("Not covered"), notCovered, {});
    arrangeColumns();
}

// Side by side, or one below the other where each would be too narrow to be read.
void ResultsPanel::arrangeColumns()
{
    const bool narrow = width() < fontMetrics().averageCharWidth() * 80;
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    if (m_height == Height::Whole)
        m_area->setFixedHeight(m_area->widget()->heightForWidth(m_area->viewport()->width()));
}

void ResultsPanel::resizeEvent(QResizeEvent *event)
{
    arrangeColumns();
    QFrame::resizeEvent(event);
}

void ResultsPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    Q_EMIT shownChanged(true);
}

void ResultsPanel::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    Q_EMIT shownChanged(false);
}

void ResultsPanel::say(const QString &text, Tone tone)
{
    m_said->setText(text);
    m_said->setVisible(!text.isEmpty());
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
