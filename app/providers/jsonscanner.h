// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace curfew {

//! Walks the bytes of a JSON document without building it, so that tokens can be taken out before Qt copies them, and
//! so that a message can name a line. It finds structure and doesn't validate: on what QJsonDocument accepts it is
//! exact, on anything else it ends early.
class JsonScanner {
public:
    enum class Event { ObjectStart, ObjectEnd, ArrayStart, ArrayEnd, Key, String, Scalar, End };

    explicit JsonScanner(QByteArrayView json);

    [[nodiscard]] Event next();
    //! Key and String: the bytes between the quotes, as written; Scalar: its bytes.
    [[nodiscard]] QByteArrayView text() const { return m_json.sliced(m_begin, m_size); }
    [[nodiscard]] bool hasEscapes() const { return m_hasEscapes; }
    //! Where text() begins; for the other events, where their bracket stands.
    [[nodiscard]] qsizetype offset() const { return m_begin; }
    //! Containers that are open; a container counts from its start to just before its end.
    [[nodiscard]] qsizetype depth() const { return qsizetype(m_objects.size()); }

private:
    Event open(bool object);
    Event close();
    Event string();
    Event scalar();

    QByteArrayView m_json;
    qsizetype m_position = 0;
    qsizetype m_begin = 0;
    qsizetype m_size = 0;
    std::vector<bool> m_objects; //!< one a container: whether it is an object
    bool m_keyNext = false;
    bool m_hasEscapes = false;
    bool m_mayHaveEscapes = false; //!< a backslash stands somewhere in the document
};

//! The text of a JSON string in UTF-8, from the bytes between its quotes; empty when they are no JSON string.
[[nodiscard]] QByteArray decodeJsonString(QByteArrayView written);

} // namespace curfew
