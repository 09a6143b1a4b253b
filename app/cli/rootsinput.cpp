// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rootsinput.h"

#include "terminal.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr qint64 largest = 4 * 1024 * 1024; // the system's own bundles are a quarter of a megabyte

static tl::unexpected<Error> mistake(const QString &sentence)
{
    return failure(ErrorKind::InvalidInput, sentence);
}

static Result<QString> keep(const QByteArray &pem, const QString &folder)
{
    const QString name =
        QString::fromLatin1(QCryptographicHash::hash(pem, QCryptographicHash::Sha256).toHex().left(16));
    const QString path = QDir(folder).absoluteFilePath(name + u".pem"_s);
    QSaveFile file(path);
    if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(pem) != pem.size() || !file.flush()
        || !file.commit())
        return failure(ErrorKind::ProfileFailed, u"%1 can't be written: %2"_s.arg(path, file.errorString()));
    return path;
}

Result<QString> readRootsFile(const QString &path, const QString &folder, Terminal &terminal)
{
    const bool fromInput = path == "-"_L1;
    QFile file(path);
    const bool opened = fromInput ? file.open(terminal.input(), QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    const QString name = fromInput ? u"standard input"_s : path;
    if (!opened)
        return mistake(u"%1 can't be read: %2"_s.arg(name, file.errorString()));
    const QByteArray pem = file.read(largest);
    if (QSslCertificate::fromData(pem, QSsl::Pem).isEmpty())
        return mistake(u"%1 holds no PEM certificate"_s.arg(name));
    if (fromInput)
        return folder.isEmpty() ? path : keep(pem, folder);
    return QFileInfo(path).absoluteFilePath();
}

} // namespace curfew
