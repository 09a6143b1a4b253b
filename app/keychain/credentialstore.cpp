// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "credentialstore.h"

#include "asyncresult.h"
#include "credentialframe.h"
#include "sealedfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace curfew {

static QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

//! What the names of a client's certificate files start with; says nothing about issuer or client.
static QString filePrefix(const QString &issuer, const QString &clientId)
{
    const QByteArray owner = encoded(issuer).toLatin1() + '/' + encoded(clientId).toLatin1();
    return QString::fromLatin1(QCryptographicHash::hash(owner, QCryptographicHash::Sha256).toHex().first(16)) + u'-';
}

static void removeFiles(const QString &folder, const QString &prefix, const QString &butNot = {})
{
    const QDir dir(folder);
    for (const QStringList names = dir.entryList({prefix + "*.sealed"_L1}, QDir::Files); const QString &name : names) {
        if (name != butNot)
            QFile::remove(dir.filePath(name));
    }
}

static Result<> makeFolder(const QString &path)
{
    static constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (QDir(path).exists() || (QDir().mkpath(path) && QFile::setPermissions(path, ownerOnly)))
        return {};
    return failure(ErrorKind::ProfileFailed, u"%1: the folder can't be made"_s.arg(QDir::toNativeSeparators(path)));
}

//! Certificate and key in one: the chain ends with a NUL, which PEM never holds.
static Secret joined(const ClientCertificate &certificate)
{
    QByteArray bytes;
    bytes.reserve(certificate.chain.size() + 1 + certificate.key.size());
    bytes.append(certificate.chain).append('\0').append(certificate.key.reveal());
    return Secret::take(bytes);
}

static Secret copyOf(QByteArrayView bytes)
{
    QByteArray copy = bytes.toByteArray();
    return Secret::take(copy);
}

static std::shared_ptr<Credential> credentialFor(const CredentialFrame &frame)
{
    auto credential = std::make_shared<Credential>();
    credential->allowedOrigins = frame.allowedOrigins;
    credential->provider = frame.provider;
    credential->clientId = frame.clientId;
    credential->method = frame.method;
    return credential;
}

static Result<CredentialPtr> unsealed(const CredentialFrame &frame, const QString &folder)
{
    // A bare name: the entry must not be able to name a file elsewhere.
    if (frame.certificateFile.isEmpty() || frame.certificateFile.contains(u'/')
        || frame.certificateFile.contains(u'\\'))
        return failure(ErrorKind::KeychainFailed, u"the keychain entry names no certificate file"_s);
    const Result<Secret> content = readSealed(QDir(folder).filePath(frame.certificateFile), frame.secret);
    if (!content)
        return tl::unexpected(content.error());
    const qsizetype end = content->reveal().indexOf('\0');
    if (end < 0)
        return failure(ErrorKind::ProfileFailed, u"%1: no key in it"_s.arg(frame.certificateFile));
    auto credential = credentialFor(frame);
    credential->certificate = copyOf(content->reveal().first(end));
    credential->privateKey = copyOf(content->reveal().sliced(end + 1));
    return credential;
}

static Result<> checkMethod(const Client &client, bool takesCertificate)
{
    if (!takesSecret(client.method) || (client.method == AuthMethod::TlsClientAuth) != takesCertificate) {
        return failure(ErrorKind::InvalidInput,
                       u"%1 takes no %2"_s.arg(authMethodName(client.method),
                                               takesCertificate ? u"certificate"_s : u"client secret"_s));
    }
    return {};
}

static Result<> checkSecret(const Client &client, const Secret &secret)
{
    if (secret.isEmpty())
        return failure(ErrorKind::InvalidInput, u"the secret is empty"_s);
    return checkMethod(client, false);
}

static Result<> checkCertificate(const Client &client, const ClientCertificate &certificate)
{
    if (certificate.chain.isEmpty() || certificate.key.isEmpty())
        return failure(ErrorKind::InvalidInput, u"the certificate or its key is empty"_s);
    return checkMethod(client, true);
}

CredentialStore::CredentialStore(Keychain &keychain, QString profileId, QString certificatesPath)
    : m_keychain(keychain)
    , m_profileId(std::move(profileId))
    , m_certificatesPath(std::move(certificatesPath))
{
}

QString CredentialStore::keyFor(const QString &issuer, const QString &clientId) const
{
    return u"curfew/%1/%2/%3"_s.arg(m_profileId, encoded(issuer), encoded(clientId));
}

static Result<CredentialPtr> withoutSecret(const Issuer &issuer, const Client &client)
{
    if (client.method == AuthMethod::None || client.method == AuthMethod::Bearer)
        return credentialFor(frameFor(issuer, client));
    if (client.method == AuthMethod::AuthorizationCode)
        return failure(ErrorKind::SignInNeeded, u"nobody has signed in with client %1"_s.arg(client.clientId));
    return client.checkOnFile().map([] { return CredentialPtr(); });
}

