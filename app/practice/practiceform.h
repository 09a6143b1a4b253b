// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace curfew {

//! Undoes application/x-www-form-urlencoded for one value.
//! \return nothing for an incomplete escape and for a byte that may not stand unescaped (space, control, beyond ASCII)
[[nodiscard]] std::optional<QByteArray> formDecode(QByteArrayView value);

//! The parameters of a form body, read as strictly as RFC 6749 section 3.2 asks: none twice, an empty one is omitted.
class PracticeForm {
public:
    //! \return the parameters, or in words what is wrong with \p body
    [[nodiscard]] static tl::expected<PracticeForm, QString> read(QByteArrayView body);

    [[nodiscard]] bool has(const QByteArray &name) const { return m_values.contains(name); }
    [[nodiscard]] QByteArray value(const QByteArray &name) const { return m_values.value(name); }
    [[nodiscard]] QString text(const QByteArray &name) const { return QString::fromUtf8(value(name)); }
    [[nodiscard]] qsizetype size() const { return m_values.size(); }

private:
    QHash<QByteArray, QByteArray> m_values;
};

} // namespace curfew
