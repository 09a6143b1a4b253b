// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formscan.h"

#include "wipedbytes.h"

namespace curfew {

static QByteArray plainName(QByteArrayView name)
{
    constexpr qsizetype longest = 64;
    QByteArray plain;
    for (const char c : name.first(std::min(name.size(), longest))) {
        if (c >= 'A' && c <= 'Z')
            plain.append(char(c - 'A' + 'a'));
        else if (c != '_' && c != '-')
            plain.append(c);
    }
    return plain;
}

bool isPasswordName(QByteArrayView name)
{
    const QByteArray plain = plainName(name);
    return plain.endsWith("password") || plain.endsWith("passwd") || plain == "pwd" || plain == "passphrase"
        || plain == "clientsecret";
}

std::optional<TokenRole> roleFromName(QByteArrayView name)
{
    const QByteArray plain = plainName(name);
    if (plain.endsWith("accesstoken"))
        return TokenRole::AccessToken;
    if (plain.endsWith("refreshtoken"))
        return TokenRole::RefreshToken;
    if (plain.endsWith("idtoken") || plain == "idtokenhint")
        return TokenRole::IdToken;
    if (plain == "token" || plain == "subjecttoken" || plain == "bearertoken" || plain == "bearer")
        return TokenRole::Unknown;
    return std::nullopt;
}

TokenRole roleFromHint(QByteArrayView hint)
{
    const auto role = roleFromName(hint);
    return role ? *role : TokenRole::Unknown;
}

static int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static WipedBytes formDecode(QByteArrayView value)
{
    QByteArray decoded;
    decoded.reserve(value.size());
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == '%' && i + 2 < value.size() && hexDigit(value[i + 1]) >= 0 && hexDigit(value[i + 2]) >= 0) {
            decoded.append(char(hexDigit(value[i + 1]) * 16 + hexDigit(value[i + 2])));
            i += 2;
        } else {
            decoded.append(value[i] == '+' ? ' ' : value[i]);
        }
    }
    return WipedBytes(std::move(decoded));
}

template <typename Visit>
static void eachField(QByteArrayView form, Visit visit)
{
    while (!form.isEmpty()) {
        const qsizetype end = form.indexOf('&');
        const QByteArrayView field = end < 0 ? form : form.first(end);
        const qsizetype equals = field.indexOf('=');
        if (equals > 0)
            visit(field.first(equals).trimmed(), field.sliced(equals + 1));
        form = end < 0 ? QByteArrayView() : form.sliced(end + 1);
    }
}

void scanForm(QByteArrayView form, TokenCollector &collector)
{
    TokenRole hinted = TokenRole::Unknown;
    bool hasBearers = false;
    eachField(form, [&](QByteArrayView name, QByteArrayView value) {
        if (name == "token_type_hint")
            hinted = roleFromHint(value.trimmed());
        hasBearers = hasBearers || roleFromName(name) == TokenRole::AccessToken;
    });
    const int response = hasBearers ? collector.nextResponse() : -1;
    eachField(form, [&](QByteArrayView name, QByteArrayView value) {
        if (isPasswordName(name)) {
            if (!value.isEmpty())
                collector.countPassword();
            return;
        }
        const auto role = roleFromName(name);
        if (!role)
            return;
        const WipedBytes decoded = formDecode(value);
        collector.add(decoded.view().trimmed(), *role == TokenRole::Unknown ? hinted : *role, response);
    });
}

static bool startsWithWord(QByteArrayView text, QByteArrayView lowerCaseWord)
{
    if (text.size() <= lowerCaseWord.size())
        return false;
    for (qsizetype i = 0; i < lowerCaseWord.size(); ++i) {
        if ((text[i] | 0x20) != lowerCaseWord[i])
            return false;
    }
    return text[lowerCaseWord.size()] == ' ' || text[lowerCaseWord.size()] == '\t';
}

void scanHeader(QByteArrayView name, QByteArrayView value, TokenCollector &collector)
{
    const QByteArray plain = plainName(name.trimmed());
    value = value.trimmed();
    if (plain == "authorization" || plain == "proxyauthorization") {
        if (startsWithWord(value, "bearer"))
            collector.add(value.sliced(7).trimmed(), TokenRole::AccessToken);
        else if (startsWithWord(value, "dpop"))
            collector.add(value.sliced(5).trimmed(), TokenRole::AccessToken);
        else if (startsWithWord(value, "basic"))
            collector.countPassword();
    } else if (plain == "location") {
        const qsizetype fragment = value.indexOf('#');
        const qsizetype query = value.indexOf('?');
        const qsizetype start = fragment >= 0 ? fragment : query;
        if (start >= 0)
            scanForm(value.sliced(start + 1), collector);
    } else if (const auto role = roleFromName(name.trimmed())) {
        collector.add(startsWithWord(value, "bearer") ? value.sliced(7).trimmed() : value, *role);
    }
}

} // namespace curfew
