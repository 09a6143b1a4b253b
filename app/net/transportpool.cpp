// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transportpool.h"

#include "tlssettings.h"

#include <QCryptographicHash>
#include <QNetworkProxyFactory>

#include <memory>

namespace curfew {

//! What goes to loopback stays on this machine: only there is http allowed, and a proxy would carry it away in clear.
class LoopbackStaysHere final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (query.url().scheme() == QLatin1StringView("http"))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return proxyForQuery(query); // the application's own, as main has set it
    }
};

static void prepare(QNetworkAccessManager &manager)
{
    manager.setProxyFactory(new LoopbackStaysHere); // owned by the manager
    manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager.setStrictTransportSecurityEnabled(false); // http never leaves loopback, so there is nothing to upgrade
    manager.enableStrictTransportSecurityStore(false);
}

TransportPool::TransportPool(QList<QSslCertificate> roots)
    : m_roots(std::move(roots))
{
}

Result<TransportPool::Group *> TransportPool::groupFor(const HttpRequest &request)
{
    QByteArray key;
    const bool showsCertificate = request.authorization == Authorization::TlsCertificate && request.credential;
    if (showsCertificate)
        key = QCryptographicHash::hash(request.credential->certificate.reveal(), QCryptographicHash::Sha256);
    const auto only = m_only.find(originOf(request.url));
    if (only != m_only.end()) {
        key += " only";
        for (const QSslCertificate &root : only->second)
            key += ' ' + root.digest(QCryptographicHash::Sha256);
    }
    if (const auto known = m_groups.find(key); known != m_groups.end())
        return &known->second;

    QSslConfiguration tls = tlsSettings(m_roots);
    if (only != m_only.end())
        tls.setCaCertificates(only->second);
    if (showsCertificate) {
        Result<QSslConfiguration> own = withClientCertificate(tls, *request.credential);
        if (!own)
            return tl::unexpected(own.error());
        tls = *std::move(own);
    }
    Group &group = m_groups[key];
    group.tls = std::move(tls);
    return &group;
}

void TransportPool::trustOnly(const QString &origin, const QList<QSslCertificate> &roots)
{
    m_only[origin] = roots;
}

Result<TransportPool::Lease> TransportPool::acquire(const HttpRequest &request)
{
    const Result<Group *> group = groupFor(request);
    if (!group)
        return tl::unexpected(group.error());
    auto &[tls, seats, open] = **group;
    if (open.empty()) {
        prepare(seats.emplace_back().manager);
        open.push_back(&seats.back());
    }
    Lease lease;
    lease.m_seat = open.back();
    lease.m_group = *group;
    if (++lease.m_seat->used == connectionsEach)
        open.pop_back();
    return lease;
}

void TransportPool::release(const Lease &lease)
{
    if (lease.m_seat->used-- == connectionsEach)
        lease.m_group->open.push_back(lease.m_seat);
}

} // namespace curfew
