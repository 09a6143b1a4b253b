// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokensfile.h"

#include "wipedbytes.h"

#include <QHash>
#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

constexpr qsizetype longestLine = 64 * 1024;

//! Takes a file apart line by line; a line too long is passed over without being kept.
class Reader {
public:
    void feed(QByteArrayView chunk)
    {
        while (!chunk.isEmpty()) {
            const qsizetype end = chunk.indexOf('\n');
            append(end < 0 ? chunk : chunk.first(end));
            if (end < 0)
                return;
            finishLine();
            chunk = chunk.sliced(end + 1);
        }
    }

    TokensFile finish()
    {
        if (m_started)
            finishLine();
        return std::move(m_file);
    }

    Reader() { m_line.bytes().reserve(longestLine + 2); }

private:
    void append(QByteArrayView bytes)
    {
        m_started = true;
        // One byte more than allowed may be the CR of a CRLF.
        if (m_tooLong || m_line.bytes().size() + bytes.size() > longestLine + 1)
            m_tooLong = true;
        else
            m_line.bytes().append(bytes);
    }

    void finishLine()
    {
        ++m_number;
        QByteArrayView line = m_line.view();
        if (line.endsWith('\r'))
            line.chop(1);
        if (m_tooLong || line.size() > longestLine)
            refuse(u"longer than 64 KiB"_s);
        else
            readLine(line);
        QByteArray &bytes = m_line.bytes();
        std::fill(bytes.begin(), bytes.end(), '\0'); // wiped in place: the buffer is used again
        bytes.resize(0);
        m_tooLong = false;
        m_started = false;
    }

    void readLine(QByteArrayView line)
    {
        line = line.trimmed();
        if (line.isEmpty() || line.startsWith('#')) {
            ++m_file.skipped;
            return;
        }
        const qsizetype tab = line.indexOf('\t');
        const QByteArrayView token = (tab < 0 ? line : line.first(tab)).trimmed();
        const QByteArrayView bearer = (tab < 0 ? QByteArrayView() : line.sliced(tab + 1)).trimmed();
        if (bearer.contains('\t'))
            return refuse(u"more than two columns"_s);
        const auto isVisible = [](char c) { return c > 0x20 && c < 0x7f; };
        if (!std::all_of(token.begin(), token.end(), isVisible)
            || !std::all_of(bearer.begin(), bearer.end(), isVisible))
            return refuse(u"a character that no token has"_s);
        take(token, bearer);
    }

    void take(QByteArrayView token, QByteArrayView bearer)
    {
        const auto known = m_known.constFind(Fingerprint::of(token));
        if (known != m_known.cend()) {
            ++m_file.duplicates;
            Token &kept = m_file.entries[known.value()].bearer;
            if (kept.isNull() && !bearer.isEmpty())
                kept = m_store.add(bearer);
            return;
        }
        TokensFile::Entry entry;
        entry.token = m_store.add(token);
        if (!bearer.isEmpty())
            entry.bearer = m_store.add(bearer);
        m_known.insert(entry.token.fingerprint(), m_file.entries.size());
        m_file.entries.append(std::move(entry));
    }

    void refuse(const QString &what)
    {
        constexpr qsizetype mostErrors = 100;
        ++m_file.refused;
        if (m_file.errors.size() < mostErrors)
            m_file.errors.append({m_number, what});
    }

    TokensFile m_file;
    TokenStore m_store;
    QHash<Fingerprint, qsizetype> m_known;
    WipedBytes m_line;
    qsizetype m_number = 0;
    bool m_started = false;
    bool m_tooLong = false;
};

} // namespace

Result<TokensFile> readTokensFile(QIODevice &device)
{
    constexpr qsizetype chunkSize = 64 * 1024;
    Reader reader;
    WipedBytes chunk(QByteArray(chunkSize, '\0'));
    bool atStart = true;
    while (true) {
        const qint64 count = device.read(chunk.bytes().data(), chunkSize);
        if (count < 0)
            return failure(ErrorKind::InvalidInput, u"the file can't be read: %1"_s.arg(device.errorString()));
        if (count == 0)
            break;
        QByteArrayView bytes = chunk.view().first(count);
        if (atStart && (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")))
            return failure(ErrorKind::InvalidInput, u"the file is UTF-16; save it as UTF-8"_s);
        if (atStart && bytes.startsWith("\xEF\xBB\xBF"))
            bytes = bytes.sliced(3);
        atStart = false;
        reader.feed(bytes);
    }
    return reader.finish();
}

} // namespace curfew
