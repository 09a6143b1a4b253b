// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "curlscan.h"

#include "formscan.h"
#include "jsonscan.h"

#include <algorithm>
#include <cctype>

namespace curfew {

static void appendEscape(QByteArrayView line, qsizetype *at, QByteArray *word)
{
    const char c = line[*at];
    switch (c) {
    case 'n':
        word->append('\n');
        return;
    case 'r':
        word->append('\r');
        return;
    case 't':
        word->append('\t');
        return;
    case 'x':
    case 'u': { // Chrome writes a quote or an exclamation mark as \u0027, \u0021
        const qsizetype most = c == 'x' ? 2 : 4;
        qsizetype digits = 0;
        while (digits < most && *at + 1 + digits < line.size() && isxdigit(uchar(line[*at + 1 + digits])))
            ++digits;
        const uint value = line.sliced(*at + 1, digits).toByteArray().toUInt(nullptr, 16);
        *at += digits;
        word->append(value < 0x80 ? char(value) : '?'); // no token has anything beyond ASCII
        return;
    }
    default:
        word->append(c);
    }
}

namespace {
enum class Quote { None, Single, Double, Ansi };
}

std::vector<WipedBytes> shellWords(QByteArrayView line)
{
    constexpr size_t mostWords = 4096;
    const bool forCmd = line.contains("^\"") || line.contains("^\n") || line.contains("^\r\n");
    std::vector<WipedBytes> words;
    QByteArray word;
    word.reserve(line.size());
    bool inWord = false;
    const auto finishWord = [&] {
        if (!inWord)
            return;
        QByteArray exact(word.constData(), word.size());
        words.emplace_back(std::move(exact));
        std::fill(word.begin(), word.end(), '\0'); // wiped in place: the buffer is used again
        word.resize(0);
        inWord = false;
    };
    Quote quote = Quote::None;
    for (qsizetype i = 0; i < line.size() && words.size() < mostWords; ++i) {
        char c = line[i];
        if (forCmd && c == '^' && i + 1 < line.size()) {
            c = line[++i];
            if (c == '\r' && i + 1 < line.size() && line[i + 1] == '\n')
                c = line[++i];
            if (c == '\n')
                continue;
        }
        const bool hasNext = i + 1 < line.size();
        if (quote == Quote::Single) {
            if (c == '\'')
                quote = Quote::None;
            else
                word.append(c);
        } else if (quote != Quote::None) {
            if (c == (quote == Quote::Double ? '"' : '\'')) {
                quote = Quote::None;
            } else if (c == '\\' && hasNext) {
                ++i;
                if (quote == Quote::Ansi)
                    appendEscape(line, &i, &word);
                else if (forCmd && line[i] == '^' && i + 1 < line.size())
                    word.append(line[++i]);
                else if (line[i] != '\n')
                    word.append(line[i]);
            } else {
                word.append(c);
            }
        } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            finishWord();
        } else if (c == '\\' && hasNext) {
            ++i;
            if (line[i] == '\r' && i + 1 < line.size() && line[i + 1] == '\n')
                ++i;
            if (line[i] != '\n') {
                word.append(line[i]);
                inWord = true;
            }
        } else if (c == '$' && hasNext && line[i + 1] == '\'') {
            ++i;
            quote = Quote::Ansi;
            inWord = true;
        } else if (c == '\'' || c == '"') {
            quote = c == '"' ? Quote::Double : Quote::Single;
            inWord = true;
        } else {
            word.append(c);
            inWord = true;
        }
    }
    finishWord();
    wipe(word);
    return words;
}

bool isCurlLine(QByteArrayView text)
{
    text = text.trimmed();
    if (text.startsWith("$ ") || text.startsWith("> "))
        text = text.sliced(2).trimmed();
    return text.startsWith("curl ") || text.startsWith("curl\t") || text.startsWith("curl.exe ")
        || text.startsWith("curl\\\n");
}

static void scanData(QByteArrayView data, TokenCollector &collector)
{
    const QByteArrayView trimmed = data.trimmed();
    if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
        if (const auto outline = JsonOutline::parse(trimmed)) {
            scanJson(outline->root(), collector);
            return;
        }
    }
    scanForm(trimmed, collector);
}

void scanCurl(QByteArrayView line, TokenCollector &collector)
{
    const std::vector<WipedBytes> words = shellWords(line);
    WipedBytes form; // curl joins its -d options with `&`: `-d token=… -d token_type_hint=…` is one form
    form.bytes().reserve(line.size() + qsizetype(words.size()));
    for (size_t i = 0; i < words.size(); ++i) {
        QByteArrayView option = words[i].view();
        QByteArrayView value;
        const auto optionIs = [&](QByteArrayView longName, char shortName) {
            if (option.startsWith("--")) {
                const QByteArrayView name = option.sliced(2);
                if (name.startsWith(longName) && name.sliced(longName.size()).startsWith('=')) {
                    value = name.sliced(longName.size() + 1);
                    return true;
                }
                if (name != longName)
                    return false;
            } else if (shortName == '\0' || option.size() < 2 || option[0] != '-' || option[1] != shortName) {
                return false;
            } else if (option.size() > 2) { // -Hname, -dtoken=…
                value = option.sliced(2);
                return true;
            }
            if (i + 1 < words.size())
                value = words[++i].view();
            return true;
        };
        if (optionIs("header", 'H')) {
            const qsizetype colon = value.indexOf(':');
            if (colon > 0)
                scanHeader(value.first(colon), value.sliced(colon + 1), collector);
        } else if (optionIs("oauth2-bearer", '\0')) {
            collector.add(value, TokenRole::AccessToken);
        } else if (optionIs("user", 'u')) {
            if (value.contains(':'))
                collector.countPassword();
        } else if (optionIs("data", 'd') || optionIs("data-raw", '\0') || optionIs("data-ascii", '\0')
                   || optionIs("data-binary", '\0') || optionIs("data-urlencode", '\0') || optionIs("json", '\0')
                   || optionIs("form", 'F') || optionIs("form-string", '\0')) {
            if (value.trimmed().startsWith('{') || value.trimmed().startsWith('['))
                scanData(value, collector);
            else
                form.bytes().append(value).append('&');
        } else if (!option.startsWith('-')) {
            const qsizetype query = option.indexOf('?');
            if (query >= 0)
                scanForm(option.sliced(query + 1), collector);
        }
    }
    scanForm(form.view(), collector);
}

} // namespace curfew
