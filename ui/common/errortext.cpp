// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "errortext.h"

#include "timewords.h"
#include "visibletext.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::ErrorText)
};

using Purpose = ErrorSubject::Purpose;

} // namespace

QString ErrorText::sentence() const
{
    QStringList parts{happened, meaning, advice};
    parts.removeAll(QString());
    return parts.join(u' ');
}

static QString nameOf(const ErrorSubject &subject)
{
    return subject.service.isEmpty() ? Words::tr("The service") : subject.service;
}

static QString nothingEnded(const ErrorSubject &subject)
{
    return subject.purpose == Purpose::Configuring ? QString() : Words::tr("Nothing was ended.");
}

static QString mayHaveEnded(const ErrorSubject &subject)
{
    return subject.purpose == Purpose::Ending ? Words::tr("Assume that the access still works.")
                                              : nothingEnded(subject);
}

static QString lockWarning(const ErrorSubject &subject)
{
    if (subject.failuresBeforeLockOut == 0)
        return {};
    return Words::tr("%1 wrong attempts by anyone lock this client for %2 minutes, and its application with it.")
        .arg(subject.failuresBeforeLockOut)
        .arg(subject.lockOutMinutes);
}

static ErrorText clientRefused(const ErrorSubject &subject)
{
    if (!subject.hasSecret) {
        return {Words::tr("%1 refused the client %2.").arg(nameOf(subject), shortClientId(subject.clientId)),
                nothingEnded(subject),
                Words::tr("It was sent without a secret: does this client need one, or is its ID wrong?"),
                {}};
    }
    const QString refused = subject.clientId.isEmpty()
        ? Words::tr("%1 refused the stored secret.").arg(nameOf(subject))
        : Words::tr("%1 refused the stored secret of client %2.").arg(nameOf(subject), shortClientId(subject.clientId));
    const QString stopped = subject.purpose == Purpose::Configuring
        ? Words::tr("Curfew stopped after one attempt.")
        : Words::tr("Curfew stopped after one attempt; nothing was ended.");
    const QString warning = lockWarning(subject);
    return {refused, warning.isEmpty() ? stopped : stopped + u' ' + warning, Words::tr("Was the secret changed?"), {}};
}

static ErrorText breakerOpen(const ErrorSubject &subject)
{
    const QString until = subject.lockedUntil.isValid()
        ? Words::tr("It may be locked until %1.").arg(untilTime(subject.lockedUntil, QDateTime::currentDateTimeUtc()))
        : QString();
    QString happened = subject.hasSecret
        ? Words::tr("%1 refused this client’s secret earlier, so nothing is sent to it.").arg(nameOf(subject))
        : Words::tr("%1 refused this client earlier, so nothing is sent for it.").arg(nameOf(subject));
    if (!until.isEmpty())
        happened += u' ' + until;
    return {happened,
            nothingEnded(subject),
            subject.hasSecret ? Words::tr("Replace the secret, or check the connection once more.")
                              : Words::tr("Correct the client, or check the connection once more."),
            {}};
}

static QString retryAdvice(const Error &error)
{
    if (error.retryAfter)
        return Words::tr("Try again in %1.").arg(durationWords(*error.retryAfter));
    return Words::tr("Wait a moment, then try again.");
}

