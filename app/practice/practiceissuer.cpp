// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practiceissuer.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

using Use = PracticeToken::Use;

static QUrl issuerUrl(QUrl origin, const QByteArray &basePath)
{
    origin.setPath(QString::fromLatin1(basePath));
    return origin;
}

PracticeIssuer::PracticeIssuer(std::unique_ptr<PracticeContract> contract, const QUrl &origin, PracticeClock now,
                               quint32 seed)
    : m_contract(std::move(contract))
    , m_tenant{issuerUrl(origin, m_contract->basePath()),
               std::move(now),
               PracticeDoor(practiceClients(m_contract->provider())),
               PracticeMint(seed),
               {},
               {}}
{
    if (provider() == "sap-ias"_L1)
        m_tenant.behaviour.failuresBeforeLock = 5;
}

void PracticeIssuer::enforceDocumentedRates()
{
    if (provider() == "sap-ias"_L1)
        m_tenant.behaviour.rates = {{1000, 60s}, {50, 1s}};
}

PracticeReply PracticeIssuer::receive(const PracticeRequest &request)
{
    m_maxInFlight = std::max(m_maxInFlight, ++m_inFlight);
    const QDateTime now = m_tenant.now();
    const PracticeEndpoint endpoint = m_contract->endpoint(request.path);
    PracticeFault fault;
    if (const auto wait = m_meter.arrive(now, m_tenant.behaviour.rates))
        fault = PracticeFault::tooManyRequests(QByteArray::number(qint64(wait->count())));
    else
        fault = m_faults.take(endpoint);

    PracticeReply reply{handle(request, fault), fault.wire, fault.floodBytes, m_tenant.behaviour.latency + fault.delay};
    m_record.append({request, endpoint, now, reply.wire == PracticeWire::Whole ? reply.answer.status : 0});
    return reply;
}

PracticeAnswer PracticeIssuer::handle(const PracticeRequest &request, const PracticeFault &fault)
{
    PracticeAnswer answer;
    if (fault.handling != PracticeFault::Handling::Ignore) {
        const bool pretended = fault.handling == PracticeFault::Handling::Pretend;
        m_tenant.tokens.setEnding(pretended ? PracticeTokens::Ending::Pretended : PracticeTokens::Ending::Real);
        answer = m_contract->answer(request, m_tenant);
        m_tenant.tokens.setEnding(PracticeTokens::Ending::Real);
    }
    return fault.answer.value_or(answer);
}

PracticeAnswer PracticeIssuer::answer(const PracticeRequest &request)
{
    const PracticeReply reply = receive(request);
    left();
    return reply.answer;
}

QByteArray PracticeIssuer::secretOf(const QString &clientId) const
{
    const PracticeClient *client = m_tenant.door.client(clientId);
    return client ? client->secret : QByteArray();
}

bool PracticeIssuer::isLocked(const QString &clientId) const
{
    return m_tenant.door.isLocked(clientId, m_tenant.now());
}

void PracticeIssuer::lock(const QString &clientId)
{
    m_tenant.door.lock(clientId, m_tenant.now().addSecs(m_tenant.behaviour.lockedFor.count()));
}

void PracticeIssuer::admitCast()
{
    const QList<PracticeVisit> visits = practiceVisits(provider());
    for (const PracticeVisit &visit : visits)
        signIn(visit);
}

QString PracticeIssuer::sidFor(const PracticeVisit &visit)
{
    // Single sign-on: what one browser opens at several applications is one session at the issuer.
    QString &sid = m_sids[visit.person + u'\n' + visit.ip + u'\n' + visit.userAgent];
    if (sid.isEmpty())
        sid = m_tenant.mint.uuid();
    return sid;
}

QList<PracticeToken> PracticeIssuer::signIn(const PracticeVisit &visit)
{
    const PracticeClient *client = m_tenant.door.client(visit.clientId);
    const QDateTime now = m_tenant.now();
    PracticeToken blueprint;
    blueprint.form = visit.form;
    blueprint.session = {m_tenant.mint.uuid(),
                         visit.form == PracticeToken::Form::Jwt ? sidFor(visit) : QString(),
                         visit.clientId,
                         client ? client->application : QString(),
                         visit.person,
                         practiceSubject(visit.person),
                         visit.ip,
                         visit.userAgent,
                         now.addSecs(-60 * qint64(visit.minutesAgo))};
    blueprint.audience = client && !client->audience.isEmpty() ? client->audience : QStringList{visit.clientId};

    QList<PracticeToken> given;
    const auto give = [&](Use use, const QString &scope, const QDateTime &issuedAt, std::chrono::seconds life) {
        blueprint.use = use;
        blueprint.scope = scope;
        blueprint.issuedAt = issuedAt;
        blueprint.expiresAt = issuedAt.addSecs(life.count());
        given.append(m_contract->mint(blueprint, m_tenant));
    };
    // An access token lives for an hour: an older session has renewed its own, a few minutes apart.
    const int renewedAgo = visit.minutesAgo < 50 ? visit.minutesAgo : 7 + visit.minutesAgo % 40;
    const QDateTime renewedAt = now.addSecs(-60 * qint64(renewedAgo));
    for (int i = 0; i < visit.accessTokens; ++i)
        give(Use::Access, u"openid email profile"_s, renewedAt.addSecs(qMin(60 * i, 60 * renewedAgo)), 1h);
    give(Use::Refresh, u"openid email profile offline_access"_s, blueprint.session.startedAt, 12h);
    if (visit.form == PracticeToken::Form::Jwt)
        give(Use::Id, {}, renewedAt, 1h);
    return given;
}

QList<QByteArray> PracticeIssuer::addSessions(const QString &person, const QString &clientId, int count,
                                              int accessTokens, PracticeToken::Form form)
{
    QList<QByteArray> values;
    for (int i = 0; i < count; ++i) {
        const int number = ++m_extraSessions;
        const QString ip = u"10.%1.%2.%3"_s.arg(20 + number / 62500).arg(number / 250 % 250).arg(1 + number % 250);
        const QList<PracticeToken> given = signIn({person, clientId, u"CourierApp/5.%1 (Android)"_s.arg(number % 10),
                                                   ip, 1 + number % 45, form, accessTokens});
        for (const PracticeToken &token : given) {
            if (token.use != Use::Id)
                values.append(token.value);
        }
    }
    return values;
}

QList<PracticeToken> PracticeIssuer::aliveTokens(const QString &person) const
{
    QList<PracticeToken> alive;
    for (const PracticeToken &token : m_tenant.tokens.all()) {
        const bool counts = token.use == Use::Access || token.use == Use::Refresh;
        if (counts && (person.isEmpty() || token.session.person == person) && m_tenant.works(token))
            alive.append(token);
    }
    return alive;
}

bool PracticeIssuer::isAlive(const QByteArray &token) const
{
    const PracticeToken *known = m_tenant.tokens.find(token);
    return known && m_tenant.works(*known);
}

bool PracticeIssuer::isAlive(const Fingerprint &fingerprint) const
{
    const PracticeToken *known = m_tenant.tokens.find(fingerprint);
    return known && m_tenant.works(*known);
}

QList<PracticeRecord> PracticeIssuer::record(PracticeEndpoint endpoint) const
{
    QList<PracticeRecord> matching;
    for (const PracticeRecord &entry : m_record) {
        if (entry.endpoint == endpoint)
            matching.append(entry);
    }
    return matching;
}

void PracticeIssuer::forgetRecord()
{
    m_record.clear();
    m_maxInFlight = m_inFlight;
}

} // namespace curfew
