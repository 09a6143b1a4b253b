// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providerdescriptor.h"

using namespace Qt::StringLiterals;

namespace curfew {

Result<> ProviderDescriptor::checkUrl(const QUrl &url) const
{
    const bool hasPath = !url.path().isEmpty() && url.path() != "/"_L1;
    if (urlIsOrigin && hasPath)
        return failure(ErrorKind::InvalidInput, u"the URL is to have no path. %1"_s.arg(urlHint.english));
    if (!realmMarker.isEmpty() && !url.isEmpty() && realmOf(url).isEmpty()) {
        return failure(ErrorKind::InvalidInput,
                       u"the URL must end in %1<name>. %2"_s.arg(realmMarker, urlHint.english));
    }
    return {};
}

static qsizetype afterMarker(const QString &path, const QString &marker)
{
    const qsizetype at = marker.isEmpty() ? -1 : path.lastIndexOf(marker);
    return at < 0 ? -1 : at + marker.size();
}

QString ProviderDescriptor::realmOf(const QUrl &url) const
{
    const QString path = url.path(QUrl::FullyEncoded);
    const qsizetype begin = afterMarker(path, realmMarker);
    const QString realm = begin < 0 ? QString() : path.sliced(begin);
    return realm.contains(u'/') ? QString() : realm;
}

QUrl ProviderDescriptor::rootOf(const QUrl &url) const
{
    const QString path = url.path(QUrl::FullyEncoded);
    const qsizetype begin = afterMarker(path, realmMarker);
    QString base = begin < 0 ? path : path.first(begin - realmMarker.size());
    while (base.endsWith(u'/'))
        base.chop(1);
    QUrl root = url;
    root.setPath(base, QUrl::StrictMode);
    return root;
}

} // namespace curfew
