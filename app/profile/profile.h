// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"

#include <QString>

namespace curfew {

//! The folder that holds everything one operator configured: settings, journal, descriptors. No secret is ever in it.
//! Console and command line may have the same one open at once.
class Profile {
public:
    //! Opens the profile in \p dir, or in the platform's place for application data when \p dir is empty; makes the
    //! folder (0700) and the profile's id if they aren't there yet.
    //! \return ProfileFailed when the folder can't be made or written, or when its profile.json is damaged or newer
    [[nodiscard]] static Result<Profile> open(const QString &dir = {});

    [[nodiscard]] QString path() const { return m_path; } //!< absolute
    [[nodiscard]] QString id() const { return m_id; } //!< a random UUID; part of keychain keys, so profiles never mix
    [[nodiscard]] QString journalPath() const; //!< the SQLite file
    [[nodiscard]] QString providersPath() const; //!< folder of the operator's own descriptors; may not exist
    [[nodiscard]] QString certificatesPath() const; //!< folder of sealed client certificates; may not exist
    [[nodiscard]] QString rootsPath() const; //!< folder of CA files that were given without a path; may not exist
    [[nodiscard]] QString settingsPath() const; //!< ini file for window geometry and the like

private:
    Profile(QString path, QString id);

    QString m_path;
    QString m_id;
};

} // namespace curfew
