// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fingerprint.h"
#include "practicetoken.h"

#include <QHash>
#include <QList>

namespace curfew {

//! How an issuer's answers lag behind what it did.
struct PracticeLag {
    int staleLooks = 0; //!< so many looks after its end a token is still said to be alive (replication)
    int reviveAfterLooks = 0; //!< after so many looks an ended token works again, for good; 0: it stays dead
};

//! What an issuer remembers of the tokens it gave out, and the only place where one ends.
class PracticeTokens {
public:
    enum class Ending {
        Real,
        Pretended //!< whatever is asked to end stays alive
    };

    void add(PracticeToken token); //!< a value that is already there is replaced
    void setEnding(Ending ending) { m_ending = ending; }

    //! Valid until the next add().
    [[nodiscard]] const PracticeToken *find(const QByteArray &value) const; //!< nullptr when never given out
    [[nodiscard]] const PracticeToken *find(const Fingerprint &fingerprint) const;
    [[nodiscard]] const QList<PracticeToken> &all() const { return m_tokens; }
    [[nodiscard]] QList<QByteArray> ofPerson(const QString &person) const; //!< values, in the order given out

    [[nodiscard]] QList<PracticeToken> givenTo(const QString &person) const; //!< in the order given out

    //! Whether \p token really works at \p now.
    [[nodiscard]] static bool works(const PracticeToken &token, const QDateTime &now);
    //! What a look at \p value says at \p now, lag included. It counts the look.
    [[nodiscard]] bool look(const QByteArray &value, const QDateTime &now, PracticeLag lag);

    void end(const QByteArray &value);
    //! Ends the access and refresh tokens of the client session \p key.
    void endSession(const QString &key);
    //! Ends the access and refresh tokens of \p person at \p clientId, whatever the session.
    void endClient(const QString &person, const QString &clientId);

private:
    void endAt(qsizetype index);

    QList<PracticeToken> m_tokens;
    QHash<QByteArray, qsizetype> m_byValue;
    QHash<Fingerprint, qsizetype> m_byFingerprint;
    QHash<QString, QList<qsizetype>> m_bySession;
    QHash<QString, QList<qsizetype>> m_byPerson;
    Ending m_ending = Ending::Real;
};

} // namespace curfew
