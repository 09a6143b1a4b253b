// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakesecretservice.h"

#include <QDBusObjectPath>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace curfew {

static const QString serviceName = u"org.freedesktop.secrets"_s;
static const QString rootPath = u"/org/freedesktop/secrets"_s;
static const QString promptPath = u"/org/freedesktop/secrets/prompt/p1"_s;

FakeSecretService::FakeSecretService()
    : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"fake"_s))
{
    if (!m_bus.registerVirtualObject(rootPath, this, QDBusConnection::SubPath) || !m_bus.registerService(serviceName))
        qFatal("the fake service can't be registered");
}

FakeSecretService::~FakeSecretService()
{
    m_bus.unregisterService(serviceName);
    m_bus.unregisterObject(rootPath, QDBusConnection::UnregisterTree);
    QDBusConnection::disconnectFromBus(u"fake"_s);
}

QString FakeSecretService::introspect(const QString &) const
{
    return {};
}

bool FakeSecretService::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    calls.append(message.member());
    if (silent)
        return true;
    if (message.member() == "Get"_L1 && !hasCollection)
        connection.send(message.createErrorReply(QDBusError::UnknownMethod, u"Object does not exist at path"_s));
    else
        connection.send(message.createReply(answerTo(message)));
    return true;
}

QVariantList FakeSecretService::answerTo(const QDBusMessage &message)
{
    const QString member = message.member();
    if (member == "ReadAlias"_L1)
        return {QVariant::fromValue(QDBusObjectPath(hasAlias ? rootPath + "/collection/c1"_L1 : u"/"_s))};
    if (member == "Get"_L1)
        return {QVariant::fromValue(QDBusVariant(locked))};
    if (member == "Unlock"_L1) {
        const bool prompts = locked && prompt != Prompt::None;
        locked = locked && prompts;
        return {QVariant::fromValue(QList<QDBusObjectPath>()),
                QVariant::fromValue(QDBusObjectPath(prompts ? promptPath : u"/"_s))};
    }
    if (member == "Prompt"_L1 && prompt != Prompt::Ignored)
        QMetaObject::invokeMethod(
            this, [this] { complete(prompt == Prompt::Dismissed); }, Qt::QueuedConnection);
    return {};
}

void FakeSecretService::complete(bool dismissed)
{
    if (prompt == Prompt::Approved)
        locked = false;
    QDBusMessage signal = QDBusMessage::createSignal(promptPath, u"org.freedesktop.Secret.Prompt"_s, u"Completed"_s);
    signal << dismissed << QVariant::fromValue(QDBusVariant(QString()));
    m_bus.send(signal);
}

} // namespace curfew
