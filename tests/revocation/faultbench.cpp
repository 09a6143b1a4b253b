// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultbench.h"

#include "batchbench.h"
#include "journal.h"
#include "profile.h"

#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace curfew;

char *toString(const Ending &ending)
{
    return qstrdup(qPrintable(
        u"\n  said      %1\n  arrived   %2\n  journaled %3"_s.arg(ending.said, ending.arrived, ending.journaled)));
}

// In memory where there is such a place: a row asks what the journal holds, not whether it would outlast a power cut.
static QString quickFolder()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/curfew-faults-XXXXXX"_s;
}

FaultBench::FaultBench()
    : m_folder(quickFolder())
{
    auto opened = Workspace::open(m_folder.path());
    if (!opened)
        qFatal("no workspace: %s", qPrintable(opened.error().detail));
    m_workspace = std::move(*opened);
}

std::unique_ptr<IssuerAccess> FaultBench::open(const QString &provider)
{
    Issuer configured;
    configured.name = u"The issuer"_s;
    configured.provider = provider;
    configured.url = url;
    configured.clients = {{FaultIssuer::clientId(), AuthMethod::ClientSecretBasic, true}};
    configured.caFile = caFile;
    configured.acceptedOrigins = acceptedOrigins;

    auto credential = std::make_shared<Credential>();
    credential->allowedOrigins = QStringList{originOf(url)} + acceptedOrigins;
    credential->provider = provider;
    credential->clientId = FaultIssuer::clientId();
    QByteArray secret = FaultIssuer::clientSecret();
    credential->secret = Secret::take(secret);

    AccessOptions options;
    options.timeout = timeout;
    options.retry = retry;
    options.given = credential;
    auto access = m_workspace->access(configured, options);
    if (!access)
        qFatal("no access: %s", qPrintable(access.error().detail));
    return std::move(*access);
}

RevocationBatch *FaultBench::run(IssuerAccess &access, const RevocationPlan &plan)
{
    RevocationOptions options;
    options.operatorName = u"agent"_s;
    options.replicationDelays = {std::chrono::milliseconds(2), std::chrono::milliseconds(4)};
    RevocationBatch *batch = access.batch(plan, options);
    QEventLoop loop; // QTest::qWaitFor() would sleep 10 ms between the steps of a handshake
    QObject::connect(batch, &RevocationBatch::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(std::chrono::seconds(100), &loop, [&loop] {
        qWarning("the batch didn't end");
        loop.quit();
    });
    batch->start();
    loop.exec();
    return batch;
}

Ending FaultBench::endTokens()
{
    const auto access = open(u"oauth2"_s);
    QList<RevokeTarget> targets;
    TokenStore store;
    for (const QByteArray &token : issuer.tokens())
        targets.append({store.add(token), {}, {}});
    const auto plan = planFromTokens(access->issuer(), access->descriptor(), targets, QDateTime::currentDateTimeUtc());
    return endingOf(*run(*access, plan));
}

Token FaultBench::anchor() const
{
    TokenStore store; // which leaves the issuer's own copy alone
    return store.add(issuer.tokens().constLast());
}

Ending FaultBench::list()
{
    const auto access = open(u"sap-ias"_s);
    const auto listing = awaited(access->list(anchor()));
    if (!listing)
        return ending(errorKindName(listing.error().kind));
    return ending(u"%1 listed, %2 warnings"_s.arg(listing->tokenCount()).arg(listing->warnings.size()));
}

Ending FaultBench::listAndEndAll()
{
    const auto access = open(u"sap-ias"_s);
    const Token anchor = this->anchor();
    const auto listing = awaited(access->list(anchor));
    if (!listing)
        return ending(errorKindName(listing.error().kind));
    const auto plan = planFromListing(access->issuer(), *listing, anchor, {}, QDateTime::currentDateTimeUtc());
    return endingOf(*run(*access, plan));
}

Ending FaultBench::check(CheckMode mode)
{
    const auto access = open(u"oauth2"_s);
    const CheckReport report = awaited(access->check(mode));
    (void)awaited(m_workspace->journal().open()); // behind the events of the check
    if (report.discovery && !*report.discovery)
        return ending(errorKindName(report.discovery->error().kind));
    if (report.authentication && !*report.authentication)
        return ending(errorKindName(report.authentication->error().kind));
    return ending(report.authentication ? u"accepted"_s : u"not tried"_s);
}

Ending FaultBench::endingOf(const RevocationBatch &batch)
{
    m_record = batch.record();
    if (m_record.summary.batch.isEmpty())
        return ending(batch.error() ? errorKindName(batch.error()->kind) : u"no batch and no error"_s);
    QStringList outcomes;
    for (const ItemRecord &item : std::as_const(m_record.items))
        outcomes.append(itemStatusName(item));
    return ending(outcomes.join(u", "_s), m_record.summary.batch);
}

Ending FaultBench::ending(const QString &said, const QString &batch) const
{
    const auto breakers = m_workspace->breakers().openBreakers();
    const bool open = !breakers || !breakers->isEmpty();
    return {open ? said + u"; breaker open"_s : said, issuer.requests(), journaled(batch)};
}

static QString sightName(Sight sight)
{
    switch (sight) {
    case Sight::Unseen:
        return u"unseen"_s;
    case Sight::Alive:
        return u"alive"_s;
    case Sight::Inactive:
        return u"inactive"_s;
    }
    Q_UNREACHABLE();
}

static QString told(const ItemRecord &item)
{
    if (!item.result)
        return itemStatusName(item);
    QString text = u"%1 before, %2 sent, %3"_s.arg(sightName(item.seenBefore), QString::number(item.result->attempts),
                                                   itemStatusName(item));
    const QString by = verifiedByName(item.result->verifiedBy);
    return by.isEmpty() ? text : text + u" by "_s + by;
}

QString FaultBench::journaled(const QString &batch) const
{
    // That a breaker opened is written while its refusal is already told.
    if (batch.isEmpty())
        (void)awaited(m_workspace->journal().batches());
    // A journal of its own on the same file: what isn't on disk isn't known.
    Journal journal(m_workspace->profile().journalPath(), {u"auditor"_s, u"test"_s});
    const auto report = awaited(journal.verify());
    if (!report)
        return report.error().detail;
    if (!report->intact)
        return u"damaged"_s;
    if (batch.isEmpty())
        return report->events == 0 ? u"nothing"_s : u"%1 events"_s.arg(report->events);
    const auto record = awaited(journal.batch(batch));
    if (!record || !record->summary.finishedAt)
        return u"unfinished"_s;
    QStringList parts;
    for (const ItemRecord &item : record->items)
        parts.append(told(item));
    return parts.join(u"; "_s);
}

void FaultBench::beImpatient()
{
    timeout = std::chrono::seconds(2);
    retry.attempts = 2;
}

bool FaultBench::claimsOnlyWhatWasTold() const
{
    return claimsOnlyWhatWasTold(m_record, issuer);
}

bool FaultBench::claimsOnlyWhatWasTold(const BatchRecord &record, const FaultIssuer &issuer)
{
    const auto isProven = [&issuer](const ItemRecord &item) {
        const auto named = [&item](const QByteArray &token) {
            return Fingerprint::of(token).toString() == item.item.fingerprint;
        };
        const auto token = std::find_if(issuer.tokens().begin(), issuer.tokens().end(), named);
        return token != issuer.tokens().end() && issuer.toldOfItsDeath(*token);
    };
    return std::all_of(record.items.begin(), record.items.end(), [&](const ItemRecord &item) {
        return !item.result || item.result->outcome != Outcome::Revoked || isProven(item);
    });
}
