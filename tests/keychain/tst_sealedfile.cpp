// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer.h"
#include "sealedfile.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace curfew;

class SealedFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensWithItsKeyAlone();
    void noticesEveryChangedByte();
    void namesWhatItCantReadOrWrite();
};

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void SealedFileTest::opensWithItsKeyAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.sealed"_s);
    const Secret key = makeSealKey();
    QVERIFY(writeSealed(path, secretOf("canary-7f3a"), key));
    QCOMPARE(readSealed(path, key)->reveal().toByteArray(), QByteArray("canary-7f3a"));
    QCOMPARE(readSealed(path, makeSealKey()).error().kind, ErrorKind::ProfileFailed);
    QCOMPARE(readSealed(path, secretOf("short")).error().kind, ErrorKind::ProfileFailed);
    QVERIFY(!contentOf(path).contains("canary"));
    const auto forOthers =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QCOMPARE(QFile::permissions(path) & forOthers, QFileDevice::Permissions());
}

void SealedFileTest::noticesEveryChangedByte()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.sealed"_s);
    const Secret key = makeSealKey();
    QVERIFY(writeSealed(path, secretOf("content"), key));
    const QByteArray whole = contentOf(path);
    for (qsizetype i = 0; i <= whole.size(); ++i) {
        QByteArray bytes = whole;
        if (i < whole.size())
            bytes[i] = char(bytes.at(i) ^ 1);
        else
            bytes.chop(1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QCOMPARE(readSealed(path, key).error().kind, ErrorKind::ProfileFailed);
    }
}

void SealedFileTest::namesWhatItCantReadOrWrite()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"none/a.sealed"_s);
    QVERIFY(readSealed(path, makeSealKey()).error().detail.startsWith(path));
    QVERIFY(writeSealed(path, secretOf("x"), makeSealKey()).error().detail.startsWith(path));
}

QTEST_GUILESS_MAIN(SealedFileTest)
#include "tst_sealedfile.moc"
