// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"

#include <QJsonObject>

#include <functional>

namespace curfew {

//! One of the profile's files: a JSON object with a `version`, shared by several processes. It is replaced whole
//! (write beside it, flush, rename), so a reader sees the old or the new one and needs no lock; a writer holds a lock
//! file from reading to renaming, so that no change is lost. A file that is damaged, or of a newer version, is never
//! written over. All failures are ProfileFailed and name the file.
class JsonFile {
public:
    //! \p version is the newest that this program understands, and the one that it writes.
    JsonFile(QString path, int version);

    [[nodiscard]] QString path() const { return m_path; }

    //! \return an object with nothing but the version when the file isn't there; for a syntax error, line and column
    [[nodiscard]] Result<QJsonObject> read() const;

    //! Reads, lets \p edit change the object, writes it back (mode 0600); nothing is written when \p edit fails.
    //! Waits up to two seconds for another process that is doing the same.
    [[nodiscard]] Result<> change(const std::function<Result<>(QJsonObject &)> &edit);

    //! ProfileFailed, as `<path>: <where>: <what>`; \p where is a JSON pointer (RFC 6901).
    [[nodiscard]] tl::unexpected<Error> damaged(const QString &where, const QString &what) const;

private:
    QString m_path;
    int m_version;
};

} // namespace curfew
