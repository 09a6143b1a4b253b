// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretservice.h"

#include "asyncresult.h"
#include "secretserviceprompt.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr auto serviceName = "org.freedesktop.secrets"_L1;
static constexpr auto servicePath = "/org/freedesktop/secrets"_L1;
static constexpr auto serviceInterface = "org.freedesktop.Secret.Service"_L1;
static constexpr auto collectionInterface = "org.freedesktop.Secret.Collection"_L1;
static constexpr auto noObject = "/"_L1; // how this API writes "none"

static Error errorOf(const QDBusError &error)
{
    const QString detail = u"%1: %2"_s.arg(error.name(), error.message());
    switch (error.type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return {ErrorKind::KeychainTimedOut, u"the Secret Service doesn't answer"_s, 0, {}};
    case QDBusError::UnknownObject:
    case QDBusError::UnknownMethod: // GNOME Keyring's word for an object that isn't there
        return {ErrorKind::EntryNotFound, detail, 0, {}};
    case QDBusError::ServiceUnknown:
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
        break;
    default:
        // A service that is installed but can't be started: org.freedesktop.DBus.Error.Spawn.*
        if (!error.name().contains(".Spawn."_L1) && !error.name().endsWith(".NameHasNoOwner"_L1))
            return {ErrorKind::KeychainFailed, detail, 0, {}};
    }
    return {ErrorKind::KeychainUnavailable,
            u"no Secret Service is running; install and unlock gnome-keyring or KWallet (%1)"_s.arg(detail),
            0,
            {}};
}

static QFuture<Result<QDBusMessage>> call(const QDBusMessage &message, QDeadlineTimer until)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return readyFuture<Result<QDBusMessage>>(
            failure(ErrorKind::KeychainUnavailable,
                    u"there is no D-Bus session bus, which the keychain is reached over: start a desktop session, or "
                    "dbus-run-session (%1)"_s.arg(bus.lastError().message())));
    }
    auto promise = std::make_shared<QPromise<Result<QDBusMessage>>>();
    promise->start();
    const int milliseconds = int(qBound(qint64(1), until.remainingTime(), qint64(3'600'000)));
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message, milliseconds));
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [promise, watcher] {
        watcher->deleteLater();
        if (watcher->isError())
            promise->addResult(tl::unexpected(errorOf(watcher->error())));
        else
            promise->addResult(watcher->reply());
        promise->finish();
    });
    return promise->future();
}

static QDBusMessage question(QLatin1StringView interface, const QString &path, QLatin1StringView method)
{
    return QDBusMessage::createMethodCall(serviceName, path, interface, method);
}

//! The default collection's path; empty when there is none.
static QFuture<Result<QString>> defaultCollection(QDeadlineTimer until)
{
    QDBusMessage message = question(serviceInterface, servicePath, "ReadAlias"_L1);
    message << u"default"_s;
    return call(message, until).then([](const Result<QDBusMessage> &reply) {
        return reply.map([](const QDBusMessage &answer) {
            const QString path = answer.arguments().value(0).value<QDBusObjectPath>().path();
            return path == noObject ? QString() : path;
        });
    });
}

static Result<CollectionState> stateFrom(const Result<QDBusMessage> &reply)
{
    // A fresh GNOME Keyring has the alias before it has the collection.
    if (!reply && reply.error().kind == ErrorKind::EntryNotFound)
        return CollectionState::Missing;
    return reply.and_then([](const QDBusMessage &answer) -> Result<CollectionState> {
        const QVariant locked = answer.arguments().value(0).value<QDBusVariant>().variant();
        if (locked.typeId() != QMetaType::Bool)
            return failure(ErrorKind::KeychainFailed, u"the Secret Service doesn't say whether it is locked"_s);
        return locked.toBool() ? CollectionState::Locked : CollectionState::Unlocked;
    });
}

static QFuture<Result<CollectionState>> stateOf(const QString &collection, QDeadlineTimer until)
{
    QDBusMessage message = question("org.freedesktop.DBus.Properties"_L1, collection, "Get"_L1);
    message << QString(collectionInterface) << u"Locked"_s;
    return call(message, until).then(stateFrom);
}

QFuture<Result<CollectionState>> collectionState(QDeadlineTimer until)
{
    return defaultCollection(until)
        .then([until](const Result<QString> &collection) {
            if (!collection)
                return readyFuture<Result<CollectionState>>(tl::unexpected(collection.error()));
            if (collection->isEmpty())
                return readyFuture<Result<CollectionState>>(CollectionState::Missing);
            return stateOf(*collection, until);
        })
        .unwrap();
}

//! Waits for the prompt that the answer to Unlock names, if it names one.
static QFuture<Result<>> afterUnlock(const QDBusMessage &answer, QDeadlineTimer until)
{
    const QString prompt = answer.arguments().value(1).value<QDBusObjectPath>().path();
    if (prompt.isEmpty() || prompt == noObject)
        return readyFuture<Result<>>({});
    return SecretServicePrompt::show(answer.service(), prompt, until);
}

static QFuture<Result<>> verifyUnlocked(QDeadlineTimer until)
{
    return collectionState(until).then([](const Result<CollectionState> &state) {
        return state.and_then([](CollectionState now) -> Result<> {
            if (now == CollectionState::Locked)
                return failure(ErrorKind::KeychainLocked, u"the keyring is still locked"_s);
            return {};
        });
    });
}

static QFuture<Result<>> failed(const Error &error)
{
    return readyFuture<Result<>>(tl::unexpected(error));
}

//! Unlocks the default collection, which is there and locked.
static QFuture<Result<>> unlockLocked(QDeadlineTimer until)
{
    return defaultCollection(until)
        .then([until](const Result<QString> &collection) {
            if (!collection)
                return readyFuture<Result<QDBusMessage>>(tl::unexpected(collection.error()));
            QDBusMessage message = question(serviceInterface, servicePath, "Unlock"_L1);
            message << QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(*collection)});
            return call(message, until);
        })
        .unwrap()
        .then([until](const Result<QDBusMessage> &reply) {
            return reply ? afterUnlock(*reply, until) : failed(reply.error());
        })
        .unwrap()
        .then([until](const Result<> &unlocked) { return unlocked ? verifyUnlocked(until) : failed(unlocked.error()); })
        .unwrap();
}

QFuture<Result<>> unlockCollection(QDeadlineTimer until)
{
    return collectionState(until)
        .then([until](const Result<CollectionState> &state) {
            if (!state)
                return failed(state.error());
            return *state == CollectionState::Locked ? unlockLocked(until) : readyFuture<Result<>>({});
        })
        .unwrap();
}

} // namespace curfew
