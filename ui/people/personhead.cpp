// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personhead.h"

#include "elidedlabel.h"
#include "icons.h"
#include "personlookup.h"
#include "personwords.h"
#include "plainlabel.h"
#include "timewords.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

PersonHead::PersonHead(QWidget *parent)
    : QWidget(parent)
    , m_headline(new PlainLabel(TextRole::Title))
    , m_others(new PlainLabel(TextRole::Small))
    , m_decide(new PlainLabel)
    , m_age(new ElidedLabel)
    , m_again(new QToolButton)
{
    m_others->setTone(Tone::Grey);
    m_decide->setTone(Tone::Amber);
    m_age->setTextRole(TextRole::Small);
    m_age->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_again->setIcon(icon(Icon::Refresh));
    m_again->setAutoRaise(true);
    m_again->setAccessibleName(tr("Ask again"));
    m_again->setToolTip(tr("Ask again"));
    connect(m_again, &QToolButton::clicked, this, &PersonHead::readAgainRequested);
    auto *upper = new QHBoxLayout;
    upper->addWidget(m_headline, 1);
    upper->addWidget(m_age, 0, Qt::AlignTop);
    upper->addWidget(m_again, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(groupSpacing);
    layout->addLayout(upper);
    layout->addWidget(m_others);
    layout->addWidget(m_decide);
}

static QString headline(const PersonLookUp &lookUp)
{
    const QList<PersonLookUp::Finding> &findings = lookUp.findings();
    if (lookUp.isReading())
        return PersonHead::tr("Looking for %1…").arg(shownText(lookUp.wanted()));
    QStringList nobodyAt;
    int found = 0;
    int sessions = 0;
    bool seen = false;
    for (const PersonLookUp::Finding &finding : findings) {
        if (finding.person() || finding.awaitsChoice())
            ++found;
        else if (!finding.uncheckedBecause())
            nobodyAt.append(finding.service.issuer.name);
        const PersonAccess *access = finding.meant ? finding.readAccess() : nullptr;
        if (access && access->sessions) {
            seen = true;
            sessions += int(access->sessions->size());
        }
    }
    QString notChecked;
    if (const QStringList unread = lookUp.unread(); !unread.isEmpty())
        notChecked += u' ' + PersonHead::tr("Sessions at %1 are not checked.").arg(listWords(unread));
    if (const QStringList unchecked = lookUp.unchecked(); !unchecked.isEmpty())
        notChecked += u' ' + PersonHead::tr("Not checked at %1.").arg(listWords(unchecked));
    if (found == 0 && nobodyAt.isEmpty())
        return PersonHead::tr("Nothing is known of %1.").arg(shownText(lookUp.wanted())) + notChecked;
    if (found == 0)
        return PersonHead::tr("Nobody goes by exactly “%1” at %2.").arg(shownText(lookUp.wanted()), listWords(nobodyAt))
            + notChecked;
    const QString at = PersonHead::tr("found at %1 of %n service(s)", nullptr, int(findings.size())).arg(found);
    const QString who = shownText(lookUp.label());
    const QString what = seen && !lookUp.awaitsChoice()
        ? PersonHead::tr("%1: %2, %n session(s).", nullptr, sessions).arg(who, at)
        : PersonHead::tr("%1: %2.").arg(who, at);
    return what + notChecked;
}

// Apart from the headline, which is read first: it is true of whoever is looked for.
static QString notCovered(const PersonLookUp &lookUp)
{
    if (lookUp.isReading() || lookUp.others().isEmpty())
        return {};
    return PersonHead::tr("Not covered: %1 can’t search by name.").arg(listWords(lookUp.others()));
}

static QString decision(const PersonLookUp &lookUp)
{
    if (lookUp.isReading())
        return {};
    QStringList parts;
    if (lookUp.hasChanged())
        parts.append(PersonHead::tr("It has changed who goes by this name: choose again who is meant."));
    else if (lookUp.awaitsChoice())
        parts.append(PersonHead::tr("Several people go by this name: choose the one who is meant."));
    if (lookUp.mayBeDifferentPeople())
        parts.append(PersonHead::tr("The accounts have no e-mail address in common and may be several people’s: tick "
                                    "those that are meant."));
    return parts.join(u' ');
}

void PersonHead::refresh(const PersonLookUp &lookUp, const QDateTime &now, Say say)
{
    m_headline->setText(say == Say::Found ? headline(lookUp) : shownText(lookUp.label()));
    m_others->setText(say == Say::Found ? notCovered(lookUp) : QString());
    m_others->setVisible(!m_others->text().isEmpty());
    m_decide->setText(decision(lookUp));
    m_decide->setVisible(!m_decide->text().isEmpty());
    const bool stale = lookUp.age() > std::chrono::minutes(2);
    QString age = tr("as of %1 (%2)").arg(clockTime(lookUp.takenAt(), now), relativeTime(lookUp.takenAt(), now));
    if (stale)
        age = tr("%1: ask again").arg(age);
    m_age->setText(lookUp.isReading() || say == Say::Person ? QString() : age);
    m_age->setTone(stale ? Tone::Amber : Tone::Grey);
}

void PersonHead::setReadAgainEnabled(bool enabled)
{
    m_again->setEnabled(enabled);
}

} // namespace curfew
