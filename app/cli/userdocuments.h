// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalrecord.h"
#include "personsearch.h"

#include <QJsonArray>
#include <QJsonObject>

namespace curfew {

//! The `user find` document of docs/cli.md. \p notCovered: issuers that can't be asked by name.
[[nodiscard]] QJsonObject findDocument(const QList<ServiceFinding> &findings, const QStringList &notCovered);

//! The `user sessions` document: one element an issuer. Who wasn't found there is null, what couldn't be seen too.
[[nodiscard]] QJsonArray userSessionsDocument(const QList<ServiceFinding> &findings);

//! An issuer that could not be asked, as one step that was never sent: not checked, which isn't "none".
[[nodiscard]] BatchRecord uncheckedRecord(const QString &issuer, Action action, const Error &error);

} // namespace curfew
