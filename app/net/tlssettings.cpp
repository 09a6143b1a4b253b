// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tlssettings.h"

#include <QFile>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace curfew {

QSslConfiguration tlsSettings(const QList<QSslCertificate> &roots)
{
    QSslConfiguration settings = QSslConfiguration::defaultConfiguration();
    settings.setProtocol(QSsl::TlsV1_2OrLater);
    settings.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!roots.isEmpty())
        settings.setCaCertificates(roots);
    return settings;
}

Result<QList<QSslCertificate>> rootsFromPem(const QByteArray &pem, const QString &name)
{
    if (pem.size() > largestRoots)
        return failure(ErrorKind::InvalidInput, u"%1 is larger than 4 MiB"_s.arg(name));
    const QList<QSslCertificate> roots = QSslCertificate::fromData(pem, QSsl::Pem);
    if (roots.isEmpty())
        return failure(ErrorKind::InvalidInput, u"%1 holds no PEM certificate"_s.arg(name));
    return roots;
}

Result<QList<QSslCertificate>> readRoots(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::InvalidInput, u"%1 can't be read: %2"_s.arg(path, file.errorString()));
    return rootsFromPem(file.read(largestRoots + 1), path);
}

static QSslKey readKey(QByteArrayView pem)
{
    // Qt wants a QByteArray; one without a copy of its own leaves nothing to wipe.
    const QByteArray borrowed = QByteArray::fromRawData(pem.data(), pem.size());
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey key(borrowed, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull())
            return key;
    }
    return {};
}

Result<QSslConfiguration> withClientCertificate(QSslConfiguration settings, const Credential &credential)
{
    const QByteArrayView pem = credential.certificate.reveal();
    const QList<QSslCertificate> chain =
        QSslCertificate::fromData(QByteArray::fromRawData(pem.data(), pem.size()), QSsl::Pem);
    if (chain.isEmpty())
        return failure(ErrorKind::NoCredential, u"the client certificate is missing or can't be read"_s);
    const QSslKey key = readKey(credential.privateKey.reveal());
    if (key.isNull())
        return failure(ErrorKind::NoCredential, u"the client certificate's key is missing or can't be read"_s);
    settings.setLocalCertificateChain(chain);
    settings.setPrivateKey(key);
    return settings;
}

} // namespace curfew
