// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textscan.h"

#include "formscan.h"
#include "jwt.h"
#include "wipedbytes.h"

#include <algorithm>

namespace curfew {

static QByteArrayView unquoted(QByteArrayView text)
{
    text = text.trimmed();
    while (text.size() >= 2 && text.front() == text.back()
           && (text.front() == '"' || text.front() == '\'' || text.front() == '`'))
        text = text.sliced(1, text.size() - 2).trimmed();
    return text;
}

static QList<QByteArrayView> linesOf(QByteArrayView text)
{
    QList<QByteArrayView> lines;
    while (!text.isEmpty() && lines.size() <= TokenCollector::mostTokens) {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView line = (end < 0 ? text : text.first(end)).trimmed();
        if (!line.isEmpty())
            lines.append(line);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
    return lines;
}

//! A terminal or a mail wraps at one width: every line but the last is equally long, and not longer than a wide screen.
//! A first line that is a JWT by itself is taken for one.
static bool isWrapped(const QList<QByteArrayView> &lines)
{
    constexpr qsizetype widest = 256;
    if (lines.size() < 2 || lines.front().size() > widest || lines.back().size() > lines.front().size()
        || decodeJwt(lines.front()))
        return false;
    return std::all_of(lines.begin(), lines.end() - 1,
                       [&](QByteArrayView line) { return line.size() == lines.front().size(); });
}

bool scanBareTokens(QByteArrayView text, TokenCollector &collector)
{
    const QList<QByteArrayView> lines = linesOf(unquoted(text));
    if (isWrapped(lines)) {
        WipedBytes joined;
        joined.bytes().reserve(text.size());
        for (const QByteArrayView line : lines)
            joined.bytes().append(line);
        if (decodeJwt(joined.view())) {
            collector.add(joined.view(), TokenRole::Unknown);
            return true;
        }
    }
    if (lines.isEmpty()
        || !std::all_of(lines.begin(), lines.end(), [](QByteArrayView line) { return looksLikeToken(unquoted(line)); }))
        return false;
    for (const QByteArrayView line : lines)
        collector.add(unquoted(line), TokenRole::Unknown);
    return true;
}

static bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

static bool isWordAt(QByteArrayView text, qsizetype at, QByteArrayView lowerCaseWord)
{
    if (at + lowerCaseWord.size() > text.size() || (at > 0 && isNameCharacter(text[at - 1])))
        return false;
    for (qsizetype i = 0; i < lowerCaseWord.size(); ++i) {
        if ((text[at + i] | 0x20) != lowerCaseWord[i])
            return false;
    }
    return true;
}

static qsizetype endOfRun(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isBearerCharacter(text[at]))
        ++at;
    return at;
}

//! `Bearer` and its token at \p at. \return where it ends; \p at when there is none
static qsizetype scanBearer(QByteArrayView text, qsizetype at, TokenCollector &collector)
{
    if (!isWordAt(text, at, "bearer"))
        return at;
    qsizetype begin = at + 6;
    while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\t'))
        ++begin;
    const qsizetype end = endOfRun(text, begin);
    const QByteArrayView token = text.sliced(begin, end - begin);
    if (begin == at + 6 || token.size() < 8 || (!looksLikeToken(token) && token.size() < 16))
        return at;
    collector.add(token, TokenRole::AccessToken);
    return end;
}

//! `name=value` at \p at, the value read up to the next delimiter. \return where it ends; \p at when it is none
static qsizetype scanField(QByteArrayView text, qsizetype at, TokenCollector &collector)
{
    if (at > 0 && isNameCharacter(text[at - 1]))
        return at;
    qsizetype equals = at;
    while (equals < text.size() && equals - at < 32 && isNameCharacter(text[equals]))
        ++equals;
    if (equals == at || equals >= text.size() || text[equals] != '=')
        return at;
    const QByteArrayView name = text.sliced(at, equals - at);
    if (!roleFromName(name) && !isPasswordName(name))
        return at;
    static constexpr QByteArrayView delimiters("&\"'`,;<>(){}[] \t\r\n");
    qsizetype end = equals + 1;
    while (end < text.size() && !delimiters.contains(text[end]))
        ++end;
    scanForm(text.sliced(at, end - at), collector);
    return end;
}

//! A JWT at \p at, be it the end of a sentence. \return where it ends; \p at when there is none
static qsizetype scanJwt(QByteArrayView text, qsizetype at, TokenCollector &collector)
{
    // Every JOSE header starts with `{"`, which is `eyJ` in base64url.
    if (!text.sliced(at).startsWith("eyJ") || (at > 0 && isBearerCharacter(text[at - 1]) && text[at - 1] != '='))
        return at;
    qsizetype end = at;
    while (end < text.size() && (isNameCharacter(text[end]) || text[end] == '.'))
        ++end;
    qsizetype stop = end; // without the full stops of a sentence; an unsecured JWT ends in one of its own
    while (text[stop - 1] == '.')
        --stop;
    for (const qsizetype size : {stop - at, stop + 1 - at}) {
        if (at + size > end)
            break;
        const QByteArrayView run = text.sliced(at, size);
        if (isTokenText(run) && decodeJwt(run)) {
            collector.add(run, TokenRole::Unknown);
            return end;
        }
    }
    return at;
}

bool scanFreeText(QByteArrayView text, TokenCollector &collector)
{
    bool bearer = false;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        const char c = text[at];
        if (c == 'b' || c == 'B') {
            end = scanBearer(text, at, collector);
            bearer = bearer || end > at;
        }
        if (end == at && c == 'e')
            end = scanJwt(text, at, collector);
        if (end == at && isNameCharacter(c))
            end = scanField(text, at, collector);
        if (end == at) // no run of name characters is looked at twice, so that the whole stays linear
            end = at + 1;
        at = end;
    }
    return bearer;
}

bool looksLikeName(QByteArrayView text)
{
    constexpr qsizetype longest = 254; // RFC 5321's longest path
    text = text.trimmed();
    if (text.isEmpty() || text.size() > longest || text.contains('\n'))
        return false;
    return std::none_of(text.begin(), text.end(), [](char c) {
        return uchar(c) < 0x20 || c == '{' || c == '}' || c == '<' || c == '>' || c == '=' || c == '"' || c == '/';
    });
}

} // namespace curfew
