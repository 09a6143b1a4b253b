// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prover.h"

#include "asyncresult.h"
#include "declarativeprovider.h"
#include "listingproof.h"

#include <utility>

namespace curfew {

IntrospectionProver::IntrospectionProver(DeclarativeProvider &provider, QObject *parent)
    : QObject(parent)
    , m_provider(provider)
{
}

void IntrospectionProver::look(const RevokeTarget &target, const CredentialPtr &credential, Seen seen)
{
    if (!m_provider.canIntrospect()) {
        seen({});
        return;
    }
    onResult(m_provider.look(target, credential), this, [this, seen = std::move(seen)](const Look &look) {
        m_answered = m_answered || !look.error || look.error->httpStatus > 0;
        seen(look);
    });
}

ListingProver::ListingProver(DeclarativeProvider &provider, IntrospectionProver &introspection,
                             const RevocationPlan &plan, QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_introspection(introspection)
    , m_uid(plan.uid)
    , m_sub(plan.sub)
    , m_anchor(plan.anchor)
    , m_anchorListed(plan.anchorListed)
{
}

void ListingProver::look(const Fingerprint &fingerprint, Seen seen)
{
    m_questions.append({fingerprint, std::move(seen)});
}

void ListingProver::flush()
{
    if (m_questions.isEmpty())
        return;
    const auto questions = std::exchange(m_questions, {});
    onResult(m_provider.listSessions(m_anchor, m_credential), this,
             [this, questions](const Result<Listing> &listing) { listed(questions, listing); });
}

void ListingProver::listed(const QList<Question> &questions, const Result<Listing> &listing)
{
    const auto answer = [this, questions, listing](ListingProof::AnchorState state) {
        const ListingProof proof(m_uid, m_sub, *listing, m_anchor.fingerprint(), state);
        for (const Question &question : questions) {
            const Sight sight = proof.sightOf(question.fingerprint);
            question.seen({sight, sight == Sight::Unseen ? VerifiedBy::Nothing : VerifiedBy::Listing});
        }
    };
    const bool shows = listing && ListingProof::shows(*listing, m_anchor.fingerprint());
    // An anchor that was listed and isn't any more is dead, or this listing leaves out what lives: no proof either way.
    if (!listing || (m_anchorListed && !shows)) {
        for (const Question &question : questions)
            question.seen({});
        return;
    }
    if (shows) {
        answer(ListingProof::AnchorState::Alive);
        return;
    }
    // An anchor that isn't listed (an ID token, say) must show by itself that it still lives.
    m_introspection.look({m_anchor, {}, {}}, m_credential, [answer](const Look &look) {
        answer(look.sight == Sight::Alive ? ListingProof::AnchorState::Alive : ListingProof::AnchorState::Unknown);
    });
}

} // namespace curfew
