// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonscan.h"

#include "formscan.h"
#include "wipedbytes.h"

namespace curfew {

void scanJson(const JsonOutline::Value &value, TokenCollector &collector)
{
    int response = -1;
    for (JsonOutline::Value child = value.firstChild(); !child.isNull(); child = child.nextSibling()) {
        if (child.isObject() || child.isArray()) {
            scanJson(child, collector); // as deep as JsonOutline allows, no deeper
            continue;
        }
        if (!value.isObject() || !child.isString())
            continue;
        if (isPasswordName(child.rawKey())) {
            if (!child.rawText().isEmpty())
                collector.countPassword();
        } else if (const auto role = roleFromName(child.rawKey())) {
            if (response < 0)
                response = collector.nextResponse();
            const WipedBytes text(child.text());
            collector.add(text.view().trimmed(), *role, response);
        }
    }
}

} // namespace curfew
