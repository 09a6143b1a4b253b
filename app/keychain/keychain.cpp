// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain.h"

using namespace Qt::StringLiterals;

namespace curfew {

QString keychainPlaceName(KeychainPlace place)
{
    switch (place) {
    case KeychainPlace::SecretService:
        return u"GNOME Keyring"_s;
    case KeychainPlace::KWallet:
        return u"KWallet"_s;
    case KeychainPlace::WindowsCredentialManager:
        return u"Windows Credential Manager"_s;
    case KeychainPlace::MacKeychain:
        return u"macOS Keychain"_s;
    case KeychainPlace::Memory:
        return u"memory"_s;
    }
    Q_UNREACHABLE();
}

} // namespace curfew
