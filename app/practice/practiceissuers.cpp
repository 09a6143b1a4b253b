// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practiceissuers.h"

#include "kajabicontract.h"
#include "keycloakcontract.h"
#include "oauth2contract.h"
#include "practiceserver.h"
#include "sapcontract.h"
#include "screeningeaglecontract.h"

using namespace Qt::StringLiterals;

namespace curfew {

//! An issuer and its wire, which goes first.
struct PracticeIssuers::Place {
    std::unique_ptr<PracticeIssuer> issuer;
    std::unique_ptr<PracticeServer> server;
};

PracticeIssuers::PracticeIssuers(PracticeOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
}

PracticeIssuers::~PracticeIssuers() = default;

Result<> PracticeIssuers::start()
{
    return open(std::make_unique<SapContract>())
        .and_then([this] { return open(std::make_unique<KeycloakContract>()); })
        .and_then([this] { return open(std::make_unique<OAuth2Contract>()); })
        .and_then([this] { return open(std::make_unique<KajabiContract>()); })
        .and_then([this] { return open(std::make_unique<ScreeningEagleContract>()); });
}

Result<> PracticeIssuers::open(std::unique_ptr<PracticeContract> contract)
{
    auto place = std::make_unique<Place>();
    place->server = std::make_unique<PracticeServer>();
    const Result<QUrl> origin = place->server->listenOnLoopback();
    if (!origin)
        return tl::unexpected(origin.error());
    const quint32 seed = m_options.seed + quint32(m_places.size());
    place->issuer = std::make_unique<PracticeIssuer>(std::move(contract), *origin, m_options.now, seed);
    place->issuer->admitCast();
    place->server->setIssuer(place->issuer.get());
    m_places.push_back(std::move(place));
    return {};
}

PracticeIssuer &PracticeIssuers::issuer(const QString &provider) const
{
    for (const auto &place : m_places) {
        const PracticeApi *api = place->issuer->api();
        if (place->issuer->provider() == provider || (api && api->provider() == provider))
            return *place->issuer;
    }
    qFatal("There is no practice issuer for %s, or they were not started", qPrintable(provider));
}

// Whoever takes a secret or a token over wipes its bytes, shared or not: what the issuers keep must outlive that.
static QByteArray ownCopy(const QByteArray &bytes)
{
    return QByteArray(bytes.constData(), bytes.size());
}

PracticeSetup PracticeIssuers::setupOf(const PracticeCard &card, Clients which) const
{
    const PracticeIssuer &practice = issuer(card.provider);
    PracticeSetup setup;
    setup.issuer.name = card.name;
    setup.issuer.provider = card.provider;
    setup.issuer.url = practice.url();
    setup.issuer.environment = Environment::Test;
    setup.description = card.description;
    for (const PracticeClient &client : practice.clients()) {
        if (!client.onFile || client.isAdministrator() != (which == Clients::Administrators))
            continue;
        setup.issuer.clients.append({client.id, client.method, !client.isPublic()});
        if (!client.isPublic())
            setup.secrets.insert(client.id, ownCopy(client.secret));
    }
    return setup;
}

QList<PracticeSetup> PracticeIssuers::setups() const
{
    QList<PracticeSetup> setups;
    const QList<PracticeCard> cards = practiceCards();
    for (const PracticeCard &card : cards)
        setups.append(setupOf(card, Clients::Applications));
    return setups;
}

QList<PracticeSetup> PracticeIssuers::apiSetups() const
{
    QList<PracticeSetup> setups;
    const QList<PracticeCard> cards = practiceApiCards();
    for (const PracticeCard &card : cards)
        setups.append(setupOf(card, Clients::Administrators));
    return setups;
}

PracticeSetup PracticeIssuers::setup(const QString &provider) const
{
    const auto cardOf = [&provider](const QList<PracticeCard> &cards) {
        for (const PracticeCard &card : cards) {
            if (card.provider == provider)
                return card;
        }
        return PracticeCard();
    };
    const PracticeCard api = cardOf(practiceApiCards());
    return api.provider.isEmpty() ? setupOf(cardOf(practiceCards()), Clients::Applications)
                                  : setupOf(api, Clients::Administrators);
}

QByteArray PracticeIssuers::anchorFor(const QString &person) const
{
    const QList<PracticeToken> alive = issuer(u"sap-ias"_s).aliveTokens(person);
    for (const PracticeToken &token : alive) {
        if (token.use == PracticeToken::Use::Access)
            return ownCopy(token.value);
    }
    return {};
}

QByteArray PracticeIssuers::tokensFile(const QString &provider, const QString &person) const
{
    const bool pairs = provider == "kajabi"_L1;
    QByteArray file;
    QString session;
    QByteArray access;
    const QList<PracticeToken> alive = issuer(provider).aliveTokens(person);
    for (const PracticeToken &token : alive) {
        if (token.session.key != session) {
            session = token.session.key;
            file += "# " + token.session.person.toUtf8() + ", " + token.session.application.toUtf8() + '\n';
        }
        if (!pairs)
            file += token.value + '\n';
        else if (token.use == PracticeToken::Use::Access)
            access = token.value; // comes before its session's refresh token
        else
            file += token.value + '\t' + access + '\n';
    }
    return file;
}

} // namespace curfew
