// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callparts.h"

#include "jsonpointer.h"

#include <QRegularExpression>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr std::array<std::pair<QLatin1StringView, Meaning>, 8> meanings{{
    {"success"_L1, Meaning::Success},
    {"token_not_known"_L1, Meaning::TokenNotKnown},
    {"refused"_L1, Meaning::Refused},
    {"unsupported_token_type"_L1, Meaning::UnsupportedTokenType},
    {"client_refused"_L1, Meaning::ClientRefused},
    {"bearer_expired"_L1, Meaning::BearerExpired},
    {"rate_limited"_L1, Meaning::RateLimited},
    {"server_error"_L1, Meaning::ServerError},
}};

QString readParameter(StrictObject &parameters, const QString &key)
{
    static const QRegularExpression parameter(u"\\A[A-Za-z0-9_.-]{1,64}\\z"_s);
    const QString value = parameters.text(key, Need::Required);
    if (!parameter.match(key).hasMatch())
        parameters.complain(key, u"is not a parameter name"_s);
    return value;
}

static void checkPointer(StrictObject &object, const QString &key, const QString &pointer)
{
    if (!JsonPointer::parse(pointer))
        object.complain(key, u"must be a JSON Pointer (RFC 6901)"_s);
}

QString readPointer(StrictObject &call, const QString &key)
{
    const QString pointer = call.text(key, Need::Optional);
    checkPointer(call, key, pointer);
    return pointer;
}

QMap<QString, QString> readPointers(StrictObject fields, const QStringList &known, const QStringList &needed)
{
    QMap<QString, QString> pointers;
    for (const QString &name : known) {
        const QString pointer = fields.text(name, needed.contains(name) ? Need::Required : Need::Optional);
        if (pointer.isEmpty())
            continue;
        checkPointer(fields, name, pointer);
        pointers.insert(name, pointer);
    }
    fields.finish();
    return pointers;
}

QList<AnswerRule> readAnswers(StrictObject &call)
{
    QList<AnswerRule> rules;
    for (StrictObject &answer : call.objects(u"answers"_s)) {
        AnswerRule rule;
        rule.status = answer.number(u"status"_s, 200, 599, 0);
        rule.error = answer.text(u"error"_s, Need::Optional);
        const QString means = answer.text(u"means"_s, Need::Required);
        bool known = false;
        for (const auto &[name, meaning] : meanings) {
            if (name == means) {
                rule.meaning = meaning;
                known = true;
            }
        }
        if (!known)
            answer.complain(u"means"_s, u"is not one of the known meanings"_s);
        if (rule.status == 0 && rule.error.isEmpty())
            answer.complain(u"status"_s, u"is missing: a rule names a status, an error or both"_s);
        // No file may turn a refusal into a success.
        if (rule.meaning == Meaning::Success && (rule.status < 200 || rule.status > 299 || !rule.error.isEmpty()))
            answer.complain(u"means"_s, u"success needs a status from 200 to 299 and no error"_s);
        static_cast<void>(answer.text(u"note"_s, Need::Optional));
        answer.finish();
        rules.append(rule);
    }
    return rules;
}

} // namespace curfew
