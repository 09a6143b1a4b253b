// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "privatefile.h"

#include <QSaveFile>

namespace curfew {

Result<> writePrivateFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false); // which would neither be whole nor keep its mode
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(content) != content.size() || !file.flush() || !file.commit())
        return failure(ErrorKind::InvalidInput, file.errorString());
    return {};
}

} // namespace curfew
