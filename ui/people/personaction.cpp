// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personaction.h"

#include "errortext.h"
#include "personwords.h"
#include "providertext.h"
#include "reportdialog.h"

#include <algorithm>

namespace curfew {

void PersonAction::start(const QList<PeopleService> &services, const QList<ContainPlan> &plans,
                         const ContainOptions &options)
{
    clear();
    m_stopped = false;
    for (qsizetype i = 0; i < plans.size(); ++i) {
        if (!plans.at(i).items.isEmpty())
            m_parts.append({services.at(i), services.at(i).action(plans.at(i), options, this)});
    }
    qsizetype position = 0;
    for (const Part &part : std::as_const(m_parts)) {
        connect(part.action, &ContainAction::itemChanged, this, [this, position](qsizetype index) {
            tellStep(m_parts.at(position), index);
            Q_EMIT progressed();
        });
        connect(part.action, &ContainAction::finished, this, &PersonAction::partFinished);
        ++position;
    }
    for (const Part &part : std::as_const(m_parts))
        part.action->start();
    for (const Part &part : std::as_const(m_parts)) {
        for (qsizetype i = 0; i < part.action->plan().items.size(); ++i)
            tellStep(part, i);
    }
}

void PersonAction::tellStep(const Part &part, qsizetype index)
{
    const ItemRecord &record = part.action->record().items.at(index);
    Q_EMIT stepChanged(part.service.issuer.name, part.action->plan().items.at(index),
                       stepStyle(record.item.action, record));
}

void PersonAction::partFinished()
{
    Q_EMIT progressed();
    if (!isRunning())
        Q_EMIT finished();
}

void PersonAction::stop()
{
    if (!isRunning())
        return;
    m_stopped = true;
    for (const Part &part : std::as_const(m_parts))
        part.action->stop();
    Q_EMIT progressed();
}

void PersonAction::clear()
{
    for (const Part &part : std::as_const(m_parts))
        part.action->deleteLater();
    m_parts.clear();
}

bool PersonAction::isRunning() const
{
    return std::any_of(m_parts.begin(), m_parts.end(), [](const Part &part) { return part.action->isRunning(); });
}

QStringList PersonAction::runningServices() const
{
    QStringList services;
    for (const Part &part : m_parts) {
        if (part.action->isRunning())
            services.append(part.service.issuer.name);
    }
    return services;
}

Activity PersonAction::activity() const
{
    Activity activity;
    activity.running = isRunning();
    if (!activity.running)
        return activity;
    for (const Part &part : m_parts) {
        activity.total += part.action->plan().items.size();
        const QList<ItemRecord> &items = part.action->record().items;
        activity.done += std::count_if(items.begin(), items.end(),
                                       [](const ItemRecord &item) { return item.state == ItemState::Done; });
    }
    activity.stopping = m_stopped;
    activity.stoppable = !m_stopped;
    const QString steps = tr("%1 of %n step(s) done", nullptr, int(activity.total)).arg(activity.done);
    activity.text = tr("%1 at %n service(s)", nullptr, int(m_parts.size())).arg(steps);
    return activity;
}

QList<ContainedShare> PersonAction::shares() const
{
    QList<ContainedShare> shares;
    for (const Part &part : m_parts) {
        ContainedShare share;
        share.service = part.service.issuer.name;
        share.doesNotEnd = providerText(part.service.doesNotEnd);
        share.plan = part.action->plan();
        share.record = part.action->record();
        share.later = part.action->later();
        if (const auto &error = part.action->error())
            share.problem = errorText(*error).happened;
        shares.append(share);
    }
    return shares;
}

QList<Report> PersonAction::reports() const
{
    QList<Report> reports;
    for (const Part &part : m_parts) {
        if (const QString batch = part.action->record().summary.batch; !batch.isEmpty())
            reports.append({batch, part.service.issuer.name, part.service.exportBatch});
    }
    return reports;
}

} // namespace curfew
