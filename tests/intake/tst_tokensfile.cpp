// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokensfile.h"

#include <QBuffer>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

//! Gives its bytes one at a time, as a slow pipe does.
class Drip : public QIODevice {
public:
    explicit Drip(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        if (m_at >= m_bytes.size() || size < 1)
            return 0;
        *data = m_bytes[m_at++];
        return 1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

static QByteArrayList textOf(const TokensFile &file)
{
    QByteArrayList texts;
    for (const TokensFile::Entry &entry : file.entries) {
        QByteArray text = entry.token.reveal().toByteArray();
        if (!entry.bearer.isNull())
            text += '+' + entry.bearer.reveal().toByteArray();
        texts.append(text);
    }
    return texts;
}

class TestTokensFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArrayList>("tokens");
        QTest::addColumn<int>("skipped");
        QTest::addColumn<int>("duplicates");
        QTest::newRow("nothing") << ""_ba << QByteArrayList() << 0 << 0;
        QTest::newRow("one a line") << "one\ntwo\n"_ba << QByteArrayList{"one", "two"} << 0 << 0;
        QTest::newRow("no line end at the end") << "one\ntwo"_ba << QByteArrayList{"one", "two"} << 0 << 0;
        QTest::newRow("CRLF") << "one\r\ntwo\r\n"_ba << QByteArrayList{"one", "two"} << 0 << 0;
        QTest::newRow("a byte order mark") << "\xEF\xBB\xBFone\n"_ba << QByteArrayList{"one"} << 0 << 0;
        QTest::newRow("blank lines and comments") << "# who\n\n  \none\n  # x\n"_ba << QByteArrayList{"one"} << 4 << 0;
        QTest::newRow("space around a token") << "  one \t\n"_ba << QByteArrayList{"one"} << 0 << 0;
        QTest::newRow("duplicates are folded") << "one\ntwo\none\n"_ba << QByteArrayList{"one", "two"} << 0 << 1;
        QTest::newRow("a pair") << "refresh\taccess\n"_ba << QByteArrayList{"refresh+access"} << 0 << 0;
        QTest::newRow("the pair wins over the single") << "one\none\ttwo\n"_ba << QByteArrayList{"one+two"} << 0 << 1;
        QTest::newRow("a token may stand as token and as bearer")
            << "one\ttwo\ntwo\n"_ba << QByteArrayList{"one+two", "two"} << 0 << 0;
        const QByteArray longest(64 * 1024, 'x');
        QTest::newRow("64 KiB with CRLF") << longest + "\r\none"_ba << QByteArrayList{longest, "one"} << 0 << 0;
    }
    void reads()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArrayList, tokens);
        QFETCH(int, skipped);
        QFETCH(int, duplicates);
        QBuffer whole(&content);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const auto file = readTokensFile(whole);
        QVERIFY(file);
        QCOMPARE(textOf(*file), tokens);
        QCOMPARE(file->skipped, skipped);
        QCOMPARE(file->duplicates, duplicates);
        QCOMPARE(file->refused, 0);

        if (content.startsWith("\xEF\xBB\xBF"))
            return; // the mark is looked for in the first read, which no file or pipe breaks after one byte
        Drip slow(content);
        const auto again = readTokensFile(slow);
        QVERIFY(again);
        QCOMPARE(textOf(*again), tokens);
    }

    void refusesLines_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<qsizetype>("line");
        QTest::newRow("longer than 64 KiB") << "one\n" + QByteArray(64 * 1024 + 1, 'x') + "\ntwo" << qsizetype(2);
        QTest::newRow("a megabyte") << QByteArray(1024 * 1024, 'x') + "\none\ntwo" << qsizetype(1);
        QTest::newRow("a space inside") << "one\ntwo\nBearer three"_ba << qsizetype(3);
        QTest::newRow("beyond ASCII") << "one\ntw\xC3\xB6\ntwo"_ba << qsizetype(2);
        QTest::newRow("a NUL") << "one\n\ntw\0o\ntwo"_ba << qsizetype(3);
        QTest::newRow("three columns") << "a\tb\tc\none\ntwo"_ba << qsizetype(1);
    }
    void refusesLines()
    {
        QFETCH(QByteArray, content);
        QFETCH(qsizetype, line);
        QBuffer device(&content);
        QVERIFY(device.open(QIODevice::ReadOnly));
        const auto file = readTokensFile(device);
        QVERIFY(file);
        QCOMPARE(textOf(*file), (QByteArrayList{"one", "two"}));
        QCOMPARE(file->refused, 1);
        QCOMPARE(file->errors.size(), 1);
        QCOMPARE(file->errors.front().line, line);
    }

    void boundsItsErrors()
    {
        QByteArray content;
        for (int i = 0; i < 250; ++i)
            content += "not a token\n";
        QBuffer device(&content);
        QVERIFY(device.open(QIODevice::ReadOnly));
        const auto file = readTokensFile(device);
        QVERIFY(file);
        QCOMPARE(file->errors.size(), 100);
        QCOMPARE(file->refused, 250);
    }

    void refusesFiles()
    {
        QByteArray utf16("\xFF\xFEo\0n\0e\0", 8);
        QBuffer device(&utf16);
        QVERIFY(device.open(QIODevice::ReadOnly));
        QCOMPARE(readTokensFile(device).error().kind, ErrorKind::InvalidInput);
        QBuffer closed;
        QTest::ignoreMessage(QtWarningMsg, "QIODevice::read (QBuffer): device not open");
        QCOMPARE(readTokensFile(closed).error().kind, ErrorKind::InvalidInput);
    }
};

QTEST_APPLESS_MAIN(TestTokensFile)
#include "tst_tokensfile.moc"
