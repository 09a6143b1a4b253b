// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "peoplebackend.h"

#include <QObject>

namespace curfew {

//! Who goes by one name at which service, and what they can reach it with. Nobody is guessed: of several people, and of
//! accounts without an address in common, the operator says which are meant.
class PersonLookUp : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype undecided = -1;
    static constexpr qsizetype noneOfThem = -2;
    static constexpr qsizetype otherPeople = -3; //!< than those among whom it was decided: to be decided again

    //! Which of the accounts that go by the name is meant. Outlives readings, also those that fail.
    struct Decision {
        enum class By { Nobody, BeingAlone, Operator };
        By by = By::Nobody;
        QString id; //!< of the account; empty: none of them
        QStringList among; //!< ids of all that went by the name then
    };

    //! What one service answered.
    struct Finding {
        PeopleService service;
        std::optional<Result<QList<Person>>> people; //!< nothing while it is asked
        qsizetype chosen = undecided; //!< an index into people, or one of the above
        Decision decision;
        std::optional<Result<PersonAccess>> access; //!< of the person; nothing while it is read
        bool meant = true; //!< the operator means this account

        [[nodiscard]] const Person *person() const; //!< nullptr while there isn't exactly one
        [[nodiscard]] const PersonAccess *readAccess() const; //!< nullptr where it wasn't read
        [[nodiscard]] bool isReading() const { return !people || (person() && !access); }
        //! Several people and none chosen, or others than those among whom one was.
        [[nodiscard]] bool awaitsChoice() const;
        [[nodiscard]] bool hasChanged() const; //!< the latter
        [[nodiscard]] std::optional<Error> uncheckedBecause() const; //!< it says nothing about the person
    };

    explicit PersonLookUp(const PeopleBackend &backend, QObject *parent = nullptr);

    void setServices(const QList<PeopleService> &services); //!< and forgets whom it knows
    //! Names of the operator's services that find nobody by name: what is done here doesn't reach them.
    void setOthers(const QStringList &others) { m_others = others; }
    void start(const QString &wanted);
    //! Asks every service again; what the operator chose stays, as long as it is there. \p then is called once all have
    //! answered.
    void again(std::function<void()> then = {});
    void retry(qsizetype index);
    void signIn(qsizetype index); //!< at a service where the operator does; then asks it again
    void choose(qsizetype index, qsizetype person);
    void setMeant(qsizetype index, Qt::CheckState meant);
    void forget();

    [[nodiscard]] const QString &wanted() const { return m_wanted; } //!< empty: nobody is looked for
    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }
    [[nodiscard]] bool isReading() const;
    [[nodiscard]] bool foundAnybody() const;
    [[nodiscard]] bool awaitsChoice() const;
    [[nodiscard]] bool hasChanged() const; //!< it awaits a choice that had been made
    //! The accounts found have no address in common, and may be several people's.
    [[nodiscard]] bool mayBeDifferentPeople() const;
    //! The accounts that are meant, with their sessions read or not: positions in findings().
    [[nodiscard]] QList<qsizetype> meant() const;
    [[nodiscard]] QStringList unchecked() const; //!< names of services that could not be asked who somebody is
    [[nodiscard]] QStringList unread() const; //!< names of services that know the person, and could not list sessions
    [[nodiscard]] const QStringList &others() const { return m_others; }
    [[nodiscard]] QString label() const; //!< the person as people write it; what was wanted while nobody is found
    [[nodiscard]] std::chrono::seconds age() const; //!< of the oldest answer
    [[nodiscard]] const QDateTime &takenAt() const { return m_takenAt; } //!< UTC
    [[nodiscard]] bool hasServices() const { return !m_services.isEmpty(); }

Q_SIGNALS:
    void changed(qsizetype index); //!< of one finding
    void restarted(); //!< all findings are new, or gone

private:
    void ask(qsizetype index);
    void found(qsizetype index, const Result<QList<Person>> &people);
    void read(qsizetype index);
    void tell(qsizetype index);
    void unmarkDifferentPeople();

    const PeopleBackend &m_backend;
    QList<PeopleService> m_services;
    QStringList m_others;
    QString m_wanted;
    QList<Finding> m_findings;
    QDateTime m_takenAt;
    std::function<void()> m_then;
    int m_search = 0; // counts them, so that what comes late doesn't answer another question
    bool m_marksAsked = false; // the operator was asked which accounts are meant
};

} // namespace curfew
