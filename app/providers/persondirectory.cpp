// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "persondirectory.h"

#include "answerclassifier.h"
#include "asyncresult.h"
#include "exchange.h"
#include "personreader.h"

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace curfew {

PersonDirectory::PersonDirectory(DeclarativeProvider &provider, QObject *parent)
    : QObject(parent)
    , m_provider(provider)
{
}

static QString callFor(const PersonStep &step)
{
    switch (step.action) {
    case Action::Disable:
        return u"disable"_s;
    case Action::Enable:
        return u"enable"_s;
    case Action::Logout:
        return u"logout"_s;
    case Action::EndSession:
        return step.kind == SessionKind::Offline ? u"endOfflineSession"_s : u"endSession"_s;
    case Action::Revoke:
        return u"endConsent"_s;
    }
    Q_UNREACHABLE();
}

bool PersonDirectory::offers(const PersonStep &step) const
{
    return people().has(callFor(step));
}

QString PersonDirectory::requestFor(const QString &personId, const PersonStep &step) const
{
    const auto request =
        buildPersonRequest(m_provider.descriptor(), m_provider.issuer().url, people().calls.value(callFor(step)),
                           {{}, personId, step.sessionId, step.clientId});
    return request ? QString::fromLatin1(request->verb + ' ' + request->url.toEncoded()) : QString();
}

QFuture<HttpAnswer> PersonDirectory::call(const PersonCall &call, const PersonParts &parts,
                                          const CredentialPtr &credential)
{
    auto request = buildPersonRequest(m_provider.descriptor(), m_provider.issuer().url, call, parts);
    if (!request)
        return readyFuture(HttpAnswer{tl::unexpected(request.error()), 0, false});
    return m_provider.send(call.operation, *request, credential);
}

// By now a bearer that had expired was renewed: one that is refused still isn't good enough.
static Error settled(Error error)
{
    if (error.kind == ErrorKind::BearerExpired)
        error.kind = ErrorKind::Refused;
    return error;
}

QFuture<Result<QByteArray>> PersonDirectory::ask(const PersonCall &call, const PersonParts &parts,
                                                 const CredentialPtr &credential)
{
    return this->call(call, parts, credential)
        .then([operation = call.operation, credential](const HttpAnswer &answer) -> Result<QByteArray> {
            if (!answer.response)
                return tl::unexpected(answer.response.error());
            if (auto fault = faultOf(*answer.response, operation, secretsShown(credential, answer)))
                return tl::unexpected(settled(*std::move(fault)));
            return answer.response->body;
        });
}

Result<> checkPersonName(const QString &wanted)
{
    constexpr qsizetype longest = 256;
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (wanted.trimmed().isEmpty())
        return failure(ErrorKind::InvalidInput, u"no name to search for"_s);
    if (wanted.size() > longest || std::any_of(wanted.begin(), wanted.end(), isControl))
        return failure(ErrorKind::InvalidInput, u"not a person's name"_s);
    if (wanted.contains(u'*') || wanted.contains(u'%'))
        return failure(ErrorKind::InvalidInput, u"a name with a wildcard in it could mean anybody"_s);
    return {};
}

// Whether a service could have it as an id. Keycloak's federated accounts have ids like `f:1b2c…:robin`.
static bool looksLikeId(const QString &wanted)
{
    constexpr QStringView marks = u"-_:.";
    const auto isOfIds = [marks](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || marks.contains(c)); };
    return std::any_of(wanted.begin(), wanted.end(), [](QChar c) { return c.isDigit(); })
        && std::all_of(wanted.begin(), wanted.end(), isOfIds);
}

