// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protectednames.h"

#include "jsonreader.h"
#include "person.h"
#include "profile.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr auto namesKey = "names"_L1;

static Result<QStringList> parse(const JsonFile &file, const QJsonObject &content)
{
    JsonReader reader(content, {});
    [[maybe_unused]] const int version = reader.number("version"_L1); // checked by JsonFile
    const QStringList names = reader.texts(namesKey);
    if (!reader.finish())
        return file.damaged(reader.where(), reader.what());
    return names;
}

ProtectedNames::ProtectedNames(const Profile &profile)
    : m_file(profile.path() + "/protected.json"_L1, 1)
{
}

Result<QStringList> ProtectedNames::names() const
{
    return m_file.read().and_then([this](const QJsonObject &file) { return parse(m_file, file); });
}

Result<> ProtectedNames::add(const QString &name)
{
    if (name.trimmed().isEmpty())
        return failure(ErrorKind::InvalidInput, u"no name"_s);
    return m_file.change([&](QJsonObject &file) {
        return parse(m_file, file).map([&](QStringList names) {
            if (!names.contains(name.trimmed(), Qt::CaseInsensitive))
                names.append(name.trimmed());
            file.insert(namesKey, QJsonArray::fromStringList(names));
        });
    });
}

Result<> ProtectedNames::remove(const QString &name)
{
    return m_file.change([&](QJsonObject &file) {
        return parse(m_file, file).and_then([&](QStringList names) -> Result<> {
            const auto isIt = [&](const QString &other) { return other.compare(name, Qt::CaseInsensitive) == 0; };
            if (names.removeIf(isIt) == 0)
                return failure(ErrorKind::InvalidInput, u"“%1” is not a protected name"_s.arg(name));
            file.insert(namesKey, QJsonArray::fromStringList(names));
            return {};
        });
    });
}

Result<bool> ProtectedNames::protects(const Person &person) const
{
    return names().map([&](const QStringList &all) {
        return std::any_of(all.begin(), all.end(), [&](const QString &name) { return person.isCalled(name); });
    });
}

} // namespace curfew
