// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#ifdef Q_OS_LINUX
#include <QDBusVariant>
#endif

namespace curfew {

//! Gives the program a palette where the system has none of its own (on Linux without a platform theme), light or dark
//! as the desktop says: the settings portal, org.freedesktop.appearance color-scheme. Elsewhere Qt follows the system.
class SystemScheme : public QObject {
    Q_OBJECT

public:
    explicit SystemScheme(QObject *parent = nullptr);

#ifdef Q_OS_LINUX
private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
#endif

private:
    void apply(uint scheme);
};

} // namespace curfew
