// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runningbatches.h"

#include <QFileInfo>
#include <QLockFile>

namespace curfew {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

RunningBatches::RunningBatches(QString journalPath)
    : m_journalPath(std::move(journalPath))
{
}

RunningBatches::~RunningBatches() = default;

std::unique_ptr<QLockFile> RunningBatches::lockOf(const QString &batch) const
{
    auto lock = std::make_unique<QLockFile>(u"%1-%2.running"_s.arg(m_journalPath, batch));
    lock->setStaleLockTime(0ms); // a batch may take hours: only an owner that is gone makes a lock stale
    return lock;
}

Result<> RunningBatches::begin(const QString &batch)
{
    auto lock = lockOf(batch);
    if (!lock->tryLock(200ms)) // somebody may just be asking whether it runs
        return failure(
            ErrorKind::JournalFailed,
            lock->error() == QLockFile::LockFailedError
                ? u"another Curfew is still at this batch"_s
                : u"%1 can't be made: it tells another Curfew that this batch is running"_s.arg(lock->fileName()));
    m_own[batch] = std::move(lock);
    return {};
}

void RunningBatches::end(const QString &batch)
{
    m_own.erase(batch); // unlocks
}

bool RunningBatches::isRunning(const QString &batch) const
{
    if (m_own.contains(batch))
        return true;
    const auto lock = lockOf(batch);
    if (!QFileInfo::exists(lock->fileName()))
        return false;
    return !lock->tryLock(0ms) && lock->error() == QLockFile::LockFailedError;
}

} // namespace curfew
