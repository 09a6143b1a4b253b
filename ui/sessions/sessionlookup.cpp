// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessionlookup.h"

#include "asyncresult.h"
#include "revocationplan.h"

using namespace Qt::StringLiterals;

namespace curfew {

SessionLookUp::SessionLookUp(const SessionsBackend &backend, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
{
}

Fingerprint SessionLookUp::anchor() const
{
    return m_given.isEmpty() ? Fingerprint() : m_given.first().found.token.fingerprint();
}

bool SessionLookUp::isPersonChecked() const
{
    return isListing() ? !m_listing.user().isEmpty() : !m_lookedUser.isEmpty();
}

QString SessionLookUp::person() const
{
    const QString checked = isListing() ? m_listing.user() : m_lookedUser;
    return checked.isEmpty() ? m_claimed : checked;
}

bool SessionLookUp::contradictsToken() const
{
    if (m_personAccepted || m_phase != Phase::Shown)
        return false;
    return isListing() ? contradicts(m_identities, m_listing.uid, m_listing.sub)
                       : contradicts(m_identities, m_lookedUser, {});
}

void SessionLookUp::acceptPerson()
{
    m_personAccepted = true;
    Q_EMIT changed();
}

std::chrono::seconds SessionLookUp::age() const
{
    return std::chrono::seconds(m_listing.takenAt.isValid() ? m_listing.takenAt.secsTo(m_backend.now()) : 0);
}

void SessionLookUp::start(const LookUp &lookUp)
{
    forget();
    m_given = lookUp.tokens;
    if (m_given.isEmpty())
        return;
    if (const auto jwt = decodeJwt(m_given.first().found.token.reveal())) {
        m_claimed = curfew::claimedPerson(*jwt);
        m_identities = claimedIdentities(*jwt);
    }
    m_phase = Phase::Reading;
    again();
}

void SessionLookUp::again(std::function<void()> done)
{
    if (m_given.isEmpty())
        return;
    if (isListing()) {
        readList(std::move(done));
        return;
    }
    m_done = std::move(done);
    showTokens();
}

void SessionLookUp::readList(std::function<void()> done)
{
    const int asked = ++m_asked;
    m_reading = true;
    m_done = std::move(done);
    Q_EMIT changed();
    onResult(m_backend.list(m_given.first().found.token), this, [this, asked](const Result<Listing> &listing) {
        if (asked == m_asked)
            takeList(listing);
    });
}

void SessionLookUp::takeList(Result<Listing> listing)
{
    m_reading = false;
    m_new.clear();
    if (listing) {
        if (m_phase == Phase::Shown) {
            QSet<QString> before;
            for (const Session &session : std::as_const(m_listing.sessions))
                before.insert(session.id);
            for (const Session &session : std::as_const(listing->sessions)) {
                if (!before.contains(session.id))
                    m_new.insert(session.id);
            }
            if (m_listing.user() != listing->user() && !listing->user().isEmpty())
                m_personAccepted = false;
            if (listing->user().isEmpty()) { // an empty list names nobody
                listing->uid = m_listing.uid;
                listing->sub = m_listing.sub;
            }
        }
        m_listing = std::move(*listing);
        ++m_revision;
        if (!m_listing.takenAt.isValid())
            m_listing.takenAt = m_backend.now();
        m_error.reset();
        m_phase = Phase::Shown;
    } else {
        m_error = listing.error();
        if (m_phase != Phase::Shown)
            m_phase = Phase::Failed;
    }
    const auto done = std::exchange(m_done, {});
    Q_EMIT changed();
    if (done)
        done();
}

// A service that can't list: each given token becomes a row of its own.
void SessionLookUp::showTokens()
{
    ++m_asked;
    ++m_revision;
    m_error.reset();
    m_sights.clear();
    m_listing = {};
    m_listing.takenAt = m_backend.now();
    for (const LookUp::Given &given : std::as_const(m_given)) {
        ListedToken listed;
        listed.token = given.found.token;
        listed.kind = given.found.kind;
        listed.grantType = revocationHint(given.found.role);
        Session session;
        session.id = given.found.token.fingerprint().toString();
        if (const auto jwt = decodeJwt(given.found.token.reveal())) {
            listed.clientId = session.clientId = jwt->clientId();
            listed.scope = jwt->text(u"scope");
            listed.issuedAt = session.issuedAt = jwt->time(u"iat");
            listed.expiresAt = session.expiresAt = jwt->time(u"exp");
        }
        session.tokens.append(listed);
        m_listing.sessions.append(session);
    }
    m_phase = Phase::Shown;
    m_nextLook = 0;
    m_looksOut = 0;
    m_reading = m_backend.descriptor.introspects();
    Q_EMIT changed();
    if (m_reading)
        lookAtNext(m_asked); // alone, since a wrong secret must show before the others follow
    else if (const auto done = std::exchange(m_done, {}))
        done();
}

void SessionLookUp::lookAtNext(int asked)
{
    constexpr qsizetype mostOut = 4;
    if (asked != m_asked)
        return;
    const bool firstAnswered = m_nextLook > 0;
    while (m_nextLook < m_given.size() && m_looksOut < (firstAnswered ? mostOut : 1)) {
        const LookUp::Given &given = m_given[m_nextLook++];
        ++m_looksOut;
        const RevokeTarget target{given.found.token, revocationHint(given.found.role), given.bearer};
        const Fingerprint fingerprint = given.found.token.fingerprint();
        onResult(m_backend.look(target), this, [this, asked, fingerprint](const Result<Look> &look) {
            if (asked != m_asked)
                return;
            --m_looksOut;
            m_sights.insert(fingerprint, look ? look->sight : Sight::Unseen);
            if (look && !look->user.isEmpty() && fingerprint == anchor())
                m_lookedUser = look->user;
            if (!look) {
                m_error = look.error();
                m_nextLook = m_given.size(); // no credential, or it was refused: the rest would fare alike
            } else if (look->error) {
                m_error = look->error;
            }
            lookAtNext(asked);
            m_reading = m_looksOut > 0;
            Q_EMIT tokenLooked(fingerprint);
            if (m_reading)
                return;
            const auto done = std::exchange(m_done, {});
            Q_EMIT changed();
            if (done)
                done();
        });
    }
}

QList<SessionRow> SessionLookUp::rows() const
{
    QList<SessionRow> rows = rowsOf(m_listing, isListing() ? anchor() : Fingerprint(), m_backend.now());
    for (SessionRow &row : rows) {
        row.isNew = m_new.contains(row.id);
        if (isListing())
            continue;
        row.differences = {};
        row.application = row.clientId;
        for (TokenRow &token : row.tokens) {
            const auto sight = m_sights.constFind(token.fingerprint);
            if (sight == m_sights.cend() && m_reading)
                token.state.live = LiveState::Checking;
            token.state.sight = sight == m_sights.cend() ? Sight::Unseen : sight.value();
            token.state.expiresAt = token.expiresAt;
            row.state = token.state;
        }
    }
    return rows;
}

RevocationPlan SessionLookUp::plan(const Selection &selection) const
{
    const QDateTime now = m_backend.now();
    if (isListing())
        return planFromListing(m_backend.issuer, m_listing, m_given.isEmpty() ? Token() : m_given.first().found.token,
                               selection, now);
    QList<RevokeTarget> targets;
    for (const LookUp::Given &given : m_given) {
        const Fingerprint fingerprint = given.found.token.fingerprint();
        if (selection.kind == Selection::Kind::All || selection.tokens.contains(fingerprint)
            || selection.sessions.contains(fingerprint.toString()))
            targets.append({given.found.token, revocationHint(given.found.role), given.bearer});
    }
    RevocationPlan plan = planFromTokens(m_backend.issuer, m_backend.descriptor, targets, now);
    plan.user = person();
    return plan;
}

void SessionLookUp::forget()
{
    ++m_asked;
    ++m_revision;
    m_phase = Phase::Nothing;
    m_reading = false;
    m_given.clear();
    m_listing = {};
    m_sights.clear();
    m_new.clear();
    m_error.reset();
    m_claimed.clear();
    m_identities.clear();
    m_lookedUser.clear();
    m_personAccepted = false;
    m_done = {};
    Q_EMIT changed();
}

} // namespace curfew
