// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealedfile.h"

#include "privatefile.h"

#include <QDir>
#include <QFile>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr QByteArrayView magic("curfew sealed 1\n");
static constexpr qsizetype nonceBytes = crypto_secretbox_NONCEBYTES;
static constexpr qsizetype tagBytes = crypto_secretbox_MACBYTES;
static constexpr qint64 maximumBytes = 4 * 1024 * 1024; // a chain and a key are some KiB

static const uchar *unsignedBytes(QByteArrayView bytes)
{
    return reinterpret_cast<const uchar *>(bytes.data());
}

static uchar *unsignedBytes(QByteArray &bytes)
{
    return reinterpret_cast<uchar *>(bytes.data());
}

static tl::unexpected<Error> failed(const QString &path, const QString &why)
{
    return failure(ErrorKind::ProfileFailed, u"%1: %2"_s.arg(QDir::toNativeSeparators(path), why));
}

Secret makeSealKey()
{
    return Secret::random(crypto_secretbox_KEYBYTES);
}

Result<> writeSealed(const QString &path, const Secret &content, const Secret &key)
{
    Q_ASSERT(key.size() == crypto_secretbox_KEYBYTES);
    QByteArray nonce(nonceBytes, Qt::Uninitialized);
    randombytes_buf(nonce.data(), size_t(nonce.size()));
    QByteArray box(content.size() + tagBytes, Qt::Uninitialized);
    crypto_secretbox_easy(unsignedBytes(box), unsignedBytes(content.reveal()), quint64(content.size()),
                          unsignedBytes(QByteArrayView(nonce)), unsignedBytes(key.reveal()));

    if (const auto written = writePrivateFile(path, magic.toByteArray() + nonce + box); !written)
        return failed(path, written.error().detail);
    return {};
}

Result<Secret> readSealed(const QString &path, const Secret &key)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(path, file.errorString());
    const QByteArray bytes = file.read(maximumBytes);
    if (!bytes.startsWith(magic) || bytes.size() < magic.size() + nonceBytes + tagBytes
        || key.size() != crypto_secretbox_KEYBYTES) {
        return failed(path, u"no sealed file of this version"_s);
    }
    const QByteArrayView nonce = QByteArrayView(bytes).sliced(magic.size(), nonceBytes);
    const QByteArrayView box = QByteArrayView(bytes).sliced(magic.size() + nonceBytes);
    QByteArray content(box.size() - tagBytes, Qt::Uninitialized);
    const int opened = crypto_secretbox_open_easy(unsignedBytes(content), unsignedBytes(box), quint64(box.size()),
                                                  unsignedBytes(nonce), unsignedBytes(key.reveal()));
    Secret secret = Secret::take(content);
    if (opened != 0)
        return failed(path, u"it was changed, or belongs to another key"_s);
    return secret;
}

} // namespace curfew
