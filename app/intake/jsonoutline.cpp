// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonoutline.h"

#include <QChar>

namespace curfew {

class JsonOutline::Parser {
public:
    explicit Parser(QByteArrayView json)
        : m_json(json)
    {
    }

    bool run(std::vector<Node> *nodes)
    {
        m_nodes = nodes;
        skipSpace();
        if (!value(0))
            return false;
        skipSpace();
        return m_at == m_json.size();
    }

private:
    static constexpr int deepest = 64;
    static constexpr size_t mostNodes = 4'000'000;

    char peek() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }
    bool take(char c)
    {
        if (m_at >= m_json.size() || m_json[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    void skipSpace()
    {
        while (m_at < m_json.size()
               && (m_json[m_at] == ' ' || m_json[m_at] == '\t' || m_json[m_at] == '\n' || m_json[m_at] == '\r'))
            ++m_at;
    }

    bool value(int depth)
    {
        if (depth > deepest || m_nodes->size() >= mostNodes)
            return false;
        const size_t index = m_nodes->size();
        m_nodes->emplace_back();
        Node node;
        node.keyBegin = m_keyBegin;
        node.keyEnd = m_keyEnd;
        node.begin = quint32(m_at);
        bool good = false;
        switch (peek()) {
        case '{':
            node.type = Type::Object;
            good = container('}', depth, &node);
            break;
        case '[':
            node.type = Type::Array;
            good = container(']', depth, &node);
            break;
        case '"':
            node.type = Type::String;
            good = string(&node.begin, &node.end);
            break;
        case 't':
            node.type = Type::Bool;
            good = word("true");
            break;
        case 'f':
            node.type = Type::Bool;
            good = word("false");
            break;
        case 'n':
            good = word("null");
            break;
        default:
            node.type = Type::Number;
            good = number();
        }
        (*m_nodes)[index] = node;
        return good;
    }

    bool container(char close, int depth, Node *node)
    {
        ++m_at; // the bracket
        skipSpace();
        if (take(close))
            return true;
        node->hasChildren = true;
        size_t previous = 0;
        while (true) {
            m_keyBegin = m_keyEnd = 0;
            if (node->type == Type::Object) {
                skipSpace();
                if (!string(&m_keyBegin, &m_keyEnd))
                    return false;
                skipSpace();
                if (!take(':'))
                    return false;
            }
            skipSpace();
            const size_t child = m_nodes->size();
            if (previous)
                (*m_nodes)[previous].next = quint32(child);
            if (!value(depth + 1))
                return false;
            previous = child;
            skipSpace();
            if (take(close))
                return true;
            if (!take(','))
                return false;
        }
    }

    bool string(quint32 *begin, quint32 *end)
    {
        if (!take('"'))
            return false;
        *begin = quint32(m_at);
        while (m_at < m_json.size()) {
            const char c = m_json[m_at];
            if (c == '"') {
                *end = quint32(m_at++);
                return true;
            }
            if (uchar(c) < 0x20)
                return false;
            m_at += c == '\\' ? 2 : 1; // what follows a backslash is judged when the text is asked for
        }
        return false;
    }

    bool word(QByteArrayView expected)
    {
        if (!m_json.sliced(m_at).startsWith(expected))
            return false;
        m_at += expected.size();
        return true;
    }

    bool number()
    {
        const qsizetype begin = m_at;
        while (m_at < m_json.size()) {
            const char c = m_json[m_at];
            if (!(c >= '0' && c <= '9') && c != '-' && c != '+' && c != '.' && c != 'e' && c != 'E')
                break;
            ++m_at;
        }
        return m_at > begin;
    }

    QByteArrayView m_json;
    qsizetype m_at = 0;
    quint32 m_keyBegin = 0;
    quint32 m_keyEnd = 0;
    std::vector<Node> *m_nodes = nullptr;
};

std::optional<JsonOutline> JsonOutline::parse(QByteArrayView json)
{
    constexpr qsizetype longest = 1024 * 1024 * 1024; // places are 32 bits wide
    if (json.size() > longest)
        return std::nullopt;
    JsonOutline outline;
    outline.m_json = json;
    if (!Parser(json).run(&outline.m_nodes))
        return std::nullopt;
    return outline;
}

bool JsonOutline::Value::is(Type type) const
{
    return m_outline && m_outline->m_nodes[m_index].type == type;
}

JsonOutline::Value JsonOutline::Value::firstChild() const
{
    return m_outline && m_outline->m_nodes[m_index].hasChildren ? Value(m_outline, m_index + 1) : Value();
}

JsonOutline::Value JsonOutline::Value::nextSibling() const
{
    const quint32 next = m_outline ? m_outline->m_nodes[m_index].next : 0;
    return next ? Value(m_outline, next) : Value();
}

JsonOutline::Value JsonOutline::Value::member(QByteArrayView key) const
{
    Value found;
    if (isObject()) {
        for (Value child = firstChild(); !child.isNull(); child = child.nextSibling()) {
            if (child.rawKey() == key)
                found = child;
        }
    }
    return found;
}

QByteArrayView JsonOutline::Value::rawKey() const
{
    if (!m_outline)
        return {};
    const Node &node = m_outline->m_nodes[m_index];
    return m_outline->m_json.sliced(node.keyBegin, node.keyEnd - node.keyBegin);
}

QByteArrayView JsonOutline::Value::rawText() const
{
    if (!isString())
        return {};
    const Node &node = m_outline->m_nodes[m_index];
    return m_outline->m_json.sliced(node.begin, node.end - node.begin);
}

//! Reads the four hex digits of `\uXXXX` at \p at. \return -1 when they aren't there
static int hexQuad(QByteArrayView text, qsizetype at)
{
    if (at + 4 > text.size())
        return -1;
    int value = 0;
    for (const char c : text.sliced(at, 4)) {
        const int digit = c >= '0' && c <= '9' ? c - '0'
            : c >= 'a' && c <= 'f'             ? c - 'a' + 10
            : c >= 'A' && c <= 'F'             ? c - 'A' + 10
                                               : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

static void appendUtf8(QByteArray *out, char32_t c)
{
    if (c < 0x80) {
        out->append(char(c));
    } else if (c < 0x800) {
        out->append(char(0xc0 | (c >> 6))).append(char(0x80 | (c & 0x3f)));
    } else if (c < 0x10000) {
        out->append(char(0xe0 | (c >> 12))).append(char(0x80 | ((c >> 6) & 0x3f))).append(char(0x80 | (c & 0x3f)));
    } else {
        out->append(char(0xf0 | (c >> 18))).append(char(0x80 | ((c >> 12) & 0x3f)));
        out->append(char(0x80 | ((c >> 6) & 0x3f))).append(char(0x80 | (c & 0x3f)));
    }
}

QByteArray JsonOutline::Value::text() const
{
    const QByteArrayView raw = rawText();
    QByteArray out;
    out.reserve(raw.size()); // no escape is shorter than what it stands for
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\' || i + 1 >= raw.size()) {
            out.append(raw[i]);
            continue;
        }
        const char escape = raw[++i];
        if (escape == 'u') {
            const int unit = hexQuad(raw, i + 1);
            if (unit < 0) {
                appendUtf8(&out, QChar::ReplacementCharacter);
                continue;
            }
            i += 4;
            auto codePoint = char32_t(unit);
            if (QChar::isHighSurrogate(codePoint) && raw.sliced(i + 1).startsWith("\\u")) {
                const int low = hexQuad(raw, i + 3);
                if (low >= 0 && QChar::isLowSurrogate(char32_t(low))) {
                    codePoint = QChar::surrogateToUcs4(char16_t(unit), char16_t(low));
                    i += 6;
                }
            }
            appendUtf8(&out, QChar::isSurrogate(codePoint) ? char32_t(QChar::ReplacementCharacter) : codePoint);
        } else {
            out.append(escape == 'n'       ? '\n'
                           : escape == 't' ? '\t'
                           : escape == 'r' ? '\r'
                           : escape == 'b' ? '\b'
                           : escape == 'f' ? '\f'
                                           : escape);
        }
    }
    return out;
}

} // namespace curfew
