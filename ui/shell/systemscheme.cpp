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
#endif

using namespace Qt::StringLiterals;

namespace curfew {

#ifdef Q_OS_LINUX

static const auto portal = u"org.freedesktop.portal.Desktop"_s;
static const auto portalPath = u"/org/freedesktop/portal/desktop"_s;
static const auto settingsInterface = u"org.freedesktop.portal.Settings"_s;
static const auto appearance = u"org.freedesktop.appearance"_s;
static const auto colorScheme = u"color-scheme"_s;

SystemScheme::SystemScheme(CurfewStyle &style, QObject *parent)
    : QObject(parent)
    , m_style(style)
{
    QDBusConnection::sessionBus().connect(portal, portalPath, settingsInterface, u"SettingChanged"_s, this,
                                          SLOT(settingChanged(QString, QString, QDBusVariant)));
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

SystemScheme::SystemScheme(CurfewStyle &style, QObject *parent)
    : QObject(parent)
    , m_style(style)
{
}

#endif

// 0: no preference, 1: dark, 2: light.
void SystemScheme::apply(uint scheme)
{
    m_style.setColorScheme(scheme == 1 ? ColorScheme::Dark : ColorScheme::Light);
    QApplication::setPalette(QPalette()); // built anew from the system's, if it has one, and the style's
}

} // namespace curfew
