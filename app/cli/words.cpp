// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words.h"

#include "timetext.h"
#include "visibletext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

static QString explanation(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::InvalidInput:
    case ErrorKind::UnknownIssuer:
    case ErrorKind::Unsupported:
        return {};
    case ErrorKind::InsecureUrl:
        return u"Only https is used, and http on this machine's loopback; nothing was sent."_s;
    case ErrorKind::OriginNotAllowed:
        return u"The secret may go to the hosts it was stored for alone; nothing was sent. Run issuer check to see and "
               "accept the host, or add the credential again."_s;
    case ErrorKind::NoCredential:
        return u"Nothing was sent. Add the secret with issuer credential add, or give it with --secret-file."_s;
    case ErrorKind::SignInNeeded:
        return u"You sign in yourself for this, in the browser, and the sign-in is missing or has ended. Sign in again."_s;
    case ErrorKind::BreakerOpen:
        return u"Curfew sends nothing more for this client, since further wrong attempts may lock it for everybody; "
               u"the "
               "tokens still work. Replace the secret (issuer credential add), or run issuer check --try-again."_s;
    case ErrorKind::ClientRefused:
        return u"The issuer refused the client's credential. Curfew stopped at once, since further wrong attempts may "
               u"lock "
               "the client for everybody. Was the secret changed? Replace it with issuer credential add."_s;
    case ErrorKind::Canceled:
        return u"Stopped."_s;
    case ErrorKind::NoConnection:
        return u"The issuer can't be reached; nothing was ended. Check the URL, the network and the proxy."_s;
    case ErrorKind::AuthorityChanged:
        return u"Another certificate authority than before vouches for the connection. Somebody on the way (a "
               u"company's "
               u"proxy, for instance) could read tokens; nothing was sent. If your administrator confirms the change, "
               u"trust the new one with issuer check --trust-authority."_s;
    case ErrorKind::TlsFailed:
        return u"No safe connection to the issuer could be made; nothing was sent. Somebody on the way may be reading, "
               u"or a "
               "private CA needs --ca-file."_s;
    case ErrorKind::ProxyFailed:
        return u"The proxy refused; nothing was ended."_s;
    case ErrorKind::NoAnswer:
        return u"The request was sent, and no whole answer came. Assume that the tokens still work."_s;
    case ErrorKind::Redirected:
        return u"The server points elsewhere, and Curfew never follows with a secret or a token; nothing was ended. "
               u"Check "
               "the issuer's URL."_s;
    case ErrorKind::NotTheService:
        return u"A network log-in page or a proxy answered, not the issuer. Nothing was ended."_s;
    case ErrorKind::TooLarge:
        return u"The answer was larger than Curfew accepts, and the connection was cut. Nothing was ended."_s;
    case ErrorKind::BadResponse:
        return u"The issuer's answer makes no sense. Nothing was ended. Is the URL that of the issuer?"_s;
    case ErrorKind::RateLimited:
        return u"The issuer is busy and asks to wait; the tokens still work."_s;
    case ErrorKind::ServerError:
        return u"The issuer has trouble of its own; assume that the tokens still work, and try again."_s;
    case ErrorKind::Refused:
    case ErrorKind::UnsupportedTokenType:
        return u"The issuer said no. Nothing was ended."_s;
    case ErrorKind::TokenNotKnown:
        return u"The issuer doesn't know this token (any more), so it can't be used to look. Get a current token of "
               u"the "
               "person."_s;
    case ErrorKind::BearerExpired:
        return u"The issuer didn't accept the token that Curfew got from it; nothing was ended. Try again."_s;
    case ErrorKind::KeychainUnavailable:
        return u"The keychain can't be reached, and Curfew keeps secrets nowhere else. On Linux, install and start a "
               u"secret "
               "service (gnome-keyring) and libsecret; or give the secret with --secret-file."_s;
    case ErrorKind::KeychainLocked:
        return u"The keychain is locked. Unlock it, or give the secret with --secret-file."_s;
    case ErrorKind::KeychainTimedOut:
        return u"The keychain didn't answer in time. Is a prompt waiting somewhere?"_s;
    case ErrorKind::KeychainFailed:
    case ErrorKind::EntryNotFound:
        return u"The keychain could not do it."_s;
    case ErrorKind::ProfileFailed:
        return u"The profile's files can't be used; nothing was changed."_s;
    case ErrorKind::JournalFailed:
        return u"The journal can't be written, and what can't be journaled isn't sent."_s;
    case ErrorKind::JournalDamaged:
        return u"The journal is damaged. Keep the file for those who look into it, and start with a new profile."_s;
    }
    Q_UNREACHABLE();
}

