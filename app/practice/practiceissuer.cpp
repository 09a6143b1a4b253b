// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practiceissuer.h"

#include "practicepeople.h"

#include <algorithm>

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
               {},
               {}}
{
    if (provider() == "sap-ias"_L1)
        m_tenant.behaviour.failuresBeforeLock = 5;
    m_tenant.behaviour.disabledPeoplesTokensDie = provider() == "keycloak"_L1;
}

void PracticeIssuer::enforceDocumentedRates()
{
    if (provider() == "sap-ias"_L1) {
        m_tenant.behaviour.rates = {{1000, 60s}, {50, 1s}};
        m_tenant.behaviour.apiRates = {{200, 60s}, {50, 1s}};
    }
}

PracticeReply PracticeIssuer::receive(const PracticeRequest &request)
{
    m_maxInFlight = std::max(m_maxInFlight, ++m_inFlight);
    const QDateTime now = m_tenant.now();
    const PracticeEndpoint endpoint = m_contract->endpoint(request);
    const auto wait = m_contract->apiAt(request.path) ? m_apiMeter.arrive(now, m_tenant.behaviour.apiRates)
                                                      : m_meter.arrive(now, m_tenant.behaviour.rates);
    PracticeFault fault;
    if (wait)
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
        const PracticeDirectory before = m_tenant.people;
        m_tenant.tokens.setEnding(pretended ? PracticeTokens::Ending::Pretended : PracticeTokens::Ending::Real);
        answer = m_contract->answer(request, m_tenant);
        m_tenant.tokens.setEnding(PracticeTokens::Ending::Real);
        if (pretended)
            m_tenant.people = before;
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
    const QList<PracticePerson> people = practicePeople(provider());
    for (const PracticePerson &person : people)
        m_tenant.people.add(person);
    const QList<PracticeVisit> visits = practiceVisits(provider());
    for (const PracticeVisit &visit : visits)
        signIn(visit);
}

QString PracticeIssuer::sidFor(const PracticeVisit &visit)
{
    // Single sign-on: what one browser opens at several applications is one session at the issuer.
    if (visit.kind == PracticeSession::Kind::Offline)
        return m_tenant.mint.uuid();
    QString &sid = m_sids[visit.person + u'\n' + visit.ip + u'\n' + visit.userAgent];
    // Not one that was ended since.
    const auto open = sid.isEmpty() ? QList<PracticeUserSession>() : sessions(visit.person, visit.kind);
    const bool lives = std::any_of(open.cbegin(), open.cend(),
                                   [&sid](const PracticeUserSession &session) { return session.id == sid; });
    if (!lives)
        sid = m_tenant.mint.uuid();
    return sid;
}

QList<PracticeUserSession> PracticeIssuer::sessions(const QString &person, PracticeSession::Kind kind) const
{
    return practiceUserSessions(m_tenant.tokens, kind, person, m_tenant.now());
}

void PracticeIssuer::enrol(const PracticeVisit &visit)
{
    const QDateTime now = m_tenant.now();
    m_tenant.people.add(practicePerson(provider(), visit.person));
    m_tenant.people.noteSignIn(visit.person, now.addSecs(-60 * qint64(visit.minutesAgo)));
    const PracticeClient *client = m_tenant.door.client(visit.clientId);
    if (!client || !client->needsConsent)
        return;
    PracticePerson person = *m_tenant.people.byUserName(visit.person);
    const bool asked = std::any_of(person.consents.cbegin(), person.consents.cend(),
                                   [&](const PracticeConsent &consent) { return consent.clientId == client->id; });
    if (asked)
        return;
    const QDateTime at = now.addSecs(-60 * qint64(visit.minutesAgo));
    person.consents.append({client->id, {u"profile"_s, u"email"_s, u"roles"_s}, at, at});
    m_tenant.people.change(person, at);
}

tl::expected<QList<PracticeToken>, QString> PracticeIssuer::signIn(const QString &person, const QString &clientId)
{
    static const QString browser = u"Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"_s;
    QList<PracticeToken> given = signIn({person, clientId, browser, u"10.10.10.20"_s, 0, PracticeToken::Form::Jwt, 1});
    if (given.isEmpty())
        return tl::unexpected(u"Account disabled"_s);
    return given;
}

QList<PracticeToken> PracticeIssuer::signIn(const PracticeVisit &visit)
{
    if (const PracticePerson *known = person(visit.person); known && !known->enabled)
        return {};
    enrol(visit);
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
                         now.addSecs(-60 * qint64(visit.minutesAgo)),
                         visit.kind};
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
    // An offline session lives for thirty days unless it is used.
    const std::chrono::seconds refreshLife = visit.kind == PracticeSession::Kind::Offline ? 720h : 12h;
    give(Use::Refresh, u"openid email profile offline_access"_s, blueprint.session.startedAt, refreshLife);
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
