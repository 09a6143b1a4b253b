// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "devicename.h"

#include "visibletext.h"

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

struct Sign {
    QLatin1StringView sign;
    QLatin1StringView name;
};

// The first that occurs wins: every browser also claims to be the ones before it.
constexpr Sign browsers[] = {
    {"Edg/"_L1, "Edge"_L1},
    {"EdgA/"_L1, "Edge"_L1},
    {"EdgiOS/"_L1, "Edge"_L1},
    {"OPR/"_L1, "Opera"_L1},
    {"Vivaldi/"_L1, "Vivaldi"_L1},
    {"SamsungBrowser/"_L1, "Samsung Internet"_L1},
    {"Electron/"_L1, "Electron"_L1},
    {"FxiOS/"_L1, "Firefox"_L1},
    {"Firefox/"_L1, "Firefox"_L1},
    {"CriOS/"_L1, "Chrome"_L1},
    {"HeadlessChrome/"_L1, "Headless Chrome"_L1},
    {"Chrome/"_L1, "Chrome"_L1},
    {"Chromium/"_L1, "Chromium"_L1},
    {"Trident/"_L1, "Internet Explorer"_L1},
    {"Safari/"_L1, "Safari"_L1},
    {"AppleWebKit/"_L1, "WebView"_L1},
};

constexpr Sign systems[] = {
    {"iPhone"_L1, "iPhone"_L1}, {"iPad"_L1, "iPad"_L1},     {"Android"_L1, "Android"_L1},
    {"Windows"_L1, "Win"_L1},   {"CrOS"_L1, "ChromeOS"_L1}, {"Macintosh"_L1, "Mac"_L1},
    {"Mac OS X"_L1, "Mac"_L1},  {"Linux"_L1, "Linux"_L1},   {"X11"_L1, "Unix"_L1},
};

} // namespace

template <size_t N>
static QLatin1StringView firstOf(const Sign (&signs)[N], QStringView text)
{
    for (const Sign &candidate : signs) {
        if (text.contains(candidate.sign))
            return candidate.name;
    }
    return {};
}

//! `curl/8.5.0` → `curl/8.5`; a product without a version stays as it is.
static QString productName(QStringView userAgent)
{
    const qsizetype space = userAgent.indexOf(u' ');
    const QStringView product = space < 0 ? userAgent : userAgent.first(space);
    const qsizetype slash = product.indexOf(u'/');
    if (slash <= 0)
        return product.toString();
    const QStringView version = product.sliced(slash + 1);
    const qsizetype firstDot = version.indexOf(u'.');
    const qsizetype secondDot = firstDot < 0 ? -1 : version.indexOf(u'.', firstDot + 1);
    return product.first(slash + 1).toString() + (secondDot < 0 ? version : version.first(secondDot)).toString();
}

QString deviceName(QStringView userAgent)
{
    constexpr qsizetype longest = 31;
    constexpr qsizetype longestRead = 1024;
    userAgent = userAgent.trimmed();
    userAgent.truncate(std::min(userAgent.size(), longestRead));
    if (!userAgent.startsWith("Mozilla/"_L1) && !userAgent.startsWith("Opera/"_L1))
        return visibleText(productName(userAgent), longest);
    const QLatin1StringView browser = firstOf(browsers, userAgent);
    const QLatin1StringView system = firstOf(systems, userAgent);
    if (browser.isEmpty() && system.isEmpty())
        return visibleText(productName(userAgent), longest);
    if (browser.isEmpty() || system.isEmpty())
        return browser.isEmpty() ? system : browser;
    return u"%1·%2"_s.arg(browser, system);
}

} // namespace curfew
