// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timewords.h"

#include <QCoreApplication>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::TimeWords)
};

} // namespace

// A number and its unit stay on one line.
static QString unbroken(QString text)
{
    return text.replace(u' ', QChar::Nbsp);
}

QString durationWords(std::chrono::seconds duration, const QLocale &locale)
{
    const auto number = [&locale](auto count) { return locale.toString(static_cast<qlonglong>(count)); };
    if (duration < 1min)
        return unbroken(Words::tr("%1 s").arg(number(std::max(duration, 0s).count())));
    if (duration < 1h)
        return unbroken(Words::tr("%1 min").arg(number(duration / 1min)));
    if (duration < 48h)
        return unbroken(Words::tr("%1 h").arg(number(duration / 1h)));
    return unbroken(Words::tr("%n day(s)", nullptr, static_cast<int>(duration / 24h)));
}

QString relativeTime(const QDateTime &time, const QDateTime &now, const QLocale &locale)
{
    if (!time.isValid())
        return {};
    const std::chrono::seconds since(time.secsTo(now));
    if (since > -5s && since < 5s)
        return Words::tr("just now");
    if (std::chrono::abs(since) >= 7 * 24h)
        return locale.toString(time.toLocalTime().date(), QLocale::ShortFormat);
    if (since.count() < 0)
        return Words::tr("in %1", "a duration").arg(durationWords(-since, locale));
    return Words::tr("%1 ago", "a duration").arg(durationWords(since, locale));
}

QString absoluteTime(const QDateTime &time, const QLocale &locale)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    return u"%1 %2 %3"_s.arg(locale.toString(local.date(), QLocale::ShortFormat), local.time().toString(u"HH:mm:ss"_s),
                             local.timeZoneAbbreviation());
}

// Hours and minutes in the locale's manner; seconds only where they tell rows apart.
static QString dated(const QString &text, const QDateTime &local, const QDateTime &now, const QLocale &locale)
{
    if (local.date() == now.toLocalTime().date())
        return text;
    return u"%1 %2"_s.arg(locale.toString(local.date(), QLocale::ShortFormat), text);
}

QString clockTime(const QDateTime &time, const QDateTime &now, const QLocale &locale)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    return dated(local.time().toString(u"HH:mm:ss"_s), local, now, locale);
}

QString untilTime(const QDateTime &time, const QDateTime &now, const QLocale &locale)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    return dated(locale.toString(local.time(), QLocale::ShortFormat), local, now, locale);
}

} // namespace curfew
