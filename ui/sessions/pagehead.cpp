// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pagehead.h"

#include "elidedlabel.h"
#include "environmentband.h"
#include "icons.h"
#include "plainlabel.h"
#include "sessionlookup.h"
#include "timewords.h"
#include "visibletext.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace curfew {

PageHead::PageHead(const Issuer &issuer, QWidget *parent)
    : QWidget(parent)
    , m_band(new EnvironmentBand)
    , m_age(new ElidedLabel)
    , m_again(new QToolButton)
    , m_person(new ElidedLabel)
    , m_counts(new PlainLabel(TextRole::Heading))
    , m_filter(new QLineEdit)
{
    m_band->setIssuer(issuer);
    m_age->setTextRole(TextRole::Small);
    m_age->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_again->setIcon(icon(Icon::Refresh));
    m_again->setAutoRaise(true);
    m_person->setTextRole(TextRole::Heading);
    m_person->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_counts->setWordWrap(false); // what is counted is never cut off, the person may be
    m_filter->setPlaceholderText(tr("Filter… (ip:10.10. or client:abc narrow)"));
    m_filter->setAccessibleName(tr("Filter the rows"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(fontMetrics().averageCharWidth() * 20);
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 44);

    auto *upper = new QHBoxLayout;
    upper->addWidget(m_band, 1);
    upper->addWidget(m_age);
    upper->addWidget(m_again);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(groupSpacing);
    lower->addWidget(m_person);
    lower->addWidget(m_counts);
    lower->addStretch(1);
    lower->addWidget(m_filter, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(groupSpacing);
    layout->addLayout(upper);
    layout->addLayout(lower);

    connect(m_filter, &QLineEdit::textChanged, this, &PageHead::filterChanged);
    connect(m_again, &QToolButton::clicked, this, &PageHead::readAgainRequested);
    hideAge();
    setFilterShown(false);
}

static QString personOf(const SessionLookUp &lookUp)
{
    const QString person = visibleText(lookUp.person(), 120);
    if (person.isEmpty() || lookUp.isPersonChecked())
        return person;
    return PageHead::tr("%1 (according to the token, not checked)").arg(person);
}

//! `· 7 sessions · 18 tokens`, behind the person
static QString countsOf(const SessionLookUp &lookUp)
{
    QStringList parts;
    if (!lookUp.person().isEmpty())
        parts.append(QString());
    if (lookUp.isListing())
        parts.append(PageHead::tr("%n session(s)", nullptr, int(lookUp.listing().sessions.size())));
    parts.append(PageHead::tr("%n token(s)", nullptr, int(lookUp.listing().tokenCount())));
    return parts.join(u" · "_s).trimmed();
}

void PageHead::refresh(const SessionLookUp &lookUp)
{
    const bool shown = lookUp.phase() == SessionLookUp::Phase::Shown;
    m_person->setText(shown ? personOf(lookUp) : QString());
    m_person->setVisible(!m_person->text().isEmpty());
    m_counts->setText(shown ? countsOf(lookUp) : QString());
    m_lists = lookUp.isListing();
    if (!shown)
        hideAge();
    else if (lookUp.isReading())
        showReading();
    else
        showAge(lookUp.listing().takenAt, lookUp.age());
}

// Amber when the list is over two minutes old.
void PageHead::showAge(const QDateTime &takenAt, std::chrono::seconds age)
{
    const bool stale = age > std::chrono::minutes(2);
    const QDateTime now = takenAt.addSecs(age.count());
    const QString clock = clockTime(takenAt, now);
    const QString ago = relativeTime(takenAt, now);
    QString text = m_lists ? tr("as of %1 (%2)").arg(clock, ago) : tr("looked at %1 (%2)").arg(clock, ago);
    if (stale)
        text = m_lists ? tr("%1: read it again").arg(text) : tr("%1: look again").arg(text);
    const QString again = m_lists ? tr("Read the list again") : tr("Look again");
    m_again->setAccessibleName(again);
    m_again->setToolTip(again);
    m_age->setText(text);
    m_age->setTone(stale ? Tone::Amber : Tone::Grey);
    m_age->show();
    m_again->show();
}

void PageHead::showReading()
{
    m_age->setText(m_lists ? tr("reading the list…") : tr("looking…"));
    m_age->setTone(Tone::Grey);
    m_age->show();
}

void PageHead::hideAge()
{
    m_age->hide();
    m_again->hide();
}

void PageHead::setFilterShown(bool shown)
{
    m_filter->setVisible(shown);
}

void PageHead::setReadAgainEnabled(bool enabled)
{
    m_again->setEnabled(enabled);
}

void PageHead::clearFilter()
{
    m_filter->clear();
}

void PageHead::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace curfew
