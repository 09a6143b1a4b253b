// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scimfilter.h"

#include <QJsonDocument>
#include <QJsonValue>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace curfew {

static std::optional<ScimFilter::Attribute> attributeNamed(QStringView name)
{
    const QList<std::pair<QStringView, ScimFilter::Attribute>> known{
        {u"id", ScimFilter::Attribute::Id},
        {u"userName", ScimFilter::Attribute::UserName},
        {u"emails.value", ScimFilter::Attribute::EmailsValue}};
    for (const auto &[text, attribute] : known) {
        if (text.compare(name, Qt::CaseInsensitive) == 0)
            return attribute;
    }
    return std::nullopt;
}

static std::optional<QString> readString(QStringView text)
{
    // RFC 8259 section 7; Qt's parser overlooks an escape that is none, and a control character.
    static const QRegularExpression string(uR"(\A"(?:[^"\\\x00-\x1F]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"\z)"_s);
    if (!string.match(text.toString()).hasMatch())
        return std::nullopt;
    return QJsonDocument::fromJson(u"[%1]"_s.arg(text).toUtf8())[0].toString();
}

std::optional<ScimFilter> ScimFilter::parse(QStringView text)
{
    const qsizetype first = text.indexOf(u' ');
    const qsizetype second = first < 0 ? -1 : text.indexOf(u' ', first + 1);
    if (second < 0 || text.sliced(first + 1, second - first - 1).compare(u"eq", Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const auto attribute = attributeNamed(text.first(first));
    const auto value = readString(text.sliced(second + 1));
    if (!attribute || !value)
        return std::nullopt;
    return ScimFilter{*attribute, *value};
}

bool ScimFilter::holds(const PracticePerson &person) const
{
    // RFC 7643 sections 3.1 and 4.1.1: an id has case, a user name has none; neither has an address here.
    switch (attribute) {
    case Attribute::Id:
        return person.id == value;
    case Attribute::UserName:
        return person.userName.compare(value, Qt::CaseInsensitive) == 0;
    case Attribute::EmailsValue:
        return !person.email.isEmpty() && person.email.compare(value, Qt::CaseInsensitive) == 0;
    }
    return false;
}

} // namespace curfew
