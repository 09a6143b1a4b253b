// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonfile.h"

#include "privatefile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLockFile>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

static constexpr auto versionKey = "version"_L1;
static constexpr qint64 maximumBytes = 16 * 1024 * 1024; // a thousand issuers take a few hundred KiB
// A change takes milliseconds, so only a process that was stopped in the middle of one is waited for that long. Less
// would let two commands of one script fail: QLockFile asks again after 100 ms, then 200, then 400.
static constexpr auto lockWait = 2s;

static QString position(const QByteArray &bytes, int offset)
{
    const QByteArray before = bytes.left(offset);
    const auto line = before.count('\n') + 1;
    const auto column = before.size() - (before.lastIndexOf('\n') + 1) + 1;
    return u"line %1, column %2"_s.arg(line).arg(column);
}

JsonFile::JsonFile(QString path, int version)
    : m_path(std::move(path))
    , m_version(version)
{
}

tl::unexpected<Error> JsonFile::damaged(const QString &where, const QString &what) const
{
    return failure(ErrorKind::ProfileFailed, u"%1: %2: %3"_s.arg(QDir::toNativeSeparators(m_path), where, what));
}

Result<QJsonObject> JsonFile::read() const
{
    if (!QFile::exists(m_path)) {
        // Only in a folder that can be searched does that mean "not there".
        const QFileInfo folder(QFileInfo(m_path).path());
        if (!folder.isDir() || !folder.isReadable() || !folder.isExecutable())
            return damaged(u"can't be read"_s, u"its folder can't be searched"_s);
        return QJsonObject{{versionKey, m_version}};
    }
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return damaged(u"can't be read"_s, file.errorString());
    // read() takes the memory of what it may read before it has: here never more than there is.
    const QByteArray bytes = file.read(std::min(file.size(), maximumBytes) + 1);
    if (file.error() != QFileDevice::NoError)
        return damaged(u"can't be read"_s, file.errorString());
    if (bytes.size() > maximumBytes)
        return damaged(u"can't be read"_s, u"larger than 16 MiB"_s);

    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return damaged(position(bytes, error.offset), error.errorString());
    if (!document.isObject())
        return damaged(u"line 1, column 1"_s, u"not a JSON object"_s);
    const QJsonObject object = document.object();
    const int version = object.value(versionKey).toInt(-1);
    if (version < 1)
        return damaged(u"/version"_s, u"a whole number from 1 is due here"_s);
    if (version > m_version) {
        return damaged(u"/version"_s,
                       u"written by a newer Curfew (version %1 of this file; this program knows %2)"_s.arg(version).arg(
                           m_version));
    }
    return object;
}

static QString holderOf(const QLockFile &lock)
{
    qint64 pid = 0;
    QString host;
    QString program;
    if (!lock.getLockInfo(&pid, &host, &program))
        return u"another program"_s;
    return u"%1, process %2 on %3"_s.arg(program).arg(pid).arg(host);
}

Result<> JsonFile::change(const std::function<Result<>(QJsonObject &)> &edit)
{
    QLockFile lock(m_path + ".lock"_L1);
    lock.setStaleLockTime(0ms); // never by age alone: a suspended holder would wake up and write over our change
    if (!lock.tryLock(lockWait)) {
        if (lock.error() == QLockFile::LockFailedError)
            return damaged(u"is being changed"_s, holderOf(lock));
        return damaged(u"can't be written"_s, u"no lock file can be made beside it"_s);
    }
    Result<QJsonObject> object = read();
    if (!object)
        return tl::unexpected(object.error());
    const QJsonObject before = *object;
    if (const Result<> edited = edit(*object); !edited)
        return edited;
    object->insert(versionKey, m_version);
    if (*object == before && QFile::exists(m_path))
        return {};
    if (const Result<> written = writePrivateFile(m_path, QJsonDocument(*object).toJson()); !written)
        return damaged(u"can't be written"_s, written.error().detail);
    return {};
}

} // namespace curfew
