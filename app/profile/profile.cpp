// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profile.h"

#include "jsonfile.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr auto profileFile = "/profile.json"_L1;
static constexpr auto idKey = "id"_L1;
static constexpr auto forOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
    | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
static constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

static tl::unexpected<Error> unusable(const QString &path, const QString &why)
{
    return failure(ErrorKind::ProfileFailed, u"%1: %2"_s.arg(QDir::toNativeSeparators(path), why));
}

//! Makes the folder, for its owner alone. One that was there and holds other things keeps its mode: it may be anything.
static Result<> prepareFolder(const QString &path)
{
    const QFileInfo folder(path);
    if (folder.exists() && !folder.isDir())
        return unusable(path, u"not a folder"_s);
    if (!folder.exists() && !QDir().mkpath(path))
        return unusable(path, u"the folder can't be made"_s);
    const bool ours = QDir(path).isEmpty() || QFile::exists(path + profileFile);
    if (ours && (QFile::permissions(path) & forOthers) && !QFile::setPermissions(path, ownerOnly))
        return unusable(path, u"its mode can't be set to 0700"_s);
    return {};
}

static Result<QString> profileId(const JsonFile &file, const QJsonObject &content)
{
    const QString id = content.value(idKey).toString();
    if (QUuid::fromString(id).isNull())
        return file.damaged(u"/id"_s, u"a UUID is due here; without it the stored secrets can't be found"_s);
    return id;
}

static Result<QString> readOrMakeId(const QString &path)
{
    JsonFile file(path + profileFile, 1);
    if (QFile::exists(file.path()))
        return file.read().and_then([&](const QJsonObject &content) { return profileId(file, content); });
    QString id;
    return file
        .change([&](QJsonObject &content) -> Result<> {
            if (QFile::exists(file.path())) { // another process was faster
                return profileId(file, content).map([&](const QString &known) { id = known; });
            }
            id = QUuid::createUuid().toString(QUuid::WithoutBraces);
            content.insert(idKey, id);
            return {};
        })
        .map([&] { return id; });
}

Result<Profile> Profile::open(const QString &dir)
{
    const QString path = QDir::cleanPath(
        QDir(dir.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : dir).absolutePath());
    return prepareFolder(path).and_then([&] { return readOrMakeId(path); }).map([&](const QString &id) {
        return Profile(path, id);
    });
}

Profile::Profile(QString path, QString id)
    : m_path(std::move(path))
    , m_id(std::move(id))
{
}

QString Profile::journalPath() const
{
    return m_path + "/journal.sqlite"_L1;
}

QString Profile::providersPath() const
{
    return m_path + "/providers"_L1;
}

QString Profile::certificatesPath() const
{
    return m_path + "/certificates"_L1;
}

QString Profile::rootsPath() const
{
    return m_path + "/roots"_L1;
}

QString Profile::settingsPath() const
{
    return m_path + "/settings.ini"_L1;
}

} // namespace curfew
