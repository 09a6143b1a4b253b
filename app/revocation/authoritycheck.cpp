// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "authoritycheck.h"

#include "asyncresult.h"
#include "authoritystore.h"
#include "handshake.h"
#include "httpchannel.h"
#include "journal.h"
#include "tlssettings.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace curfew {

// The names alone, unless they are the same.
static QString changeText(const Authority &before, const Authority &now)
{
    if (before.name != now.name)
        return u"%1 → %2"_s.arg(before.name, now.name);
    return u"%1 (%2…) → %3 (%4…)"_s.arg(before.name, before.sha256.left(16), now.name, now.sha256.left(16));
}

AuthorityCheck::AuthorityCheck(const Issuer &issuer, QList<QSslCertificate> roots, AuthorityStore &store,
                               Journal &journal, HttpChannel &channel, std::chrono::milliseconds timeout,
                               QObject *parent)
    : QObject(parent)
    , m_issuer(issuer.name)
    , m_roots(std::move(roots))
    , m_store(store)
    , m_journal(journal)
    , m_channel(channel)
    , m_timeout(timeout)
{
    QList<QUrl> addresses{issuer.url};
    for (const QString &origin : issuer.acceptedOrigins)
        addresses.append(QUrl(origin));
    std::copy_if(addresses.begin(), addresses.end(), std::back_inserter(m_addresses),
                 [](const QUrl &address) { return address.scheme() == "https"_L1; });
}

QFuture<Result<>> AuthorityCheck::run()
{
    if (m_done || m_addresses.isEmpty())
        return readyFuture(Result<>());
    const bool isRunning = !m_waiting.empty();
    m_waiting.emplace_back().start();
    const auto future = m_waiting.back().future();
    if (!isRunning) {
        m_seen.clear();
        m_open = m_addresses;
        next();
    }
    return future;
}

void AuthorityCheck::next()
{
    if (m_open.isEmpty()) {
        // Whoever couldn't be seen blocks nothing, but is no stranger for good: the network may be back by the next
        // time.
        m_done = std::all_of(m_seen.cbegin(), m_seen.cend(), [](const SeenAuthority &seen) { return seen.now; });
        finish({});
        return;
    }
    const QUrl address = m_open.takeFirst();
    const auto known = m_store.find(originOf(address));
    if (!known)
        finish(tl::unexpected(known.error()));
    else if (*known)
        askKnown(address, **known);
    else
        askAny(address, std::nullopt);
}

void AuthorityCheck::meet(const QUrl &address, const QList<QSslCertificate> &roots, const Met &met)
{
    auto *handshake = new Handshake(address, tlsSettings(roots), m_timeout, this);
    onResult(handshake->start(), this, met);
}

QList<QSslCertificate> AuthorityCheck::allRoots() const
{
    return m_roots.isEmpty() ? QSslConfiguration::systemCaCertificates() : m_roots;
}

// By the remembered root and no other: a chain names its root, and a name can be borrowed.
void AuthorityCheck::askKnown(const QUrl &address, const Authority &known)
{
    const QList<QSslCertificate> all = allRoots();
    QList<QSslCertificate> roots;
    std::copy_if(all.begin(), all.end(), std::back_inserter(roots),
                 [&known](const QSslCertificate &root) { return authorityOf(root) == known; });
    // Whatever is seen now: who could keep us from seeing must not be believed by a request.
    m_channel.trustOnly(originOf(address), roots);
    if (roots.isEmpty()) { // no longer among those that are believed at all
        askAny(address, known);
        return;
    }
    meet(address, roots, [this, address, known](const Chain &chain) {
        if (!chain && chain.error().kind == ErrorKind::TlsFailed) {
            askAny(address, known);
            return;
        }
        // Where nobody is there the request itself will say so.
        m_seen.append({originOf(address), chain ? std::optional(known) : std::nullopt, std::nullopt});
        next();
    });
}

void AuthorityCheck::askAny(const QUrl &address, const std::optional<Authority> &before)
{
    const QList<QSslCertificate> all = allRoots();
    meet(address, all, [this, address, before, all](const Chain &chain) {
        QList<QSslCertificate> candidates = chain ? rootsOf(*chain, all) : QList<QSslCertificate>();
        // The one before was tried alone: it has no more than the name in common.
        candidates.removeIf([&before](const QSslCertificate &root) { return before && authorityOf(root) == *before; });
        findAmong(address, before, candidates);
    });
}

void AuthorityCheck::findAmong(const QUrl &address, const std::optional<Authority> &before,
                               QList<QSslCertificate> candidates)
{
    if (candidates.size() < 2) {
        judge(originOf(address), before, candidates);
        return;
    }
    const QList<QSslCertificate> one{candidates.takeFirst()};
    meet(address, one, [this, address, before, one, candidates](const Chain &chain) {
        if (chain)
            judge(originOf(address), before, one);
        else if (chain.error().kind == ErrorKind::TlsFailed)
            findAmong(address, before, candidates);
        else
            judge(originOf(address), before, {});
    });
}

void AuthorityCheck::judge(const QString &origin, const std::optional<Authority> &before,
                           const QList<QSslCertificate> &found)
{
    if (found.isEmpty()) { // nobody that is believed: the request itself will say so
        m_seen.append({origin, std::nullopt, std::nullopt});
        next();
        return;
    }
    const Authority now = authorityOf(found.constFirst());
    m_seen.append({origin, now, before});
    if (before) {
        note(u"stopped: %1 is vouched for by %2 (%3)"_s.arg(origin, now.name, now.sha256));
        finish(failure(ErrorKind::AuthorityChanged, changeText(*before, now)));
        return;
    }
    if (const auto remembered = m_store.remember(origin, now); !remembered) {
        finish(remembered);
        return;
    }
    m_channel.trustOnly(origin, found);
    next();
}

Result<> AuthorityCheck::accept(const SeenAuthority &seen)
{
    if (!seen.now)
        return failure(ErrorKind::InvalidInput, u"nobody vouches for %1"_s.arg(seen.origin));
    return m_store.remember(seen.origin, *seen.now).map([this, &seen] {
        note(u"accepted: %1 is vouched for by %2 (%3)"_s.arg(seen.origin, seen.now->name, seen.now->sha256));
    });
}

// Nothing is sent on the strength of it: a journal that can't take this takes no look-up and no batch either.
void AuthorityCheck::note(const QString &detail)
{
    JournalEvent event;
    event.kind = JournalEventKind::IssuerChanged;
    event.issuer = m_issuer;
    event.detail = detail;
    (void)m_journal.record(event);
}

void AuthorityCheck::finish(const Result<> &result)
{
    auto waiting = std::exchange(m_waiting, {});
    for (QPromise<Result<>> &promise : waiting) {
        promise.addResult(result);
        promise.finish();
    }
}

} // namespace curfew
