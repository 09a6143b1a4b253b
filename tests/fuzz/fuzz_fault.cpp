// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "errorreader.h"
#include "fuzzinput.h"
#include "httpresponse.h"

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace curfew;
    const QByteArray input = inputOf(data, size);
    const QByteArray secret = "canary-secret-4711";
    // The first line is a header, what follows the body.
    const qsizetype end = input.indexOf('\n');
    HttpResponse response;
    response.status = size > 0 && data[0] % 2 == 0 ? 200 : 400;
    response.contentType = "application/json";
    response.headers = {{"WWW-Authenticate", input.first(end < 0 ? 0 : end)}};
    response.body = input.sliced(end < 0 ? 0 : end + 1);
    const IssuerFault fault = readFault(response, {secret});
    require(fault.words.size() <= 512);
    require(!fault.words.contains(QString::fromLatin1(secret)));
    (void)response.isWebPage();
    return 0;
}
