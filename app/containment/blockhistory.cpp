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
        return outcome == Outcome::AlreadyInvalid ? EarlierState::WasBlocked : EarlierState::MayHaveSignedIn;
    }
    return std::nullopt;
}

static QFuture<Earlier> searchFrom(Journal &journal, const QStringList &batches, qsizetype next,
                                   const QString &personHash, QObject *context)
{
    if (next == batches.size())
        return readyFuture<Earlier>(EarlierState::NotRecorded);
    return andThen(journal.batch(batches.at(next)), context,
                   [&journal, batches, next, personHash, context](const Result<BatchRecord> &batch) {
                       if (!batch)
                           return readyFuture<Earlier>(tl::unexpected(batch.error()));
                       if (const auto state = stateIn(*batch, personHash))
                           return readyFuture<Earlier>(*state);
                       return searchFrom(journal, batches, next + 1, personHash, context);
                   });
}

QFuture<Result<EarlierState>> earlierState(Journal &journal, const QString &issuer, const Person &person,
                                           QObject *context)
{
    return andThen(journal.batches(), context,
                   [&journal, issuer, person, context](const Result<QList<BatchSummary>> &all) {
                       if (!all)
                           return readyFuture<Earlier>(tl::unexpected(all.error()));
                       QStringList batches; // newest first
                       for (const BatchSummary &batch : *all) {
                           const bool mayBe = batch.user.isEmpty() || batch.user == person.label();
                           if (batch.issuer == issuer && mayBe)
                               batches.append(batch.batch);
                       }
                       return searchFrom(journal, batches, 0, idHash(person.id), context);
                   });
}

} // namespace curfew
