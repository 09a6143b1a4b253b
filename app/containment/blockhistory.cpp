// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "blockhistory.h"

#include "asyncresult.h"
#include "journal.h"

namespace curfew {

using Earlier = Result<EarlierState>;

//! What \p batch says; nothing where it is about something else.
static std::optional<EarlierState> stateIn(const BatchRecord &batch, const QString &personHash)
{
    for (const ItemRecord &item : batch.items) {
        const bool isAbout = item.item.target == Target::User && item.item.targetId == personHash;
        if (!isAbout || (item.item.action != Action::Disable && item.item.action != Action::Enable))
            continue;
        const std::optional<Outcome> outcome = item.result ? std::optional(item.result->outcome) : std::nullopt;
        if (item.state == ItemState::Planned || outcome == Outcome::Skipped)
            continue; // never sent
        if (item.item.action == Action::Enable) {
            if (outcome == Outcome::Revoked || outcome == Outcome::AlreadyInvalid)
                return EarlierState::NotRecorded;
            continue; // it didn't work: the block before it still counts
        }
        // Seen to be blocked before it was sent: another's doing, whether or not it could be seen afterwards as well.
        const bool wasBlocked = item.seenBefore == Sight::Inactive && outcome != Outcome::StillActive;
        if (outcome == Outcome::AlreadyInvalid || wasBlocked)
            return EarlierState::WasBlocked;
        // One that the service refused, or that was seen not to work, blocked nobody: what blocks now is another's.
        if (!outcome || outcome == Outcome::Revoked || outcome == Outcome::Accepted || outcome == Outcome::Unknown)
            return EarlierState::MayHaveSignedIn;
    }
    return std::nullopt;
}

//! Where the search for one person stands.
struct Search {
    QStringList batches; //!< newest first
    qsizetype next = 0;
    QString personHash;
    EarlierState soFar = EarlierState::NotRecorded; //!< of the newer ones
};

static QFuture<Earlier> searchOn(Journal &journal, const Search &search, QObject *context)
{
    if (search.next == search.batches.size())
        return readyFuture<Earlier>(search.soFar);
    return andThen(journal.batch(search.batches.at(search.next)), context,
                   [&journal, search, context](const Result<BatchRecord> &batch) {
                       if (!batch)
                           return readyFuture<Earlier>(tl::unexpected(batch.error()));
                       const auto state = stateIn(*batch, search.personHash);
                       if (state == EarlierState::MayHaveSignedIn)
                           return readyFuture<Earlier>(*state);
                       if (state == EarlierState::NotRecorded)
                           return readyFuture<Earlier>(search.soFar);
                       // "Was blocked already" may have been Curfew's own doing, earlier.
                       Search older = search;
                       ++older.next;
                       older.soFar = state.value_or(search.soFar);
                       return searchOn(journal, older, context);
                   });
}

QFuture<Result<EarlierState>> earlierState(Journal &journal, const QString &issuer, const Person &person,
                                           QObject *context)
{
    return andThen(journal.batches(), context,
                   [&journal, issuer, person, context](const Result<QList<BatchSummary>> &all) {
                       if (!all)
                           return readyFuture<Earlier>(tl::unexpected(all.error()));
                       Search search;
                       search.personHash = idHash(person.id);
                       for (const BatchSummary &batch : *all) {
                           if (batch.issuer == issuer) // whatever the person was called then
                               search.batches.append(batch.batch);
                       }
                       return searchOn(journal, search, context);
                   });
}

} // namespace curfew
