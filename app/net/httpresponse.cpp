// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpresponse.h"

#include <algorithm>

namespace curfew {

QByteArray HttpResponse::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool HttpResponse::isWebPage() const
{
    if (contentType == "text/html" || contentType == "application/xhtml+xml")
        return true;
    static constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
    QByteArrayView text(body);
    if (text.startsWith(byteOrderMark))
        text = text.sliced(byteOrderMark.size());
    const auto isSpace = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    const auto first = std::find_if_not(text.begin(), text.end(), isSpace);
    return first != text.end() && *first == '<';
}

} // namespace curfew
