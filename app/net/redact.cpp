// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "redact.h"

#include "formencode.h"
#include "secret.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

static QString hidden()
{
    return u"[hidden]"_s;
}

static bool isTokenLike(QChar c)
{
    return c.unicode() < 128 && (c.isLetterOrNumber() || u"-_+.~/=%"_s.contains(c));
}

//! At most \p limit characters of \p text, none of them the beginning of a word that the end cuts in two.
static QString bounded(QStringView text, qsizetype limit)
{
    if (text.size() <= limit)
        return text.toString();
    while (limit > 0 && isTokenLike(text[limit - 1]))
        --limit;
    return text.first(limit).toString();
}

//! Every way in which \p secret may stand in a message, the longest first.
static QStringList spellings(QByteArrayView secret)
{
    const QByteArray borrowed = QByteArray::fromRawData(secret.data(), secret.size());
    QStringList all{QString::fromUtf8(borrowed)};
    for (QByteArray encoded :
         {formEncode(secret), borrowed.toPercentEncoding(), borrowed.toBase64(QByteArray::OmitTrailingEquals),
          borrowed.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)}) {
        all.append(QString::fromLatin1(encoded));
        wipe(encoded);
    }
    std::stable_sort(all.begin(), all.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    all.removeDuplicates();
    return all;
}

// Of the same length, so that places in it are places in the text.
static QString folded(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    std::transform(text.begin(), text.end(), result.begin(), [](QChar c) { return c.toCaseFolded(); });
    return result;
}

// Whoever quotes a secret may cut it: each run of this many of its characters is as good as a part of it.
static void hideParts(QString &text, const QString &spelling)
{
    constexpr qsizetype shortestPart = 16;
    if (text.size() < shortestPart || spelling.size() < shortestPart)
        return;
    QString whole = folded(spelling);
    QSet<QStringView> runs;
    for (qsizetype i = 0; i + shortestPart <= whole.size(); ++i)
        runs.insert(QStringView(whole).sliced(i, shortestPart));
    const QString searched = folded(text);
    QString result;
    qsizetype shown = 0; // what stands before is in result, or hidden
    for (qsizetype i = 0; i + shortestPart <= searched.size(); ++i) {
        if (!runs.contains(QStringView(searched).sliced(i, shortestPart)))
            continue;
        if (i > shown || i == 0) // else it goes on with what was just hidden
            result.append(QStringView(text).sliced(shown, i - shown)).append(hidden());
        shown = i + shortestPart;
    }
    text = result.append(QStringView(text).sliced(shown));
    whole.fill(u'\0');
}

static void hideSecret(QString &text, QByteArrayView secret)
{
    if (secret.isEmpty())
        return;
    if (secret.size() < 4) {
        const QString word = QRegularExpression::escape(QString::fromUtf8(secret));
        text.replace(QRegularExpression(u"(?<!\\w)%1(?!\\w)"_s.arg(word)), hidden());
        return;
    }
    QStringList all = spellings(secret);
    for (QString &spelling : all) {
        text.replace(spelling, hidden(), Qt::CaseInsensitive); // %2b is %2B
        hideParts(text, spelling);
        spelling.fill(u'\0');
    }
}

QString redacted(QStringView text, const QList<QByteArrayView> &secrets, qsizetype limit)
{
    static const QRegularExpression tokens(u"eyJ[\\w-]{8,}(?:\\.[\\w-]*)*"
                                           "|(?=[A-Za-z_+-]*[0-9])[A-Za-z0-9_+-]{24,}={0,2}"
                                           "|[A-Za-z0-9_+-]{40,}={0,2}"_s);
    if (text.isEmpty()) // nothing to hide anything in: most answers say nothing
        return {};
    constexpr qsizetype longestInput = 16 * 1024;
    QString result = bounded(text, std::max(longestInput, limit));
    for (const QByteArrayView secret : secrets)
        hideSecret(result, secret);
    result.replace(tokens, hidden());
    if (result.size() > limit)
        result = result.first(std::max<qsizetype>(limit - 1, 0)) + u'…';
    return result;
}

QString redacted(const QUrl &url)
{
    const QUrl plain = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    const QString origin = plain.adjusted(QUrl::RemovePath).toString(QUrl::FullyEncoded);
    return origin + redacted(plain.path(QUrl::FullyEncoded));
}

} // namespace curfew
