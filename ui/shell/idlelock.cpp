// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "idlelock.h"

#include <QCoreApplication>
#include <QEvent>

#ifdef Q_OS_LINUX
#include <QDBusConnection>
#endif

using namespace Qt::StringLiterals;

namespace curfew {

IdleLock::IdleLock(std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(patience);
    connect(&m_timer, &QTimer::timeout, this, &IdleLock::locked);
    m_timer.start();
    QCoreApplication::instance()->installEventFilter(this);
    listenToSession();
}

bool IdleLock::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::Drop:
        m_timer.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void IdleLock::listenToSession()
{
#ifdef Q_OS_LINUX
    // The same signal under the names that desktops give it; where there is none, idleness alone locks.
    for (const auto &service : {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s}) {
        for (const auto &path : {u"/org/freedesktop/ScreenSaver"_s, u"/org/gnome/ScreenSaver"_s, u"/ScreenSaver"_s}) {
            QDBusConnection::sessionBus().connect(service, path, service, u"ActiveChanged"_s, this,
                                                  SLOT(sessionLocked(bool)));
        }
    }
#endif
}

void IdleLock::sessionLocked(bool active)
{
    if (active)
        Q_EMIT locked();
}

} // namespace curfew
