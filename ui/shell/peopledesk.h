// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "personpage.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

namespace curfew {

class IssuerAccess;
class Workspace;

//! The services of a profile that find people, opened for the one page on which a person is shown.
class PeopleDesk : public QObject {
    Q_OBJECT

public:
    //! \p workspace must outlive it.
    PeopleDesk(Workspace &workspace, Mode mode, QObject *parent = nullptr);
    ~PeopleDesk() override; //!< takes the page with it, which goes before what it asks

    [[nodiscard]] PersonPage &page(); //!< made when first asked for
    [[nodiscard]] PersonPage *openPage() const { return m_page; } //!< nullptr while none was made
    [[nodiscard]] bool isEmpty() const { return m_opened.empty(); } //!< nobody can be found by name
    //! Takes those of \p issuers that find people, where they aren't taken as they are now. The page forgets whom it
    //! shows then; while an action is under way everything stays.
    void reload(const QList<Issuer> &issuers);

Q_SIGNALS:
    void pageMade(curfew::PersonPage *page);
    //! What a search met with at \p service; no error where it answered.
    void reached(const QString &service, const std::optional<curfew::Error> &error);
    void failed(const curfew::Error &error); //!< a breaker was opened or closed, and that could not be kept

private:
    //! One service, and what was asked to open it.
    struct Opened {
        Issuer issuer;
        QString tokenService;
        std::unique_ptr<IssuerAccess> access;
        std::unique_ptr<PersonService> service;
    };
    [[nodiscard]] QList<PeopleService> openAll();
    [[nodiscard]] QStringList signedInAs() const; // the operator's names at the services
    [[nodiscard]] PeopleService open(Opened *opened);

    Workspace &m_workspace;
    Mode m_mode;
    std::vector<Opened> m_opened;
    QStringList m_others; // services that find nobody by name
    QPointer<PersonPage> m_page;
};

} // namespace curfew
