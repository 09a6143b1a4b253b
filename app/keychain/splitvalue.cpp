// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "splitvalue.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr QByteArrayView magic("CRF1");
static constexpr qsizetype hashBytes = 32;
static constexpr qsizetype headerBytes = magic.size() + 1 + hashBytes;

static QByteArray hashOf(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result();
}

static Secret copyOf(QByteArrayView bytes)
{
    QByteArray copy = bytes.toByteArray();
    return Secret::take(copy);
}

Result<SplitValue> splitValue(const Secret &value, qsizetype limit)
{
    Q_ASSERT(limit > headerBytes);
    const QByteArrayView bytes = value.reveal();
    const qsizetype inHead = qMin(bytes.size(), limit - headerBytes);
    const qsizetype count = (bytes.size() - inHead + limit - 1) / limit;
    if (count > mostParts)
        return failure(ErrorKind::InvalidInput, u"too long for the keychain: %1 bytes"_s.arg(bytes.size()));

    QByteArray head;
    head.reserve(headerBytes + inHead); // growing would leave a copy behind
    head.append(magic).append(char(count)).append(hashOf(bytes)).append(bytes.first(inHead));
    SplitValue pieces{Secret::take(head), {}};
    for (qsizetype at = inHead; at < bytes.size(); at += limit)
        pieces.parts.push_back(copyOf(bytes.sliced(at, qMin(limit, bytes.size() - at))));
    return pieces;
}

Result<int> partCount(const Secret &head)
{
    if (head.size() < headerBytes || !head.reveal().startsWith(magic))
        return failure(ErrorKind::KeychainFailed, u"the keychain entry is not Curfew's, or damaged"_s);
    return int(uchar(head.reveal().at(magic.size())));
}

Result<Secret> joinValue(const SplitValue &pieces)
{
    const Result<int> count = partCount(pieces.head);
    if (!count)
        return tl::unexpected(count.error());
    const QByteArrayView head = pieces.head.reveal();
    qsizetype size = head.size() - headerBytes;
    for (const Secret &part : pieces.parts)
        size += part.size();
    QByteArray whole;
    whole.reserve(size);
    whole.append(head.sliced(headerBytes));
    for (const Secret &part : pieces.parts)
        whole.append(part.reveal());
    Secret value = Secret::take(whole);
    if (qsizetype(pieces.parts.size()) != *count
        || head.sliced(magic.size() + 1, hashBytes) != hashOf(value.reveal())) {
        return failure(ErrorKind::KeychainFailed,
                       u"the keychain entry is incomplete: the secret has to be stored again"_s);
    }
    return value;
}

} // namespace curfew
