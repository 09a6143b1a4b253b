// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "revokedocuments.h"

#include "journaldocument.h"
#include "terminal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace curfew;

static QList<ItemRecord> items(qsizetype count, const QString &message)
{
    QList<ItemRecord> all;
    for (qsizetype i = 0; i < count; ++i) {
        ItemRecord item;
        item.item.fingerprint = QString::number(i, 16).rightJustified(16, u'0');
        item.item.targetId = item.item.fingerprint;
        item.state = ItemState::Done;
        item.result = ItemResult();
        item.result->outcome = i % 3 ? Outcome::Revoked : Outcome::Accepted;
        item.result->attempts = 1;
        item.result->message = message;
        all.append(item);
    }
    return all;
}

static BatchRecord batch(const QString &issuer, qsizetype count)
{
    BatchRecord record;
    record.summary.batch = u"20260301-140211-4f2a"_s;
    record.summary.issuer = issuer;
    record.items = items(count, u"done"_s);
    return record;
}

static QByteArray told(const QList<BatchRecord> &records, const QList<ItemRecord> &strays)
{
    FILE *const file = std::tmpfile();
    Terminal terminal(file, file, file);
    tellRevokeDocuments(terminal, records, strays);
    QByteArray text(std::ftell(file), '\0');
    std::rewind(file);
    const size_t read = std::fread(text.data(), 1, size_t(text.size()), file);
    std::fclose(file);
    return read == size_t(text.size()) ? text : QByteArray();
}

class TestRevokeDocuments : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isTheWholeDocument_data()
    {
        QTest::addColumn<qsizetype>("count");
        for (const qsizetype count : {0, 1, 2, 255, 256, 257, 512, 600})
            QTest::addRow("%d results", int(count)) << count;
    }
    void isTheWholeDocument()
    {
        QFETCH(qsizetype, count);
        const BatchRecord record = batch(u"Catena"_s, count);
        QCOMPARE(told({record}, {}), QJsonDocument(revokeDocument(record)).toJson());
    }

    void isAnArrayForSeveralIssuers()
    {
        const BatchRecord one = batch(u"Catena"_s, 300);
        const BatchRecord other = batch(u"Corona"_s, 0);
        QCOMPARE(told({one, other}, {}),
                 QJsonDocument(QJsonArray{revokeDocument(one), revokeDocument(other)}).toJson());
    }

    void strays_data()
    {
        QTest::addColumn<qsizetype>("count");
        QTest::newRow("beside others") << qsizetype(3);
        QTest::newRow("beside as many as are made at once") << qsizetype(256);
        QTest::newRow("alone") << qsizetype(0);
    }
    void strays()
    {
        QFETCH(qsizetype, count);
        const QList<ItemRecord> strays = items(300, u"no configured issuer"_s);
        const BatchRecord record = batch(u"Catena"_s, count);
        BatchRecord together = record;
        together.items += strays;
        QJsonObject expected = revokeDocument(together);
        QJsonArray results;
        for (qsizetype i = 0; i < together.items.size(); ++i)
            results.append(resultDocument(together.items[i], i < count ? u"Catena"_s : QString()));
        expected.insert(u"results"_s, results);
        QCOMPARE(QJsonDocument::fromJson(told({record}, strays)).object(), expected);
    }

    void nothingAtAll() { QCOMPARE(told({}, {}), QJsonDocument(revokeDocument({})).toJson()); }

    void spellsOutWhatHides()
    {
        BatchRecord record = batch(u"Catena"_s, 0);
        record.items = items(300, u"turned \u202e around, and an ä"_s);
        const QByteArray text = told({record}, {});
        QVERIFY(text.contains("turned \\u202e around, and an ä"));
        QVERIFY(!text.contains("\u202e"));
        QCOMPARE(QJsonDocument::fromJson(text).object(), revokeDocument(record));
    }
};

QTEST_GUILESS_MAIN(TestRevokeDocuments)
#include "tst_revokedocuments.moc"
