// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "error.h"
#include "issuer.h"
#include "journalrecord.h"
#include "session.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace curfew {

//! What happened, what it means for the tokens, and what to do: one to three sentences.
[[nodiscard]] QString sentence(const Error &error);

//! That a finished batch was not signed, and what signing needs.
[[nodiscard]] QString unsignedNote(const Error &why);

//! That the journal is signed with another key from now on, and what that means.
[[nodiscard]] QString keyChangedNote(const KeyChange &change);

//! `{"error": {"kind", "message"}}`: what `--json` prints when nothing else can be said.
[[nodiscard]] QJsonObject errorDocument(const QString &kind, const QString &message);
[[nodiscard]] QJsonObject errorDocument(const Error &error);

//! Columns two spaces apart, all but the last cut to 48 characters; provider text made visible.
[[nodiscard]] QString textTable(const QStringList &head, const QList<QStringList> &rows);

[[nodiscard]] QString countOf(qsizetype count, const QString &thing); //!< `1 batch`, `2 batches`

//! `6 revoked, 1 accepted`.
[[nodiscard]] QString countsText(const QMap<QString, int> &counts);

//! A time as UTC to the second, or `–`.
[[nodiscard]] QString timeText(const std::optional<QDateTime> &time);

[[nodiscard]] QString environmentBand(const Issuer &issuer); //!< `PRODUCTION · Acme prod (acme.accounts.cloud.sap)`

} // namespace curfew
