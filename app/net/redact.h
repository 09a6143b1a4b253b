// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QUrl>

namespace curfew {

//! \p text with `[hidden]` in place of each of \p secrets (as it is, form-encoded, percent-encoded or base64), of each
//! run of 16 and more of a secret's characters, since whoever quotes it may cut it, and of whatever looks like a JWT or
//! an opaque token (24 or more of base64url's characters with a digit among them); cut to \p limit characters. A secret
//! shorter than 4 bytes is hidden only where it stands as a word of its own.
[[nodiscard]] QString redacted(QStringView text, const QList<QByteArrayView> &secrets = {}, qsizetype limit = 512);

//! \p url for a log: without userinfo, query and fragment, its path redacted.
[[nodiscard]] QString redacted(const QUrl &url);

} // namespace curfew
