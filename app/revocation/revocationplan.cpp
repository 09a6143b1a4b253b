// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "revocationplan.h"

#include "jwt.h"
#include "listingproof.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

static bool isAudience(const QJsonValue &aud, const QString &clientId)
{
    return aud.isArray() ? aud.toArray().contains(clientId) : aud.toString() == clientId;
}

static void describeToken(PlanItem &item, const std::optional<Jwt> &jwt, const QDateTime &now)
{
    item.record.fingerprint = item.target.token.fingerprint().toString();
    item.record.targetId = item.record.fingerprint;
    item.isJwt = jwt.has_value();
    if (!jwt)
        return;
    if (const auto exp = jwt->time(u"exp"))
        item.expiresAt = exp;
    item.expiredJwt = item.expiresAt && *item.expiresAt <= now;
    // What doesn't say that it is something else may be an access token.
    const TokenUse use = useOf(*jwt);
    item.renews = use == TokenUse::Refresh;
    const bool mayBeAccessToken = use == TokenUse::Access || use == TokenUse::Unknown;
    item.outlivesRevocation = mayBeAccessToken && item.expiresAt && !item.expiredJwt;
}

// An ID token used as anchor isn't listed itself, yet its session is the one that it must outlive.
static bool belongsTo(const Session &session, const Token &anchor, const std::optional<Jwt> &anchorJwt)
{
    const QString sid = anchorJwt ? anchorJwt->text(u"sid") : QString();
    for (const ListedToken &listed : session.tokens) {
        if (listed.token.isNull())
            continue;
        if (listed.token == anchor)
            return true;
        if (sid.isEmpty())
            continue;
        const QString client = anchorJwt->clientId();
        const auto jwt = decodeJwt(listed.token.reveal());
        const bool sameClient =
            client.isEmpty() ? isAudience(anchorJwt->claims.value(u"aud"), listed.clientId) : client == listed.clientId;
        if (jwt && sameClient && jwt->text(u"sid") == sid)
            return true;
    }
    return false;
}

// A row of a listing may name somebody else than the rest: "all" means all of this person's.
static bool namesAnother(const Listing &listing, const ListedToken &listed)
{
    const QString uid = listed.raw.value(u"uid").toString();
    if (!uid.isEmpty() && !listing.uid.isEmpty())
        return uid != listing.uid;
    const QString sub = listed.raw.value(u"sub").toString();
    return !sub.isEmpty() && !listing.sub.isEmpty() && sub != listing.sub;
}

// The token that was given to look with works, whether it is listed or not; an ID token alone gives no access.
static PlanItem unlistedAnchor(const Token &anchor, const std::optional<Jwt> &jwt, int cascade, const QDateTime &now)
{
    PlanItem item;
    item.target.token = anchor;
    item.cascade = cascade;
    item.anchorSession = true;
    describeToken(item, jwt, now);
    if (jwt)
        item.record.clientId = jwt->clientId();
    return item;
}

static bool isSelected(const Selection &selection, const Session &session, const ListedToken &listed)
{
    switch (selection.kind) {
    case Selection::Kind::All:
        return true;
    case Selection::Kind::Sessions:
        return selection.sessions.contains(session.id);
    case Selection::Kind::Tokens:
        return !listed.token.isNull() && selection.tokens.contains(listed.token.fingerprint());
    }
    Q_UNREACHABLE();
}

BatchOrigin batchOrigin(const Issuer &issuer, const Token &anchor)
{
    return {issuer.url.toString(), issuer.clients.isEmpty() ? QString() : issuer.clients.first().clientId,
            anchor.isNull() ? QString() : anchor.fingerprint().toString()};
}

