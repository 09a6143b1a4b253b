// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

//! The log-in names of the practice people, who are of example.com (RFC 2606).
namespace curfew::practicenames {

inline constexpr QStringView dona = u"dona.moore@example.com";
inline constexpr QStringView jonas = u"jonas.becker@example.com";
inline constexpr QStringView amira = u"amira.haddad@example.com";
inline constexpr QStringView wen = u"li.wen@example.com";
inline constexpr QStringView petra = u"petra.novak@example.com";
inline constexpr QStringView otherDona = u"dona.moore2@example.com"; // her namesake
inline constexpr QStringView marek = u"marek.former@example.com"; // left, and is disabled
inline constexpr QStringView exporter = u"svc.dona.moore@example.com"; // a job that was set up in Dona's name
inline constexpr QStringView breakGlass = u"breakglass-admin";

} // namespace curfew::practicenames
