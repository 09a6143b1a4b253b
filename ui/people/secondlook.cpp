// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secondlook.h"

#include "asyncresult.h"

#include <algorithm>

namespace curfew {

SecondLook::SecondLook(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SecondLook::look);
}

void SecondLook::add(const PeopleService &service, const ContainPlan &plan)
{
    if (plan.snapshot.sessions)
        m_places.append({service, plan, {service.issuer.name, std::nullopt}});
}

void SecondLook::clear()
{
    ++m_round;
    m_timer.stop();
    m_places.clear();
    m_pending = 0;
}

void SecondLook::look()
{
    m_timer.stop();
    if (isLooking() || m_places.isEmpty())
        return;
    m_pending = m_places.size();
    Q_EMIT started();
    const int round = m_round;
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        const Place &place = m_places.at(i);
        onResult(place.service.snapshot(place.plan.person), this, [this, i, round](const Result<PersonAccess> &now) {
            if (round == m_round)
                seen(i, now);
        });
    }
}

void SecondLook::seen(qsizetype index, const Result<PersonAccess> &now)
{
    Place &place = m_places[index];
    place.sight.since =
        now.map([&place](const PersonAccess &access) { return sessionsSince(place.plan.snapshot, access); });
    if (*place.sight.since)
        Q_EMIT found(place.sight.service, **place.sight.since);
    if (--m_pending == 0)
        Q_EMIT finished();
}

QStringList SecondLook::unseen() const
{
    QStringList services;
    for (const Place &place : m_places) {
        if (place.sight.since && !*place.sight.since)
            services.append(place.sight.service);
    }
    return services;
}

QList<PersonSession> SecondLook::since(const QString &service) const
{
    for (const Place &place : m_places) {
        if (place.sight.service == service && place.sight.since)
            return place.sight.since->value_or(QList<PersonSession>());
    }
    return {};
}

bool SecondLook::foundAny() const
{
    return std::any_of(m_places.begin(), m_places.end(),
                       [this](const Place &place) { return !since(place.sight.service).isEmpty(); });
}

} // namespace curfew
