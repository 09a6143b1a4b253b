// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pagehead.h"

#include "environmentpill.h"
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
    , m_age(new PlainLabel(TextRole::Small))
    , m_again(new QToolButton)
    , m_summary(new ElidedLabel)
    , m_filter(new QLineEdit)
{
    m_band->setIssuer(issuer);
    m_age->setWordWrap(false);
    m_again->setIcon(icon(Icon::Refresh));
    m_again->setAutoRaise(true);
    m_again->setAccessibleName(tr("Read the list again"));
    m_again->setToolTip(tr("Read the list again"));
    m_summary->setTextRole(TextRole::Heading);
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
    lower->addWidget(m_summary, 2);
    lower->addWidget(m_filter, 1);
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

//! `dona.moore@example.com · 7 sessions · 18 tokens`
static QString summaryOf(const SessionLookUp &lookUp)
{
    QStringList parts;
    const QString person = visibleText(lookUp.person(), 120);
    if (!person.isEmpty())
        parts.append(lookUp.isPersonChecked() ? person
                                              : PageHead::tr("%1 (according to the token, not checked)").arg(person));
    if (lookUp.isListing())
        parts.append(PageHead::tr("%n session(s)", nullptr, int(lookUp.listing().sessions.size())));
    parts.append(PageHead::tr("%n token(s)", nullptr, int(lookUp.listing().tokenCount())));
    return parts.join(u" · "_s);
}

void PageHead::refresh(const SessionLookUp &lookUp)
{
    const bool shown = lookUp.phase() == SessionLookUp::Phase::Shown;
    m_summary->setText(shown ? summaryOf(lookUp) : QString());
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
    QString text = tr("as of %1 (%2)").arg(clockTime(takenAt, now), relativeTime(takenAt, now));
    if (stale)
        text = tr("%1: read it again").arg(text);
    m_age->setText(text);
    m_age->setTone(stale ? Tone::Amber : Tone::Grey);
    m_age->show();
    m_again->show();
}

void PageHead::showReading()
{
    m_age->setText(tr("reading the list…"));
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

QString PageHead::filter() const
{
    return m_filter->text();
}

} // namespace curfew
