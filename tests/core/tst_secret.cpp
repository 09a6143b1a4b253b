// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secret.h"

#include <QTest>

using namespace curfew;

class TestSecret : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAndWipesItsSource();
    void wipesWhoeverSharesTheBuffer();
    void leavesLiteralsAlone();
    void clonesOnRequestOnly();
    void randomSecretsDiffer();
    void anEmptyOneIsEmpty();
};

static QByteArray heap(const char *text)
{
    return QByteArray(text, qsizetype(strlen(text)));
}

void TestSecret::takesAndWipesItsSource()
{
    QByteArray source = heap("correct horse");
    const Secret secret = Secret::take(source);
    QVERIFY(source.isEmpty());
    QCOMPARE(secret.reveal().toByteArray(), "correct horse");
    QCOMPARE(secret.size(), 13);
}

void TestSecret::wipesWhoeverSharesTheBuffer()
{
    QByteArray source = heap("correct horse");
    const QByteArray shared = source;
    const Secret secret = Secret::take(source);
    QCOMPARE(shared, QByteArray(13, '\0'));
}

void TestSecret::leavesLiteralsAlone()
{
    QByteArray source = QByteArrayLiteral("in read-only memory");
    wipe(source); // writing there would end the program
    QVERIFY(source.isEmpty());
}

void TestSecret::clonesOnRequestOnly()
{
    static_assert(!std::is_copy_constructible_v<Secret>);
    static_assert(std::is_nothrow_move_constructible_v<Secret>);
    QByteArray source = heap("battery");
    Secret secret = Secret::take(source);
    const Secret clone = secret.clone();
    const Secret moved = std::move(secret);
    QCOMPARE(clone.reveal(), moved.reveal());
    QVERIFY(clone.reveal().data() != moved.reveal().data());
}

void TestSecret::randomSecretsDiffer()
{
    QVERIFY(Secret::random(32).reveal() != Secret::random(32).reveal());
}

void TestSecret::anEmptyOneIsEmpty()
{
    QByteArray nothing;
    QVERIFY(Secret::take(nothing).isEmpty());
    QVERIFY(Secret().clone().isEmpty());
    QCOMPARE(Secret().reveal().size(), 0);
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
