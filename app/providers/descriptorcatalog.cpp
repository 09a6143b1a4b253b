// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "descriptorcatalog.h"

#include "descriptorloader.h"
#include "jsonlines.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QUrl>

using namespace Qt::StringLiterals;

// The initialiser is a global function, and must be called from outside a namespace.
static void initResources()
{
    Q_INIT_RESOURCE(curfew_providers);
}

namespace curfew {

static QList<ProviderDescriptor> loadShipped()
{
    initResources();
    QList<ProviderDescriptor> descriptors;
    const QDir folder(u":/curfew/providers"_s);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto descriptor = loadDescriptor(file.readAll());
        if (!descriptor) // can't get this far: a test loads every one
            qFatal("%s: %s", qUtf8Printable(name), qUtf8Printable(descriptor.error().detail));
        descriptors.append(*std::move(descriptor));
    }
    return descriptors;
}

const QList<ProviderDescriptor> &DescriptorCatalog::shipped()
{
    static const QList<ProviderDescriptor> descriptors = loadShipped();
    return descriptors;
}

static Result<QByteArray> readBounded(const QString &path)
{
    constexpr qint64 enough = 64 * 1024 + 1; // the loader refuses what is larger
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::InvalidInput, u"%1: %2"_s.arg(path, file.errorString()));
    return file.read(enough);
}

static const ProviderDescriptor *findShipped(const QString &id)
{
    for (const ProviderDescriptor &known : DescriptorCatalog::shipped()) {
        if (known.id == id)
            return &known;
    }
    return nullptr;
}

static Result<ProviderDescriptor> loadOwn(const QByteArray &json)
{
    auto descriptor = loadDescriptor(json);
    if (!descriptor)
        return descriptor;
    descriptor->shipped = false;
    if (findShipped(descriptor->id)) {
        return failure(ErrorKind::InvalidInput,
                       u"line %1, id: %2 is a provider that Curfew ships; choose another"_s.arg(
                           QString::number(JsonLines(json).lineOf(u"id"_s)), descriptor->id));
    }
    return descriptor;
}

static CatalogEntry ownEntry(const QString &file, const AcceptanceSource &acceptance)
{
    CatalogEntry entry;
    entry.file = file;
    const auto content = readBounded(file);
    const auto descriptor = content.and_then(loadOwn);
    if (!descriptor) {
        entry.state = CatalogEntry::State::Refused;
        entry.error = descriptor.error();
        return entry;
    }
    entry.descriptor = *descriptor;
    entry.hosts = hostsOf(*descriptor);
    entry.acceptance = acceptance ? acceptance(descriptor->id, *content) : Acceptance::New;
    if (entry.acceptance != Acceptance::Accepted) {
        entry.state = CatalogEntry::State::NeedsAcceptance;
        entry.content = *content;
    }
    return entry;
}

DescriptorCatalog DescriptorCatalog::load(const QString &ownFolder, const AcceptanceSource &acceptance)
{
    constexpr qsizetype mostFiles = 200;
    DescriptorCatalog catalog;
    QSet<QString> taken;
    for (const ProviderDescriptor &descriptor : shipped()) {
        catalog.m_entries.append(
            {CatalogEntry::State::Ready, descriptor, {}, {}, hostsOf(descriptor), Acceptance::Accepted, {}});
    }
    if (ownFolder.isEmpty())
        return catalog;
    const QDir folder(ownFolder);
    const QStringList names = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names.first(std::min(mostFiles, names.size()))) {
        CatalogEntry entry = ownEntry(folder.filePath(name), acceptance);
        if (entry.state != CatalogEntry::State::Refused && taken.contains(entry.descriptor.id)) {
            entry.state = CatalogEntry::State::Refused;
            entry.error = Error{ErrorKind::InvalidInput, u"id: another file has it already"_s, 0, {}};
        }
        taken.insert(entry.descriptor.id);
        catalog.m_entries.append(std::move(entry));
    }
    return catalog;
}

const ProviderDescriptor *DescriptorCatalog::find(const QString &id) const
{
    for (const CatalogEntry &entry : m_entries) {
        if (entry.state == CatalogEntry::State::Ready && entry.descriptor.id == id)
            return &entry.descriptor;
    }
    return nullptr;
}

Result<ProviderDescriptor> DescriptorCatalog::check(const QString &file)
{
    return readBounded(file).and_then([](const QByteArray &json) -> Result<ProviderDescriptor> {
        const auto descriptor = loadDescriptor(json);
        const ProviderDescriptor *known = descriptor ? findShipped(descriptor->id) : nullptr;
        if (known && known->sourceHash == descriptor->sourceHash) // the shipped file itself
            return *known;
        return loadOwn(json);
    });
}

QStringList hostsOf(const ProviderDescriptor &descriptor)
{
    const QString host = QUrl(descriptor.defaultUrl).host();
    return host.isEmpty() ? QStringList() : QStringList{host};
}

} // namespace curfew
