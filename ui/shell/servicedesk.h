// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicebanner.h"
#include "result.h"
#include "servicelistmodel.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <map>
#include <memory>

namespace curfew {

class IssuerAccess;
class PeopleDesk;
class PersonPage;
class SessionsPage;
class WorkPage;
class Workspace;

//! The services of a profile at work: a page of its own for each that was opened, so that several can go on at once,
//! and one for whoever is looked for by name at all of them.
class ServiceDesk : public QObject {
    Q_OBJECT

public:
    //! \p workspace must outlive it.
    ServiceDesk(Workspace &workspace, Mode mode, QObject *parent = nullptr);
    ~ServiceDesk() override; //!< takes the pages with it, which go before what they ask

    //! Reads the profile anew: services, breakers, what is on file. Pages of services that changed are dropped once
    //! nothing runs on them.
    [[nodiscard]] Result<> reload();
    [[nodiscard]] const QList<ServiceRow> &rows() const { return m_rows; }
    [[nodiscard]] const ServiceRow *row(const QString &service) const;
    [[nodiscard]] const ProviderDescriptor *descriptor(const Issuer &issuer) const;

    //! The page of \p service, made when first asked for. Errors: UnknownIssuer, those of Workspace::access().
    [[nodiscard]] Result<SessionsPage *> page(const QString &service);
    [[nodiscard]] SessionsPage *openPage(const QString &service) const; //!< nullptr where none was made
    [[nodiscard]] PersonPage &personPage(); //!< made when first asked for
    [[nodiscard]] bool findsPeople() const; //!< some service does
    //! Whether \p service has a page of its own; one that takes no tokens is on the person page alone.
    [[nodiscard]] bool takesTokens(const QString &service) const;
    [[nodiscard]] QList<WorkPage *> pages() const; //!< all that were made
    [[nodiscard]] QStringList running() const; //!< services where an action is under way
    //! A page where an action is under way, \p first if it is one; nullptr while nothing is.
    [[nodiscard]] WorkPage *atWork(WorkPage *first) const;

    //! What anything that was asked at \p service met with; no error where it answered.
    void noteReached(const QString &service, const std::optional<Error> &error);

Q_SIGNALS:
    void pageMade(const QString &service, curfew::SessionsPage *page);
    void personPageMade(curfew::PersonPage *page);
    void changed(); //!< rows() may say something else: reload()
    void failed(const curfew::Error &error); //!< a breaker was opened or closed, and that could not be kept

private:
    struct Open {
        Issuer issuer;
        std::unique_ptr<IssuerAccess> access;
        QPointer<SessionsPage> page;
    };
    void drop(const QString &service);
    void dropOutdated();

    Workspace &m_workspace;
    Mode m_mode;
    QList<ServiceRow> m_rows;
    std::map<QString, Open> m_open;
    std::unique_ptr<PeopleDesk> m_people;
    QHash<QString, Reach> m_reach; // by service; absent: nothing was asked so far
};

} // namespace curfew
