// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "error.h"
#include "journalrecord.h"
#include "revocationbatch.h"

#include <QObject>

namespace curfew {

//! One action while it runs and after: what the page needs of a RevocationBatch, so that tests can play one.
class RunningAction : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    virtual void stop() = 0; //!< what is in flight is waited for; the rest ends as skipped
    [[nodiscard]] virtual RevocationBatch::Stage stage(qsizetype index) const = 0;
    [[nodiscard]] virtual const BatchRecord &record() const = 0;

Q_SIGNALS:
    void itemChanged(qsizetype index);
    void failed(const curfew::Error &error); //!< nothing is sent (any more); finished() follows, perhaps much later
    void finished(); //!< the last signal, exactly once: nothing is in flight
};

} // namespace curfew
