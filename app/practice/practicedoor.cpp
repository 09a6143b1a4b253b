// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicedoor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

using Reason = PracticeRefusal::Reason;
using IdAndSecret = std::pair<QByteArray, QByteArray>;

static tl::unexpected<PracticeRefusal> malformed(const QString &description)
{
    return tl::unexpected(PracticeRefusal{Reason::Malformed, description});
}

static std::optional<IdAndSecret> readBasic(const QByteArray &credentials, bool raw)
{
    const auto decoded = QByteArray::fromBase64Encoding(credentials, QByteArray::AbortOnBase64DecodingErrors);
    const qsizetype colon = decoded ? decoded.decoded.indexOf(':') : -1;
    if (colon < 0)
        return std::nullopt;
    const QByteArray id = decoded.decoded.first(colon);
    const QByteArray secret = decoded.decoded.sliced(colon + 1);
    if (raw)
        return IdAndSecret(id, secret);
    const auto plainId = formDecode(id);
    const auto plainSecret = formDecode(secret);
    if (!plainId || !plainSecret)
        return std::nullopt;
    return IdAndSecret(*plainId, *plainSecret);
}

PracticeDoor::PracticeDoor(QList<PracticeClient> clients)
    : m_clients(std::move(clients))
{
}

const PracticeClient *PracticeDoor::client(const QString &id) const
{
    const auto at = std::find_if(m_clients.cbegin(), m_clients.cend(),
                                 [&](const PracticeClient &candidate) { return candidate.id == id; });
    return at == m_clients.cend() ? nullptr : &*at;
}

void PracticeDoor::setSecret(const QString &clientId, const QByteArray &secret)
{
    for (PracticeClient &candidate : m_clients) {
        if (candidate.id == clientId)
            candidate.secret = secret;
    }
}

PracticeDoor::Admission PracticeDoor::admit(const PracticeRequest &request, const PracticeForm &form,
                                            PracticeSchemes schemes, const PracticeTokens &tokens,
                                            const PracticeBehaviour &behaviour, const QDateTime &now)
{
    const QByteArray authorization = request.header("Authorization");
    const auto headers = std::count_if(request.headers.cbegin(), request.headers.cend(), [](const auto &header) {
        return header.first.compare("Authorization", Qt::CaseInsensitive) == 0;
    });
    if (headers > 1 || (headers > 0 && form.has("client_secret")))
        return malformed(u"More than one client authentication method"_s);

    Admission admitted = headers > 0 ? admitByHeader(authorization, schemes, tokens, behaviour, now)
                                     : admitByBody(form, schemes, behaviour, now);
    if (admitted && form.has("client_id") && form.text("client_id") != *admitted)
        return malformed(u"client_id is not that of the authenticated client"_s);
    return admitted;
}

PracticeDoor::Admission PracticeDoor::admitByHeader(const QByteArray &authorization, PracticeSchemes schemes,
                                                    const PracticeTokens &tokens, const PracticeBehaviour &behaviour,
                                                    const QDateTime &now)
{
    const qsizetype space = authorization.indexOf(' ');
    const QByteArray scheme = authorization.first(std::max<qsizetype>(space, 0)).toLower();
    const QByteArray credentials = authorization.sliced(space + 1);
    if (scheme == "basic" && schemes.testFlag(PracticeScheme::Basic)) {
        const auto basic = readBasic(credentials, behaviour.rawBasic);
        return basic ? checkSecret(QString::fromUtf8(basic->first), basic->second, behaviour, now)
                     : refuse(u"The Basic credentials can't be read"_s);
    }
    if (scheme == "bearer" && schemes.testFlag(PracticeScheme::Bearer)) {
        const PracticeToken *token = tokens.find(credentials);
        if (!token || token->use != PracticeToken::Use::ClientGrant || !PracticeTokens::works(*token, now))
            return tl::unexpected(PracticeRefusal{Reason::Bearer, u"The bearer token is unknown or expired"_s});
        if (isLocked(token->session.clientId, now))
            return tl::unexpected(PracticeRefusal{Reason::Locked, u"The client is locked"_s});
        return token->session.clientId;
    }
    return refuse(u"This client authentication method is not accepted here"_s);
}

PracticeDoor::Admission PracticeDoor::admitByBody(const PracticeForm &form, PracticeSchemes schemes,
                                                  const PracticeBehaviour &behaviour, const QDateTime &now)
{
    if (form.has("client_secret") && schemes.testFlag(PracticeScheme::Body)) {
        if (!form.has("client_id"))
            return malformed(u"client_id is missing"_s);
        return checkSecret(form.text("client_id"), form.value("client_secret"), behaviour, now);
    }
    if (form.has("client_id") && !form.has("client_secret") && schemes.testFlag(PracticeScheme::Public)) {
        const PracticeClient *known = client(form.text("client_id"));
        if (known && known->isPublic())
            return known->id;
        return refuse(u"The client is unknown or must authenticate"_s);
    }
    return refuse(u"Client authentication is missing"_s);
}

PracticeDoor::Admission PracticeDoor::checkSecret(const QString &id, const QByteArray &secret,
                                                  const PracticeBehaviour &behaviour, const QDateTime &now)
{
    const PracticeClient *known = client(id);
    if (!known || known->isPublic())
        return refuse(u"Invalid client or Invalid client credentials"_s);
    if (isLocked(id, now)) {
        ++m_failures;
        return tl::unexpected(PracticeRefusal{Reason::Locked, u"The client is locked"_s});
    }
    Lock &lock = m_locks[id];
    if (known->secret == secret) {
        lock.failuresInARow = 0;
        return id;
    }
    ++lock.failuresInARow;
    if (behaviour.failuresBeforeLock > 0 && lock.failuresInARow >= behaviour.failuresBeforeLock) {
        lock.until = now.addSecs(behaviour.lockedFor.count());
        lock.failuresInARow = 0;
    }
    return refuse(u"Invalid client or Invalid client credentials"_s);
}

tl::unexpected<PracticeRefusal> PracticeDoor::refuse(const QString &description)
{
    ++m_failures;
    return tl::unexpected(PracticeRefusal{Reason::Client, description});
}

bool PracticeDoor::isLocked(const QString &clientId, const QDateTime &now) const
{
    const auto lock = m_locks.constFind(clientId);
    return lock != m_locks.cend() && lock->until.isValid() && now < lock->until;
}

} // namespace curfew
