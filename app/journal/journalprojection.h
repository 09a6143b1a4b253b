// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journaldatabase.h"

#include <QJsonObject>

namespace curfew {

//! Turns events into rows of batches and items. The writer applies each event as it is appended; verification applies
//! all of them to empty tables of another name and compares.
class JournalProjection {
public:
    //! \param prefix goes before the tables' names: empty for the journal's own
    explicit JournalProjection(const JournalDatabase &database, const QString &prefix = {});

    //! \param event a whole body, with number and time
    //! \return InvalidInput when it names a batch or an item that doesn't exist
    [[nodiscard]] Result<> apply(const QJsonObject &event);

private:
    [[nodiscard]] Result<> openBatch(const QJsonObject &event);
    [[nodiscard]] Result<> addItems(const QJsonObject &event);
    [[nodiscard]] Result<> setSending(const QJsonObject &event);
    [[nodiscard]] Result<> setOutcomes(const QJsonObject &event);
    [[nodiscard]] Result<> finishBatch(const QJsonObject &event);
    [[nodiscard]] Result<> resumeBatch(const QJsonObject &event);

    JournalStatement m_openBatch;
    JournalStatement m_addItem;
    JournalStatement m_setSending;
    JournalStatement m_setOutcome;
    JournalStatement m_finishBatch;
    JournalStatement m_resumeBatch;
};

} // namespace curfew
