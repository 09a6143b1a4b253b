// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportfile.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace curfew {

Result<> writeExport(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(content) != content.size() || !file.flush() || !file.commit())
        return failure(ErrorKind::InvalidInput, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

} // namespace curfew