RevocationPlan planFromListing(const Issuer &issuer, const Listing &listing, const Token &anchor,
                               const Selection &selection, const QDateTime &now)
{
    RevocationPlan plan;
    plan.issuer = issuer.name;
    plan.origin = batchOrigin(issuer, anchor);
    plan.user = listing.user();
    plan.anchor = anchor;
    plan.anchorListed = listing.sessionOf(anchor.fingerprint()) != nullptr;
    plan.uid = listing.uid;
    plan.sub = listing.sub;

    const auto anchorJwt = decodeJwt(anchor.reveal());
    // Only a living anchor vouches for what is listed; otherwise each is looked at by itself.
    const Sight listedSight = ListingProof::shows(listing, anchor.fingerprint()) ? Sight::Alive : Sight::Unseen;
    QSet<Fingerprint> seen;
    int cascade = 0;
    bool anchorListed = false;
    for (const Session &session : listing.sessions) {
        ++cascade;
        const bool anchorSession = belongsTo(session, anchor, anchorJwt);
        anchorListed = anchorListed || anchorSession;
        for (const ListedToken &listed : session.tokens) {
            if (!isSelected(selection, session, listed))
                continue;
            PlanItem item;
            item.record.session = session.id;
            item.record.clientId = listed.clientId.isEmpty() ? session.clientId : listed.clientId;
            item.expiresAt = listed.expiresAt;
            item.cascade = cascade;
            item.anchorSession = anchorSession;
            if (listed.token.isNull()) {
                item.skipReason = u"the issuer listed no usable token for it"_s;
            } else if (namesAnother(listing, listed)) {
                item.skipReason = u"it is listed as another person's"_s;
                item.record.fingerprint = listed.token.fingerprint().toString();
                item.record.targetId = item.record.fingerprint;
            } else {
                if (seen.contains(listed.token.fingerprint()))
                    continue;
                seen.insert(listed.token.fingerprint());
                item.target.token = listed.token;
                item.seenBefore = listedSight;
                describeToken(item, decodeJwt(listed.token.reveal()), now);
            }
            plan.items.append(item);
        }
    }
    const bool isIdToken = anchorJwt && useOf(*anchorJwt) == TokenUse::Id;
    if (selection.kind == Selection::Kind::All && !anchorListed && !isIdToken && !anchor.isNull())
        plan.items.append(unlistedAnchor(anchor, anchorJwt, cascade + 1, now));
    // The anchor's session last: its token must live until it has shown what became of the others.
    std::stable_partition(plan.items.begin(), plan.items.end(),
                          [](const PlanItem &item) { return !item.anchorSession; });
    return plan;
}

RevocationPlan planFromTokens(const Issuer &issuer, const ProviderDescriptor &descriptor,
                              const QList<RevokeTarget> &targets, const QDateTime &now)
{
    RevocationPlan plan;
    plan.issuer = issuer.name;
    plan.origin = batchOrigin(issuer, {});
    QHash<Fingerprint, qsizetype> known;
    QHash<QString, int> cascades;
    QSet<QString> subjects;
    plan.items.reserve(targets.size());
    for (const RevokeTarget &target : targets) {
        if (target.token.isNull())
            continue;
        if (const auto duplicate = known.constFind(target.token.fingerprint()); duplicate != known.constEnd()) {
            // The same token once alone and once with its pair: keep what knows more.
            if (plan.items[*duplicate].target.bearer.isNull())
                plan.items[*duplicate].target.bearer = target.bearer;
            continue;
        }
        known.insert(target.token.fingerprint(), plan.items.size());
        PlanItem item;
        item.target = target;
        item.cascade = int(plan.items.size()) + 1;
        const auto jwt = decodeJwt(target.token.reveal());
        describeToken(item, jwt, now);
        if (jwt) {
            const QString sid = jwt->text(u"sid");
            // A token that is its own bearer needs no client's credential, whoever it names.
            if (!descriptor.tokenIsBearer)
                item.record.clientId = jwt->clientId();
            const QString person = jwt->text(u"sub");
            if (!person.isEmpty())
                subjects.insert(person);
            if (descriptor.cascade == Cascade::Session && !sid.isEmpty()) {
                const QString key = jwt->clientId() + u'\n' + person + u'\n' + sid;
                item.cascade = cascades.value(key, item.cascade);
                cascades.insert(key, item.cascade);
            }
        }
        plan.items.append(item);
    }
    for (PlanItem &item : plan.items) {
        // A refresh token without its pair takes a bearer from a grant, and that takes the client's credential.
        const bool needsGrant = item.target.hint == "refresh_token"_L1 && item.target.bearer.isNull();
        if (descriptor.tokenIsBearer && needsGrant && !issuer.clients.isEmpty())
            item.record.clientId = issuer.clients.first().clientId;
    }
    if (subjects.size() == 1)
        plan.user = *subjects.cbegin();
    return plan;
}

qsizetype RevocationPlan::sessionCount() const
{
    QSet<int> cascades;
    for (const PlanItem &item : items)
        cascades.insert(item.cascade);
    return cascades.size();
}

qsizetype RevocationPlan::sendableCount() const
{
    return std::count_if(items.begin(), items.end(), [](const PlanItem &item) { return item.isToBeSent(); });
}

bool RevocationPlan::asksAnything() const
{
    return std::any_of(items.begin(), items.end(), [](const PlanItem &item) { return item.isToBeAsked(); });
}

std::optional<QDateTime> RevocationPlan::mayWorkUntil() const
{
    std::optional<QDateTime> latest;
    for (const PlanItem &item : items) {
        if (item.outlivesRevocation && item.expiresAt && (!latest || *item.expiresAt > *latest))
            latest = item.expiresAt;
    }
    return latest;
}

} // namespace curfew
