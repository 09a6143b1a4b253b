// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connectioncheck.h"

#include "asyncresult.h"
#include "authoritycheck.h"
#include "declarativeprovider.h"
#include "issuerbreakers.h"
#include "issuercredentials.h"

using namespace Qt::StringLiterals;

namespace curfew {

ConnectionCheck::ConnectionCheck(DeclarativeProvider &provider, AuthorityCheck &authorities, IssuerBreakers &breakers,
                                 IssuerCredentials &credentials, CheckMode mode, QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_authorities(authorities)
    , m_breakers(breakers)
    , m_credentials(credentials)
    , m_mode(mode)
{
    m_report.openBreakers = m_breakers.openClients();
    const bool triesAgain = m_mode == CheckMode::TryAgain && !m_report.openBreakers.isEmpty();
    m_report.clientId = triesAgain ? m_report.openBreakers.first() : m_credentials.effectiveClient({});
    m_promise.start();
}

QFuture<CheckReport> ConnectionCheck::start()
{
    const QFuture<CheckReport> answer = m_promise.future();
    // While a breaker is open nothing is sent for its client, not even a discovery.
    if (m_mode == CheckMode::Normal && m_report.openBreakers.contains(m_report.clientId)) {
        finish();
        return answer;
    }
    onResult(m_authorities.run(), this, [this](const Result<> &vouched) {
        m_report.authorities = m_authorities.seen();
        if (vouched) {
            readMetadata();
        } else {
            m_report.authentication = vouched;
            finish();
        }
    });
    return answer;
}

QFuture<CheckReport> ConnectionCheck::fail(const Error &error)
{
    const QFuture<CheckReport> answer = m_promise.future();
    m_report.discovery = tl::unexpected(error);
    finish();
    return answer;
}

void ConnectionCheck::readMetadata()
{
    if (!m_provider.descriptor().operations.contains(u"discover"_s)) {
        readCredential();
        return;
    }
    onResult(m_provider.discover(Repeat::Never), this, [this](const Result<Discovery> &discovery) {
        m_report.discovery = discovery;
        if (discovery || !m_provider.descriptor().needsDiscovery)
            readCredential();
        else
            finish();
    });
}

void ConnectionCheck::readCredential()
{
    const Client *client = m_provider.issuer().client(m_report.clientId);
    if (!client || m_credentials.awaitsSignIn(*client)) {
        finish();
        return;
    }
    onResult(m_credentials.read(m_report.clientId), this, [this](const Result<CredentialPtr> &credential) {
        if (credential) {
            authenticate(*credential);
        } else {
            m_report.authentication = tl::unexpected(credential.error());
            finish();
        }
    });
}

void ConnectionCheck::authenticate(const CredentialPtr &credential)
{
    if (m_mode == CheckMode::TryAgain)
        m_breakers.letThrough(m_report.clientId);
    onResult(m_provider.authenticate(credential), this, [this](const Result<> &accepted) {
        judge(accepted);
        finish();
    });
}

void ConnectionCheck::judge(const Result<> &accepted)
{
    const bool wasTried = accepted || accepted.error().kind != ErrorKind::Unsupported;
    if (wasTried)
        m_report.authentication = accepted;
    const bool isOpen = m_report.openBreakers.contains(m_report.clientId);
    if (accepted && isOpen) {
        if (const auto closed = m_breakers.close(m_report.clientId); closed)
            m_report.openBreakers.removeOne(m_report.clientId);
        else
            m_report.authentication = tl::unexpected(closed.error());
    }
    if (!accepted && accepted.error().kind == ErrorKind::ClientRefused && !isOpen)
        m_report.openBreakers.append(m_report.clientId);
}

void ConnectionCheck::finish()
{
    m_promise.addResult(m_report);
    m_promise.finish();
    deleteLater();
}

} // namespace curfew