// What stopped on this machine.
static std::optional<ErrorText> localText(const Error &error, const ErrorSubject &subject)
{
    const QString nothing = nothingEnded(subject);
    switch (error.kind) {
    case ErrorKind::InvalidInput:
        return ErrorText{Words::tr("Curfew can’t use this: %1").arg(visibleText(error.detail, 200)), nothing, {}, {}};
    case ErrorKind::InsecureUrl:
        return ErrorText{Words::tr("This address isn’t protected."),
                         nothing,
                         Words::tr("Use an address that begins with https://."),
                         {}};
    case ErrorKind::OriginNotAllowed:
        return ErrorText{Words::tr("The secret is not stored for this address, so Curfew sent nothing."),
                         nothing,
                         Words::tr("Check the service’s address, then enter the secret again."),
                         {}};
    case ErrorKind::UnknownIssuer:
        return ErrorText{
            Words::tr("This service is no longer configured."), nothing, Words::tr("Add the service again."), {}};
    case ErrorKind::NoCredential:
        return ErrorText{
            subject.clientId.isEmpty()
                ? Words::tr("No usable secret is on file for this service.")
                : Words::tr("No usable secret is on file for client %1.").arg(shortClientId(subject.clientId)),
            nothing,
            Words::tr("Enter the secret in the service’s settings."),
            {}};
    case ErrorKind::SignInNeeded:
        return ErrorText{
            Words::tr("You aren’t signed in at %1.").arg(nameOf(subject)), nothing, Words::tr("Sign in again."), {}};
    case ErrorKind::BreakerOpen:
        return breakerOpen(subject);
    case ErrorKind::Unsupported:
        return ErrorText{Words::tr("%1 doesn’t offer this.").arg(nameOf(subject)), nothing, {}, {}};
    case ErrorKind::Canceled:
        return ErrorText{Words::tr("Stopped."), nothing, {}, {}};
    case ErrorKind::ProfileFailed:
        return ErrorText{Words::tr("Curfew can’t read or write its settings."),
                         nothing,
                         Words::tr("See the technical details for the file concerned."),
                         {}};
    case ErrorKind::JournalFailed:
        return ErrorText{Words::tr("The journal can’t be written."),
                         subject.purpose == Purpose::Configuring
                             ? QString()
                             : Words::tr("Without it Curfew sends nothing more, so that nothing is lost."),
                         Words::tr("Check free space and permissions, then try again."),
                         {}};
    case ErrorKind::JournalDamaged:
        return ErrorText{Words::tr("The journal is damaged."),
                         nothing,
                         Words::tr("Keep the file for your administrator and start with another profile."),
                         {}};
    default:
        return std::nullopt;
    }
}

static std::optional<ErrorText> keychainText(const Error &error, const ErrorSubject &subject)
{
    const QString nothing = nothingEnded(subject);
    switch (error.kind) {
    case ErrorKind::KeychainUnavailable:
        return ErrorText{Words::tr("There is no keychain that Curfew could use."),
                         nothing,
                         Words::tr("Install or start one (on Linux: GNOME Keyring or KWallet) and sign in again."),
                         {}};
    case ErrorKind::KeychainLocked:
        return ErrorText{Words::tr("The keychain is locked."), nothing, Words::tr("Unlock it, then try again."), {}};
    case ErrorKind::KeychainTimedOut:
        return ErrorText{Words::tr("The keychain didn’t answer."),
                         nothing,
                         Words::tr("Look for a prompt behind this window, then try again."),
                         {}};
    case ErrorKind::KeychainFailed:
        return ErrorText{
            Words::tr("The keychain refused."), nothing, Words::tr("See the technical details for its reason."), {}};
    case ErrorKind::EntryNotFound:
        return ErrorText{Words::tr("The keychain has no such secret."),
                         nothing,
                         Words::tr("Enter the secret in the service’s settings."),
                         {}};
    default:
        return std::nullopt;
    }
}

