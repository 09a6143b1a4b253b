// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuerstore.h"

#include "issuerjson.h"
#include "profile.h"
#include "visibletext.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr auto issuersKey = "issuers"_L1;
static constexpr qsizetype longestName = 64;

static Result<> checkName(const QString &name)
{
    if (name.isEmpty())
        return failure(ErrorKind::InvalidInput, u"the name is empty"_s);
    if (name.size() > longestName)
        return failure(ErrorKind::InvalidInput, u"the name is longer than %1 characters"_s.arg(longestName));
    if (name != name.trimmed())
        return failure(ErrorKind::InvalidInput, u"the name starts or ends with a space"_s);
    // What is shown must be what is stored: no control, zero-width or bidirectional characters.
    if (visibleText(name) != name)
        return failure(ErrorKind::InvalidInput, u"the name holds an invisible character: %1"_s.arg(visibleText(name)));
    return {};
}

static Result<> checkClients(const QList<Client> &clients)
{
    QSet<QString> seen;
    for (const Client &client : clients) {
        if (visibleText(client.clientId) != client.clientId)
            return failure(
                ErrorKind::InvalidInput,
                u"the client id holds an invisible character, or is too long: %1"_s.arg(visibleText(client.clientId)));
        if (seen.contains(client.clientId))
            return failure(ErrorKind::InvalidInput, u"the client %1 is there twice"_s.arg(client.clientId));
        seen.insert(client.clientId);
    }
    return {};
}

static Result<> checkOrigins(const QStringList &origins)
{
    for (const QString &origin : origins) {
        const QUrl url(origin, QUrl::StrictMode);
        if (!isAcceptableUrl(url) || originOf(url) != origin)
            return failure(ErrorKind::InsecureUrl, u"no origin as scheme://host:port: %1"_s.arg(visibleText(origin)));
    }
    return {};
}

Result<> checkIssuer(const Issuer &issuer)
{
    if (const Result<> name = checkName(issuer.name); !name)
        return name;
    if (!isAcceptableUrl(issuer.url) || issuer.url.hasQuery())
        return failure(ErrorKind::InsecureUrl,
                       u"not https (or http on this machine), or with a user name, query or fragment: %1"_s.arg(
                           visibleText(issuer.url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery))));
    if (issuer.provider.isEmpty())
        return failure(ErrorKind::InvalidInput, u"no provider is named"_s);
    return checkClients(issuer.clients).and_then([&] { return checkOrigins(issuer.acceptedOrigins); });
}

static Result<QList<Issuer>> parse(const JsonFile &file, const QJsonObject &content)
{
    JsonReader reader(content, {});
    [[maybe_unused]] const int version = reader.number("version"_L1); // checked by JsonFile
    const QJsonArray elements = reader.array(issuersKey);
    if (!reader.finish())
        return file.damaged(reader.where(), reader.what());
    QList<Issuer> issuers;
    for (qsizetype i = 0; i < elements.size(); ++i) {
        const QString pointer = u"/issuers/%1"_s.arg(i);
        JsonReader element(elements.at(i), pointer);
        const Issuer issuer = issuerFromJson(element);
        if (!element.finish())
            return file.damaged(element.where(), element.what());
        if (const Result<> valid = checkIssuer(issuer); !valid)
            return file.damaged(pointer, valid.error().detail);
        issuers.append(issuer);
    }
    return issuers;
}

static QJsonArray toJson(const QList<Issuer> &issuers)
{
    QJsonArray elements;
    for (const Issuer &issuer : issuers)
        elements.append(issuerToJson(issuer));
    return elements;
}

static tl::unexpected<Error> unknown(const QString &name)
{
    return failure(ErrorKind::UnknownIssuer, u"no issuer is called %1"_s.arg(visibleText(name, longestName)));
}

static Result<> checkFree(const QList<Issuer> &all, const QString &name)
{
    for (const Issuer &other : all) {
        if (other.name.compare(name, Qt::CaseInsensitive) == 0)
            return failure(ErrorKind::InvalidInput, u"the name is taken: “%1”"_s.arg(visibleText(other.name)));
    }
    return {};
}

IssuerStore::IssuerStore(const Profile &profile)
    : m_file(profile.path() + "/issuers.json"_L1, 1)
{
}

Result<QList<Issuer>> IssuerStore::issuers() const
{
    return m_file.read().and_then([&](const QJsonObject &content) { return parse(m_file, content); });
}

Result<> IssuerStore::checkFree(const QString &name) const
{
    return issuers().and_then([&](const QList<Issuer> &all) { return curfew::checkFree(all, name); });
}

Result<Issuer> IssuerStore::find(const QString &name) const
{
    const Result<QList<Issuer>> all = issuers();
    if (!all)
        return tl::unexpected(all.error());
    for (const Issuer &issuer : *all) {
        if (issuer.name == name)
            return issuer;
    }
    return unknown(name);
}

Result<> IssuerStore::edit(const std::function<Result<>(QList<Issuer> &)> &change)
{
    return m_file.change([&](QJsonObject &content) -> Result<> {
        Result<QList<Issuer>> all = parse(m_file, content);
        if (!all)
            return tl::unexpected(all.error());
        return change(*all).map([&] { content.insert(issuersKey, toJson(*all)); });
    });
}

Result<> IssuerStore::add(const Issuer &issuer)
{
    if (const Result<> valid = checkIssuer(issuer); !valid)
        return valid;
    return edit([&](QList<Issuer> &all) -> Result<> {
        return curfew::checkFree(all, issuer.name).map([&] { all.append(issuer); });
    });
}

Result<Issuer> IssuerStore::change(const QString &name, const std::function<Result<>(Issuer &)> &change)
{
    Issuer result;
    const Result<> done = edit([&](QList<Issuer> &all) -> Result<> {
        const auto stored = std::find_if(all.begin(), all.end(), [&](const Issuer &i) { return i.name == name; });
        if (stored == all.end())
            return unknown(name);
        result = *stored;
        if (const Result<> changed = change(result); !changed)
            return changed;
        if (result.name != name)
            return failure(ErrorKind::InvalidInput, u"an issuer's name can't be changed"_s);
        if (const Result<> valid = checkIssuer(result); !valid)
            return valid;
        *stored = result;
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    return result;
}

Result<> IssuerStore::remove(const QString &name)
{
    return edit([&](QList<Issuer> &all) -> Result<> {
        if (all.removeIf([&](const Issuer &issuer) { return issuer.name == name; }) == 0)
            return unknown(name);
        return {};
    });
}

} // namespace curfew
