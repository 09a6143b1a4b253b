// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"
#include "resulttext.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

namespace curfew {

//! What a summary must know besides the record. All texts have passed visibleText().
struct SummaryFacts {
    QString service;
    QHash<QString, QString> names; //!< session id → what the table called it
    QString doesNotEnd; //!< the provider's own words
    QDateTime now; //!< UTC
    QStringList others; //!< ids of listed sessions of which something works that was not to be ended
};

//! What came of one action on sessions or tokens. Never "all clear", since the person's own sign-in and other services
//! are not touched.
struct ResultSummary : ResultText {
    Q_DECLARE_TR_FUNCTIONS(curfew::ResultSummary)

public:
    [[nodiscard]] static ResultSummary of(const BatchRecord &record, const SummaryFacts &facts);
};

} // namespace curfew
