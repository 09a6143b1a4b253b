// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicefault.h"

#include <QList>

#include <limits>

namespace curfew {

//! What a request is for, whatever path a provider gives it.
enum class PracticeEndpoint {
    Unknown,
    Discovery,
    Token,
    List,
    Introspect,
    Revoke,
    UserCount, //!< how many of them may be seen
    Users, //!< a search; this and what follows are of the REST API beside the token endpoints
    User,
    UserUpdate, //!< PUT, at both
    UserPatch,
    UserLogout,
    UserSessions,
    OfflineSessions,
    UserConsents,
    ConsentRemoval,
    SessionRemoval,
    Clients
};

//! «From the nth request to that endpoint on, so many of them get this fault.»
struct PracticeRule {
    static constexpr int Forever = std::numeric_limits<int>::max();

    PracticeEndpoint endpoint = PracticeEndpoint::Revoke;
    PracticeFault fault;
    int first = 1; //!< counted from when the rule was added; the first request is 1
    int count = 1;
};

//! The faults ordered for one issuer.
class PracticeFaults {
public:
    void add(const PracticeRule &rule) { m_rules.append({rule, 0}); }
    //! \p fault for the next \p count requests to \p endpoint.
    void next(PracticeEndpoint endpoint, const PracticeFault &fault, int count = 1);
    //! \p fault for every request to \p endpoint from now on.
    void always(PracticeEndpoint endpoint, const PracticeFault &fault);
    void clear() { m_rules.clear(); }

    //! The fault of one request to \p endpoint that has just arrived: the first rule's that covers it; else none.
    //! Every rule for that endpoint counts the request.
    [[nodiscard]] PracticeFault take(PracticeEndpoint endpoint);

private:
    struct Counted {
        PracticeRule rule;
        int seen = 0;
    };
    QList<Counted> m_rules;
};

} // namespace curfew
