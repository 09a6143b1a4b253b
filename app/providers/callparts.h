// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operation.h"
#include "strictobject.h"

namespace curfew {

// What every call in a descriptor is written with, one of its operations as well as one on people.

//! The value of the parameter \p key; complains of a name that none has.
[[nodiscard]] QString readParameter(StrictObject &parameters, const QString &key);
//! The RFC 6901 pointer \p key; empty where it is absent.
[[nodiscard]] QString readPointer(StrictObject &call, const QString &key);
//! The RFC 6901 pointers among \p fields, whose members may be \p known and must be \p needed.
[[nodiscard]] QMap<QString, QString> readPointers(StrictObject fields, const QStringList &known,
                                                  const QStringList &needed);
//! The documented answers.
[[nodiscard]] QList<AnswerRule> readAnswers(StrictObject &call);

} // namespace curfew
