// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace curfew {

//! A JSON Pointer (RFC 6901).
class JsonPointer {
public:
    //! \return nothing when \p text is neither empty nor begins with `/`, or has a bad `~` escape
    [[nodiscard]] static std::optional<JsonPointer> parse(const QString &text);

    //! What it points to in \p value; Undefined when there is nothing.
    [[nodiscard]] QJsonValue in(const QJsonValue &value) const;
    [[nodiscard]] const QList<QString> &segments() const { return m_segments; }

private:
    QList<QString> m_segments;
};

} // namespace curfew
