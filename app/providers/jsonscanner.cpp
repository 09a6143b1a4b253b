// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonscanner.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstring>

namespace curfew {

static constexpr size_t deepest = 1024; // as QJsonDocument

JsonScanner::JsonScanner(QByteArrayView json)
    : m_json(json)
    , m_mayHaveEscapes(json.contains('\\'))
{
}

JsonScanner::Event JsonScanner::next()
{
    const qsizetype end = m_json.size();
    while (m_position < end) {
        switch (m_json[m_position]) {
        case ' ':
        case '\t':
        case '\r':
        case '\n':
        case ':':
            ++m_position;
            break;
        case ',':
            m_keyNext = !m_objects.empty() && m_objects.back();
            ++m_position;
            break;
        case '{':
            return open(true);
        case '[':
            return open(false);
        case '}':
        case ']':
            return close();
        case '"':
            return string();
        default:
            return scalar();
        }
    }
    return Event::End;
}

JsonScanner::Event JsonScanner::open(bool object)
{
    if (m_objects.size() >= deepest) {
        m_position = m_json.size();
        return Event::End;
    }
    m_objects.push_back(object);
    m_keyNext = object;
    m_begin = m_position++;
    m_size = 1;
    return object ? Event::ObjectStart : Event::ArrayStart;
}

JsonScanner::Event JsonScanner::close()
{
    if (m_objects.empty()) {
        m_position = m_json.size();
        return Event::End;
    }
    const bool object = m_objects.back();
    m_objects.pop_back();
    m_keyNext = false;
    m_begin = m_position++;
    m_size = 1;
    return object ? Event::ObjectEnd : Event::ArrayEnd;
}

JsonScanner::Event JsonScanner::string()
{
    const char *const data = m_json.data();
    const qsizetype end = m_json.size();
    m_begin = m_position + 1;
    m_hasEscapes = false;
    qsizetype from = m_begin;
    while (true) {
        const auto *quote =
            from < end ? static_cast<const char *>(std::memchr(data + from, '"', size_t(end - from))) : nullptr;
        if (!quote) {
            m_position = end;
            return Event::End;
        }
        const qsizetype at = quote - data;
        // An even number of backslashes before the quote, none included, lets it end the string.
        qsizetype backslashes = 0;
        while (at - backslashes > m_begin && data[at - backslashes - 1] == '\\')
            ++backslashes;
        if (backslashes % 2 == 0) {
            m_size = at - m_begin;
            m_hasEscapes = m_mayHaveEscapes && m_size > 0 && std::memchr(data + m_begin, '\\', size_t(m_size));
            m_position = at + 1;
            break;
        }
        from = at + 1;
    }
    const bool key = m_keyNext;
    m_keyNext = false;
    return key ? Event::Key : Event::String;
}

JsonScanner::Event JsonScanner::scalar()
{
    m_begin = m_position;
    while (m_position < m_json.size() && !std::strchr(" \t\r\n:,{}[]\"", m_json[m_position]))
        ++m_position;
    if (m_position == m_begin) // a NUL byte: strchr finds its own terminator
        ++m_position;
    m_size = m_position - m_begin;
    return Event::Scalar;
}

QByteArray decodeJsonString(QByteArrayView written)
{
    QByteArray document;
    document.reserve(written.size() + 4);
    document.append("[\"").append(written).append("\"]");
    return QJsonDocument::fromJson(document).array().at(0).toString().toUtf8();
}

} // namespace curfew
