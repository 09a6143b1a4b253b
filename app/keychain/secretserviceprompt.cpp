// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretserviceprompt.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>

#include <chrono>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr auto promptInterface = "org.freedesktop.Secret.Prompt"_L1;

QFuture<Result<>> SecretServicePrompt::show(const QString &service, const QString &path, QDeadlineTimer until)
{
    auto *prompt = new SecretServicePrompt(service, path); // deletes itself in finish(), at the deadline at the latest
    const QFuture<Result<>> future = prompt->m_promise.future();
    prompt->open(until);
    return future;
}

SecretServicePrompt::SecretServicePrompt(QString service, QString path)
    : m_service(std::move(service))
    , m_path(std::move(path))
{
    m_promise.start();
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &SecretServicePrompt::onDeadline);
}

void SecretServicePrompt::open(QDeadlineTimer until)
{
    m_deadline.start(std::chrono::milliseconds(qMax(qint64(0), until.remainingTime())));
    QDBusConnection bus = QDBusConnection::sessionBus();
    // Before the prompt is shown: it may be dismissed at once, for want of a screen.
    bus.connect(m_service, m_path, promptInterface, u"Completed"_s, this, SLOT(onCompleted(bool,QDBusVariant)));
    QDBusMessage message = QDBusMessage::createMethodCall(m_service, m_path, promptInterface, u"Prompt"_s);
    message << QString(); // no parent window
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message, int(m_deadline.interval()) + 1), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        if (watcher->isError())
            finish(failure(ErrorKind::KeychainFailed, watcher->error().message()));
    });
}

void SecretServicePrompt::onCompleted(bool dismissed, const QDBusVariant &)
{
    if (dismissed)
        finish(failure(ErrorKind::Canceled, u"the unlock prompt was dismissed, or couldn't be shown"_s));
    else
        finish({});
}

void SecretServicePrompt::onDeadline()
{
    const QDBusMessage dismiss = QDBusMessage::createMethodCall(m_service, m_path, promptInterface, u"Dismiss"_s);
    QDBusConnection::sessionBus().send(dismiss);
    finish(failure(ErrorKind::KeychainTimedOut, u"the unlock prompt was not answered"_s));
}

void SecretServicePrompt::finish(Result<> result)
{
    if (m_promise.future().isFinished())
        return;
    m_deadline.stop();
    deleteLater();
    m_promise.addResult(std::move(result));
    m_promise.finish();
}

} // namespace curfew
