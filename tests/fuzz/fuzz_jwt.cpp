// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzinput.h"
#include "jwt.h"

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace curfew;
    const QByteArray token = inputOf(data, size);
    const std::optional<Jwt> jwt = decodeJwt(token);
    if (!jwt)
        return 0;
    require(token.count('.') == 2);
    (void)useOf(*jwt);
    (void)jwt->clientId();
    for (const QStringView claim : {u"exp", u"iat", u"sub", u"sid"}) {
        const auto time = jwt->time(claim);
        require(!time || (time->isValid() && time->timeSpec() == Qt::UTC));
    }
    return 0;
}
