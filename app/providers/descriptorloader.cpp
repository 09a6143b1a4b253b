// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "descriptorloader.h"

#include "operationloader.h"
#include "peopleloader.h"
#include "strictobject.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace curfew {

static LocalizedText readText(StrictObject text)
{
    LocalizedText read{text.text(u"en"_s, Need::Required), text.text(u"de"_s, Need::Optional)};
    if (read.german.isEmpty())
        read.german = read.english;
    text.finish();
    return read;
}

static bool isPlainHttps(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty() && url.userInfo().isEmpty();
}

static void readUrl(StrictObject url, ProviderDescriptor &descriptor)
{
    descriptor.defaultUrl = url.text(u"default"_s, Need::Optional);
    if (!descriptor.defaultUrl.isEmpty()) {
        const QUrl parsed(descriptor.defaultUrl, QUrl::StrictMode);
        if (!isPlainHttps(descriptor.defaultUrl) || parsed.hasQuery() || parsed.hasFragment())
            url.complain(u"default"_s, u"must be an https URL without user, query and fragment"_s);
    }
    descriptor.urlIsOrigin = url.flag(u"origin"_s);
    if (!descriptor.checkUrl(QUrl(descriptor.defaultUrl)))
        url.complain(u"default"_s, u"must have no path where origin is set"_s);
    static const QRegularExpression marker(u"\\A/[a-z]+/\\z"_s);
    descriptor.realmMarker = url.text(u"realm"_s, Need::Optional);
    if (!descriptor.realmMarker.isEmpty() && !marker.match(descriptor.realmMarker).hasMatch())
        url.complain(u"realm"_s, u"must be one lower-case word between slashes"_s);
    if (!descriptor.realmMarker.isEmpty() && descriptor.urlIsOrigin)
        url.complain(u"realm"_s, u"can't stand in a URL without a path"_s);
    descriptor.urlHint = readText(url.object(u"hint"_s, Need::Required));
    url.finish();
}

static void readAuth(StrictObject auth, ProviderDescriptor &descriptor)
{
    const QStringList methods = auth.texts(u"methods"_s, Need::Required);
    for (const QString &name : methods) {
        const auto method = authMethodFromName(name);
        if (!method)
            auth.complain(u"methods"_s, u"%1 is not a known method"_s.arg(name));
        else if (descriptor.authMethods.contains(*method))
            auth.complain(u"methods"_s, u"%1 stands twice"_s.arg(name));
        else
            descriptor.authMethods.append(*method);
    }
    const auto standard = authMethodFromName(auth.text(u"default"_s, Need::Required));
    if (!standard || !descriptor.authMethods.contains(*standard))
        auth.complain(u"default"_s, u"must be one of the methods"_s);
    else
        descriptor.defaultMethod = *standard;

    const QString encoding = auth.text(u"basicEncoding"_s, Need::Optional);
    if (!encoding.isEmpty() && encoding != "form"_L1 && encoding != "raw"_L1)
        auth.complain(u"basicEncoding"_s, u"must be form or raw"_s);
    descriptor.basicEncoding = encoding == "raw"_L1 ? BasicEncoding::Raw : BasicEncoding::Form;
    descriptor.methodFromMetadata = auth.flag(u"fromMetadata"_s);
    descriptor.tokenIsBearer = auth.flag(u"tokenIsBearer"_s);
    auth.finish();
}

static void readOperations(StrictObject operations, ProviderDescriptor &descriptor)
{
    for (const QString &name : operationNames()) {
        const bool needed = name == "revokeToken"_L1 && !descriptor.people;
        if (operations.has(name) || needed)
            descriptor.operations.insert(name, readOperation(name, operations.object(name, Need::Required)));
    }
    operations.finish();
}

static void readDiscovery(StrictObject discovery, ProviderDescriptor &descriptor)
{
    descriptor.needsDiscovery = discovery.flag(u"needed"_s);
    const QString issuer = discovery.text(u"issuer"_s, Need::Optional);
    if (!issuer.isEmpty() && issuer != "same"_L1 && issuer != "host"_L1)
        discovery.complain(u"issuer"_s, u"must be same or host"_s);
    descriptor.discoveryBlocks = issuer != "host"_L1;
    discovery.finish();
}

