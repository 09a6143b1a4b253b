// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "credentialinput.h"

#include "asyncresult.h"
#include "credentialstore.h"
#include "inputs.h"
#include "terminal.h"
#include "workspace.h"

using namespace Qt::StringLiterals;

namespace curfew {

static tl::unexpected<Error> mistake(const QString &sentence)
{
    return failure(ErrorKind::InvalidInput, sentence);
}

static Result<> checkMethod(const CommandLine &line, const ProviderDescriptor &descriptor, AuthMethod method)
{
    if (!descriptor.authMethods.contains(method))
        return mistake(u"%1 doesn't take --auth %2"_s.arg(descriptor.name, authMethodName(method)));
    const bool usesCertificate = method == AuthMethod::TlsClientAuth;
    if (usesCertificate && line.has(u"secret-file"_s))
        return mistake(u"tls_client_auth takes --certificate-file, not --secret-file"_s);
    if (!usesCertificate && line.has(u"certificate-file"_s))
        return mistake(u"--certificate-file goes with --auth tls_client_auth"_s);
    if (line.has(u"passphrase-file"_s) && !line.has(u"certificate-file"_s))
        return mistake(u"--passphrase-file goes with --certificate-file"_s);
    if (!takesSecret(method) && line.has(u"secret-file"_s))
        return mistake(u"a client with --auth %1 has no secret"_s.arg(authMethodName(method)));
    if ((line.has(u"secret-file"_s) || line.has(u"certificate-file"_s)) && !line.has(u"client-id"_s))
        return mistake(u"a secret needs --client-id: it says whose it is"_s);
    return {};
}

// A PKCS#12 file is binary: no line end is dropped from it.
static Result<ClientCertificate> readCertificate(const Secret &passphrase, Terminal &terminal)
{
    auto content = terminal.readInput(u"PKCS#12 file: "_s);
    if (!content)
        return tl::unexpected(content.error());
    return importPkcs12(std::move(*content), u"standard input"_s, passphrase);
}

Result<CredentialInput> readCredential(const CommandLine &line, const ProviderDescriptor &descriptor,
                                       AuthMethod defaultMethod, Terminal &terminal)
{
    CredentialInput input;
    input.client.clientId = line.value(u"client-id"_s);
    input.client.method = defaultMethod;
    if (line.has(u"auth"_s)) {
        const auto method = authMethodFromName(line.value(u"auth"_s));
        if (!method)
            return mistake(u"there is no --auth “%1”"_s.arg(line.value(u"auth"_s)));
        input.client.method = *method;
    }
    if (const auto fits = checkMethod(line, descriptor, input.client.method); !fits)
        return tl::unexpected(fits.error());
    if (line.has(u"certificate-file"_s)) {
        Secret passphrase;
        if (line.has(u"passphrase-file"_s)) {
            auto read = readSecretFile(line.value(u"passphrase-file"_s), terminal);
            if (!read)
                return tl::unexpected(read.error());
            passphrase = std::move(*read);
        }
        const QString path = line.value(u"certificate-file"_s);
        auto certificate = path == "-"_L1 ? readCertificate(passphrase, terminal) : importPkcs12(path, passphrase);
        if (!certificate)
            return tl::unexpected(certificate.error());
        input.certificate = std::move(*certificate);
    }
    if (line.has(u"secret-file"_s)) {
        auto secret = readSecretFile(line.value(u"secret-file"_s), terminal);
        if (!secret)
            return tl::unexpected(secret.error());
        input.secret = std::move(*secret);
    }
    input.client.hasSecret = input.certificate.has_value() || !input.secret.isEmpty();
    return input;
}

QFuture<Result<>> storeCredential(Workspace &workspace, const Issuer &issuer, CredentialInput input)
{
    if (!input.client.hasSecret)
        return readyFuture(Result<>());
    CredentialStore &store = workspace.credentials();
    const QString clientId = input.client.clientId;
    const auto written = input.certificate ? store.writeCertificate(issuer, input.client, std::move(*input.certificate))
                                           : store.write(issuer, input.client, std::move(input.secret));
    const auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    Workspace *home = &workspace;
    onResult(written, &workspace.journal(), [promise, home, issuer, clientId](const Result<> &result) {
        const auto end = [promise](const Result<> &outcome) {
            promise->addResult(outcome);
            promise->finish();
        };
        if (!result) {
            end(result);
            return;
        }
        JournalEvent event;
        event.kind = JournalEventKind::CredentialStored;
        event.issuer = issuer.name;
        event.detail = clientId;
        auto recorded = home->journal().record(event);
        // A new secret deserves a new try.
        const auto breaker = home->breakers().find(issuer.name, clientId);
        const bool wasOpen = breaker && breaker->has_value();
        const Result<> closed = home->breakers().close(issuer.name, clientId);
        if (closed && wasOpen) {
            event.kind = JournalEventKind::BreakerClosed;
            recorded = home->journal().record(event); // after the other, and fails where that did
        }
        onResult(recorded, &home->journal(), [end, closed](const Result<> &noted) { end(closed ? noted : closed); });
    });
    return promise->future();
}

} // namespace curfew
