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

void SecondLook::add(const PeopleService &service, const ContainPlan &plan, const QList<ItemRecord> &items,
                     const LaterSight &later)
{
    if (plan.snapshot.sessions || plan.unread)
        m_places.append({service, plan, items, later, std::nullopt});
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
    place.sight = now && now->isWhole() ? SecondSight::Seen : SecondSight::NotMade;
    if (now) {
        place.later = laterSight(place.plan, place.items, *now);
        Q_EMIT found(place.service.issuer.name, place.later);
    }
    if (--m_pending == 0)
        Q_EMIT finished();
}

const SecondLook::Place *SecondLook::placeOf(const QString &service) const
{
    const auto found = std::find_if(m_places.begin(), m_places.end(),
                                    [&](const Place &place) { return place.service.issuer.name == service; });
    return found == m_places.end() ? nullptr : &*found;
}

SecondSight SecondLook::sight(const QString &service) const
{
    const Place *place = placeOf(service);
    if (place && place->sight)
        return *place->sight;
    return place && (m_timer.isActive() || isLooking()) ? SecondSight::ToCome : SecondSight::NotMade;
}

QStringList SecondLook::unseen() const
{
    QStringList services;
    for (const Place &place : m_places) {
        if (place.sight == SecondSight::NotMade)
            services.append(place.service.issuer.name);
    }
    return services;
}

LaterSight SecondLook::later(const QString &service) const
{
    const Place *place = placeOf(service);
    return place ? place->later : LaterSight();
}

QStringList SecondLook::foundAt() const
{
    QStringList services;
    for (const Place &place : m_places) {
        if (!place.later.isEmpty())
            services.append(place.service.issuer.name);
    }
    return services;
}

} // namespace curfew
