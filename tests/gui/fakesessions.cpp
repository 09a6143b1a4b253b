// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakesessions.h"

#include "asyncresult.h"
#include "journal.h"
#include "jwt.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace curfew {

QByteArray fakeJwt(const QJsonObject &claims)
{
    const auto part = [](const QJsonObject &object) {
        return QJsonDocument(object)
            .toJson(QJsonDocument::Compact)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part({{u"alg"_s, u"RS256"_s}}) + '.' + part(claims) + ".c2lnbmF0dXJl";
}

Token fakeToken(const QByteArray &bytes)
{
    QByteArray copy(bytes.constData(), bytes.size());
    return takeToken(copy);
}

Listing fakeListing(int count, const QByteArray &anchor, const QDateTime &takenAt)
{
    Listing listing;
    listing.uid = u"dona.moore@example.com"_s;
    listing.sub = u"P000123"_s;
    listing.takenAt = takenAt;
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(4, '0');
        Session session;
        session.id = u"%1"_s.arg(i, 16, 16, '0'_L1);
        session.clientId = u"client-%1"_s.arg(i % 2);
        session.application = i % 2 ? u"Mail"_s : u"Travel"_s;
        session.ip = u"10.10.10.%1"_s.arg(i + 1);
        session.userAgent =
            u"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36"_s;
        session.grouping = Grouping::Sid;
        session.issuedAt = takenAt.addSecs(-60 * (i + 1));
        session.expiresAt = takenAt.addSecs(3600 - i);
        const QList<QByteArray> tokens{i == 0 && !anchor.isEmpty() ? anchor : "access-token-" + number,
                                       "refresh-token-" + number};
        for (const QByteArray &bytes : tokens) {
            ListedToken listed;
            listed.token = fakeToken(bytes);
            listed.kind = decodeJwt(bytes) ? TokenKind::Jwt : TokenKind::Opaque;
            listed.clientId = session.clientId;
            listed.grantType = u"AUTHORIZATION_CODE"_s;
            listed.issuedAt = session.issuedAt;
            listed.expiresAt = session.expiresAt;
            listed.raw = {{u"sp_name"_s, session.application}};
            session.tokens.append(listed);
        }
        listing.sessions.append(session);
    }
    return listing;
}

FakeAction::FakeAction(RevocationPlan givenPlan, RevocationOptions givenOptions, QObject *owner)
    : RunningAction(owner)
    , plan(std::move(givenPlan))
    , options(std::move(givenOptions))
    , m_stages(plan.items.size(), RevocationBatch::Stage::Waiting)
{
    if (plan.resumes) {
        m_record = *plan.resumes;
        return;
    }
    m_record.summary.batch = u"20260301-140211-4f2a"_s;
    for (const PlanItem &item : std::as_const(plan.items))
        m_record.items.append({item.record, ItemState::Planned, Sight::Unseen, {}});
}

void FakeAction::move(qsizetype index, RevocationBatch::Stage stage)
{
    m_stages[index] = stage;
    m_record.items[index].state = ItemState::Sending;
    Q_EMIT itemChanged(index);
}

void FakeAction::settle(qsizetype index, Outcome outcome)
{
    m_stages[index] = RevocationBatch::Stage::Done;
    m_record.items[index].state = ItemState::Done;
    ItemResult result;
    result.outcome = outcome;
    m_record.items[index].result = result;
    Q_EMIT itemChanged(index);
}

void FakeAction::settleAll(Outcome outcome)
{
    for (qsizetype i = 0; i < m_stages.size(); ++i)
        settle(i, outcome);
    finish();
}

FakeService::FakeService(bool listsSessions)
    : now(QDateTime(QDate(2026, 3, 1), QTime(14, 2, 11), Qt::UTC))
{
    issuer.name = u"Acme prod"_s;
    issuer.provider = u"fake"_s;
    issuer.url = QUrl(u"https://acme.example"_s);
    issuer.clients = {{u"client-0"_s, AuthMethod::ClientSecretBasic, true},
                      {u"client-1"_s, AuthMethod::ClientSecretBasic, true}};
    descriptor.id = u"fake"_s;
    descriptor.name = u"Fake"_s;
    descriptor.ends = {u"Every token of the session."_s, u"Jedes Token der Sitzung."_s};
    descriptor.doesNotEnd = {u"The browser's sign-in."_s, u"Die Anmeldung im Browser."_s};
    descriptor.operations.insert(u"introspectToken"_s, {});
    if (listsSessions)
        descriptor.operations.insert(u"listSessions"_s, {});
}

SessionsBackend FakeService::backend()
{
    SessionsBackend backend;
    backend.issuer = issuer;
    backend.descriptor = descriptor;
    backend.operatorName = u"agent"_s;
    backend.now = [this] { return now; };
    backend.list = [this](const Token &) {
        ++lists;
        auto promise = std::make_shared<QPromise<Result<Listing>>>();
        promise->start();
        m_lists.append(promise);
        return promise->future();
    };
    backend.look = [this](const RevokeTarget &) {
        ++looks;
        Look look;
        look.sight = sight;
        look.user = lookUser;
        return readyFuture<Result<Look>>(look);
    };
    backend.action = [this](RevocationPlan plan, RevocationOptions options, QObject *owner) -> RunningAction * {
        action = new FakeAction(std::move(plan), std::move(options), owner);
        return action;
    };
    backend.exportBatch = [](const QString &batch, ExportFormat) {
        return readyFuture<Result<QByteArray>>(batch.toUtf8());
    };
    return backend;
}

void FakeService::answerList(const Result<Listing> &listing)
{
    const auto promise = m_lists.takeFirst();
    promise->addResult(listing);
    promise->finish();
}

} // namespace curfew
