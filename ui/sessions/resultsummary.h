// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"
#include "tone.h"

#include <QCoreApplication>
#include <QHash>
#include <QList>
#include <QString>
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

//! What came of one action, as the caller must hear it. Red whenever someone may still get in through what was to be
//! ended; never "all clear", since the person's own sign-in and other services are not touched.
struct ResultSummary {
    Q_DECLARE_TR_FUNCTIONS(curfew::ResultSummary)

public:
    struct Entry {
        QString what; //!< a session or token
        QString how; //!< how it ended, and until when it may work
        Tone tone = Tone::Plain;

        bool operator==(const Entry &) const = default;
    };

    Tone tone = Tone::Red; //!< of the headline
    QString headline;
    QString until; //!< a second line under a good headline: what may be accepted elsewhere; empty when nothing
    QList<Entry> ended;
    QList<Entry> mayStillWork;
    QStringList notCovered;
    QStringList toTheCaller; //!< two sentences to read out
    bool canRetry = false; //!< something is left that can be sent again

    [[nodiscard]] static ResultSummary of(const BatchRecord &record, const SummaryFacts &facts);
};

//! Whether someone may still get in through an item that ended so: it is red, or was never tried.
[[nodiscard]] bool mayStillWork(Outcome outcome);

} // namespace curfew
