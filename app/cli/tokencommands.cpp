// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokencommands.h"

#include "asyncresult.h"
#include "inputs.h"
#include "jwt.h"
#include "routing.h"
#include "terminal.h"
#include "visibletext.h"
#include "words.h"
#include "workspace.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace curfew {

static ItemRecord strayRecord(const Routing::Stray &stray)
{
    ItemRecord record;
    record.item.fingerprint = stray.target.token.fingerprint().toString();
    record.item.targetId = record.item.fingerprint;
    record.state = ItemState::Done;
    record.result = ItemResult();
    record.result->outcome = Outcome::Skipped;
    record.result->message = stray.reason;
    return record;
}

// A token is ended, and asked about, where tokens are; not where its issuer keeps its people.
static QList<Issuer> thatRevoke(const QList<Issuer> &issuers, const DescriptorCatalog &catalog)
{
    QList<Issuer> revoking;
    for (const Issuer &issuer : issuers) {
        const ProviderDescriptor *descriptor = catalog.find(issuer.provider);
        if (!descriptor || descriptor->revokes()) // what is wrong with an unknown one is told when it is opened
            revoking.append(issuer);
    }
    return revoking;
}

void TokenRevokeCommand::start()
{
    if (!canBeAgreedTo())
        return;
    Routing routing;
    const auto issuers = workspace().issuers().issuers();
    if (!issuers) {
        fail(issuers.error());
        return;
    }
    std::optional<Issuer> chosen;
    if (line().has(u"issuer"_s)) {
        const auto found = workspace().issuers().find(line().value(u"issuer"_s));
        if (!found) {
            fail(found.error());
            return;
        }
        chosen = *found;
    }
    const auto input = readTokens(line().value(u"tokens-file"_s), line().value(u"hint"_s), terminal());
    if (!input) {
        fail(input.error());
        return;
    }
    for (const QString &warning : input->warnings)
        warn(warning);
    if (chosen)
        routing.routes.append({*chosen, input->targets});
    else
        routing = routeByIssuer(input->targets, thatRevoke(*issuers, workspace().catalog()));

    if (line().has(u"secret-file"_s) && routing.routes.size() > 1) {
        fail(failure(
            ErrorKind::InvalidInput,
            u"the tokens belong to %1, and the secret of --secret-file to one of them: name it with --issuer"_s.arg(
                countOf(routing.routes.size(), u"issuer"_s))));
        return;
    }

    QList<ItemRecord> strays;
    for (const Routing::Stray &stray : std::as_const(routing.strays))
        strays.append(strayRecord(stray));
    if (!strays.isEmpty())
        warn(u"%1 can't be routed to a configured issuer and are left alone"_s.arg(countOf(strays.size(), u"token"_s)));
    std::vector<Share> shares;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Routing::Route &route : std::as_const(routing.routes)) {
        auto access = open(route.issuer);
        if (!access) {
            fail(access.error());
            return;
        }
        Share share;
        share.plan = planFromTokens(route.issuer, (*access)->descriptor(), route.targets, now);
        share.access = std::move(*access);
        shares.push_back(std::move(share));
    }
    carryOut(std::move(shares), strays);
}

TokenInspectCommand::~TokenInspectCommand() = default;

void TokenInspectCommand::start()
{
    const auto token = readTokenFile(line().value(u"token-file"_s), terminal());
    if (!token) {
        fail(token.error());
        return;
    }
    const RevokeTarget target{*token, {}, {}};
    std::optional<Issuer> issuer;
    if (line().has(u"issuer"_s)) {
        const auto found = workspace().issuers().find(line().value(u"issuer"_s));
        if (!found) {
            fail(found.error());
            return;
        }
        issuer = *found;
    } else {
        const auto issuers = workspace().issuers().issuers();
        if (!issuers) {
            fail(issuers.error());
            return;
        }
        const Routing routing = routeByIssuer({target}, thatRevoke(*issuers, workspace().catalog()));
        if (!routing.routes.isEmpty())
            issuer = routing.routes.first().issuer;
        else
            warn(u"not asked whether it works: "_s + routing.strays.first().reason);
    }
    if (!issuer || isDryRun()) {
        tell(*token, issuer ? issuer->name : QString(), Sight::Unseen, ExitStatus::Good);
        return;
    }
    auto access = open(*issuer);
    if (!access) {
        fail(access.error());
        return;
    }
    m_access = std::move(*access);
    onResult(m_access->look(target), this, [this, token = *token](const Result<Look> &look) {
        const std::optional<Error> error = look ? look->error : std::optional<Error>(look.error());
        if (error)
            warn(u"whether it works is not known: "_s + sentence(*error));
        // What the token says is worth telling even then. An issuer that can't be asked, or that won't say, is none of
        // the operator's mistakes.
        const bool cannotSay = error
            && (error->kind == ErrorKind::Unsupported || error->kind == ErrorKind::Refused
                || error->kind == ErrorKind::TokenNotKnown);
        tell(token, m_access->issuer().name, look ? look->sight : Sight::Unseen,
             error && !cannotSay ? statusOf(error->kind) : ExitStatus::Good);
    });
}

void TokenInspectCommand::tell(const Token &token, const QString &issuer, Sight sight, ExitStatus status)
{
    const auto jwt = decodeJwt(token.reveal());
    const QJsonValue active = sight == Sight::Unseen ? QJsonValue() : QJsonValue(sight == Sight::Alive);
    const QJsonObject entry{
        {u"fingerprint"_s, token.fingerprint().toString()},
        {u"kind"_s, jwt ? u"jwt"_s : u"opaque"_s},
        {u"claims"_s, jwt ? QJsonValue(jwt->shownClaims()) : QJsonValue()},
        {u"issuer"_s, issuer.isEmpty() ? QJsonValue() : QJsonValue(issuer)},
        {u"active"_s, active},
    };
    const QString works = sight == Sight::Unseen ? u"not known"_s : sight == Sight::Alive ? u"yes"_s : u"not here"_s;
    QString text =
        u"%1 token %2\nissuer: %3\nworks: %4"_s.arg(jwt ? u"JWT"_s : u"Opaque"_s, token.fingerprint().toString(),
                                                    issuer.isEmpty() ? u"–"_s : visibleText(issuer), works);
    if (jwt) {
        text += u"\nAccording to the token, not checked:"_s;
        const QJsonObject claims = jwt->shownClaims();
        for (auto claim = claims.begin(); claim != claims.end(); ++claim) {
            const QJsonDocument value(QJsonArray{claim.value()});
            const QString shown = QString::fromUtf8(value.toJson(QJsonDocument::Compact));
            text += u"\n  %1: %2"_s.arg(visibleText(claim.key(), 64), visibleText(shown.mid(1, shown.size() - 2), 256));
        }
    }
    print(QJsonDocument(QJsonObject{{u"tokens"_s, QJsonArray{entry}}}), text);
    finish(status);
}

} // namespace curfew
