// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retrypolicy.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace curfew {

static bool isRepeatable(const Result<HttpResponse> &response)
{
    if (!response)
        return response.error().kind == ErrorKind::NoConnection || response.error().kind == ErrorKind::NoAnswer;
    return response->status == 429 || (response->status >= 500 && response->status <= 599);
}

std::optional<std::chrono::milliseconds> RetryPolicy::delayAfter(int attempt, const Result<HttpResponse> &response,
                                                                 Repeat repeat, double noise) const
{
    if (repeat == Repeat::Never || attempt >= attempts || !isRepeatable(response))
        return std::nullopt;
    if (response && response->retryAfter) {
        if (*response->retryAfter > retryAfterLimit)
            return std::nullopt;
        return *response->retryAfter;
    }
    return backOff(attempt, noise);
}

std::chrono::milliseconds RetryPolicy::backOff(int attempt, double noise) const
{
    const double middle = double(base.count()) * std::exp2(std::clamp(attempt - 1, 0, 30));
    const double spread = middle * (0.5 + std::clamp(noise, 0.0, 1.0));
    return std::chrono::milliseconds(std::llround(std::min(spread, double(ceiling.count()))));
}

//! RFC 850's two-digit year, read as RFC 9110 section 5.6.7 wants it.
static QDateTime withCentury(QDateTime date, const QDateTime &now)
{
    const int century = now.date().year() / 100 * 100;
    date = date.addYears(century + date.date().year() % 100 - date.date().year());
    return date.date().year() > now.date().year() + 50 ? date.addYears(-100) : date;
}

QDateTime parseHttpDate(QByteArrayView value, const QDateTime &now)
{
    const QString text = QString::fromLatin1(value).simplified(); // asctime pads the day with a second space
    const QLocale english = QLocale::c(); // Qt::RFC2822Date doesn't read "GMT"
    QDateTime date = english.toDateTime(text, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!date.isValid())
        date = english.toDateTime(text, u"ddd MMM d HH:mm:ss yyyy"_s);
    if (!date.isValid()) {
        // The weekday is left out: it is checked against the wrong century.
        const qsizetype comma = text.indexOf(u", "_s);
        date = english.toDateTime(text.mid(comma + 2), u"dd-MMM-yy HH:mm:ss 'GMT'"_s);
        if (comma < 0 || !date.isValid())
            return {};
        date = withCentury(date, now);
    }
    return QDateTime(date.date(), date.time(), Qt::UTC);
}

std::optional<std::chrono::seconds> parseRetryAfter(QByteArrayView value, const QDateTime &now)
{
    const QByteArrayView text = value.trimmed();
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (!text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit)) {
        bool ok = false;
        const qlonglong seconds = text.toLongLong(&ok);
        constexpr qlonglong century = 100LL * 366 * 86400; // beyond it, any number means "not in this life"
        return std::chrono::seconds(ok ? std::min(seconds, century) : century);
    }
    const QDateTime date = parseHttpDate(text, now);
    if (!date.isValid())
        return std::nullopt;
    // Rounded up, so that the wait is never shorter than asked for.
    const qint64 milliseconds = std::max<qint64>(0, now.msecsTo(date));
    return std::chrono::seconds((milliseconds + 999) / 1000);
}

} // namespace curfew
