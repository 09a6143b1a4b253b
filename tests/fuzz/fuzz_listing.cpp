// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "descriptorcatalog.h"
#include "fuzzinput.h"
#include "listingreader.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace curfew {

static Operation listOperation()
{
    const DescriptorCatalog catalog = DescriptorCatalog::load({}, {});
    const ProviderDescriptor *descriptor = catalog.find(u"sap-ias"_s);
    require(descriptor != nullptr);
    return descriptor->operations.value(u"listSessions"_s);
}

// A token is kept in guarded memory, and nowhere else: not in a field that is shown.
static void check(const ListedToken &listed)
{
    if (listed.token.isNull() || listed.token.reveal().size() < 8)
        return;
    const QByteArray token = listed.token.reveal().toByteArray();
    require(!QJsonDocument(listed.raw).toJson(QJsonDocument::Compact).contains(token));
    require(!listed.jti.toUtf8().contains(token));
}

} // namespace curfew

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace curfew;
    static const Operation operation = listOperation();
    const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    const Result<Listing> listing = readListing(operation, inputOf(data, size), now);
    if (!listing)
        return 0;
    qsizetype tokens = 0;
    for (const Session &session : listing->sessions) {
        require(!session.id.isEmpty() && !session.tokens.isEmpty());
        tokens += session.tokens.size();
        for (const ListedToken &listed : session.tokens)
            check(listed);
    }
    require(tokens == listing->tokenCount());
    return 0;
}
