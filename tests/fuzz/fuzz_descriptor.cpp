// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "descriptorloader.h"
#include "fuzzinput.h"

#include <QUrl>

using namespace Qt::StringLiterals;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace curfew;
    const Result<ProviderDescriptor> descriptor = loadDescriptor(inputOf(data, size));
    if (!descriptor) {
        require(descriptor.error().kind == ErrorKind::InvalidInput && !descriptor.error().detail.isEmpty());
        return 0;
    }
    // Whatever a file says, its paths stay below the issuer's own URL.
    for (const Operation &operation : descriptor->operations) {
        const QUrl url = QUrl(u"https://issuer.example"_s + operation.path);
        require(operation.path.isEmpty() || (operation.path.startsWith(u'/') && !operation.path.startsWith("//"_L1)));
        require(url.host() == "issuer.example"_L1 && url.userInfo().isEmpty() && !operation.path.contains(".."_L1));
    }
    require(!descriptor->defaultUrl.startsWith("http:"_L1));
    return 0;
}
