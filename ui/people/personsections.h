// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "personlookup.h"
#include "statestyle.h"

#include <QWidget>

class QVBoxLayout;

namespace curfew {

class ServiceSection;
struct LaterSight;

//! One section a service that was asked about the person, one below the other. What the operator answers in them goes
//! to the look-up.
class PersonSections : public QWidget {
    Q_OBJECT

public:
    //! Both must outlive it.
    PersonSections(const PeopleBackend &backend, PersonLookUp &lookUp, QWidget *parent = nullptr);

    //! How \p item of the plan for \p service stands.
    void showState(const QString &service, const ContainItem &item, const StateStyle &style);
    void showLater(const QString &service, const LaterSight &later);

Q_SIGNALS:
    void changed(); //!< what the sections say
    void chosen(); //!< the operator said who of several people is meant
    void credentialWanted(const QString &service, const QString &clientId);
    void unlockWanted();
    void tokenServiceWanted(const QString &service);

private:
    void makeAnew();
    void make(qsizetype index);
    void showFinding(qsizetype index);
    [[nodiscard]] ServiceSection *section(const QString &service) const; // nullptr when the person was forgotten

    const PeopleBackend &m_backend;
    PersonLookUp &m_lookUp;
    QVBoxLayout *m_column;
    QList<ServiceSection *> m_sections;
};

} // namespace curfew
