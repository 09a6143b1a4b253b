// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journaltext.h"

#include <QRegularExpression>

namespace curfew {

using namespace Qt::StringLiterals;

static QString withoutTokens(QString text)
{
    // Every JWT begins with the Base64url of `{"` (RFC 7519 section 3.1).
    static const QRegularExpression jwt(u"eyJ[A-Za-z0-9_-]{5,}(?:\\.[A-Za-z0-9_-]*)*"_s);
    static const QRegularExpression parameter(
        u"\\b((?:access_|refresh_|id_)?token|client_secret|client_assertion)=[^\\s&\"']+"_s,
        QRegularExpression::CaseInsensitiveOption);
    text.replace(jwt, u"[token removed]"_s);
    text.replace(parameter, u"\\1=[removed]"_s);
    return text;
}

QString journalText(QStringView text, qsizetype limit)
{
    // Cleaned before it is cut: half a token would no longer be recognised.
    QString kept = withoutTokens(QString::fromUtf8(text.toUtf8()));
    if (kept.size() <= limit)
        return kept;
    kept.truncate(kept.at(limit - 1).isHighSurrogate() ? limit - 1 : limit);
    return kept;
}

} // namespace curfew
