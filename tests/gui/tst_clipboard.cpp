// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTest>

using namespace curfew;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

static QString copied()
{
    return QGuiApplication::clipboard()->text();
}

class TestClipboard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QGuiApplication::clipboard()->clear(); }

    void marksWhatIsPersonal()
    {
        copySensitive(u"dona.moore"_s);
        QCOMPARE(copied(), u"dona.moore"_s);
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
    }

    void clearsWhatIsPersonalAfterAWhile()
    {
        const ClipboardKeeper keeper(1ms);
        copySensitive(u"dona.moore"_s);
        QTRY_COMPARE(copied(), QString());
    }

    void clearsWhatIsPersonalAtTheEnd()
    {
        const ClipboardKeeper keeper(24h);
        copySensitive(u"dona.moore"_s);
        copySensitive(u"petra.klein"_s);
        // The application says so once its event loop has ended.
        QMetaObject::invokeMethod(qGuiApp, &QCoreApplication::quit, Qt::QueuedConnection);
        QCOMPARE(QCoreApplication::exec(), 0);
        QCOMPARE(copied(), QString());
    }

    void leavesWhatCameAfterItAlone()
    {
        const ClipboardKeeper keeper(1ms);
        copySensitive(u"dona.moore"_s);
        QGuiApplication::clipboard()->setText(u"something else"_s);
        QMetaObject::invokeMethod(qGuiApp, &QCoreApplication::quit, Qt::QueuedConnection);
        QCOMPARE(QCoreApplication::exec(), 0);
        QCOMPARE(copied(), u"something else"_s);
    }
};

QTEST_MAIN(TestClipboard)
#include "tst_clipboard.moc"
