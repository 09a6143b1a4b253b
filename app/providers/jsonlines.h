// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QHash>
#include <QString>
#include <QStringList>

namespace curfew {

//! Where each key of a JSON document stands, for messages: `operations.revokeToken.path`, `references[1]`.
class JsonLines {
public:
    explicit JsonLines(QByteArrayView json);

    //! The line, from 1, of \p path; where it is absent, of the nearest container that should have held it.
    [[nodiscard]] int lineOf(const QString &path) const;
    //! The paths that stand twice in their object, which QJsonDocument would fold in silence.
    [[nodiscard]] const QStringList &duplicates() const { return m_duplicates; }

private:
    QHash<QString, int> m_lines;
    QStringList m_duplicates;
};

//! The line, from 1, of byte \p offset.
[[nodiscard]] int lineAt(QByteArrayView text, qsizetype offset);

//! \p key inside \p path; the outermost object's path is empty.
[[nodiscard]] QString pathTo(const QString &path, const QString &key);
[[nodiscard]] QString pathTo(const QString &path, qsizetype index);

} // namespace curfew
