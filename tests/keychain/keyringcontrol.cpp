// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keyringcontrol.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace {

//! The struct (oayays) of the Secret Service API: session, parameters, value, content type.
struct PlainSecret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType = u"text/plain"_s;
};

[[maybe_unused]] QDBusArgument &operator<<(QDBusArgument &argument, const PlainSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

[[maybe_unused]] const QDBusArgument &operator>>(const QDBusArgument &argument, PlainSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

} // namespace

Q_DECLARE_METATYPE(PlainSecret)

namespace curfew {

static QDBusObjectPath loginCollection()
{
    return QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s);
}

static QDBusMessage call(const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message);
}

bool lockKeyring()
{
    const QVariant collections = QVariant::fromValue(QList<QDBusObjectPath>{loginCollection()});
    return call(u"org.freedesktop.Secret.Service"_s, u"Lock"_s, {collections}).type() == QDBusMessage::ReplyMessage;
}

bool unlockKeyring(const QByteArray &password)
{
    qDBusRegisterMetaType<PlainSecret>();
    const QDBusMessage session = call(u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s,
                                      {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    const auto path = session.arguments().value(1).value<QDBusObjectPath>();
    const PlainSecret master{path, {}, password};
    // GNOME Keyring's own way for tests and for its PAM module; no part of the Secret Service API.
    const QDBusMessage reply =
        call(u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"UnlockWithMasterPassword"_s,
             {QVariant::fromValue(loginCollection()), QVariant::fromValue(master)});
    return reply.type() == QDBusMessage::ReplyMessage;
}

} // namespace curfew
