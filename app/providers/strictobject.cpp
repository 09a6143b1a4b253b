// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictobject.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace curfew {

void Complaints::add(const QString &path, const QString &what)
{
    if (m_error)
        return;
    const QString where = path.isEmpty() ? QString() : u", "_s + path;
    m_error = Error{
        ErrorKind::InvalidInput, u"line %1%2: %3"_s.arg(QString::number(m_lines.lineOf(path)), where, what), 0, {}};
}

StrictObject::StrictObject(QJsonObject object, QString path, Complaints &complaints)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_complaints(&complaints)
{
}

static QString typeName(QJsonValue::Type type)
{
    switch (type) {
    case QJsonValue::Bool:
        return u"true or false"_s;
    case QJsonValue::Double:
        return u"a number"_s;
    case QJsonValue::String:
        return u"a text"_s;
    case QJsonValue::Array:
        return u"a list"_s;
    default:
        return u"an object"_s;
    }
}

QJsonValue StrictObject::member(const QString &key, Need need, QJsonValue::Type type)
{
    m_asked.insert(key);
    QJsonValue value = m_object.value(key);
    if (value.isUndefined()) {
        if (need == Need::Required)
            complain(key, u"is missing"_s);
    } else if (value.type() != type) {
        complain(key, u"must be %1"_s.arg(typeName(type)));
    }
    return value;
}

QString StrictObject::text(const QString &key, Need need)
{
    const QJsonValue value = member(key, need, QJsonValue::String);
    if (value.isString() && value.toString().trimmed().isEmpty())
        complain(key, u"must not be empty"_s);
    return value.toString();
}

bool StrictObject::flag(const QString &key)
{
    return member(key, Need::Optional, QJsonValue::Bool).toBool();
}

int StrictObject::number(const QString &key, int least, int most, int otherwise)
{
    const QJsonValue value = member(key, Need::Optional, QJsonValue::Double);
    if (!value.isDouble())
        return otherwise;
    const double number = value.toDouble();
    if (!(number >= least && number <= most) || number != int(number)) {
        complain(key, u"must be a whole number from %1 to %2"_s.arg(least).arg(most));
        return otherwise;
    }
    return int(number);
}

StrictObject StrictObject::object(const QString &key, Need need)
{
    return {member(key, need, QJsonValue::Object).toObject(), path(key), *m_complaints};
}

QJsonObject StrictObject::value(const QString &key, Need need)
{
    return member(key, need, QJsonValue::Object).toObject();
}

QList<StrictObject> StrictObject::objects(const QString &key)
{
    const QJsonArray array = member(key, Need::Optional, QJsonValue::Array).toArray();
    QList<StrictObject> objects;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString itemPath = pathTo(path(key), i);
        if (!array.at(i).isObject())
            m_complaints->add(itemPath, u"must be an object"_s);
        objects.append(StrictObject(array.at(i).toObject(), itemPath, *m_complaints));
    }
    return objects;
}

QStringList StrictObject::texts(const QString &key, Need need)
{
    const QJsonValue value = member(key, need, QJsonValue::Array);
    const QJsonArray array = value.toArray();
    if (value.isArray() && array.isEmpty())
        complain(key, u"must not be empty"_s);
    QStringList texts;
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (array.at(i).toString().isEmpty())
            m_complaints->add(pathTo(path(key), i), u"must be a text"_s);
        texts.append(array.at(i).toString());
    }
    return texts;
}

void StrictObject::complain(const QString &key, const QString &what)
{
    m_complaints->add(path(key), what);
}

void StrictObject::finish()
{
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        if (!m_asked.contains(it.key()))
            complain(it.key(), u"is not a known key"_s);
    }
}

} // namespace curfew
