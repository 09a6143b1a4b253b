// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "truststore.h"

#include "jsonreader.h"
#include "profile.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr auto descriptorsKey = "descriptors"_L1;

static QString hashOf(QByteArrayView content)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(content);
    return QString::fromLatin1(hash.result().toHex());
}

//! The accepted hashes by id, each checked: a mistyped one must not read as "changed" and be waved through.
static Result<QJsonObject> parse(const JsonFile &file, const QJsonObject &content)
{
    JsonReader reader(content, {});
    [[maybe_unused]] const int version = reader.number("version"_L1); // checked by JsonFile
    const QJsonObject hashes = reader.object(descriptorsKey);
    for (auto entry = hashes.begin(); entry != hashes.end(); ++entry) {
        const QByteArray hex = entry->toString().toLatin1();
        if (hex.size() != 64 || QByteArray::fromHex(hex).toHex() != hex)
            reader.reject(descriptorsKey, u"no SHA-256 in lower-case hex digits: %1"_s.arg(entry.key()));
    }
    if (!reader.finish())
        return file.damaged(reader.where(), reader.what());
    return hashes;
}

TrustStore::TrustStore(const Profile &profile)
    : m_file(profile.path() + "/trust.json"_L1, 1)
{
}

Result<Trust> TrustStore::descriptor(const QString &id, QByteArrayView content) const
{
    return m_file.read()
        .and_then([&](const QJsonObject &file) { return parse(m_file, file); })
        .map([&](const QJsonObject &hashes) {
            const QJsonValue accepted = hashes.value(id);
            if (accepted.isUndefined())
                return Trust::Unknown;
            return accepted.toString() == hashOf(content) ? Trust::Accepted : Trust::Changed;
        });
}

Result<> TrustStore::acceptDescriptor(const QString &id, QByteArrayView content)
{
    return m_file.change([&](QJsonObject &file) {
        return parse(m_file, file).map([&](QJsonObject hashes) {
            hashes.insert(id, hashOf(content));
            file.insert(descriptorsKey, hashes);
        });
    });
}

} // namespace curfew
