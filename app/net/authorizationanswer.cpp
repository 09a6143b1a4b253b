// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "authorizationanswer.h"

#include "secret.h"

#include <QHash>
#include <QList>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr QByteArrayView callback("/callback?");

static QList<QByteArrayView> split(QByteArrayView text, char separator)
{
    QList<QByteArrayView> parts;
    for (qsizetype end = text.indexOf(separator); end >= 0; end = text.indexOf(separator)) {
        parts.append(text.first(end));
        text = text.sliced(end + 1);
    }
    parts.append(text);
    return parts;
}

// What the request line asks for; empty unless it is a GET (RFC 9112 section 3).
static QByteArrayView targetOf(QByteArrayView line)
{
    const QList<QByteArrayView> words = split(line, ' ');
    const bool isGet = words.size() == 3 && words[0] == "GET" && words[2].startsWith("HTTP/1.");
    return isGet ? words[1] : QByteArrayView();
}

// A page elsewhere can make a name of its own lead to loopback; its browser then says that name.
static bool isFor(QByteArrayView host, const QList<QByteArrayView> &lines)
{
    static constexpr QByteArrayView name("host:");
    qsizetype found = 0;
    bool same = false;
    for (const QByteArrayView line : lines) {
        if (line.size() < name.size() || line.first(name.size()).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        ++found;
        same = line.sliced(name.size()).trimmed() == host;
    }
    return found == 1 && same;
}

static QByteArray decoded(QByteArrayView written)
{
    QByteArray plain = written.toByteArray();
    plain.replace('+', ' ');
    QByteArray text = QByteArray::fromPercentEncoding(plain);
    wipe(plain);
    return text;
}

//! \return nothing where a parameter stands twice (RFC 6749 section 3.1)
static std::optional<QHash<QByteArray, QByteArrayView>> parametersOf(QByteArrayView query)
{
    QHash<QByteArray, QByteArrayView> parameters;
    const QList<QByteArrayView> pairs = split(query, '&');
    for (const QByteArrayView pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = decoded(equals < 0 ? pair : pair.first(equals));
        if (parameters.contains(name))
            return std::nullopt;
        parameters.insert(name, equals < 0 ? QByteArrayView() : pair.sliced(equals + 1));
    }
    return parameters;
}

std::optional<AuthorizationAnswer> readAuthorizationAnswer(QByteArrayView head, QByteArrayView host,
                                                           QByteArrayView state)
{
    QList<QByteArrayView> lines = split(head, '\n');
    for (QByteArrayView &line : lines)
        line = line.endsWith('\r') ? line.chopped(1) : line;
    const QByteArrayView target = targetOf(lines.constFirst());
    if (!target.startsWith(callback) || !isFor(host, lines))
        return std::nullopt;
    const auto parameters = parametersOf(target.sliced(callback.size()));
    if (!parameters || state.isEmpty() || decoded(parameters->value("state")) != state)
        return std::nullopt;

    AuthorizationAnswer answer;
    QByteArray code = decoded(parameters->value("code"));
    const QByteArray error = decoded(parameters->value("error"));
    if (code.isEmpty() == error.isEmpty()) {
        wipe(code);
        return std::nullopt;
    }
    if (!code.isEmpty())
        answer.code = takeToken(code);
    answer.error = QString::fromUtf8(error);
    answer.description = QString::fromUtf8(decoded(parameters->value("error_description")));
    if (parameters->contains("iss"))
        answer.issuer = QString::fromUtf8(decoded(parameters->value("iss")));
    return answer;
}

} // namespace curfew