static QString asSentence(const QString &detail)
{
    // A sentence may begin with a file's name, which is not to be spelled otherwise.
    const QString firstWord = detail.section(u' ', 0, 0);
    const bool isName = firstWord.contains(u'.') || firstWord.contains(u'/') || firstWord.contains(u'\\');
    const QString text = isName ? detail : detail.at(0).toUpper() + detail.mid(1);
    return text.endsWith(u'.') ? text : text + u'.';
}

QString sentence(const Error &error)
{
    QString text = explanation(error);
    QString detail = visibleText(error.detail);
    const QString status = error.httpStatus > 0 ? u"HTTP %1"_s.arg(error.httpStatus) : QString();
    if (!detail.contains(status)) // else it is all that could be said
        detail += (detail.isEmpty() ? QString() : u", "_s) + status;
    if (text.isEmpty())
        return detail.isEmpty() ? errorKindName(error.kind) : asSentence(detail);
    return detail.isEmpty() ? text : u"%1 (%2)"_s.arg(text, detail);
}

QString unsignedNote(const Error &why)
{
    const QString reason = why.detail.isEmpty() ? errorKindName(why.kind) : visibleText(why.detail);
    return u"what was done is in the journal, but without a signature, so that a change to it can't be told from the "
           "original (%1). Signatures need the system's keychain, running and unlocked"_s.arg(reason);
}

QString keyChangedNote(const KeyChange &change)
{
    return u"the journal is signed with a new key, %1, from now on: the keychain no longer has %2. Who signed what "
           u"stands "
           "in the journal so far can't be checked any more. If nobody here removed that key, ask why it is gone"_s.arg(
               change.to, change.from);
}

QJsonObject errorDocument(const QString &kind, const QString &message)
{
    return {{u"error"_s, QJsonObject{{u"kind"_s, kind}, {u"message"_s, message}}}};
}

QJsonObject errorDocument(const Error &error)
{
    return errorDocument(errorKindName(error.kind), sentence(error));
}

QString textTable(const QStringList &head, const QList<QStringList> &rows)
{
    // The last column is read to its end; it pushes nothing else off the screen.
    constexpr qsizetype widest = 48;
    constexpr qsizetype longest = 400;
    QList<QStringList> lines{head};
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells.append(visibleText(cell, cells.size() + 1 < row.size() ? widest : longest));
        lines.append(cells);
    }
    QList<qsizetype> widths(head.size(), 0);
    for (const QStringList &line : std::as_const(lines)) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], line[i].size());
    }
    QStringList text;
    for (const QStringList &line : std::as_const(lines)) {
        QString joined;
        for (qsizetype i = 0; i < line.size(); ++i)
            joined += i + 1 < line.size() ? line[i].leftJustified(widths[i] + 2) : line[i];
        text.append(joined);
    }
    return text.join(u'\n');
}

// English: batch, match, box and class take "es", entry takes "ies".
static QString pluralOf(const QString &thing)
{
    static const QRegularExpression hissing(u"(?:ch|sh|s|x|z)$"_s);
    static const QRegularExpression consonantY(u"(?<![aeiou])y$"_s);
    if (thing.contains(hissing))
        return thing + u"es"_s;
    return thing.contains(consonantY) ? thing.chopped(1) + u"ies"_s : thing + u's';
}

QString countOf(qsizetype count, const QString &thing)
{
    return u"%1 %2"_s.arg(QString::number(count), count == 1 ? thing : pluralOf(thing));
}

QString countsText(const QMap<QString, int> &counts)
{
    QStringList parts;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        parts.append(u"%1 %2"_s.arg(QString::number(it.value()), it.key()));
    return parts.isEmpty() ? u"nothing to do"_s : parts.join(u", "_s);
}

QString timeText(const std::optional<QDateTime> &time)
{
    return time ? time->toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s) : u"–"_s;
}

QString environmentBand(const Issuer &issuer)
{
    return u"%1 · %2 (%3)"_s.arg(environmentName(issuer.environment).toUpper(), visibleText(issuer.name),
                                 issuer.url.host());
}

} // namespace curfew
