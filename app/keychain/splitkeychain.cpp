// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "splitkeychain.h"

#include "asyncresult.h"
#include "splitvalue.h"

using namespace Qt::StringLiterals;

namespace curfew {

using Inner = std::shared_ptr<Keychain>;

static QString partKey(const QString &key, int number)
{
    return u"%1/%2"_s.arg(key).arg(number);
}

static QFuture<Result<>> failed(const Error &error)
{
    return readyFuture<Result<>>(tl::unexpected(error));
}

static Result<SecretPtr> joined(const SplitValue &pieces)
{
    return joinValue(pieces).map(
        [](Secret value) -> SecretPtr { return std::make_shared<const Secret>(std::move(value)); });
}

//! Reads the parts that are still missing from \p pieces, one after the other, then joins them.
static QFuture<Result<SecretPtr>> readParts(const Inner &inner, const QString &key,
                                            const std::shared_ptr<SplitValue> &pieces, int count)
{
    const int next = int(pieces->parts.size()) + 1;
    if (next > count)
        return readyFuture(joined(*pieces));
    return inner->read(partKey(key, next))
        .then([=](const Result<SecretPtr> &part) {
            if (part) {
                pieces->parts.push_back((*part)->clone());
                return readParts(inner, key, pieces, count);
            }
            if (part.error().kind == ErrorKind::EntryNotFound)
                return readyFuture(joined(*pieces)); // says that it is incomplete
            return readyFuture<Result<SecretPtr>>(tl::unexpected(part.error()));
        })
        .unwrap();
}

static QFuture<Result<>> writeParts(const Inner &inner, const QString &key, const std::shared_ptr<SplitValue> &pieces,
                                    size_t from)
{
    if (from >= pieces->parts.size())
        return readyFuture<Result<>>({});
    return inner->write(partKey(key, int(from) + 1), std::move(pieces->parts[from]))
        .then([=](const Result<> &done) {
            return done ? writeParts(inner, key, pieces, from + 1) : failed(done.error());
        })
        .unwrap();
}

//! Removes the parts \p first to \p last.
static QFuture<Result<>> removeParts(const Inner &inner, const QString &key, int first, int last)
{
    if (first > last)
        return readyFuture<Result<>>({});
    return inner->remove(partKey(key, first))
        .then([=](const Result<> &done) {
            return done ? removeParts(inner, key, first + 1, last) : failed(done.error());
        })
        .unwrap();
}

//! How many parts are stored under \p key now. A damaged head may have any number.
static QFuture<Result<int>> storedParts(const Inner &inner, const QString &key)
{
    return inner->read(key).then([](const Result<SecretPtr> &head) -> Result<int> {
        if (head)
            return partCount(**head).value_or(mostParts);
        if (head.error().kind == ErrorKind::EntryNotFound)
            return 0;
        return tl::unexpected(head.error());
    });
}

SplitKeychain::SplitKeychain(std::shared_ptr<Keychain> inner, qsizetype limit)
    : m_inner(std::move(inner))
    , m_limit(limit)
{
}

QFuture<Result<SecretPtr>> SplitKeychain::read(const QString &key)
{
    return m_inner->read(key)
        .then([inner = m_inner, key](const Result<SecretPtr> &head) {
            if (!head)
                return readyFuture(head);
            const Result<int> count = partCount(**head);
            if (!count)
                return readyFuture<Result<SecretPtr>>(tl::unexpected(count.error()));
            auto pieces = std::make_shared<SplitValue>();
            pieces->head = (*head)->clone();
            return readParts(inner, key, pieces, *count);
        })
        .unwrap();
}

QFuture<Result<>> SplitKeychain::write(const QString &key, Secret value)
{
    Result<SplitValue> split = splitValue(value, m_limit);
    if (!split)
        return failed(split.error());
    auto pieces = std::make_shared<SplitValue>(std::move(*split));
    const int parts = int(pieces->parts.size());
    // The head last: until it is there, what is read is the old value or an error, never a mixture.
    return storedParts(m_inner, key)
        .then([=, inner = m_inner](const Result<int> &before) {
            if (!before)
                return failed(before.error());
            QFuture<Result<>> written =
                writeParts(inner, key, pieces, 0)
                    .then([=](const Result<> &done) {
                        return done ? inner->write(key, std::move(pieces->head)) : failed(done.error());
                    })
                    .unwrap();
            return written
                .then([=, last = *before](const Result<> &done) {
                    return done ? removeParts(inner, key, parts + 1, last) : failed(done.error());
                })
                .unwrap();
        })
        .unwrap();
}

QFuture<Result<>> SplitKeychain::remove(const QString &key)
{
    // The head last: as long as it is there, a second attempt knows what is left.
    return storedParts(m_inner, key)
        .then([inner = m_inner, key](const Result<int> &parts) {
            if (!parts)
                return failed(parts.error());
            return removeParts(inner, key, 1, *parts)
                .then([inner, key](const Result<> &done) { return done ? inner->remove(key) : failed(done.error()); })
                .unwrap();
        })
        .unwrap();
}

} // namespace curfew
