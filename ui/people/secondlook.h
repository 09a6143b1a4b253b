// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "latersight.h"
#include "peoplebackend.h"

#include <QObject>
#include <QTimer>

namespace curfew {

//! What looking again at one service came to.
enum class SecondSight {
    ToCome, //!< in a while, or just now
    Seen, //!< what works since is known
    NotMade, //!< nobody looked, or the service could not be read, or not in full: somebody may have come back
};

//! Reads a while after sessions were ended which have begun since, as whoever knows the password may have come back,
//! and which work again.
class SecondLook : public QObject {
    Q_OBJECT

public:
    explicit SecondLook(QObject *parent = nullptr);

    //! At \p service, compared with what was there when \p plan was made, and how it ended as \p items.
    //! \param later what was seen at once that should not be there
    void add(const PeopleService &service, const ContainPlan &plan, const QList<ItemRecord> &items,
             const LaterSight &later);
    void clear(); //!< and looks at nothing that is under way any more
    void lookIn(std::chrono::milliseconds delay) { m_timer.start(delay); }
    void look();

    [[nodiscard]] bool isEmpty() const { return m_places.isEmpty(); }
    [[nodiscard]] bool looksAt(const QString &service) const { return placeOf(service) != nullptr; }
    [[nodiscard]] bool isLooking() const { return m_pending > 0; }
    [[nodiscard]] bool isDue() const { return m_timer.isActive() || isLooking(); } //!< it was promised, and isn't over
    [[nodiscard]] SecondSight sight(const QString &service) const;
    [[nodiscard]] QStringList unseen() const; //!< services that could not be read, or not in full
    //! What was seen last: a look that fails takes nothing of it back.
    [[nodiscard]] LaterSight later(const QString &service) const;
    [[nodiscard]] QStringList foundAt() const; //!< services at which something works
    [[nodiscard]] bool foundAny() const { return !foundAt().isEmpty(); }

Q_SIGNALS:
    void started();
    void found(const QString &service, const curfew::LaterSight &later);
    void finished();

private:
    struct Place {
        PeopleService service;
        ContainPlan plan;
        QList<ItemRecord> items;
        LaterSight later;
        std::optional<SecondSight> sight; // of the last look; nothing before the first
    };
    [[nodiscard]] const Place *placeOf(const QString &service) const; // nullptr: nothing is looked at there
    void seen(qsizetype index, const Result<PersonAccess> &now);

    QList<Place> m_places;
    QTimer m_timer;
    qsizetype m_pending = 0;
    int m_round = 0; // counts them, so that what comes late belongs to none
};

} // namespace curfew
