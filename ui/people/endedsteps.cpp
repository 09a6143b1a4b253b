// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "endedsteps.h"

#include "personwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::EndedSteps)
};

} // namespace

void EndedSteps::append(const ContainItem &item, const StateStyle &style)
{
    const auto isAlike = [&](const Kind &kind) {
        return kind.style.word == style.word && kind.items.constFirst().step.action == item.step.action
            && kind.items.constFirst().step.kind == item.step.kind;
    };
    const auto known = std::find_if(m_kinds.begin(), m_kinds.end(), isAlike);
    if (known == m_kinds.end())
        m_kinds.append({style, {item}});
    else
        known->items.append(item);
}

static QString wordsOf(const QList<ContainItem> &items)
{
    const PersonStep &step = items.constFirst().step;
    const int count = int(items.size());
    if (step.action == Action::Revoke)
        return Words::tr("%n consent(s)", nullptr, count);
    if (step.action != Action::EndSession)
        return stepWords(items.constFirst());
    return step.kind == SessionKind::Offline ? Words::tr("%n offline session(s)", nullptr, count)
                                             : Words::tr("%n browser session(s)", nullptr, count);
}

QList<ResultText::Entry> EndedSteps::entries() const
{
    QList<ResultText::Entry> entries;
    for (const Kind &kind : m_kinds)
        entries.append({wordsOf(kind.items), kind.style.word, kind.style.tone});
    return entries;
}

} // namespace curfew
