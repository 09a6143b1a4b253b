// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "releasedialog.h"

#include <QObject>

namespace curfew {

//! Asks at several services at once what was before Curfew blocked an account there.
class EarlierLookUp : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Asks about each of the shares of \p request; then found(), unless something else is asked until then.
    void start(ReleaseRequest request);
    void drop(); //!< what comes late is answered to nobody

Q_SIGNALS:
    void found(const curfew::ReleaseRequest &request);

private:
    void answered(qsizetype share, const Result<EarlierState> &earlier);

    ReleaseRequest m_request;
    qsizetype m_pending = 0;
    int m_question = 0; // counts them, so that what comes late belongs to none
};

} // namespace curfew
