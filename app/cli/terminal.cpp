// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "terminal.h"

#include "hiddeninput.h"
#include "secret.h"

#include <cerrno>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

static bool isTerminal(FILE *stream)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stream)) != 0;
#else
    return ::isatty(::fileno(stream)) == 1;
#endif
}

Terminal::Terminal(FILE *out, FILE *err, FILE *in)
    : m_out(out)
    , m_err(err)
    , m_in(in)
{
}

static bool write(FILE *stream, const QByteArray &bytes)
{
    const size_t size = size_t(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

void Terminal::result(const QString &text)
{
    endProgress();
    result(text.toUtf8() + '\n');
}

void Terminal::result(const QByteArray &bytes)
{
    endProgress();
    if (!write(m_out, bytes))
        m_lostResults = true;
}

static bool isHidden(char32_t codePoint)
{
    switch (QChar::category(codePoint)) {
    case QChar::Other_Control:
        return codePoint != u'\n';
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

// What terminals obey and eyes miss is spelled out; the JSON says the same (RFC 8259 section 7).
static QByteArray escaped(const QByteArray &json)
{
    // Large documents hold little else, and taken apart they fill eight times the room.
    if (std::all_of(json.begin(), json.end(), [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }))
        return json;
    const QList<uint> plain = QString::fromUtf8(json).toUcs4();
    QString safe;
    safe.reserve(json.size());
    for (const char32_t codePoint : plain) {
        const bool hidden = isHidden(codePoint);
        for (const char16_t unit : QChar::fromUcs4(codePoint))
            safe += hidden ? u"\\u%1"_s.arg(int(unit), 4, 16, '0'_L1) : QString(QChar(unit));
    }
    return safe.toUtf8();
}

void Terminal::result(const QJsonDocument &document)
{
    resultJson(document.toJson(QJsonDocument::Indented));
}

void Terminal::resultJson(const QByteArray &text)
{
    result(escaped(text));
}

void Terminal::note(const QString &text)
{
    endProgress();
    write(m_err, text.toUtf8() + '\n');
}

void Terminal::progress(const QString &text)
{
    if (!isRead())
        return;
    write(m_err, "\r\x1b[K" + text.toUtf8());
    m_progressShown = true;
}

void Terminal::endProgress()
{
    if (m_progressShown)
        write(m_err, "\r\x1b[K");
    m_progressShown = false;
}

bool Terminal::canAsk() const
{
    return isTerminal(m_in);
}

bool Terminal::isRead() const
{
    return isTerminal(m_err);
}

// One line, without its end. The buffer of stdio is left behind, so that it is told to have none.
static QByteArray readLine(FILE *stream)
{
    QByteArray line;
    line.reserve(64 * 1024); // growing would leave copies of a secret behind
    for (int c = std::fgetc(stream); c != EOF && c != '\n'; c = std::fgetc(stream))
        line.append(char(c));
    return line;
}

Terminal::Consent Terminal::confirm(const QString &question)
{
    endProgress();
    write(m_err, (question + u" [y/N] "_s).toUtf8());
    std::clearerr(m_in); // Ctrl-D may have ended what was read before
    errno = 0;
    const QByteArray answer = readLine(m_in).trimmed().toLower();
    if (answer.isEmpty() && errno == EINTR)
        return Consent::Interrupted;
    return answer == "y" || answer == "yes" ? Consent::Given : Consent::Refused;
}

FILE *Terminal::input()
{
    std::setvbuf(m_in, nullptr, _IONBF, 0); // a secret shouldn't stay behind in stdio's buffer
    return m_in;
}

Result<QByteArray> Terminal::readInput(const QString &prompt)
{
    FILE *in = input();
    const auto interrupted = [] { return errno == EINTR; };
    errno = 0;
    if (isTerminal(in)) {
        write(m_err, prompt.toUtf8());
        QByteArray line;
        {
            const HiddenInput hidden(in);
            line = readLine(in);
        }
        write(m_err, "\n");
        if (!interrupted())
            return line;
        wipe(line);
        return failure(ErrorKind::Canceled, u"interrupted before anything was sent"_s);
    }
    QByteArray bytes;
    bytes.reserve(64 * 1024); // growing would leave copies behind
    QByteArray chunk(4096, '\0');
    for (size_t got = 1; got > 0;) {
        got = std::fread(chunk.data(), 1, size_t(chunk.size()), in);
        bytes.append(chunk.constData(), qsizetype(got));
    }
    wipe(chunk);
    if (!interrupted())
        return bytes;
    wipe(bytes);
    return failure(ErrorKind::Canceled, u"interrupted before anything was sent"_s);
}

} // namespace curfew
