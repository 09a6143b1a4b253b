// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transportpool.h"

#include "tlssettings.h"

#include <QCryptographicHash>
#include <QNetworkProxyFactory>
#include <QNetworkReply>

#include <iterator>
#include <memory>

using namespace Qt::StringLiterals;

namespace curfew {

// How Qt writes the scheme of what connectToHost() and connectToHostEncrypted() begin.
static constexpr auto connectOnly = "preconnect-"_L1;

static bool isConnectOnly(const QUrl &url)
{
    return url.scheme().startsWith(connectOnly);
}

//! What goes to loopback stays on this machine: only there is http allowed, and a proxy would carry it away in clear.
class LoopbackStaysHere final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        // A connection that is opened ahead takes the way of the requests that it is for.
        QUrl url = query.url();
        if (isConnectOnly(url))
            url.setScheme(url.scheme().sliced(connectOnly.size()));
        if (url.scheme() == "http"_L1)
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        QNetworkProxyQuery asked = query;
        asked.setUrl(url);
        return proxyForQuery(asked); // the application's own, as main has set it
    }
};

static void prepare(QNetworkAccessManager &manager)
{
    manager.setProxyFactory(new LoopbackStaysHere); // owned by the manager
    manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager.setStrictTransportSecurityEnabled(false); // http never leaves loopback, so there is nothing to upgrade
    manager.enableStrictTransportSecurityStore(false);
    // Of connectToHost() the caller never sees a reply, and Qt keeps it as long as the manager.
    QObject::connect(&manager, &QNetworkAccessManager::finished, &manager, [](QNetworkReply *reply) {
        if (isConnectOnly(reply->url()))
            reply->deleteLater();
    });
}

static void connect(QNetworkAccessManager &manager, const QUrl &url, const QSslConfiguration &tls)
{
    if (url.scheme() == "https"_L1)
        manager.connectToHostEncrypted(url.host(), quint16(url.port(443)), tls);
    else
        manager.connectToHost(url.host(), quint16(url.port(80)));
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
    std::vector<Seat *> &open = (*group)->open;
    if (open.empty())
        open.push_back(&addSeat(**group));
    Lease lease;
    lease.m_seat = open.back();
    lease.m_group = *group;
    if (++lease.m_seat->used == connectionsEach)
        open.pop_back();
    return lease;
}

TransportPool::Seat &TransportPool::addSeat(Group &group)
{
    Seat &seat = group.seats.emplace_back();
    prepare(seat.manager);
    return seat;
}

void TransportPool::connectAhead(const HttpRequest &request, int count)
{
    const Result<Group *> found = groupFor(request);
    if (!found)
        return; // acquire() tells why
    auto &[tls, seats, open] = **found;
    for (auto seat = seats.begin(); count > 0; ++seat) {
        if (seat == seats.end()) {
            open.insert(open.begin(), &addSeat(**found)); // the other ones have connections that are in use already
            seat = std::prev(seats.end());
        }
        for (int i = seat->used; i < connectionsEach && count > 0; ++i, --count)
            connect(seat->manager, request.url, tls);
    }
}

void TransportPool::release(const Lease &lease)
{
    if (lease.m_seat->used-- == connectionsEach)
        lease.m_group->open.push_back(lease.m_seat);
}

} // namespace curfew
