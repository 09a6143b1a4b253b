// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practiceperson.h"

namespace curfew {

//! The users of \p provider that there are before anybody signs in: the same people everywhere, but for their ids.
[[nodiscard]] QList<PracticePerson> practicePeople(const QString &provider);
//! A user of \p provider who is called as the log-in name says: `dona.moore@example.com` is Dona Moore.
[[nodiscard]] PracticePerson practicePerson(const QString &provider, const QString &userName);
//! A UUID that is always the same for \p name in \p space (RFC 9562 section 5.5).
[[nodiscard]] QString practiceUuid(const QString &space, const QString &name);

} // namespace curfew
