// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providerdescriptor.h"

using namespace Qt::StringLiterals;

namespace curfew {

Result<> ProviderDescriptor::checkUrl(const QUrl &url) const
{
    const bool hasPath = !url.path().isEmpty() && url.path() != "/"_L1;
    if (urlIsOrigin && hasPath)
        return failure(ErrorKind::InvalidInput, u"the URL is to have no path. %1"_s.arg(urlHint.english));
    return {};
}

} // namespace curfew
