// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rootsinput.h"

#include "privatefile.h"
#include "terminal.h"
#include "tlssettings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace curfew {

static Result<QString> keep(const QByteArray &pem, const QString &folder)
{
    const QString name =
        QString::fromLatin1(QCryptographicHash::hash(pem, QCryptographicHash::Sha256).toHex().left(16));
    const QString path = QDir(folder).absoluteFilePath(name + u".pem"_s);
    QDir().mkpath(folder); // else it can't be written, which says why
    if (const auto written = writePrivateFile(path, pem); !written)
        return failure(ErrorKind::ProfileFailed, u"%1 can't be written: %2"_s.arg(path, written.error().detail));
    return path;
}

Result<QString> readRootsFile(const QString &path, const QString &folder, Terminal &terminal)
{
    if (path != "-"_L1)
        return readRoots(path).map([&](const auto &) { return QFileInfo(path).absoluteFilePath(); });
    QFile input;
    if (!input.open(terminal.input(), QIODevice::ReadOnly))
        return failure(ErrorKind::InvalidInput, u"standard input can't be read: %1"_s.arg(input.errorString()));
    const QByteArray pem = input.read(largestRoots + 1);
    return rootsFromPem(pem, u"standard input"_s).and_then([&](const auto &) {
        return folder.isEmpty() ? Result<QString>(path) : keep(pem, folder);
    });
}

} // namespace curfew
