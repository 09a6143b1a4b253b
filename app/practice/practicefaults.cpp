// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicefaults.h"

namespace curfew {

void PracticeFaults::next(PracticeEndpoint endpoint, const PracticeFault &fault, int count)
{
    add({endpoint, fault, 1, count});
}

void PracticeFaults::always(PracticeEndpoint endpoint, const PracticeFault &fault)
{
    add({endpoint, fault, 1, PracticeRule::Forever});
}

PracticeFault PracticeFaults::take(PracticeEndpoint endpoint)
{
    PracticeFault fault;
    bool found = false;
    for (Counted &counted : m_rules) {
        if (counted.rule.endpoint != endpoint)
            continue;
        const int past = ++counted.seen - counted.rule.first;
        if (!found && past >= 0 && past < counted.rule.count) {
            fault = counted.rule.fault;
            found = true;
        }
    }
    return fault;
}

} // namespace curfew
