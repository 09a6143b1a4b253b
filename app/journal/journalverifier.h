// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "erasurecheck.h"
#include "eventchain.h"
#include "journalrecord.h"
#include "signaturecheck.h"

#include <QJsonObject>

namespace curfew {

class JournalProjection;

//! Recomputes the chain from its first event, checks its signatures, checks each personal value against the hash that
//! names it, and each that is gone against the erasures, has SQLite check the file's pages and indexes, replays the
//! events and compares the outcome with the tables batches and items. Writes nothing.
class JournalVerifier {
public:
    JournalVerifier(const JournalDatabase &database, VerifyAgainst against);

    //! \return an error only where the file can't be read for a reason other than damage
    [[nodiscard]] Result<VerifyReport> verify();

private:
    struct Row {
        qint64 number = 0;
        QByteArray body;
        QByteArray hash;
    };

    [[nodiscard]] Result<> check();
    [[nodiscard]] Result<> checkTables();
    [[nodiscard]] Result<> makeReplayTables();
    [[nodiscard]] Result<> walkChain();
    [[nodiscard]] Result<> checkEvent(const Row &row, JournalProjection &replay);
    //! \return how many personal values of \p event are gone
    [[nodiscard]] Result<qint64> checkPersonal(const QJsonObject &event);
    void checkExpectedHead();
    [[nodiscard]] Result<> checkHead();
    [[nodiscard]] Result<> checkStructure();
    [[nodiscard]] Result<> checkStrayPersonal();
    [[nodiscard]] Result<> compare(const QString &table, const QString &key);
    [[nodiscard]] Result<bool> holdsBody(qint64 number);
    void found(const std::optional<JournalDamage> &damage); // the first one counts
    void found(qint64 event, DamageKind kind, const QString &detail) { found(JournalDamage{event, kind, detail}); }

    const JournalDatabase &m_database;
    const VerifyAgainst m_against;
    SignatureCheck m_signatures;
    ErasureCheck m_erasures;
    JournalStatement m_personal;
    bool m_metExpectedHead = false;
    qint64 m_personalRows = 0; // that an event names
    VerifyReport m_report;
};

} // namespace curfew
