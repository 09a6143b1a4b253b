// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer.h"
#include "splitvalue.h"

using namespace curfew;

static constexpr qsizetype limit = 64; // 27 bytes fit into the head beside its 37 bytes of its own

class SplitValueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joinsWhatItSplit_data();
    void joinsWhatItSplit();
    void refusesWhatIsTooLong();
    void noticesEveryDamage_data();
    void noticesEveryDamage();
};

static QByteArray bytesOf(qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(i * 7); // with NULs, and different from piece to piece
    return bytes;
}

void SplitValueTest::joinsWhatItSplit_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("parts");
    QTest::newRow("nothing") << 0 << 0;
    QTest::newRow("one byte") << 1 << 0;
    QTest::newRow("a full head") << 27 << 0;
    QTest::newRow("one byte more") << 28 << 1;
    QTest::newRow("a full part") << 27 + 64 << 1;
    QTest::newRow("a part and a byte") << 27 + 65 << 2;
    QTest::newRow("as long as can be") << 27 + 255 * 64 << 255;
}

void SplitValueTest::joinsWhatItSplit()
{
    QFETCH(int, size);
    QFETCH(int, parts);
    const Result<SplitValue> pieces = splitValue(secretOf(bytesOf(size)), limit);
    QVERIFY(pieces);
    QCOMPARE(int(pieces->parts.size()), parts);
    QCOMPARE(partCount(pieces->head).value(), parts);
    QVERIFY(pieces->head.size() <= limit);
    for (const Secret &part : pieces->parts)
        QVERIFY(part.size() <= limit);
    QCOMPARE(joinValue(*pieces)->reveal().toByteArray(), bytesOf(size));
}

void SplitValueTest::refusesWhatIsTooLong()
{
    QCOMPARE(splitValue(secretOf(bytesOf(27 + 255 * 64 + 1)), limit).error().kind, ErrorKind::InvalidInput);
}

void SplitValueTest::noticesEveryDamage_data()
{
    QTest::addColumn<std::function<void(SplitValue &)>>("spoil");
    using Spoil = std::function<void(SplitValue &)>;
    QTest::newRow("a part is missing") << Spoil([](SplitValue &p) { p.parts.pop_back(); });
    QTest::newRow("a part too many") << Spoil([](SplitValue &p) { p.parts.push_back(secretOf("x")); });
    QTest::newRow("parts swapped") << Spoil([](SplitValue &p) { std::swap(p.parts[0], p.parts[1]); });
    QTest::newRow("a part of another value") << Spoil([](SplitValue &p) { p.parts[0] = secretOf(bytesOf(64)); });
    QTest::newRow("a head of something else") << Spoil([](SplitValue &p) { p.head = secretOf(bytesOf(64)); });
    QTest::newRow("a cut head") << Spoil([](SplitValue &p) { p.head = secretOf("CRF1"); });
    QTest::newRow("no head") << Spoil([](SplitValue &p) { p.head = {}; });
}

void SplitValueTest::noticesEveryDamage()
{
    QFETCH(std::function<void(SplitValue &)>, spoil);
    SplitValue pieces = splitValue(secretOf(bytesOf(200)), limit).value();
    spoil(pieces);
    QCOMPARE(joinValue(pieces).error().kind, ErrorKind::KeychainFailed);
}

QTEST_GUILESS_MAIN(SplitValueTest)
#include "tst_splitvalue.moc"
