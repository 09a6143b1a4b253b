// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenintake.h"

#include "asyncresult.h"
#include "intakereader.h"
#include "visibletext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

void TokenIntake::setServices(const QList<Service> &services)
{
    m_services = services;
    judge();
    Q_EMIT changed();
}

void TokenIntake::setCurrentService(const QString &name)
{
    if (m_current == name)
        return;
    m_current = name;
    m_usedAnyway = false;
    m_routed.clear();
    judge();
    Q_EMIT changed();
}

void TokenIntake::takeText(QString text, const QString &remark)
{
    if (isLongText(text)) {
        readLater(readLongText(std::move(text)), tr("Reading what was pasted…"), remark);
        return;
    }
    ++m_reading;
    accept(readText(std::move(text)), remark);
}

void TokenIntake::takeFile(const QString &path)
{
    readLater(readFile(path), tr("Reading the file…"),
              tr("The file still holds what was found in it: delete it when you are done."));
}

void TokenIntake::readLater(const QFuture<Result<Findings>> &findings, const QString &meanwhile, const QString &remark)
{
    drop();
    const int reading = m_reading;
    m_remark = meanwhile;
    Q_EMIT changed();
    onResult(findings, this, [this, reading, remark](const Result<Findings> &read) {
        if (reading != m_reading)
            return;
        if (read) {
            accept(*read, remark);
            return;
        }
        m_remark = tr("The file can’t be read: %1").arg(visibleText(read.error().detail, 200));
        Q_EMIT changed();
    });
}

QString TokenIntake::whatWasFound(const Findings &findings) const
{
    if (findings.tooLarge)
        return tr("That is more than 64 MiB; nothing was read. Take a shorter recording.");
    if (findings.sanitisedHar)
        return tr("This HAR was sanitised: the browser took all tokens out. Record it again and choose "
                  "“with sensitive data”.");
    if (findings.source == IntakeSource::Har && findings.tokens.isEmpty())
        return tr("No token was found in this HAR.");
    if (findings.looksLikeName && canFindPeople())
        return tr(
            "This is neither a token nor plainly a name, so it was not sent anywhere. Type an e-mail address or a "
            "user name.");
    if (findings.looksLikeName)
        return tr("No service here can search by name. A token of the person is needed.");
    if (findings.tokens.isEmpty())
        return tr("No token was found in that.");
    return {};
}

void TokenIntake::accept(Findings findings, const QString &remark)
{
    QStringList remarks{whatWasFound(findings)};
    if (!findings.tokens.isEmpty())
        remarks.append(remark);
    if (findings.passwords > 0)
        remarks.append(tr("It also contains %n password(s): have them changed.", nullptr, findings.passwords));
    remarks.removeAll(QString());
    m_remark = remarks.join(u' ');
    m_findings = std::move(findings);
    choose(preferredToken(m_findings.tokens, QDateTime::currentDateTimeUtc()));
    Q_EMIT taken();
}

void TokenIntake::choose(qsizetype index)
{
    m_chosen = index;
    m_usedAnyway = false;
    m_routed.clear();
    judge();
    if (!m_offered.isEmpty() && !m_rowsShown)
        moveToOffered();
    Q_EMIT changed();
}

static QString issuerNamedBy(const FoundToken &found)
{
    const auto jwt = decodeJwt(found.token.reveal());
    return jwt ? jwt->text(u"iss") : QString();
}

//! A token must not reach a service that it doesn't name before the operator has said so.
void TokenIntake::judge()
{
    m_doubt.clear();
    m_offered.clear();
    if (m_chosen < 0 || m_current.isEmpty() || m_usedAnyway)
        return;
    const QString issuer = issuerNamedBy(m_findings.tokens[m_chosen]);
    if (issuer.isEmpty() && takesTokens())
        return;
    QStringList names;
    for (const Service &candidate : std::as_const(m_services)) {
        if (candidate.takesTokens && issuerMatches(issuer, candidate.issuer.url))
            names.append(candidate.issuer.name);
    }
    if (names.contains(m_current))
        return;
    if (names.isEmpty() && !takesTokens()) {
        m_doubt =
            tr("%1 finds people by name and takes no tokens: choose the token’s service on the left.").arg(m_current);
    } else if (names.isEmpty()) {
        m_doubt = tr("The token names %1, which is not among your services. %2 would get a token that isn’t its own.")
                      .arg(visibleText(issuer, 120), m_current);
    } else if (names.size() > 1) {
        m_doubt = tr("Several of your services have the address that the token names: choose one on the left.");
    } else {
        m_offered = names.constFirst();
        m_doubt = tr("This token belongs to %1, and you are looking at %2.").arg(m_offered, m_current);
    }
}

void TokenIntake::moveToOffered()
{
    const QString service = m_offered; // the answer to the signal forgets it
    Q_EMIT serviceWanted(service);
    if (m_current == service)
        m_routed = tr("%1 was chosen, because the token names it.").arg(service);
}

void TokenIntake::acceptOffer()
{
    moveToOffered();
    Q_EMIT changed();
}

void TokenIntake::useAnyway()
{
    m_usedAnyway = true;
    judge();
    Q_EMIT changed();
}

QString TokenIntake::remark() const
{
    QStringList parts{m_doubt, m_routed, m_remark};
    parts.removeAll(QString());
    return parts.join(u' ');
}

void TokenIntake::clear()
{
    const bool had = hasToken();
    drop();
    if (had)
        Q_EMIT cleared();
}

void TokenIntake::drop()
{
    ++m_reading;
    m_findings = {}; // the last handles: their memory is wiped
    m_chosen = -1;
    m_usedAnyway = false;
    m_routed.clear();
    m_remark.clear();
    judge();
    Q_EMIT changed();
}

const TokenIntake::Service *TokenIntake::service() const
{
    const auto found = std::find_if(m_services.begin(), m_services.end(),
                                    [this](const Service &candidate) { return candidate.issuer.name == m_current; });
    return found == m_services.end() ? nullptr : &*found;
}

bool TokenIntake::canFindPeople() const
{
    return std::any_of(m_services.begin(), m_services.end(),
                       [](const Service &service) { return service.findsPeople; });
}

bool TokenIntake::takesTokens() const
{
    const Service *at = service();
    return !at || at->takesTokens;
}

bool TokenIntake::canLookUp() const
{
    return hasToken() && !isDoubtful() && !m_current.isEmpty() && takesTokens();
}

LookUp TokenIntake::gathered() const
{
    const auto given = [this](const FoundToken &found) {
        return LookUp::Given{found, pairedAccessToken(m_findings, found)};
    };
    LookUp lookUp{{given(m_findings.tokens[m_chosen])}, m_current};
    const Service *at = service();
    if (!at || at->lists)
        return lookUp;
    // Where only tokens can be ended, all that belong to this service are. No service ends an ID token.
    for (qsizetype i = 0; i < m_findings.tokens.size(); ++i) {
        const FoundToken &found = m_findings.tokens[i];
        const QString issuer = issuerNamedBy(found);
        const bool fits = issuer.isEmpty() || issuerMatches(issuer, at->issuer.url);
        if (i != m_chosen && fits && found.role != TokenRole::IdToken)
            lookUp.tokens.append(given(found));
    }
    return lookUp;
}

} // namespace curfew
