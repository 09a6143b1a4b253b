// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultissuer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QStringList>

using namespace Qt::StringLiterals;
using namespace curfew;

Fault Fault::instead(const FaultReply &reply, int times)
{
    Fault fault;
    fault.answer = [reply](const QByteArray &) { return reply; };
    fault.times = times;
    return fault;
}

Fault Fault::retold(std::function<FaultReply(const QByteArray &)> retell)
{
    Fault fault;
    fault.answer = std::move(retell);
    fault.tellsTheTruth = true;
    return fault;
}

Fault Fault::butItHappens() const
{
    Fault fault = *this;
    fault.effect = Effect::Happens;
    return fault;
}

static QByteArray contents(const QString &name)
{
    QFile file(u":/tls/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return file.readAll();
}

static QSslConfiguration tls(const QString &server)
{
    QSslConfiguration settings = QSslConfiguration::defaultConfiguration();
    settings.setLocalCertificate(QSslCertificate(contents(server + u".pem"_s)));
    settings.setPrivateKey(QSslKey(contents(server + u"key.pem"_s), QSsl::Ec));
    settings.setPeerVerifyMode(QSslSocket::VerifyNone);
    return settings;
}

FaultIssuer::FaultIssuer()
    : m_server(tls(u"server"_s))
{
    m_server.answerWith([this](const RecordedRequest &request) { return answer(request); });
}

QString FaultIssuer::caFile()
{
    return u":/tls/bothroots.pem"_s;
}

QString FaultIssuer::caFileWithNamesake()
{
    return u":/tls/alikeroots.pem"_s;
}

QString FaultIssuer::clientId()
{
    return u"helpdesk"_s;
}

QByteArray FaultIssuer::clientSecret()
{
    return "a-secret-of-the-helpdesk";
}

void FaultIssuer::setVouchedBy(VouchedBy who)
{
    switch (who) {
    case VouchedBy::Root:
        m_server.setTls(tls(u"server"_s));
        break;
    case VouchedBy::OtherRoot:
        m_server.setTls(tls(u"otherserver"_s));
        break;
    case VouchedBy::Namesake:
        m_server.setTls(tls(u"alikeserver"_s));
        break;
    }
}

void FaultIssuer::add(const QByteArray &token, Life life)
{
    m_order.append(token);
    setLife(token, life);
}

void FaultIssuer::setLife(const QByteArray &token, Life life)
{
    m_tokens[token].alive = life == Life::Alive;
}

void FaultIssuer::fault(Stage stage, const Fault &fault)
{
    m_faults.insert(stage, fault);
}

void FaultIssuer::when(Stage stage, int nth, const std::function<void()> &happens)
{
    m_events.insert({stage, nth}, happens);
}

void FaultIssuer::setMetadata(const QString &key, const QString &value)
{
    m_metadata.insert(key, value);
}

static QString nameOf(Stage stage)
{
    switch (stage) {
    case Stage::Metadata:
        return u"metadata"_s;
    case Stage::Before:
        return u"before"_s;
    case Stage::Revoke:
        return u"revoke"_s;
    case Stage::After:
        return u"after"_s;
    case Stage::Listing:
        return u"list"_s;
    case Stage::SecondListing:
        return u"list again"_s;
    }
    Q_UNREACHABLE();
}

QString FaultIssuer::requests() const
{
    QStringList parts;
    for (auto it = m_counts.begin(); it != m_counts.end(); ++it)
        parts.append(u"%1 %2"_s.arg(nameOf(it.key()), QString::number(it.value())));
    return parts.join(u", "_s);
}

bool FaultIssuer::toldOfItsDeath(const QByteArray &token) const
{
    const QList<bool> told = m_tokens.value(token).told;
    return told.contains(true) && !told.constLast();
}

static QByteArray tokenIn(const QByteArray &form)
{
    const QList<QByteArray> fields = form.split('&');
    for (const QByteArray &field : fields) {
        if (field.startsWith("token="))
            return QByteArray::fromPercentEncoding(field.mid(6));
    }
    return {};
}

Stage FaultIssuer::stageOf(const RecordedRequest &request, const QByteArray &token) const
{
    if (request.verb == "GET")
        return Stage::Metadata;
    if (request.target == "/oauth2/revoke")
        return Stage::Revoke;
    if (request.target == "/oauth2/token/list")
        return m_revokesOf.isEmpty() ? Stage::Listing : Stage::SecondListing;
    return m_revokesOf.contains(token) ? Stage::After : Stage::Before;
}

FaultReply FaultIssuer::answer(const RecordedRequest &request)
{
    const QByteArray token = tokenIn(request.body);
    const Stage stage = stageOf(request, token);
    const int nth = ++m_counts[stage];
    if (const auto event = m_events.constFind({stage, nth}); event != m_events.constEnd())
        (*event)();
    if (stage == Stage::Revoke)
        m_revokesOf.append(token);

    const QByteArray known = "Basic " + (clientId().toUtf8() + ':' + clientSecret()).toBase64();
    if (stage != Stage::Metadata && request.header("Authorization") != known)
        return FaultReply::http(401, R"({"error":"invalid_client"})");

    const bool lists = stage == Stage::Listing || stage == Stage::SecondListing;
    if (lists && !isAlive(token))
        return FaultReply::http(400, R"({"error":"invalid_token"})");

    const Fault fault = m_faults.value(stage);
    const bool isWrong = fault.answer && nth <= fault.times;
    if (stage == Stage::Revoke && (!isWrong || fault.effect == Fault::Effect::Happens))
        setLife(token, Life::Dead);
    if (!isWrong || fault.tellsTheTruth)
        told(stage, token);
    const QByteArray body = truth(stage, token);
    if (isWrong)
        return fault.answer(body);
    return FaultReply::http(200, body, "application/json", m_headers);
}

QByteArray FaultIssuer::truth(Stage stage, const QByteArray &token) const
{
    const QString base = url().toString();
    switch (stage) {
    case Stage::Metadata: {
        QJsonObject metadata{{u"issuer"_s, base},
                             {u"revocation_endpoint"_s, base + u"/oauth2/revoke"_s},
                             {u"introspection_endpoint"_s, base + u"/oauth2/introspect"_s}};
        for (auto it = m_metadata.begin(); it != m_metadata.end(); ++it)
            metadata.insert(it.key(), it.value());
        return QJsonDocument(metadata).toJson();
    }
    case Stage::Before:
    case Stage::After:
        return isAlive(token) ? R"({"active":true,"username":"victim"})" : R"({"active":false})";
    case Stage::Revoke:
        return {};
    case Stage::Listing:
    case Stage::SecondListing: {
        QJsonArray listed;
        for (const QByteArray &each : m_order) {
            if (isAlive(each)) {
                listed.append(QJsonObject{{u"uid"_s, u"victim"_s},
                                          {u"client_id"_s, clientId()},
                                          {u"client_agent"_s, u"Browser %1"_s.arg(m_order.indexOf(each))},
                                          {u"value"_s, QString::fromLatin1(each)}});
            }
        }
        return QJsonDocument(listed).toJson();
    }
    }
    Q_UNREACHABLE();
}

void FaultIssuer::told(Stage stage, const QByteArray &token)
{
    switch (stage) {
    case Stage::Before:
    case Stage::After:
        m_tokens[token].told.append(isAlive(token));
        return;
    case Stage::Listing:
    case Stage::SecondListing:
        for (const QByteArray &each : std::as_const(m_order))
            m_tokens[each].told.append(isAlive(each));
        return;
    case Stage::Metadata:
    case Stage::Revoke:
        return;
    }
}
