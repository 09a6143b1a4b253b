// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "breakerstore.h"

#include "jsonreader.h"
#include "profile.h"
#include "timetext.h"

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr auto breakersKey = "breakers"_L1;

static bool isOf(const BreakerState &state, const QString &issuer, const QString &clientId)
{
    return state.issuer == issuer && state.clientId == clientId;
}

static QJsonObject stateToJson(const BreakerState &state)
{
    return {{"issuer"_L1, state.issuer},
            {"clientId"_L1, state.clientId},
            {"openedAt"_L1, toRfc3339(state.openedAt)},
            {"lockedUntil"_L1, toJson(state.lockedUntil)},
            {"detail"_L1, state.detail},
            {"httpStatus"_L1, state.httpStatus}};
}

static BreakerState stateFromJson(JsonReader &reader)
{
    BreakerState state;
    state.issuer = reader.text("issuer"_L1);
    state.clientId = reader.text("clientId"_L1);
    state.openedAt = reader.time("openedAt"_L1);
    state.lockedUntil = reader.optionalTime("lockedUntil"_L1);
    state.detail = reader.text("detail"_L1);
    state.httpStatus = reader.number("httpStatus"_L1);
    return state;
}

static Result<QList<BreakerState>> parse(const JsonFile &file, const QJsonObject &content)
{
    JsonReader reader(content, {});
    [[maybe_unused]] const int version = reader.number("version"_L1); // checked by JsonFile
    const QJsonArray elements = reader.array(breakersKey);
    if (!reader.finish())
        return file.damaged(reader.where(), reader.what());
    QList<BreakerState> states;
    for (qsizetype i = 0; i < elements.size(); ++i) {
        JsonReader element(elements.at(i), u"/breakers/%1"_s.arg(i));
        states.append(stateFromJson(element));
        if (!element.finish())
            return file.damaged(element.where(), element.what());
    }
    return states;
}

BreakerStore::BreakerStore(const Profile &profile)
    : m_file(profile.path() + "/breakers.json"_L1, 1)
{
}

Result<QList<BreakerState>> BreakerStore::openBreakers() const
{
    return m_file.read().and_then([&](const QJsonObject &content) { return parse(m_file, content); });
}

Result<std::optional<BreakerState>> BreakerStore::find(const QString &issuer, const QString &clientId) const
{
    return openBreakers().map([&](const QList<BreakerState> &states) -> std::optional<BreakerState> {
        for (const BreakerState &state : states) {
            if (isOf(state, issuer, clientId))
                return state;
        }
        return std::nullopt;
    });
}

Result<> BreakerStore::edit(const std::function<void(QList<BreakerState> &)> &change)
{
    return m_file.change([&](QJsonObject &content) -> Result<> {
        Result<QList<BreakerState>> states = parse(m_file, content);
        if (!states)
            return tl::unexpected(states.error());
        change(*states);
        QJsonArray elements;
        for (const BreakerState &state : std::as_const(*states))
            elements.append(stateToJson(state));
        content.insert(breakersKey, elements);
        return {};
    });
}

Result<> BreakerStore::trip(const BreakerState &state)
{
    if (!state.openedAt.isValid() || (state.lockedUntil && !state.lockedUntil->isValid()))
        return failure(ErrorKind::InvalidInput, u"a breaker opens at a time"_s);
    return edit([&](QList<BreakerState> &states) {
        for (BreakerState &known : states) {
            if (isOf(known, state.issuer, state.clientId)) {
                const QDateTime openedAt = known.openedAt;
                known = state;
                known.openedAt = openedAt;
                return;
            }
        }
        states.append(state);
    });
}

Result<> BreakerStore::close(const QString &issuer, const QString &clientId)
{
    return edit([&](QList<BreakerState> &states) {
        states.removeIf([&](const BreakerState &state) { return isOf(state, issuer, clientId); });
    });
}

Result<> BreakerStore::closeAll(const QString &issuer)
{
    return edit([&](QList<BreakerState> &states) {
        states.removeIf([&](const BreakerState &state) { return state.issuer == issuer; });
    });
}

} // namespace curfew
