// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenfinder.h"

#include "curlscan.h"
#include "harscan.h"
#include "jsonscan.h"
#include "textscan.h"

namespace curfew {

Findings findTokens(QByteArrayView text)
{
    if (text.size() > largestIntake) {
        Findings findings;
        findings.tooLarge = true;
        return findings;
    }
    if (text.startsWith("\xEF\xBB\xBF"))
        text = text.sliced(3);
    text = text.trimmed();

    TokenCollector collector;
    if (text.startsWith('{') || text.startsWith('[')) {
        if (const auto outline = JsonOutline::parse(text)) {
            if (isHar(outline->root())) {
                const bool sanitised = scanHar(outline->root(), collector);
                Findings findings = collector.take(IntakeSource::Har);
                findings.sanitisedHar = sanitised;
                return findings;
            }
            scanJson(outline->root(), collector);
            if (!collector.isEmpty())
                return collector.take(IntakeSource::TokenResponse);
        }
    }
    constexpr qsizetype longestCommand = 2 * 1024 * 1024; // what Linux lets a command line be
    if (text.size() <= longestCommand && isCurlLine(text)) {
        scanCurl(text, collector);
        if (!collector.isEmpty())
            return collector.take(IntakeSource::CurlLine);
    }
    collector.readAgain();
    if (scanBareTokens(text, collector))
        return collector.take(IntakeSource::BareToken);
    const bool bearer = scanFreeText(text, collector);
    Findings findings = collector.take(bearer ? IntakeSource::Bearer : IntakeSource::FreeText);
    findings.looksLikeName = findings.tokens.isEmpty() && looksLikeName(text);
    return findings;
}

} // namespace curfew
