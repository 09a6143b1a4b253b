// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "webbrowser.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

static QJsonArray arguments()
{
    QJsonArray all{u"--headless=new"_s,
                   u"--disable-gpu"_s,
                   u"--disable-dev-shm-usage"_s,
                   u"--no-first-run"_s,
                   u"--disable-background-networking"_s,
                   u"--disable-component-update"_s,
                   u"--no-proxy-server"_s,
                   u"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"_s};
    if (::geteuid() == 0) // as which its sandbox doesn't start
        all.append(u"--no-sandbox"_s);
    return all;
}

bool WebBrowser::start()
{
    const quint16 port = PeerServer::freePort();
    const QUrl driver(u"http://127.0.0.1:%1"_s.arg(port));
    QDir().mkpath(m_driver.path(u"home"_s));
    m_driver.setEnvironment(u"HOME"_s, m_driver.path(u"home"_s));
    m_driver.setEnvironment(u"TMPDIR"_s, m_driver.path({}));
    m_driver.start(u"chromedriver"_s, {u"--port=%1"_s.arg(port)});
    if (!m_driver.answers(driver.resolved(QUrl(u"/status"_s)), 200, 60s))
        return false;
    const QJsonObject wishes{{u"browserName"_s, u"chrome"_s},
                             {u"timeouts"_s, QJsonObject{{u"implicit"_s, 20'000}, {u"pageLoad"_s, 50'000}}},
                             {u"goog:chromeOptions"_s, QJsonObject{{u"args"_s, arguments()}}}};
    const PeerAnswer made = m_http.postJson(driver.resolved(QUrl(u"/session"_s)),
                                            QJsonObject{{u"capabilities"_s, QJsonObject{{u"alwaysMatch"_s, wishes}}}});
    const QString id = valueOf(made, u"session"_s)[u"sessionId"_s].toString();
    if (id.isEmpty())
        return false;
    m_session = driver.resolved(QUrl(u"/session/"_s + id));
    return true;
}

void WebBrowser::stop()
{
    // The driver takes the browser with it only when it is asked to.
    if (!m_session.isEmpty() && m_http.remove(m_session).status != 200)
        qWarning("the browser doesn't close");
    m_session.clear();
    m_driver.stop();
}

QUrl WebBrowser::command(const QString &path) const
{
    return QUrl(m_session.toString() + u'/' + path);
}

QJsonValue WebBrowser::valueOf(const PeerAnswer &answer, const QString &path)
{
    if (answer.status == 200)
        return answer.json().value(u"value"_s);
    qWarning("%s: %d %s", qPrintable(path), answer.status, answer.body.left(500).constData());
    return QJsonValue::Undefined;
}

QJsonValue WebBrowser::got(const QString &path)
{
    return valueOf(m_http.get(command(path)), path);
}

QJsonValue WebBrowser::told(const QString &path, const QJsonObject &body)
{
    return valueOf(m_http.postJson(command(path), body), path);
}

//! Waits as long as the session's implicit timeout. \return its reference; empty when there is none
QString WebBrowser::element(const QString &selector)
{
    const QJsonObject found = told(u"element"_s, {{u"using"_s, u"css selector"_s}, {u"value"_s, selector}}).toObject();
    return found.isEmpty() ? QString() : found.constBegin().value().toString();
}

bool WebBrowser::open(const QUrl &page)
{
    return !told(u"url"_s, {{u"url"_s, page.toString(QUrl::FullyEncoded)}}).isUndefined();
}

bool WebBrowser::type(const QString &selector, const QString &text)
{
    const QString place = element(selector);
    return !place.isEmpty() && !told(u"element/%1/value"_s.arg(place), {{u"text"_s, text}}).isUndefined();
}

bool WebBrowser::click(const QString &selector)
{
    const QString place = element(selector);
    return !place.isEmpty() && !told(u"element/%1/click"_s.arg(place), {}).isUndefined();
}

QUrl WebBrowser::at()
{
    return QUrl(got(u"url"_s).toString());
}

QString WebBrowser::title()
{
    return got(u"title"_s).toString();
}

QString WebBrowser::textOf(const QString &selector)
{
    const QString place = element(selector);
    return place.isEmpty() ? QString() : got(u"element/%1/text"_s.arg(place)).toString();
}

QJsonValue WebBrowser::run(const QString &script)
{
    return told(u"execute/sync"_s, {{u"script"_s, script}, {u"args"_s, QJsonArray()}});
}

QStringList WebBrowser::cookieNames()
{
    QStringList names;
    const QJsonArray cookies = got(u"cookie"_s).toArray();
    for (const QJsonValue &cookie : cookies)
        names.append(cookie[u"name"_s].toString());
    return names;
}

} // namespace curfew
