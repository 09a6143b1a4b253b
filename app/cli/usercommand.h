// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browsersignin.h"
#include "issuercommand.h"
#include "personsearch.h"
#include "personservice.h"

#include <memory>
#include <vector>

namespace curfew {

//! A command about one person: at the issuers that are named, or at every one that can find people.
class UserCommand : public IssuerCommand {
    Q_OBJECT

public:
    using IssuerCommand::IssuerCommand;
    ~UserCommand() override;

protected:
    //! Asks the issuers who goes by --user, then searched(); fails the command when there is nobody to ask.
    void search();
    virtual void searched() = 0;

    [[nodiscard]] QString wanted() const { return line().value(QStringLiteral("user")); }
    [[nodiscard]] const QList<ServiceFinding> &findings() const { return m_search->findings(); }
    //! Whether exactly one person is meant, and everywhere the same as far as can be seen. Fails the command otherwise.
    [[nodiscard]] bool isOnePerson();
    //! Whether the operator may end \p people: a protected account, and the operator's own, need --confirm or to be
    //! typed. Fails the command otherwise.
    [[nodiscard]] bool mayTouch(const QList<Person> &people);
    [[nodiscard]] QString nobodyText() const; //!< where nobody goes by the name; empty where somebody does everywhere
    //! Configured issuers that can't be asked by name at all, where none was named; empty where there is none.
    [[nodiscard]] QString notCoveredText() const;
    [[nodiscard]] const QStringList &notCovered() const { return m_notCovered; } //!< their names
    void warnOfUnchecked(); //!< names every issuer that could not be asked
    [[nodiscard]] ExitStatus statusOfUnchecked() const;

private:
    struct Opened {
        Issuer issuer;
        std::unique_ptr<IssuerAccess> access;
        std::unique_ptr<PersonService> service; // nullptr: it could not be opened
        std::optional<Error> error; // why
    };
    [[nodiscard]] Result<QList<Issuer>> issuersToAsk();
    void openNext();
    void openWith(const CredentialPtr &signedIn);
    void cantOpen(const Error &error);
    void ask();
    [[nodiscard]] bool isAnyUnchecked() const;
    void failUnchecked();

    QList<Issuer> m_toOpen;
    BrowserSignIn *m_signIn = nullptr; //!< a child; made when it is needed
    QStringList m_notCovered;
    QStringList m_ownNames; //!< of the operator, at the issuers where they signed in
    std::vector<Opened> m_opened;
    std::unique_ptr<PersonSearch> m_search; // goes first: it asks the services
};

} // namespace curfew