QFuture<Result<QList<Person>>> PersonDirectory::find(const QString &wanted, const CredentialPtr &credential)
{
    using Found = Result<QList<Person>>;
    const QString name = wanted.trimmed();
    if (const auto checked = checkPersonName(wanted); !checked)
        return readyFuture<Found>(tl::unexpected(checked.error()));

    // One question after the other: the second adds to what the first found.
    QFuture<Found> all = readyFuture<Found>(QList<Person>());
    for (const PeopleSearch &search : people().find) {
        all = andThen(all, this, [this, search, name, credential](const Found &soFar) {
            if (!soFar)
                return readyFuture<Found>(soFar);
            return ask(search.call, {name, {}, {}, {}}, credential)
                .then([people = people(), search, name, soFar](const Result<QByteArray> &body) {
                    if (!body)
                        return Found(tl::unexpected(body.error()));
                    const Found more = readPeopleFound(people, search, *body);
                    if (!more)
                        return more;
                    QList<Person> found = *soFar;
                    for (const Person &person : *more) {
                        const auto isSame = [&person](const Person &other) { return other.id == person.id; };
                        if (person.isCalled(name) && std::none_of(found.begin(), found.end(), isSame))
                            found.append(person);
                    }
                    return Found(found);
                });
        });
    }
    const auto doubt = [this, name, credential](const Found &found) { return doubtNobody(found, name, credential); };
    if (!looksLikeId(name))
        return andThen(all, this, doubt);
    // Whoever took somebody's id as a user name must be seen beside the one whose id it is.
    const auto orById = andThen(all, this, [this, name, credential](const Found &byName) {
        if (!byName)
            return readyFuture<Found>(byName);
        return read(name, credential).then([byName](const Result<Person> &person) {
            QList<Person> found = *byName;
            const auto isSame = [&person](const Person &other) { return other.id == person->id; };
            if (person && std::none_of(found.begin(), found.end(), isSame))
                found.append(*person);
            // That there is no such id is an answer; that nobody may look is none.
            const int status = person ? 0 : person.error().httpStatus;
            const bool isKnown = person || status == 404 || status == 400;
            return isKnown ? Found(found) : Found(tl::unexpected(person.error()));
        });
    });
    return andThen(orById, this, doubt);
}

QFuture<Result<QList<Person>>> PersonDirectory::doubtNobody(const Result<QList<Person>> &found, const QString &name,
                                                            const CredentialPtr &credential)
{
    using Found = Result<QList<Person>>;
    QFuture<Found> all = readyFuture<Found>(found);
    if (!found || !found->isEmpty())
        return all;
    for (const PeopleSearch &search : people().find) {
        if (!search.count)
            continue;
        all = andThen(all, this, [this, search, name, credential](const Found &soFar) {
            if (!soFar)
                return readyFuture<Found>(soFar);
            return ask(*search.count, {name, {}, {}, {}}, credential).then([search](const Result<QByteArray> &body) {
                return body.and_then(readCount).and_then([&search](qint64 count) -> Found {
                    if (count > 0)
                        return failure(ErrorKind::Refused, search.whenHidden);
                    return QList<Person>();
                });
            });
        });
    }
    return all;
}

QFuture<Result<Person>> PersonDirectory::read(const QString &personId, const CredentialPtr &credential)
{
    return ask(people().calls.value(u"read"_s), {{}, personId, {}, {}}, credential)
        .then([people = people(), personId](const Result<QByteArray> &body) -> Result<Person> {
            if (!body)
                return tl::unexpected(body.error());
            auto person = readPerson(people, *body);
            if (person && person->id != personId)
                return failure(ErrorKind::BadResponse, u"the service answered with another person"_s);
            return person;
        });
}

// One session is listed with each of its applications, and some services list one twice.
static void addSessions(const QList<PersonSession> &more, PersonAccess &access)
{
    QList<PersonSession> all = access.sessions.value_or(QList<PersonSession>());
    for (const PersonSession &session : more) {
        const auto isSame = [&session](const PersonSession &other) {
            return other.id == session.id && other.kind == session.kind;
        };
        if (std::none_of(all.begin(), all.end(), isSame))
            all.append(session);
    }
    access.sessions = all;
}

