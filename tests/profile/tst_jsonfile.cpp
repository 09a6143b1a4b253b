// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

class JsonFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAMissingFileAsNothingButTheVersion();
    void keepsWhatIsWritten();
    void isForItsOwnerAlone();
    void writesNothingWhenTheEditFails();
    void refuses_data();
    void refuses();
    void neverWritesOverWhatItCantRead();
    void namesTheHolderOfTheLock();
    void takesALockFromADeadProcess();
    void countsAnUnreadableFolderAsAnError();

private:
    void put(const QByteArray &bytes) const;
    QByteArray content() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void JsonFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"things.json"_s);
}

void JsonFileTest::put(const QByteArray &bytes) const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray JsonFileTest::content() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static Result<> addThing(QJsonObject &object)
{
    object.insert("thing"_L1, 7);
    return {};
}

void JsonFileTest::readsAMissingFileAsNothingButTheVersion()
{
    const JsonFile file(m_path, 3);
    QCOMPARE(file.read().value(), (QJsonObject{{"version"_L1, 3}}));
    QVERIFY(!QFile::exists(m_path));
}

void JsonFileTest::keepsWhatIsWritten()
{
    JsonFile file(m_path, 1);
    QVERIFY(file.change(addThing));
    QCOMPARE(JsonFile(m_path, 1).read().value(), (QJsonObject{{"version"_L1, 1}, {"thing"_L1, 7}}));
    QVERIFY2(content().count('\n') > 2, "a person must be able to read it");
}

void JsonFileTest::isForItsOwnerAlone()
{
    JsonFile file(m_path, 1);
    QVERIFY(file.change(addThing));
    const auto forOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
        | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QCOMPARE(QFile::permissions(m_path) & forOthers, QFileDevice::Permissions());
}

void JsonFileTest::writesNothingWhenTheEditFails()
{
    JsonFile file(m_path, 1);
    const Result<> changed = file.change([](QJsonObject &object) -> Result<> {
        object.insert("thing"_L1, 8);
        return failure(ErrorKind::InvalidInput, u"no"_s);
    });
    QCOMPARE(changed.error(), (Error{ErrorKind::InvalidInput, u"no"_s, 0, {}}));
    QVERIFY(!QFile::exists(m_path));
}

void JsonFileTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    QTest::newRow("an empty file") << QByteArray() << u"line 1, column 1: "_s;
    QTest::newRow("a cut file") << QByteArray("{\n  \"version\": 1,\n  \"a") << u"line 3, column "_s;
    QTest::newRow("a comma too many") << QByteArray("{\n  \"version\": 1,\n}\n") << u"line 3, column 2: "_s;
    QTest::newRow("a list") << QByteArray("[]") << u"line 1, column 1: not a JSON object"_s;
    QTest::newRow("no version") << QByteArray("{}") << u"/version: a whole number"_s;
    QTest::newRow("a version in quotes") << QByteArray(R"({"version": "1"})") << u"/version: a whole number"_s;
    QTest::newRow("half a version") << QByteArray(R"({"version": 1.5})") << u"/version: a whole number"_s;
    QTest::newRow("a newer version") << QByteArray(R"({"version": 2})")
                                     << u"/version: written by a newer Curfew (version 2 of this file"_s;
}

void JsonFileTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    put(bytes);
    const Result<QJsonObject> read = JsonFile(m_path, 1).read();
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::ProfileFailed);
    QVERIFY2(read.error().detail.startsWith(m_path + u": "_s + said), qPrintable(read.error().detail));
}

void JsonFileTest::neverWritesOverWhatItCantRead()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("{\"version\": 1"), QByteArray("{\"version\": 2}")}) {
        put(bytes);
        JsonFile file(m_path, 1);
        QCOMPARE(file.change(addThing).error().kind, ErrorKind::ProfileFailed);
        QCOMPARE(content(), bytes);
    }
}

void JsonFileTest::namesTheHolderOfTheLock()
{
    QLockFile other(m_path + ".lock"_L1);
    QVERIFY(other.tryLock());
    JsonFile file(m_path, 1);
    const Result<> changed = file.change(addThing);
    QVERIFY(!changed);
    QVERIFY2(changed.error().detail.contains(u"process %1"_s.arg(QCoreApplication::applicationPid())),
             qPrintable(changed.error().detail));
    other.unlock();
    QVERIFY(file.change(addThing));
}

void JsonFileTest::takesALockFromADeadProcess()
{
    // What QLockFile leaves behind when its process is killed: pid, program, host.
    QFile lock(m_path + ".lock"_L1);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("2147483646\ncurfew\n" + QSysInfo::machineHostName().toLocal8Bit() + "\n");
    lock.close();
    JsonFile file(m_path, 1);
    QVERIFY(file.change(addThing));
}

void JsonFileTest::countsAnUnreadableFolderAsAnError()
{
    const JsonFile file(m_folder->filePath(u"gone/things.json"_s), 1);
    QCOMPARE(file.read().error().kind, ErrorKind::ProfileFailed);
}

QTEST_GUILESS_MAIN(JsonFileTest)
#include "tst_jsonfile.moc"
