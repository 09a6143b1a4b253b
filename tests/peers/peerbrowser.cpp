// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "peerbrowser.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace curfew {

//! Browsers take loopback for a safe place: there they send a `Secure` cookie over http too.
class LoopbackCookies final : public QNetworkCookieJar {
public:
    bool insertCookie(const QNetworkCookie &cookie) override
    {
        QNetworkCookie plain = cookie;
        plain.setSecure(false);
        return QNetworkCookieJar::insertCookie(plain);
    }
};

PeerBrowser::PeerBrowser(QString user, QString password)
    : m_user(std::move(user))
    , m_password(std::move(password))
    , m_client(new LoopbackCookies)
{
}

static QString attribute(const QString &tag, const QString &name)
{
    const QRegularExpression pattern(u"\\b%1=\"([^\"]*)\""_s.arg(name));
    return pattern.match(tag).captured(1).replace(u"&amp;"_s, u"&"_s);
}

PeerAnswer PeerBrowser::submit(const PeerAnswer &page, const QUrl &at)
{
    static const QRegularExpression formPattern(u"(<form\\b[^>]*>)(.*?)</form>"_s,
                                                QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression inputPattern(u"<input\\b[^>]*>"_s);
    const QRegularExpressionMatch shown = formPattern.match(QString::fromUtf8(page.body));
    if (!shown.hasMatch()) {
        qWarning("no form at %s: HTTP %d %s", qPrintable(at.toString()), page.status, page.body.left(2000).constData());
        return {};
    }
    PeerForm form;
    QRegularExpressionMatchIterator inputs = inputPattern.globalMatch(shown.captured(2));
    while (inputs.hasNext()) {
        const QString input = inputs.next().captured();
        const QString name = attribute(input, u"name"_s);
        if (name == "login"_L1 || name == "username"_L1)
            form.append({name, m_user});
        else if (name == "password"_L1)
            form.append({name, m_password});
        else if (attribute(input, u"type"_s) == "hidden"_L1 || name == "accept"_L1) // of the page that asks for consent
            form.append({name, attribute(input, u"value"_s)});
        m_passwordsTyped += name == "password"_L1 ? 1 : 0;
    }
    return m_client.post(at.resolved(QUrl(attribute(shown.captured(1), u"action"_s))), form);
}

QString PeerBrowser::signIn(const QUrl &authorization, const QString &redirectUri)
{
    QUrl at = authorization;
    PeerAnswer answer = m_client.get(at);
    for (int step = 0; step < 20; ++step) {
        if (answer.location.isEmpty()) {
            answer = submit(answer, at);
            if (answer.status == 0)
                return {};
            continue;
        }
        at = answer.location;
        if (at.toString().startsWith(redirectUri))
            return QUrlQuery(at).queryItemValue(u"code"_s);
        answer = m_client.get(at);
    }
    qWarning("%s leads nowhere", qPrintable(authorization.toString()));
    return {};
}

} // namespace curfew
