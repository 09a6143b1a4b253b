// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "containplan.h"
#include "personsearch.h"

#include <QString>

namespace curfew {

//! Everybody who was found, with what tells two people apart.
[[nodiscard]] QString peopleTable(const QList<ServiceFinding> &findings);
//! Issuers that were asked, and at which nobody goes by the name; empty where there is none.
[[nodiscard]] QString issuersWithout(const QList<ServiceFinding> &findings);

//! What one person is signed in with at one issuer. \p sibling: the issuer that lists their sessions where this one
//! can't; may be empty.
[[nodiscard]] QString accessText(const ServiceFinding &finding, const QString &sibling);

//! What will be done about a person at one issuer: its part of the question before it is done.
[[nodiscard]] QString containText(const PersonService &service, const ContainPlan &plan);

//! That an issuer could not be asked, or was left alone: why stands in \p record.
[[nodiscard]] QString leftAloneText(const Issuer &issuer, const BatchRecord &record);

//! How it ended there: every item, what that means, and what wasn't ended.
[[nodiscard]] QString containedText(const PersonService &service, const ContainPlan &plan, const BatchRecord &record);

} // namespace curfew