static void readVerification(StrictObject verification, ProviderDescriptor &descriptor)
{
    const QStringList names = verification.has(u"by"_s) ? verification.texts(u"by"_s, Need::Optional) : QStringList();
    for (const QString &name : names) {
        const auto by = verifiedByFromName(name);
        if (!by || by == VerifiedBy::Nothing)
            verification.complain(u"by"_s, u"%1 is neither introspection, listing nor reading"_s.arg(name));
        else
            descriptor.verification.append(*by);
    }
    if (descriptor.verification.contains(VerifiedBy::Introspection) != descriptor.introspects())
        verification.complain(u"by"_s, u"introspection and the operation introspectToken go together"_s);
    if (descriptor.verification.contains(VerifiedBy::Listing) != descriptor.lists())
        verification.complain(u"by"_s, u"listing and the operation listSessions go together"_s);
    if (descriptor.verification.contains(VerifiedBy::Reading) != descriptor.people.has_value())
        verification.complain(u"by"_s, u"reading and people go together"_s);
    descriptor.introspectionDependsOnAudience = verification.flag(u"dependsOnAudience"_s);
    descriptor.verificationText = readText(verification.object(u"text"_s, Need::Required));
    verification.finish();
}

static ProviderLimits readLimits(StrictObject object)
{
    ProviderLimits limits;
    limits.inFlight = object.number(u"inFlight"_s, 1, 512, limits.inFlight);
    limits.mostInFlight = object.number(u"mostInFlight"_s, 1, 512, limits.inFlight);
    if (limits.mostInFlight < limits.inFlight)
        object.complain(u"mostInFlight"_s, u"must not be less than inFlight"_s);
    for (StrictObject &rate : object.objects(u"rates"_s)) {
        limits.rates.append({rate.number(u"requests"_s, 1, 1'000'000, 0),
                             std::chrono::seconds(rate.number(u"seconds"_s, 1, 86'400, 0))});
        if (!rate.has(u"requests"_s) || !rate.has(u"seconds"_s))
            rate.complain(rate.has(u"requests"_s) ? u"seconds"_s : u"requests"_s, u"is missing"_s);
        rate.finish();
    }
    limits.failuresBeforeLockOut = object.number(u"failuresBeforeLockOut"_s, 0, 1000, 0);
    limits.lockOut = std::chrono::minutes(object.number(u"lockOutMinutes"_s, 0, 100'000, 0));
    object.finish();
    return limits;
}

// An operator signs in where the metadata says, and gets tokens where the descriptor says, else where the metadata
// says.
static void addSignIn(StrictObject &root, ProviderDescriptor &descriptor)
{
    auto &operations = descriptor.operations;
    if (!operations.contains(u"discover"_s))
        root.complain(u"operations.discover"_s, u"is missing: the method authorization_code needs it"_s);
    Operation authorize;
    authorize.verb = "GET";
    authorize.metadataKey = u"authorization_endpoint"_s;
    operations.insert(u"authorize"_s, authorize);
    if (operations.contains(u"requestToken"_s))
        return;
    Operation request;
    request.verb = "POST";
    request.metadataKey = u"token_endpoint"_s;
    operations.insert(u"requestToken"_s, request);
}

// What must hold between the parts.
static void checkWhole(StrictObject &root, const ProviderDescriptor &descriptor)
{
    const auto &operations = descriptor.operations;
    if (descriptor.authMethods.contains(AuthMethod::Bearer) && !operations.contains(u"requestToken"_s))
        root.complain(u"operations.requestToken"_s, u"is missing: the method bearer needs it"_s);
    if (descriptor.tokenIsBearer && !descriptor.authMethods.contains(AuthMethod::Bearer))
        root.complain(u"auth.tokenIsBearer"_s, u"needs the method bearer"_s);
    if (descriptor.needsDiscovery && !operations.contains(u"discover"_s))
        root.complain(u"operations.discover"_s, u"is missing: discovery is needed"_s);
    if (descriptor.needsDiscovery && !descriptor.discoveryBlocks)
        root.complain(u"discovery.issuer"_s, u"must be same where the endpoints come from the metadata"_s);
    for (auto it = operations.cbegin(); it != operations.cend(); ++it) {
        if (it->path.isEmpty() && !descriptor.needsDiscovery)
            root.complain(u"operations.%1.path"_s.arg(it.key()), u"is missing, and discovery.needed isn't set"_s);
    }
}

static ProviderDescriptor readRoot(StrictObject root)
{
    static const QRegularExpression id(u"\\A[a-z0-9][a-z0-9-]{1,39}\\z"_s);
    ProviderDescriptor descriptor;
    descriptor.id = root.text(u"id"_s, Need::Required);
    if (!descriptor.id.isEmpty() && !id.match(descriptor.id).hasMatch())
        root.complain(u"id"_s, u"must be 2 to 40 lower-case letters, digits and hyphens"_s);
    descriptor.name = root.text(u"name"_s, Need::Required);
    descriptor.mark = root.text(u"mark"_s, Need::Required);
    if (descriptor.mark.size() > 3)
        root.complain(u"mark"_s, u"must be at most three characters"_s);
    descriptor.references = root.texts(u"references"_s, Need::Required);
    for (const QString &reference : qAsConst(descriptor.references)) {
        if (!isPlainHttps(reference))
            root.complain(u"references"_s, u"must be https URLs"_s);
    }
    descriptor.summary = readText(root.object(u"summary"_s, Need::Required));
    readUrl(root.object(u"url"_s, Need::Required), descriptor);
    readAuth(root.object(u"auth"_s, Need::Required), descriptor);
    if (root.has(u"people"_s)) {
        descriptor.people = readPeople(root.object(u"people"_s, Need::Optional),
                                       descriptor.realmMarker.isEmpty() ? RealmInUrl::No : RealmInUrl::Yes);
    }
    readOperations(root.object(u"operations"_s, Need::Required), descriptor);
    if (root.has(u"discovery"_s))
        readDiscovery(root.object(u"discovery"_s, Need::Optional), descriptor);
    readVerification(root.object(u"verification"_s, Need::Required), descriptor);
    if (root.has(u"limits"_s))
        descriptor.limits = readLimits(root.object(u"limits"_s, Need::Optional));
    const QString cascade = root.text(u"cascade"_s, Need::Required);
    if (cascade != "token"_L1 && cascade != "session"_L1)
        root.complain(u"cascade"_s, u"must be token or session"_s);
    descriptor.cascade = cascade == "session"_L1 ? Cascade::Session : Cascade::Token;
    descriptor.ends = readText(root.object(u"ends"_s, Need::Required));
    descriptor.doesNotEnd = readText(root.object(u"doesNotEnd"_s, Need::Required));
    root.finish();
    checkWhole(root, descriptor);
    if (descriptor.authMethods.contains(AuthMethod::AuthorizationCode))
        addSignIn(root, descriptor);
    return descriptor;
}

Result<ProviderDescriptor> loadDescriptor(const QByteArray &json)
{
    constexpr qsizetype largest = 64 * 1024;
    if (json.size() > largest)
        return failure(ErrorKind::InvalidInput, u"line 1: the file is larger than 64 KiB"_s);
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError) {
        return failure(ErrorKind::InvalidInput,
                       u"line %1: %2"_s.arg(QString::number(lineAt(json, fault.offset)), fault.errorString()));
    }
    if (!document.isObject())
        return failure(ErrorKind::InvalidInput, u"line 1: must be an object"_s);

    const JsonLines lines(json);
    Complaints complaints(lines);
    for (const QString &twice : lines.duplicates())
        complaints.add(twice, u"stands twice"_s);
    ProviderDescriptor descriptor = readRoot(StrictObject(document.object(), {}, complaints));
    if (!complaints.isEmpty())
        return tl::unexpected(*complaints.first());
    descriptor.sourceHash = QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex());
    return descriptor;
}

} // namespace curfew
