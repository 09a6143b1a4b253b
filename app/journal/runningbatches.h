// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"

#include <QString>

#include <map>
#include <memory>

class QLockFile;

namespace curfew {

//! Which batches some Curfew is at, this process or another: each holds a lock file beside the journal, which the
//! operating system's list of processes outdates when its owner crashed.
class RunningBatches {
public:
    explicit RunningBatches(QString journalPath);
    ~RunningBatches();
    Q_DISABLE_COPY_MOVE(RunningBatches)

    //! \return JournalFailed when another process is at \p batch
    [[nodiscard]] Result<> begin(const QString &batch);
    void end(const QString &batch);
    [[nodiscard]] bool isRunning(const QString &batch) const;

private:
    [[nodiscard]] std::unique_ptr<QLockFile> lockOf(const QString &batch) const;

    QString m_journalPath;
    std::map<QString, std::unique_ptr<QLockFile>> m_own;
};

} // namespace curfew
