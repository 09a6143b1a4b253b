// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "privatefile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class PrivateFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isForItsOwnerAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"export.csv"_s);
        QFile open(path);
        QVERIFY(open.open(QIODevice::WriteOnly));
        QVERIFY(open.write("what was there") > 0);
        QVERIFY(open.setPermissions(open.permissions() | QFileDevice::ReadOther));
        open.close();
        QVERIFY(writePrivateFile(path, "new"));
        QCOMPARE(contentOf(path), QByteArray("new"));
        const auto others =
            QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QCOMPARE(QFile::permissions(path) & others, QFileDevice::Permissions());
    }

    void saysWhyNot()
    {
        const QTemporaryDir folder;
        const auto written = writePrivateFile(folder.filePath(u"none/export.csv"_s), "new");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!written.error().detail.isEmpty());
        QVERIFY(!writePrivateFile(folder.path(), "new")); // a folder
    }
};

QTEST_GUILESS_MAIN(PrivateFileTest)
#include "tst_privatefile.moc"
