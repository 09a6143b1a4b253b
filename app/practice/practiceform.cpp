// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practiceform.h"

#include <QList>
#include <QSet>

using namespace Qt::StringLiterals;

namespace curfew {

static int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::optional<QByteArray> formDecode(QByteArrayView value)
{
    QByteArray decoded;
    decoded.reserve(value.size());
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char c = value[i];
        if (c == '+') {
            decoded += ' ';
        } else if (c == '%') {
            const int high = i + 2 <= value.size() - 1 ? hexDigit(value[i + 1]) : -1;
            const int low = high >= 0 ? hexDigit(value[i + 2]) : -1;
            if (low < 0)
                return std::nullopt;
            decoded += char(high * 16 + low);
            i += 2;
        } else if (c > ' ' && c < 0x7F) {
            decoded += c;
        } else {
            return std::nullopt;
        }
    }
    return decoded;
}

tl::expected<PracticeForm, QString> PracticeForm::read(QByteArrayView body)
{
    PracticeForm form;
    QSet<QByteArray> seen;
    if (body.isEmpty())
        return form;
    const QList<QByteArray> pairs = body.toByteArray().split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        const auto name = formDecode(equals < 0 ? pair : pair.first(equals));
        const auto value = equals < 0 ? QByteArray() : formDecode(pair.sliced(equals + 1));
        if (!name || !value || name->isEmpty())
            return tl::unexpected(u"The body is not application/x-www-form-urlencoded"_s);
        if (seen.contains(*name))
            return tl::unexpected(u"The parameter %1 is repeated"_s.arg(QString::fromUtf8(*name)));
        seen.insert(*name);
        if (!value->isEmpty())
            form.m_values.insert(*name, *value);
    }
    return form;
}

} // namespace curfew
