// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profile.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace curfew;

class ProfileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesItsFolderForTheOwnerAlone();
    void keepsItsIdAndGivesEachProfileAnother();
    void leavesAForeignFoldersModeAlone();
    void takesThePlatformsPlaceWhenNoneIsGiven();
    void refusesWhatItCantUse();
};

static constexpr auto forOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
    | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

void ProfileTest::makesItsFolderForTheOwnerAlone()
{
    const QTemporaryDir temporary;
    const QString made = temporary.filePath(u"a/b"_s);
    const Result<Profile> profile = Profile::open(made);
    QVERIFY(profile);
    QCOMPARE(profile->path(), made);
    QCOMPARE(QFile::permissions(made) & forOthers, QFileDevice::Permissions());
    QCOMPARE(QFile::permissions(made + "/profile.json"_L1) & forOthers, QFileDevice::Permissions());

    const QString empty = temporary.filePath(u"empty"_s);
    QVERIFY(QDir().mkdir(empty));
    QVERIFY(QFile::setPermissions(empty, QFile::permissions(empty) | forOthers));
    QVERIFY(Profile::open(empty));
    QCOMPARE(QFile::permissions(empty) & forOthers, QFileDevice::Permissions());
}

void ProfileTest::keepsItsIdAndGivesEachProfileAnother()
{
    const QTemporaryDir temporary;
    const QString id = Profile::open(temporary.filePath(u"a"_s))->id();
    QVERIFY(!QUuid::fromString(id).isNull());
    QCOMPARE(Profile::open(temporary.filePath(u"a/"_s))->id(), id);
    QVERIFY(Profile::open(temporary.filePath(u"b"_s))->id() != id);
}

void ProfileTest::leavesAForeignFoldersModeAlone()
{
    const QTemporaryDir temporary;
    QVERIFY(QDir(temporary.path()).mkdir(u"photos"_s));
    const auto before = QFile::permissions(temporary.path()) | QFileDevice::ReadGroup;
    QVERIFY(QFile::setPermissions(temporary.path(), before));
    QVERIFY(Profile::open(temporary.path()));
    QVERIFY(QFile::permissions(temporary.path()) & QFileDevice::ReadGroup);
}

void ProfileTest::takesThePlatformsPlaceWhenNoneIsGiven()
{
    QStandardPaths::setTestModeEnabled(true);
    const QString place = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const Result<Profile> profile = Profile::open();
    QVERIFY(profile);
    QCOMPARE(profile->path(), place);
    QVERIFY(QDir(place).removeRecursively());
}

void ProfileTest::refusesWhatItCantUse()
{
    const QTemporaryDir temporary;
    QFile file(temporary.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(Profile::open(file.fileName()).error().kind, ErrorKind::ProfileFailed);
    QCOMPARE(Profile::open(file.fileName() + "/below"_L1).error().kind, ErrorKind::ProfileFailed);

    QFile damaged(temporary.filePath(u"profile.json"_s));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(R"({"version": 1, "id": "none"})");
    damaged.close();
    const Result<Profile> profile = Profile::open(temporary.path());
    QVERIFY(!profile);
    QCOMPARE(profile.error().kind, ErrorKind::ProfileFailed);
    QVERIFY2(profile.error().detail.startsWith(damaged.fileName() + ": /id: "_L1), qPrintable(profile.error().detail));
}

QTEST_GUILESS_MAIN(ProfileTest)
#include "tst_profile.moc"