static ErrorText networkText(const Error &error, const ErrorSubject &subject)
{
    const QString service = nameOf(subject);
    const QString assume = mayHaveEnded(subject);
    switch (error.kind) {
    case ErrorKind::NoConnection:
        return {Words::tr("%1 can’t be reached.").arg(service),
                nothingEnded(subject),
                Words::tr("Check the network and the address, then try again."),
                {}};
    case ErrorKind::AuthorityChanged:
        return {Words::tr("The connection to %1 is vouched for by another authority than before: %2. Someone on the "
                          "way, a company’s proxy for instance, could read tokens, so nothing was sent.")
                    .arg(service, visibleText(error.detail, 200)),
                nothingEnded(subject),
                Words::tr("Ask your administrator. If the change is meant, check the connection and trust the new "
                          "authority."),
                {}};
    case ErrorKind::TlsFailed:
        return {Words::tr("The connection to %1 isn’t trustworthy.").arg(service),
                nothingEnded(subject),
                Words::tr("Its certificate can’t be checked: ask your administrator about the CA file."),
                {}};
    case ErrorKind::ProxyFailed:
        return {Words::tr("The proxy didn’t let Curfew through."),
                nothingEnded(subject),
                Words::tr("Check the system’s proxy settings."),
                {}};
    case ErrorKind::NoAnswer:
        return {Words::tr("%1 didn’t answer in time.").arg(service), assume, Words::tr("Check again now."), {}};
    case ErrorKind::Redirected:
        return {Words::tr("%1 sent Curfew elsewhere; Curfew doesn’t follow with a secret.").arg(service),
                assume,
                Words::tr("Check the service’s address."),
                {}};
    case ErrorKind::NotTheService:
        return {Words::tr("A network log-in page or proxy answered, not %1.").arg(service),
                assume,
                Words::tr("Sign in to the network, then try again."),
                {}};
    case ErrorKind::TooLarge:
        return {Words::tr("The answer of %1 was too large and was cut off.").arg(service),
                assume,
                Words::tr("Ask your administrator."),
                {}};
    case ErrorKind::RateLimited:
        return {Words::tr("%1 asks for fewer requests.").arg(service), assume, retryAdvice(error), {}};
    case ErrorKind::ServerError:
        return {Words::tr("%1 has a fault of its own.").arg(service), assume, retryAdvice(error), {}};
    case ErrorKind::Refused:
        return {
            Words::tr("%1 said no.").arg(service), assume, Words::tr("See the technical details for its reason."), {}};
    case ErrorKind::TokenNotKnown:
        return {Words::tr("%1 doesn’t know this token (any more).").arg(service),
                nothingEnded(subject),
                Words::tr("Use a newer token of this person."),
                {}};
    case ErrorKind::UnsupportedTokenType:
        return {Words::tr("%1 can’t end this kind of token.").arg(service), assume, {}, {}};
    case ErrorKind::BearerExpired:
        return {Words::tr("%1 no longer accepts the access Curfew was given.").arg(service),
                assume,
                Words::tr("Try again."),
                {}};
    default:
        return {Words::tr("The answer of %1 made no sense.").arg(service),
                assume,
                Words::tr("Check the service’s address, then try again."),
                {}};
    }
}

QString shortClientId(const QString &clientId)
{
    return clientId.size() <= 12 ? visibleText(clientId) : visibleText(clientId.left(8)) + u'…';
}

ErrorSubject subjectOf(const Issuer &issuer, int failures, std::chrono::minutes lockOut, Purpose purpose)
{
    ErrorSubject subject;
    subject.service = issuer.name;
    if (!issuer.clients.isEmpty()) {
        const Client &client = issuer.clients.constFirst();
        subject.clientId = client.clientId;
        subject.hasSecret = takesSecret(client.method);
    }
    subject.failuresBeforeLockOut = failures;
    subject.lockOutMinutes = static_cast<int>(lockOut.count());
    subject.purpose = purpose;
    return subject;
}

ErrorSubject whileConfiguring(const QString &service)
{
    ErrorSubject subject;
    subject.service = service;
    subject.purpose = Purpose::Configuring;
    return subject;
}

ErrorText errorText(const Error &error, const ErrorSubject &subject)
{
    ErrorText text;
    if (error.kind == ErrorKind::ClientRefused)
        text = clientRefused(subject);
    else if (const auto local = localText(error, subject))
        text = *local;
    else if (const auto keychain = keychainText(error, subject))
        text = *keychain;
    else
        text = networkText(error, subject);
    QStringList details{errorKindName(error.kind)};
    if (error.httpStatus != 0)
        details << u"HTTP %1"_s.arg(error.httpStatus);
    if (!error.detail.isEmpty())
        details << visibleText(error.detail);
    text.details = details.join(u" · "_s);
    return text;
}

} // namespace curfew
