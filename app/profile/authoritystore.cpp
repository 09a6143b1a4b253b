// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "authoritystore.h"

#include "jsonreader.h"
#include "profile.h"

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr auto authoritiesKey = "authorities"_L1;
static constexpr auto hashKey = "sha256"_L1;

AuthorityStore::AuthorityStore(const Profile &profile)
    : m_file(profile.path() + "/authorities.json"_L1, 1)
{
}

Result<QMap<QString, Authority>> AuthorityStore::parse(const QJsonObject &content) const
{
    JsonReader reader(content, {});
    [[maybe_unused]] const int version = reader.number("version"_L1); // checked by JsonFile
    const QJsonArray elements = reader.array(authoritiesKey);
    if (!reader.finish())
        return m_file.damaged(reader.where(), reader.what());
    QMap<QString, Authority> known;
    for (qsizetype i = 0; i < elements.size(); ++i) {
        JsonReader element(elements.at(i), u"/authorities/%1"_s.arg(i));
        const QString origin = element.text("origin"_L1);
        const Authority authority{element.text(hashKey), element.text("name"_L1)};
        const QByteArray hex = authority.sha256.toLatin1();
        if (hex.size() != 64 || QByteArray::fromHex(hex).toHex() != hex)
            element.reject(hashKey, u"no SHA-256 in lower-case hex digits"_s);
        if (!element.finish())
            return m_file.damaged(element.where(), element.what());
        known.insert(origin, authority);
    }
    return known;
}

Result<std::optional<Authority>> AuthorityStore::find(const QString &origin) const
{
    return m_file.read()
        .and_then([&](const QJsonObject &content) { return parse(content); })
        .map([&](const QMap<QString, Authority> &known) {
            return known.contains(origin) ? std::optional(known.value(origin)) : std::nullopt;
        });
}

Result<> AuthorityStore::remember(const QString &origin, const Authority &authority)
{
    return m_file.change([&](QJsonObject &content) {
        return parse(content).map([&](QMap<QString, Authority> known) {
            known.insert(origin, authority);
            QJsonArray elements;
            for (auto it = known.cbegin(); it != known.cend(); ++it) {
                elements.append(QJsonObject{{"origin"_L1, it.key()}, {hashKey, it->sha256}, {"name"_L1, it->name}});
            }
            content.insert(authoritiesKey, elements);
        });
    });
}

} // namespace curfew
