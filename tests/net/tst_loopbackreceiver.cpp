// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loopbackreceiver.h"

#include <QLoggingCategory>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

//! What was logged while keep() listened.
static QByteArray &logged()
{
    static QByteArray text;
    return text;
}

static void keep(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged() += text.toUtf8() + '\n';
}

//! One connection of a browser, byte for byte.
class Visitor {
public:
    explicit Visitor(const QUrl &url)
    {
        m_socket.setProxy(QNetworkProxy::NoProxy);
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { m_heard += m_socket.readAll(); });
        m_socket.connectToHost(url.host(), quint16(url.port()));
    }
    [[nodiscard]] bool isThere()
    {
        return QTest::qWaitFor([this] { return isConnected(); }, 20'000);
    }
    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    void say(const QByteArray &bytes) { m_socket.write(bytes); }
    //! What is said until the connection ends.
    [[nodiscard]] QByteArray heard()
    {
        if (!QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, 20'000))
            qFatal("the connection doesn't end");
        return m_heard;
    }

private:
    QByteArray m_heard;
    QTcpSocket m_socket;
};

static QByteArray get(const QUrl &redirectUri, const QByteArray &query)
{
    return "GET /callback?" + query + " HTTP/1.1\r\nHost: " + redirectUri.authority().toLatin1() + "\r\n\r\n";
}

class TestLoopbackReceiver : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_receiver = std::make_unique<LoopbackReceiver>(60s, nullptr);
        const auto uri = m_receiver->listen("st");
        QVERIFY(uri);
        m_uri = *uri;
        m_answer = m_receiver->answer();
    }
    void cleanup() { m_receiver.reset(); }

    void listensOnLoopbackAlone()
    {
        QCOMPARE(m_uri.host(), u"127.0.0.1"_s);
        QCOMPARE(m_uri.scheme(), u"http"_s);
        QCOMPARE(m_uri.path(), u"/callback"_s);
        QVERIFY(m_uri.port() > 0);
        Visitor elsewhere(QUrl(u"http://127.0.0.2:%1"_s.arg(m_uri.port())));
        QVERIFY(elsewhere.heard().isEmpty());
    }

    void takesTheAnswer()
    {
        Visitor visitor(m_uri);
        visitor.say(get(m_uri, "state=st&code=canary-code"));
        const QByteArray page = visitor.heard();
        QVERIFY(page.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(page.contains("You can close this tab and go back to Curfew."));
        QVERIFY(page.contains("\r\nCache-Control: no-store\r\n"));
        QVERIFY(page.contains("\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"));
        QVERIFY(page.contains("\r\nReferrer-Policy: no-referrer\r\n"));
        QVERIFY(!page.contains("canary") && !page.contains("<script") && !page.contains("st&"));
        QVERIFY(m_answer.isFinished());
        QCOMPARE(m_answer.result().code.reveal().toByteArray(), "canary-code"_ba);
        // Nobody listens any more.
        Visitor again(m_uri);
        again.say(get(m_uri, "state=st&code=another"));
        QVERIFY(again.heard().isEmpty());
    }

    void takesItInPieces()
    {
        Visitor visitor(m_uri);
        QVERIFY(visitor.isThere());
        const QByteArray request = get(m_uri, "state=st&code=c");
        for (const char byte : request) {
            visitor.say({&byte, 1});
            QTest::qWait(0);
        }
        QVERIFY(visitor.heard().startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(m_answer.isFinished());
    }

    void anythingElseIsToldThatNothingIsHere()
    {
        for (const QByteArray &line : {"GET /favicon.ico HTTP/1.1"_ba, "GET /callback?state=x&code=c HTTP/1.1"_ba,
                                       "POST /callback?state=st&code=c HTTP/1.1"_ba, "hello"_ba}) {
            Visitor visitor(m_uri);
            visitor.say(line + "\r\nHost: " + m_uri.authority().toLatin1() + "\r\n\r\n");
            const QByteArray page = visitor.heard();
            QVERIFY2(page.startsWith("HTTP/1.1 404 Not Found\r\n"), line.constData());
            QVERIFY(!m_answer.isFinished());
        }
        Visitor visitor(m_uri);
        visitor.say(get(m_uri, "state=st&code=c"));
        QVERIFY(visitor.heard().startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(m_answer.isFinished());
    }

    void aHugeRequestIsCutOff()
    {
        Visitor visitor(m_uri);
        visitor.say("GET /callback?state=st&code=" + QByteArray(LoopbackReceiver::longestRequest, 'c'));
        QVERIFY(visitor.heard().isEmpty());
        QVERIFY(!m_answer.isFinished());
        Visitor next(m_uri);
        next.say(get(m_uri, "state=st&code=c"));
        QVERIFY(next.heard().startsWith("HTTP/1.1 200 OK\r\n"));
    }

    void aRequestThatDoesNotEndIsCutOff()
    {
        LoopbackReceiver hasty(1ms, nullptr);
        const auto uri = hasty.listen("st");
        QVERIFY(uri);
        Visitor visitor(*uri);
        visitor.say("GET /callback?state=st");
        QVERIFY(visitor.heard().isEmpty());
        QVERIFY(!hasty.answer().isFinished());
    }

    void whoSaysNothingStandsInNobodysWay()
    {
        std::vector<std::unique_ptr<Visitor>> silent;
        for (qsizetype i = 0; i < LoopbackReceiver::mostConnections - 1; ++i) {
            silent.push_back(std::make_unique<Visitor>(m_uri));
            QVERIFY(silent.back()->isThere());
        }
        Visitor visitor(m_uri);
        visitor.say(get(m_uri, "state=st&code=c"));
        QVERIFY(visitor.heard().startsWith("HTTP/1.1 200 OK\r\n"));
        for (const auto &one : silent)
            QVERIFY(one->heard().isEmpty()); // and is sent home with the answer
    }

    void aCrowdIsSentAway()
    {
        std::vector<std::unique_ptr<Visitor>> crowd;
        for (qsizetype i = 0; i < LoopbackReceiver::mostConnections; ++i) {
            crowd.push_back(std::make_unique<Visitor>(m_uri));
            QVERIFY(crowd.back()->isThere());
        }
        Visitor late(m_uri);
        late.say(get(m_uri, "state=st&code=c"));
        QVERIFY(late.heard().isEmpty());
        QVERIFY(!m_answer.isFinished());
        crowd.pop_back();
        QVERIFY(QTest::qWaitFor(
            [this] {
                Visitor next(m_uri);
                next.say(get(m_uri, "state=st&code=c"));
                return next.heard().startsWith("HTTP/1.1 200 OK\r\n");
            },
            20'000));
    }

    void saysNothingOfTheCodeInALog()
    {
        QLoggingCategory::setFilterRules(u"curfew.*.debug=true"_s);
        logged().clear();
        const QtMessageHandler before = qInstallMessageHandler(keep);
        Visitor wrong(m_uri);
        wrong.say(get(m_uri, "state=other&code=canary-code"));
        const QByteArray told = wrong.heard();
        Visitor right(m_uri);
        right.say(get(m_uri, "state=st&code=canary-code"));
        const QByteArray page = right.heard();
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});
        QVERIFY(told.startsWith("HTTP/1.1 404") && page.startsWith("HTTP/1.1 200"));
        QVERIFY(logged().contains("browser")); // it does speak
        QVERIFY2(!logged().contains("canary"), logged().constData());
    }

    void whoIsGoneAnswersNobody()
    {
        m_receiver.reset();
        QVERIFY(m_answer.isFinished());
        QVERIFY(m_answer.isCanceled());
        Visitor visitor(m_uri);
        QVERIFY(visitor.heard().isEmpty());
    }

private:
    std::unique_ptr<LoopbackReceiver> m_receiver;
    QUrl m_uri;
    QFuture<AuthorizationAnswer> m_answer;
};

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestLoopbackReceiver)
#include "tst_loopbackreceiver.moc"
