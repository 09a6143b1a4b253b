// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "leftlooks.h"

#include "personwords.h"
#include "timewords.h"

#include <utility>

namespace curfew {

LeftLooks::LeftLooks(const PeopleBackend &backend, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
{
}

LeftLooks::~LeftLooks() = default;

void LeftLooks::take(std::unique_ptr<SecondLook> look, const QString &wanted, const QString &label)
{
    const SecondLook *taken = look.get();
    connect(taken, &SecondLook::finished, this, [this, taken, wanted, label] {
        Q_EMIT told(newsOf(*taken, wanted, label));
        drop(taken);
    });
    m_looks.push_back(std::move(look));
}

LookNews LeftLooks::newsOf(const SecondLook &look, const QString &wanted, const QString &label) const
{
    LookNews news{wanted, {}, Tone::Grey};
    const QString who = shownText(label);
    const QString at = clockTime(m_backend.now(), m_backend.now());
    const QStringList unseen = look.unseen();
    if (!unseen.isEmpty())
        news = {wanted,
                tr("%1 was looked at again at %2, but %3 could not be read: not checked there.")
                    .arg(who, at, listWords(unseen)),
                Tone::Amber};
    else if (!look.foundAny())
        news.sentence = tr("%1 was looked at again at %2: no session is new since, and none works again.").arg(who, at);
    if (look.foundAny()) {
        const QString works = tr("%1 was looked at again at %2: there are sessions that work at %3.")
                                  .arg(who, at, listWords(look.foundAt()));
        news = {wanted, unseen.isEmpty() ? works : works + u' ' + news.sentence, Tone::Red};
    }
    return news;
}

void LeftLooks::drop(const SecondLook *look)
{
    for (auto it = m_looks.begin(); it != m_looks.end(); ++it) {
        if (it->get() != look)
            continue;
        it->release()->deleteLater(); // it is telling just now
        m_looks.erase(it);
        return;
    }
}

void LeftLooks::clear()
{
    m_looks.clear();
}

} // namespace curfew
