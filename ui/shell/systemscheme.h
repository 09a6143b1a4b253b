// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#ifdef Q_OS_LINUX
#include <QDBusVariant>
#endif

namespace curfew {

class CurfewStyle;

//! Keeps the style's own palette in step with what the desktop says of light and dark, where Qt itself doesn't (on
//! Linux without a platform theme): the settings portal, org.freedesktop.appearance color-scheme.
class SystemScheme : public QObject {
    Q_OBJECT

public:
    //! \p style belongs to the application and outlives this.
    explicit SystemScheme(CurfewStyle &style, QObject *parent = nullptr);

#ifdef Q_OS_LINUX
private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
#endif

private:
    void apply(uint scheme);

    CurfewStyle &m_style;
};

} // namespace curfew
