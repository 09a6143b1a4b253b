// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace curfew {

//! Reads one object member by member and remembers the first thing that is wrong, with its JSON pointer (RFC 6901).
//! A member that nobody asked for is wrong too: a misspelt "caFile" must not silently mean "the system's roots", and a
//! member that this program doesn't know would be lost when it writes the file.
class JsonReader {
public:
    //! \p pointer names \p value in its file: "" or "/issuers/0".
    JsonReader(const QJsonValue &value, QString pointer);

    [[nodiscard]] QString text(QLatin1StringView key); //!< must be there, may be empty
    [[nodiscard]] QString optionalText(QLatin1StringView key);
    [[nodiscard]] bool flag(QLatin1StringView key);
    [[nodiscard]] int number(QLatin1StringView key);
    [[nodiscard]] QDateTime time(QLatin1StringView key); //!< RFC 3339; UTC
    [[nodiscard]] std::optional<QDateTime> optionalTime(QLatin1StringView key); //!< null or absent: nothing
    [[nodiscard]] QStringList texts(QLatin1StringView key); //!< absent: none
    [[nodiscard]] QJsonArray array(QLatin1StringView key); //!< absent: none
    [[nodiscard]] QJsonObject object(QLatin1StringView key); //!< absent: empty

    [[nodiscard]] QString pointer(const QString &key) const;
    //! Notes that the value of \p key is of no use.
    void reject(QLatin1StringView key, const QString &what);
    //! Ends the reading: notes members that nobody asked for. \return whether all was well
    [[nodiscard]] bool finish();

    [[nodiscard]] QString where() const { return m_where; } //!< pointer of the first fault
    [[nodiscard]] QString what() const { return m_what; }

private:
    [[nodiscard]] QJsonValue member(QLatin1StringView key);
    void note(const QString &where, const QString &what);

    QJsonObject m_object;
    QStringList m_asked;
    QString m_pointer;
    QString m_where;
    QString m_what;
};

} // namespace curfew
