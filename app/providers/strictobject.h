// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonlines.h"
#include "result.h"

#include <QJsonObject>
#include <QSet>
#include <QString>

#include <optional>

namespace curfew {

//! Collects the first complaint about a document: its line, its key, what is wrong.
class Complaints {
public:
    explicit Complaints(const JsonLines &lines)
        : m_lines(lines)
    {
    }

    void add(const QString &path, const QString &what);
    [[nodiscard]] bool isEmpty() const { return !m_error; }
    [[nodiscard]] const std::optional<Error> &first() const { return m_error; }

private:
    const JsonLines &m_lines;
    std::optional<Error> m_error;
};

enum class Need { Required, Optional };

//! A JSON object of which every member must be asked for by name and type; what is left over is a complaint.
//! A reader returns an empty value where the member is absent or of another type.
class StrictObject {
public:
    StrictObject(QJsonObject object, QString path, Complaints &complaints);

    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }
    [[nodiscard]] QString path(const QString &key) const { return pathTo(m_path, key); }
    [[nodiscard]] QStringList keys() const { return m_object.keys(); }

    [[nodiscard]] QString text(const QString &key, Need need); //!< never empty where it is given
    [[nodiscard]] bool flag(const QString &key);
    //! An integer from \p least to \p most; \p otherwise where it is absent.
    [[nodiscard]] int number(const QString &key, int least, int most, int otherwise);
    [[nodiscard]] StrictObject object(const QString &key, Need need);
    [[nodiscard]] QJsonObject value(const QString &key, Need need); //!< as it is: whatever it holds is meant
    [[nodiscard]] QList<StrictObject> objects(const QString &key);
    [[nodiscard]] QStringList texts(const QString &key, Need need); //!< never empty where it is given

    void complain(const QString &key, const QString &what);
    void finish(); //!< complains of each member that was never asked for

private:
    //! The member, Undefined where it is absent; complains where it is needed, or of another type than \p type.
    QJsonValue member(const QString &key, Need need, QJsonValue::Type type);

    QJsonObject m_object;
    QString m_path;
    Complaints *m_complaints;
    QSet<QString> m_asked;
};

} // namespace curfew
