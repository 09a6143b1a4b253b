// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "earlierlookup.h"

#include "asyncresult.h"

#include <utility>

namespace curfew {

void EarlierLookUp::start(ReleaseRequest request)
{
    drop();
    m_request = std::move(request);
    m_pending = m_request.shares.size();
    const int question = m_question;
    for (qsizetype i = 0; i < m_request.shares.size(); ++i) {
        const ReleaseRequest::Share &share = m_request.shares.at(i);
        onResult(share.service.earlierState(share.person), this,
                 [this, i, question](const Result<EarlierState> &earlier) {
                     if (question == m_question)
                         answered(i, earlier);
                 });
    }
}

void EarlierLookUp::answered(qsizetype share, const Result<EarlierState> &earlier)
{
    m_request.shares[share].earlier = earlier;
    if (--m_pending == 0)
        Q_EMIT found(m_request);
}

void EarlierLookUp::drop()
{
    ++m_question;
}

} // namespace curfew
