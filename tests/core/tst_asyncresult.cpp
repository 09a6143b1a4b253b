// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asyncresult.h"

#include <QTest>

using namespace curfew;

class TestAsyncResult : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsItsHandler();
    void tellsTwoHandlersOfOneFuture();
    void saysNothingToTheDead();
    void saysNothingOfWhatWasCanceled();
    void aReadyFutureIsReady();
};

void TestAsyncResult::tellsItsHandler()
{
    QPromise<Result<int>> promise;
    promise.start();
    int seen = 0;
    onResult(promise.future(), this, [&seen](const Result<int> &result) { seen = result.value_or(-1); });
    promise.addResult(7);
    promise.finish();
    QTRY_COMPARE(seen, 7);
}

void TestAsyncResult::tellsTwoHandlersOfOneFuture()
{
    QPromise<int> promise;
    promise.start();
    int sum = 0;
    onResult(promise.future(), this, [&sum](int value) { sum += value; });
    onResult(promise.future(), this, [&sum](int value) { sum += 10 * value; });
    promise.addResult(1);
    promise.finish();
    QTRY_COMPARE(sum, 11);
}

void TestAsyncResult::saysNothingToTheDead()
{
    QPromise<int> promise;
    promise.start();
    bool told = false;
    {
        QObject context;
        onResult(promise.future(), &context, [&told](int) { told = true; });
    }
    promise.addResult(1);
    promise.finish();
    QCoreApplication::processEvents();
    QVERIFY(!told);
}

void TestAsyncResult::saysNothingOfWhatWasCanceled()
{
    bool told = false;
    bool over = false;
    {
        QPromise<int> promise;
        promise.start();
        onResult(promise.future(), this, [&told](int) { told = true; });
        QFuture<int> future = promise.future();
        future.cancel();
    }
    QMetaObject::invokeMethod(
        this, [&over] { over = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(over);
    QVERIFY(!told);
}

void TestAsyncResult::aReadyFutureIsReady()
{
    const QFuture<int> future = readyFuture(3);
    QVERIFY(future.isFinished());
    QCOMPARE(future.result(), 3);
}

QTEST_GUILESS_MAIN(TestAsyncResult)
#include "tst_asyncresult.moc"
