// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"
#include "lookup.h"
#include "result.h"

#include <QFuture>
#include <QList>
#include <QObject>

namespace curfew {

//! What the operator gave, while nothing is looked up yet: the tokens found in it, the one chosen of them, and the
//! service that it belongs to. The look-up bar shows it.
class TokenIntake : public QObject {
    Q_OBJECT

public:
    //! What must be known of a configured service.
    struct Service {
        Issuer issuer;
        bool lists = true; //!< else only the tokens given can be ended there
        bool takesTokens = true; //!< else no token is ever sent there
        bool findsPeople = false; //!< by name
    };

    using QObject::QObject;

    void setServices(const QList<Service> &services);
    //! The service whose page is shown. A token that names another one is not sent there unless the operator says so.
    void setCurrentService(const QString &name);
    //! While rows are shown, a token of another service is asked about first.
    void setRowsShown(bool shown) { m_rowsShown = shown; }

    //! Finds tokens in \p text and wipes it; a long one is read in a thread. \p remark is said if there are any.
    void takeText(QString text, const QString &remark);
    void takeFile(const QString &path);
    void choose(qsizetype index);
    void acceptOffer(); //!< shows the service that the token names
    void useAnyway(); //!< at the current service, though the token doesn't name it
    void clear(); //!< wipes what was taken, and drops what is still being read

    [[nodiscard]] bool hasToken() const { return !m_findings.tokens.isEmpty(); }
    [[nodiscard]] const QList<FoundToken> &tokens() const { return m_findings.tokens; }
    [[nodiscard]] qsizetype chosen() const { return m_chosen; } //!< -1 while there is none
    [[nodiscard]] QString remark() const; //!< what is to be said of all this
    //! The token names another service than the current one, and the operator hasn't said what to do: nothing is sent.
    [[nodiscard]] bool isDoubtful() const { return !m_doubt.isEmpty(); }
    //! While isDoubtful(): the one configured service that the token names; empty where there is none, or several.
    [[nodiscard]] const QString &offered() const { return m_offered; }
    [[nodiscard]] const QString &currentService() const { return m_current; }
    [[nodiscard]] bool canFindPeople() const; //!< at any of the services
    //! Whether a token can be taken to the current service, if the operator says so.
    [[nodiscard]] bool takesTokens() const;
    [[nodiscard]] const Service *service() const; //!< the current one; nullptr while there is none
    [[nodiscard]] bool canLookUp() const;
    [[nodiscard]] LookUp gathered() const; //!< only while canLookUp()

Q_SIGNALS:
    void changed();
    void taken(); //!< after changed(): something was read, and there may be tokens
    void cleared(); //!< after changed(): there were tokens, and none come in their place
    void serviceWanted(const QString &name); //!< the token names this one

private:
    void readLater(const QFuture<Result<Findings>> &findings, const QString &meanwhile, const QString &remark);
    void accept(Findings findings, const QString &remark);
    [[nodiscard]] QString whatWasFound(const Findings &findings) const;
    void drop(); // the tokens, without a word: others come in their place
    void judge(); // anew for another token, another service, other services
    void moveToOffered();

    QList<Service> m_services;
    QString m_current;
    bool m_rowsShown = false;
    Findings m_findings;
    qsizetype m_chosen = -1;
    int m_reading = 0; // counts takes, so that what is read slowly doesn't replace what came after it
    bool m_usedAnyway = false;
    QString m_doubt;
    QString m_offered;
    QString m_routed; // which service was chosen, and why
    QString m_remark;
};

} // namespace curfew
