// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "systemplace.h"

using namespace Qt::StringLiterals;

namespace curfew {

static bool isKde(const QProcessEnvironment &environment)
{
    const QString desktop = environment.value(u"XDG_CURRENT_DESKTOP"_s);
    if (desktop == "KDE"_L1)
        return true;
    if (desktop == "GNOME"_L1 || desktop == "Unity"_L1 || desktop == "XFCE"_L1)
        return false;
    const QString session = environment.value(u"DESKTOP_SESSION"_s);
    if (session == "kde"_L1 || session == "kde4"_L1)
        return true;
    if (session == "gnome"_L1 || session.contains("xfce"_L1) || session == "xubuntu"_L1)
        return false;
    return environment.value(u"GNOME_DESKTOP_SESSION_ID"_s).isEmpty()
        && !environment.value(u"KDE_FULL_SESSION"_s).isEmpty();
}

KeychainPlace freedesktopPlace(const QProcessEnvironment &environment)
{
    const QString version = environment.value(u"KDE_SESSION_VERSION"_s);
    const bool oldPlasma = version == "5"_L1 || version == "4"_L1;
    return isKde(environment) && oldPlasma ? KeychainPlace::KWallet : KeychainPlace::SecretService;
}

KeychainPlace systemPlace()
{
#if defined(Q_OS_WIN)
    return KeychainPlace::WindowsCredentialManager;
#elif defined(Q_OS_DARWIN)
    return KeychainPlace::MacKeychain;
#else
    return freedesktopPlace(QProcessEnvironment::systemEnvironment());
#endif
}

} // namespace curfew
