// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonreader.h"

using namespace Qt::StringLiterals;

namespace curfew {

JsonReader::JsonReader(const QJsonValue &value, QString pointer)
    : m_object(value.toObject())
    , m_pointer(std::move(pointer))
{
    if (!value.isObject())
        note(m_pointer, u"an object is due here"_s);
}

QString JsonReader::text(QLatin1StringView key)
{
    const QJsonValue value = member(key);
    if (!value.isString())
        reject(key, u"a text is due here"_s);
    return value.toString();
}

QString JsonReader::optionalText(QLatin1StringView key)
{
    return m_object.contains(key) ? text(key) : QString();
}

bool JsonReader::flag(QLatin1StringView key)
{
    const QJsonValue value = member(key);
    if (!value.isBool())
        reject(key, u"true or false is due here"_s);
    return value.toBool();
}

int JsonReader::number(QLatin1StringView key)
{
    const QJsonValue value = member(key);
    const int number = value.toInt(-1);
    if (number < 0)
        reject(key, u"a whole number from 0 is due here"_s);
    return number;
}

QDateTime JsonReader::time(QLatin1StringView key)
{
    const QDateTime time = QDateTime::fromString(text(key), Qt::ISODate);
    if (!time.isValid())
        reject(key, u"a time like 2026-03-01T14:02:11Z is due here"_s);
    return time.toUTC();
}

std::optional<QDateTime> JsonReader::optionalTime(QLatin1StringView key)
{
    if (member(key).isNull() || !m_object.contains(key))
        return std::nullopt;
    return time(key);
}

QStringList JsonReader::texts(QLatin1StringView key)
{
    QStringList texts;
    for (const QJsonArray values = array(key); const QJsonValue &value : values) {
        if (!value.isString())
            reject(key, u"a list of texts is due here"_s);
        texts.append(value.toString());
    }
    return texts;
}

QJsonArray JsonReader::array(QLatin1StringView key)
{
    const QJsonValue value = member(key);
    if (!value.isUndefined() && !value.isArray())
        reject(key, u"a list is due here"_s);
    return value.toArray();
}

QJsonObject JsonReader::object(QLatin1StringView key)
{
    const QJsonValue value = member(key);
    if (!value.isUndefined() && !value.isObject())
        reject(key, u"an object is due here"_s);
    return value.toObject();
}

QString JsonReader::pointer(const QString &key) const
{
    QString token = key;
    token.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1); // RFC 6901 section 3
    return m_pointer + u'/' + token;
}

void JsonReader::reject(QLatin1StringView key, const QString &what)
{
    note(pointer(key), what);
}

bool JsonReader::finish()
{
    for (const QStringList keys = m_object.keys(); const QString &key : keys) {
        if (!m_asked.contains(key))
            note(pointer(key), u"this program doesn't know it"_s);
    }
    return m_what.isEmpty();
}

QJsonValue JsonReader::member(QLatin1StringView key)
{
    m_asked.append(key);
    return m_object.value(key);
}

void JsonReader::note(const QString &where, const QString &what)
{
    if (!m_what.isEmpty())
        return;
    m_where = where.isEmpty() ? u"/"_s : where;
    m_what = what;
}

} // namespace curfew