static Result<CredentialPtr> fromEntry(const Result<SecretPtr> &entry, const CredentialFrame &configured,
                                       const QString &folder)
{
    if (!entry) {
        if (entry.error().kind != ErrorKind::EntryNotFound)
            return tl::unexpected(entry.error());
        return failure(ErrorKind::NoCredential,
                       u"the keychain holds no secret for client %1"_s.arg(configured.clientId));
    }
    Result<CredentialFrame> stored = decodeFrame(**entry);
    if (!stored)
        return tl::unexpected(stored.error());
    if (const Result<> same = checkFrame(*stored, configured); !same)
        return tl::unexpected(same.error());
    if (stored->method == AuthMethod::TlsClientAuth)
        return unsealed(*stored, folder);
    auto credential = credentialFor(*stored);
    credential->secret = std::move(stored->secret);
    return credential;
}

QFuture<Result<CredentialPtr>> CredentialStore::read(const Issuer &issuer, const QString &clientId)
{
    const Client *client = issuer.client(clientId);
    if (!client) {
        return readyFuture<Result<CredentialPtr>>(
            failure(ErrorKind::NoCredential, u"%1 has no client %2"_s.arg(issuer.name, clientId)));
    }
    if (!client->hasSecret || !takesSecret(client->method))
        return readyFuture(withoutSecret(issuer, *client));
    auto configured = std::make_shared<const CredentialFrame>(frameFor(issuer, *client));
    return m_keychain.read(keyFor(issuer.name, clientId))
        .then([configured, folder = m_certificatesPath](const Result<SecretPtr> &entry) {
            return fromEntry(entry, *configured, folder);
        });
}

QFuture<Result<>> CredentialStore::write(const Issuer &issuer, const Client &client, Secret secret)
{
    if (const Result<> valid = checkSecret(client, secret); !valid)
        return readyFuture(valid);
    CredentialFrame frame = frameFor(issuer, client);
    frame.secret = std::move(secret);
    const QString prefix = filePrefix(issuer.name, client.clientId);
    return m_keychain.write(keyFor(issuer.name, client.clientId), encodeFrame(frame))
        .then([folder = m_certificatesPath, prefix](const Result<> &written) {
            if (written)
                removeFiles(folder, prefix); // of a certificate that was used before
            return written;
        });
}

QFuture<Result<>> CredentialStore::writeCertificate(const Issuer &issuer, const Client &client,
                                                    ClientCertificate certificate)
{
    if (const Result<> valid = checkCertificate(client, certificate); !valid)
        return readyFuture(valid);
    CredentialFrame frame = frameFor(issuer, client);
    frame.secret = makeSealKey();
    // A new name each time: the old file stays valid until the keychain has the new key.
    const QString prefix = filePrefix(issuer.name, client.clientId);
    frame.certificateFile = prefix + QUuid::createUuid().toString(QUuid::Id128).first(8) + ".sealed"_L1;
    const QString path = QDir(m_certificatesPath).filePath(frame.certificateFile);
    const Result<> sealed =
        makeFolder(m_certificatesPath).and_then([&] { return writeSealed(path, joined(certificate), frame.secret); });
    if (!sealed)
        return readyFuture(sealed);
    return m_keychain.write(keyFor(issuer.name, client.clientId), encodeFrame(frame))
        .then([folder = m_certificatesPath, prefix, path, name = frame.certificateFile](const Result<> &written) {
            if (written)
                removeFiles(folder, prefix, name);
            else if (written.error().kind != ErrorKind::KeychainTimedOut) // else the key may be stored yet
                QFile::remove(path);
            return written;
        });
}

QFuture<Result<>> CredentialStore::remove(const QString &issuer, const QString &clientId)
{
    return m_keychain.remove(keyFor(issuer, clientId))
        .then([folder = m_certificatesPath, prefix = filePrefix(issuer, clientId)](const Result<> &removed) {
            if (removed)
                removeFiles(folder, prefix);
            return removed;
        });
}

Result<CredentialPtr> givenCredential(const Issuer &issuer, const Client &client, Secret secret)
{
    return checkSecret(client, secret).map([&]() -> CredentialPtr {
        auto credential = credentialFor(frameFor(issuer, client));
        credential->secret = std::move(secret);
        return credential;
    });
}

Result<CredentialPtr> givenCredential(const Issuer &issuer, const Client &client, ClientCertificate certificate)
{
    return checkCertificate(client, certificate).map([&]() -> CredentialPtr {
        auto credential = credentialFor(frameFor(issuer, client));
        credential->certificate = Secret::take(certificate.chain);
        credential->privateKey = std::move(certificate.key);
        return credential;
    });
}

} // namespace curfew
