// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "systemscheme.h"

#include "theme.h"

#include <QApplication>

#ifdef Q_OS_LINUX
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QStyle>
#include <QStyleFactory>

#include <memory>
#endif

using namespace Qt::StringLiterals;

namespace curfew {

#ifdef Q_OS_LINUX

// Then Qt makes do with the palette that Fusion brings.
static bool systemHasNoPalette()
{
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(u"fusion"_s));
    return QGuiApplication::palette() == fusion->standardPalette();
}

static const auto portal = u"org.freedesktop.portal.Desktop"_s;
static const auto portalPath = u"/org/freedesktop/portal/desktop"_s;
static const auto settingsInterface = u"org.freedesktop.portal.Settings"_s;
static const auto appearance = u"org.freedesktop.appearance"_s;
static const auto colorScheme = u"color-scheme"_s;

SystemScheme::SystemScheme(QObject *parent)
    : QObject(parent)
{
    if (!systemHasNoPalette())
        return;
    apply(0);
    // clang-format off: the signature has to stand as moc writes it
    QDBusConnection::sessionBus().connect(portal, portalPath, settingsInterface, u"SettingChanged"_s, this,
                                          SLOT(settingChanged(QString,QString,QDBusVariant)));
    // clang-format on
    ask();
}

void SystemScheme::ask()
{
    QDBusMessage read = QDBusMessage::createMethodCall(portal, portalPath, settingsInterface, u"Read"_s);
    read.setArguments({appearance, colorScheme});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(read), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError())
            return;
        // The portal answers a variant inside a variant.
        const QVariant outer = reply.value().variant();
        apply(outer.canConvert<QDBusVariant>() ? outer.value<QDBusVariant>().variant().toUInt() : outer.toUInt());
    });
}

void SystemScheme::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance && key == colorScheme)
        apply(value.variant().toUInt());
}

#else

SystemScheme::SystemScheme(QObject *parent)
    : QObject(parent)
{
}

#endif

// 0: no preference, 1: dark, 2: light.
void SystemScheme::apply(uint scheme)
{
    QApplication::setPalette(ownPalette(scheme == 1 ? ColorScheme::Dark : ColorScheme::Light));
}

} // namespace curfew
