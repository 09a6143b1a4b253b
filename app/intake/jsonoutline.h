// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace curfew {

//! A JSON text (RFC 8259) as a tree of places in it. Nothing is copied: what is read here may be full of live tokens
//! and passwords, and the copies that QJsonDocument makes can't be wiped.
class JsonOutline {
public:
    enum class Type : quint8 { Null, Bool, Number, String, Array, Object };

    //! \p json must outlive the outline. \return nothing for a syntax error, more than 64 levels, 4 million values or
    //! 1 GiB
    [[nodiscard]] static std::optional<JsonOutline> parse(QByteArrayView json);

    //! A place in the tree; the null place answers every question with "nothing".
    class Value {
    public:
        Value() = default;
        [[nodiscard]] bool isNull() const { return !m_outline; }
        [[nodiscard]] bool isObject() const { return is(Type::Object); }
        [[nodiscard]] bool isArray() const { return is(Type::Array); }
        [[nodiscard]] bool isString() const { return is(Type::String); }

        [[nodiscard]] Value firstChild() const;
        [[nodiscard]] Value nextSibling() const;
        [[nodiscard]] Value member(QByteArrayView key) const; //!< the last of that name; a key with escapes isn't found
        [[nodiscard]] QByteArrayView rawKey() const; //!< between the quotes, escapes as they are
        [[nodiscard]] QByteArrayView rawText() const; //!< a string's, escapes as they are; empty for anything else
        [[nodiscard]] QByteArray text() const; //!< a string's in UTF-8, a copy in one allocation: wipe it

    private:
        friend class JsonOutline;
        Value(const JsonOutline *outline, quint32 index)
            : m_outline(outline)
            , m_index(index)
        {
        }
        [[nodiscard]] bool is(Type type) const;

        const JsonOutline *m_outline = nullptr;
        quint32 m_index = 0;
    };

    [[nodiscard]] Value root() const { return Value(this, 0); }

private:
    class Parser;
    struct Node {
        quint32 keyBegin = 0;
        quint32 keyEnd = 0;
        quint32 begin = 0;
        quint32 end = 0;
        quint32 next = 0; // index of the next sibling; 0: none
        Type type = Type::Null;
        bool hasChildren = false; // the first one follows its parent
    };

    QByteArrayView m_json;
    std::vector<Node> m_nodes;
};

} // namespace curfew
