// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchbench.h"

#include "journal.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace curfew;

BatchBench::BatchBench()
{
    auto opened = Workspace::openPractice();
    if (!opened)
        qFatal("no practice workspace: %s", qPrintable(opened.error().detail));
    workspace = std::move(*opened);
}

PracticeIssuer &BatchBench::issuer(const QString &provider)
{
    return workspace->practice()->issuer(provider);
}

Issuer BatchBench::configured(const QString &provider) const
{
    return workspace->practice()->setup(provider).issuer;
}

std::unique_ptr<IssuerAccess> BatchBench::open(const Issuer &issuer, std::optional<int> parallel)
{
    AccessOptions options;
    options.timeout = std::chrono::seconds(5);
    options.parallel = parallel;
    options.retry.base = std::chrono::milliseconds(5);
    options.retry.ceiling = std::chrono::milliseconds(20);
    auto access = workspace->access(issuer, options);
    if (!access)
        qFatal("no access: %s", qPrintable(access.error().detail));
    return std::move(*access);
}

Token BatchBench::anchor() const
{
    QByteArray bytes = workspace->practice()->anchorFor(practiceVictim());
    return takeToken(bytes);
}

Listing BatchBench::list(IssuerAccess &access, const Token &anchor)
{
    const auto listing = awaited(access.list(anchor));
    if (!listing)
        qWarning("listing failed: %s", qPrintable(listing.error().detail));
    return listing.value_or(Listing());
}

RevocationOptions BatchBench::options(Verify verify) const
{
    RevocationOptions made;
    made.verify = verify;
    made.operatorName = u"agent"_s;
    made.replicationDelays = {std::chrono::milliseconds(20), std::chrono::milliseconds(40)};
    return made;
}

BatchRecord BatchBench::run(IssuerAccess &access, const RevocationPlan &plan, Verify verify)
{
    RevocationBatch *batch = access.batch(plan, options(verify));
    const auto over = std::make_shared<bool>(false);
    QObject::connect(batch, &RevocationBatch::finished, batch, [over] { *over = true; });
    QObject::connect(batch, &RevocationBatch::failed, batch, [over](const Error &error) {
        qWarning("batch failed: %s", qPrintable(error.detail));
        *over = true;
    });
    batch->start();
    if (!QTest::qWaitFor([over] { return *over; }, 60'000))
        qWarning("the batch didn't end");
    const BatchRecord record = batch->record();
    const auto journaled = awaited(workspace->journal().batch(record.summary.batch));
    if (!journaled || journaled->items != record.items)
        qWarning("the journal knows something else"); // tests fail on warnings
    return record;
}

QString BatchBench::counts(const BatchRecord &record)
{
    QStringList parts;
    const auto all = countItems(record.items);
    for (auto it = all.begin(); it != all.end(); ++it)
        parts.append(u"%1 %2"_s.arg(QString::number(it.value()), it.key()));
    return parts.join(u", "_s);
}

QString BatchBench::outcome(const BatchRecord &record, qsizetype index)
{
    return itemStatusName(record.items.at(index));
}
