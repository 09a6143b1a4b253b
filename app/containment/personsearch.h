// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"
#include "person.h"
#include "result.h"

#include <QObject>

#include <memory>
#include <vector>

namespace curfew {

class PersonService;

//! Why a service says nothing about somebody, or not all there is: the error of \p people, else of \p access or a part
//! of it.
[[nodiscard]] std::optional<Error> uncheckedBecause(const Result<QList<Person>> &people,
                                                    const std::optional<Result<PersonAccess>> &access);

//! What one service answered about a name.
struct ServiceFinding {
    Issuer issuer;
    PersonService *service = nullptr; //!< nullptr: it could not be opened
    Result<QList<Person>> people; //!< an error: not checked, which is not "nobody"
    std::optional<Result<PersonAccess>> access; //!< of the one person that was found

    [[nodiscard]] std::optional<Error> uncheckedBecause() const { return curfew::uncheckedBecause(people, access); }
};

//! Asks several services at once who goes by one name, and, where that is exactly one person, what they can reach.
class PersonSearch : public QObject {
    Q_OBJECT

public:
    //! \p services must outlive it.
    PersonSearch(const std::vector<PersonService *> &services, QString wanted, QObject *parent = nullptr);

    //! Before start(): \p issuer can't be asked, because of \p error, and is the finding at \p position.
    void addUnchecked(qsizetype position, const Issuer &issuer, const Error &error);
    void start();

    [[nodiscard]] const QList<ServiceFinding> &findings() const { return m_findings; } //!< in the services' order
    //! Services at which several people go by the name: the operator has to choose.
    [[nodiscard]] bool isAmbiguous() const;
    [[nodiscard]] bool foundAnybody() const;
    [[nodiscard]] bool mayBeDifferentPeople() const; //!< as curfew::mayBeDifferentPeople()

Q_SIGNALS:
    void finished(); //!< exactly once

private:
    void found(qsizetype index, const Result<QList<Person>> &people);
    void done();

    QString m_wanted;
    QList<ServiceFinding> m_findings;
    qsizetype m_pending = 0;
};

} // namespace curfew
