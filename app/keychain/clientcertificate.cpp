// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clientcertificate.h"

#include <QBuffer>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr qint64 maximumBytes = 1024 * 1024;

static QString nameOf(const QStringList &commonName, const QStringList &organization)
{
    return commonName.isEmpty() ? organization.join(u", "_s) : commonName.join(u", "_s);
}

static CertificateFacts factsOf(const QSslCertificate &certificate)
{
    using Certificate = QSslCertificate;
    return {
        nameOf(certificate.subjectInfo(Certificate::CommonName), certificate.subjectInfo(Certificate::Organization)),
        nameOf(certificate.issuerInfo(Certificate::CommonName), certificate.issuerInfo(Certificate::Organization)),
        certificate.expiryDate().toUTC()};
}

Result<ClientCertificate> importPkcs12(const QString &path, const Secret &passphrase)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::InvalidInput, u"%1: %2"_s.arg(path, file.errorString()));
    return importPkcs12(file.read(maximumBytes + 1), path, passphrase);
}

Result<ClientCertificate> importPkcs12(QByteArray content, const QString &name, const Secret &passphrase)
{
    if (!QSslSocket::supportsSsl())
        return failure(ErrorKind::TlsFailed,
                       u"Qt has no TLS here: %1"_s.arg(QSslSocket::sslLibraryBuildVersionString()));
    if (content.size() > maximumBytes)
        return failure(ErrorKind::InvalidInput, u"%1: larger than 1 MiB"_s.arg(name));
    QBuffer device(&content);
    device.open(QIODevice::ReadOnly);

    QSslKey key;
    QSslCertificate certificate;
    QList<QSslCertificate> issuers;
    QByteArray phrase = passphrase.reveal().toByteArray();
    const bool opened = QSslCertificate::importPkcs12(&device, &key, &certificate, &issuers, phrase);
    wipe(phrase);
    if (!opened || key.isNull() || certificate.isNull()) {
        return failure(
            ErrorKind::InvalidInput,
            u"%1: the passphrase is wrong, or the file is no PKCS#12 file with a certificate and its key, or "
            "it is encrypted in the old way (RC2-40, 3DES), which OpenSSL 3 refuses: convert it with "
            "\"openssl pkcs12 -legacy\" and export it again"_s.arg(name));
    }
    ClientCertificate result;
    result.facts = factsOf(certificate);
    result.chain = certificate.toPem();
    for (const QSslCertificate &issuer : std::as_const(issuers))
        result.chain += issuer.toPem();
    QByteArray pem = key.toPem();
    result.key = Secret::take(pem);
    return result;
}

} // namespace curfew