// The consents, and the offline sessions of each application that they name as having some. Where they can't be read
// nobody says which those are.
QFuture<PersonAccess> PersonDirectory::addConsents(const PersonAccess &soFar, const QString &personId,
                                                   const CredentialPtr &credential)
{
    const PersonCall call = people().calls.value(u"consents"_s);
    const auto body = ask(call, {{}, personId, {}, {}}, credential);
    return andThen(body, this, [this, call, soFar, personId, credential](const Result<QByteArray> &answer) {
        PersonAccess access = soFar;
        const auto consents = answer.and_then(
            [&](const QByteArray &list) { return readConsents(call.operation, list, access.warnings); });
        const bool namesOffline = people().has(u"offlineSessions"_s);
        if (!consents) {
            access.consentsUnread = consents.error();
            if (namesOffline)
                access.offlineUnread = consents.error();
            return readyFuture(access);
        }
        QStringList clients;
        for (const ConsentFound &found : *consents) {
            if (found.isConsent())
                access.consents.append(found.consent);
            if (!found.offlineClient.isEmpty())
                clients.append(found.offlineClient);
        }
        QFuture<PersonAccess> all = readyFuture(access);
        if (!namesOffline)
            return all;
        for (const QString &client : qAsConst(clients)) {
            all = andThen(all, this, [this, personId, client, credential](const PersonAccess &read) {
                return addOfflineSessions(read, personId, client, credential);
            });
        }
        return all;
    });
}

QFuture<PersonAccess> PersonDirectory::addOfflineSessions(const PersonAccess &soFar, const QString &personId,
                                                          const QString &client, const CredentialPtr &credential)
{
    const PersonCall call = people().calls.value(u"offlineSessions"_s);
    return ask(call, {{}, personId, {}, client}, credential)
        .then([operation = call.operation, soFar](const Result<QByteArray> &body) {
            PersonAccess access = soFar;
            const auto sessions = body.and_then([&](const QByteArray &list) {
                return readPersonSessions(operation, SessionKind::Offline, list, access.warnings);
            });
            if (sessions)
                addSessions(*sessions, access);
            else if (!access.offlineUnread)
                access.offlineUnread = sessions.error();
            return access;
        });
}

QFuture<RevokeReply> PersonDirectory::carryOut(const QString &personId, const PersonStep &step,
                                               const CredentialPtr &credential)
{
    const PersonCall call = people().calls.value(callFor(step));
    return this->call(call, {{}, personId, step.sessionId, step.clientId}, credential)
        .then([operation = call.operation, credential](const HttpAnswer &answer) {
            RevokeReply reply = replyOf(answer, operation, secretsShown(credential, answer));
            if (reply.error)
                reply.error = settled(*reply.error);
            return reply;
        });
}

QFuture<Result<PersonAccess>> PersonDirectory::access(const QString &personId, const CredentialPtr &credential)
{
    using Read = Result<PersonAccess>;
    QFuture<Read> all = readyFuture<Read>(PersonAccess());
    if (listsSessions()) {
        const PersonCall call = people().calls.value(u"sessions"_s);
        all = ask(call, {{}, personId, {}, {}}, credential)
                  .then([operation = call.operation](const Result<QByteArray> &body) -> Read {
                      if (!body)
                          return tl::unexpected(body.error());
                      PersonAccess access;
                      const auto sessions = readPersonSessions(operation, SessionKind::Online, *body, access.warnings);
                      if (!sessions)
                          return tl::unexpected(sessions.error());
                      access.sessions = QList<PersonSession>();
                      addSessions(*sessions, access);
                      return access;
                  });
    }
    if (people().has(u"consents"_s)) {
        all = andThen(all, this, [this, personId, credential](const Read &soFar) {
            if (!soFar)
                return readyFuture<Read>(soFar);
            return addConsents(*soFar, personId, credential).then([](const PersonAccess &read) { return Read(read); });
        });
    }
    return all.then([](Read read) {
        if (read)
            read->takenAt = QDateTime::currentDateTimeUtc();
        return read;
    });
}

} // namespace curfew
