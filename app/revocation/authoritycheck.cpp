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

QFuture<Result<>> AuthorityCheck::run(OnChange onChange)
{
    if (m_done || m_addresses.isEmpty())
        return readyFuture(Result<>());
    const bool isRunning = !m_waiting.empty();
    m_waiting.emplace_back().start();
    const auto future = m_waiting.back().future();
    if (!isRunning) {
        m_onChange = onChange;
        m_open = m_addresses;
        next();
    }
    return future;
}

void AuthorityCheck::next()
{
    if (m_open.isEmpty()) {
        m_done = true;
        finish({});
        return;
    }
    const QUrl address = m_open.takeFirst();
    auto *handshake = new Handshake(address, tlsSettings(m_roots), m_timeout, this);
    onResult(handshake->start(), this,
             [this, address](const Result<QList<QSslCertificate>> &chain) { seen(address, chain); });
}

void AuthorityCheck::seen(const QUrl &address, const Result<QList<QSslCertificate>> &chain)
{
    if (const Result<> judged = judge(originOf(address), chain); judged)
        next();
    else
        finish(judged);
}

QList<QSslCertificate> AuthorityCheck::allRoots() const
{
    return m_roots.isEmpty() ? QSslConfiguration::systemCaCertificates() : m_roots;
}

Result<> AuthorityCheck::judge(const QString &origin, const Result<QList<QSslCertificate>> &chain)
{
    const auto known = m_store.find(origin);
    if (!known)
        return tl::unexpected(known.error());
    const auto isKnown = [&](const QSslCertificate &root) { return *known && authorityOf(root) == **known; };
    const QList<QSslCertificate> all = allRoots();
    const QList<QSslCertificate> now = chain ? rootsOf(*chain, all) : QList<QSslCertificate>();
    if (now.isEmpty()) {
        // Nobody is there, or nobody that is believed. The request itself will say so; but who could keep us from
        // seeing must not be believed by it.
        QList<QSslCertificate> before;
        std::copy_if(all.begin(), all.end(), std::back_inserter(before), isKnown);
        if (*known)
            m_channel.trustOnly(origin, before);
        return {};
    }
    if (std::any_of(now.begin(), now.end(), isKnown)) {
        m_channel.trustOnly(origin, now);
        return {};
    }
    const Authority authority = authorityOf(now.constFirst());
    if (*known && m_onChange == OnChange::Stop) {
        note(u"stopped: %1 is vouched for by %2 (%3)"_s.arg(origin, authority.name, authority.sha256));
        return failure(ErrorKind::AuthorityChanged, u"%1 → %2"_s.arg((*known)->name, authority.name));
    }
    const auto remembered = m_store.remember(origin, authority);
    if (!remembered)
        return remembered;
    if (*known)
        note(u"accepted: %1 is vouched for by %2 (%3)"_s.arg(origin, authority.name, authority.sha256));
    m_channel.trustOnly(origin, now);
    return {};
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
