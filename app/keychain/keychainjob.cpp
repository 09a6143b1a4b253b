// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychainjob.h"

#include <QLibrary>
#include <QPromise>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

//! A promise that is kept once: by the job, or by the deadline.
template <typename T>
class Answer {
public:
    Answer() { m_promise.start(); }

    [[nodiscard]] QFuture<Result<T>> future() const { return m_promise.future(); }

    void give(Result<T> result)
    {
        if (std::exchange(m_given, true))
            return;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

private:
    QPromise<Result<T>> m_promise;
    bool m_given = false;
};

} // namespace

static bool hasLibrary()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    return QLibrary(u"secret-1"_s, 0).load(); // what QtKeychain loads; without it every job says "Unknown error"
#else
    return true;
#endif
}

static Result<> outcomeOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return {};
    case QKeychain::EntryNotFound:
        return failure(ErrorKind::EntryNotFound, job.errorString());
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return failure(ErrorKind::KeychainLocked, job.errorString());
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return failure(ErrorKind::KeychainUnavailable, job.errorString());
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    if (!hasLibrary())
        return failure(ErrorKind::KeychainUnavailable, u"libsecret is missing: install libsecret-1-0"_s);
    return failure(ErrorKind::KeychainFailed, job.errorString());
}

//! Starts \p job; \p read makes the result of a job that succeeded.
template <typename T, typename JobType, typename Read>
static QFuture<Result<T>> start(JobType *job, const QString &key, QDeadlineTimer until, Read read)
{
    job->setKey(key);
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    auto answer = std::make_shared<Answer<T>>();
    QObject::connect(job, &QKeychain::Job::finished, job, [answer, job, read = std::move(read)]() mutable {
        Result<T> value = read(job); // first, whatever the outcome: it also wipes what the job held
        if (const Result<> outcome = outcomeOf(*job); !outcome)
            answer->give(tl::unexpected(outcome.error()));
        else
            answer->give(std::move(value));
    });
    // The job's own: QTimer::singleShot() would keep the answer, and the secret in it, until the deadline passes.
    auto *deadline = new QTimer(job);
    deadline->setSingleShot(true);
    QObject::connect(deadline, &QTimer::timeout, job, [answer] {
        answer->give(failure(ErrorKind::KeychainTimedOut, u"the keychain doesn't answer"_s));
    });
    deadline->start(std::chrono::milliseconds(qMax(qint64(0), until.remainingTime())));
    job->start();
    return answer->future();
}

QFuture<Result<SecretPtr>> readEntry(const QString &key, QDeadlineTimer until)
{
    return start<SecretPtr>(new QKeychain::ReadPasswordJob(u"curfew"_s), key, until,
                            [](QKeychain::ReadPasswordJob *job) -> Result<SecretPtr> {
                                QByteArray bytes = job->binaryData();
                                return std::make_shared<const Secret>(
                                    Secret::take(bytes)); // wipes the job's own bytes too: they are shared
                            });
}

QFuture<Result<>> writeEntry(const QString &key, const Secret &value, QDeadlineTimer until)
{
    auto *job = new QKeychain::WritePasswordJob(u"curfew"_s);
    QByteArray bytes = value.reveal().toByteArray();
    job->setBinaryData(bytes);
    return start<void>(job, key, until, [bytes](QKeychain::WritePasswordJob *) mutable -> Result<> {
        wipe(bytes); // shared with the job, which is done with them
        return {};
    });
}

QFuture<Result<>> deleteEntry(const QString &key, QDeadlineTimer until)
{
    return start<void>(new QKeychain::DeletePasswordJob(u"curfew"_s), key, until,
                       [](QKeychain::DeletePasswordJob *) -> Result<> { return {}; });
}

} // namespace curfew
