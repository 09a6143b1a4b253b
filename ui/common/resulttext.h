// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tone.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace curfew {

//! What came of an action, as the caller must hear it: what the results panel shows. Red whenever someone may still get
//! in through what was to be ended. All texts have passed visibleText().
struct ResultText {
    struct Entry {
        QString what; //!< a session, a token, a step
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
    QStringList toTheCaller; //!< sentences to read out
    bool canRetry = false; //!< something is left that can be sent again
    QString endedTitle; //!< over ended; empty: in general words
    QString openTitle; //!< over mayStillWork; empty: in general words
    QString openNone; //!< where mayStillWork is empty; empty: in general words
    QString retryWord; //!< on the button that sends again; empty: in general words
};

} // namespace curfew
