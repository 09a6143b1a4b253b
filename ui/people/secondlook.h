// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "peoplebackend.h"

#include <QObject>
#include <QTimer>

namespace curfew {

//! Reads a while after sessions were ended which have begun since: whoever knows the password may have come back.
class SecondLook : public QObject {
    Q_OBJECT

public:
    //! What it saw at one service.
    struct Sight {
        QString service; //!< the configured name
        std::optional<Result<QList<PersonSession>>> since; //!< an error: not checked; nothing: not looked at so far
    };

    explicit SecondLook(QObject *parent = nullptr);

    //! At \p service, compared with what was there when \p plan was made.
    void add(const PeopleService &service, const ContainPlan &plan);
    void clear(); //!< and looks at nothing that is under way any more
    void lookIn(std::chrono::milliseconds delay) { m_timer.start(delay); }
    void look();

    [[nodiscard]] bool isEmpty() const { return m_places.isEmpty(); }
    [[nodiscard]] bool isLooking() const { return m_pending > 0; }
    [[nodiscard]] QStringList unseen() const; //!< services that could not be asked
    [[nodiscard]] QList<PersonSession> since(const QString &service) const;
    [[nodiscard]] bool foundAny() const;

Q_SIGNALS:
    void started();
    void found(const QString &service, const QList<curfew::PersonSession> &since);
    void finished();

private:
    struct Place {
        PeopleService service;
        ContainPlan plan;
        Sight sight;
    };
    void seen(qsizetype index, const Result<PersonAccess> &now);

    QList<Place> m_places;
    QTimer m_timer;
    qsizetype m_pending = 0;
    int m_round = 0; // counts them, so that what comes late belongs to none
};

} // namespace curfew
