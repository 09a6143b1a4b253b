// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asyncresult.h"
#include "eventchain.h"
#include "journalfixture.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace curfew {

static SigningKeyPtr newKey()
{
    return std::make_shared<const SigningKey>(SigningKey::generate());
}

static std::unique_ptr<Journal> make(const JournalFixture &fixture, const Result<SigningKeyPtr> &key)
{
    auto journal = fixture.make();
    journal->setKeySource([key](Journal::KeyUse) { return readyFuture(key); });
    return journal;
}

static QString finishOne(Journal &journal)
{
    const QString id = answer(journal.openBatch(intentOf(1))).value_or(QString());
    return answer(journal.finishBatch(id)) ? id : QString();
}

static QString kindOf(const Result<VerifyReport> &report)
{
    return report && report->damage ? damageName(report->damage->kind) : QString();
}

// An attacker who can write the file, and knows how the chain is made.
static void rewriteChain(const JournalFixture &fixture, qint64 event, const QByteArray &from, const QByteArray &to)
{
    const Rows rows = fixture.rows(u"SELECT number, body FROM events ORDER BY number"_s);
    QByteArray hash(32, '\0');
    for (const QVariantList &row : rows) {
        QByteArray body = row.at(1).toByteArray();
        if (row.at(0).toLongLong() == event)
            body.replace(from, to);
        hash = chainHash(hash, body);
        (void)fixture.rows(u"UPDATE events SET body = ?, hash = ? WHERE number = ?"_s, {body, hash, row.at(0)});
    }
    (void)fixture.rows(u"UPDATE head SET hash = ?"_s, {hash});
}

class TestJournalSignature : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFinishedBatchIsSigned();
    void withoutAKeyItIsFinishedUnsigned();
    void aBatchTakenUpAgainNeedsANewSignature();
    void aRewrittenChainIsFound();
    void aSignatureOfAnotherKeyIsForeign();
    void whereTheKeyIsNotAtHandOnlyTheSignaturesAreChecked();
    void aCutTailIsFoundByAnEarlierHead();
    void anExportCarriesHeadCountAndKey();
};

void TestJournalSignature::aFinishedBatchIsSigned()
{
    const JournalFixture fixture;
    const SigningKeyPtr key = newKey();
    const auto journal = make(fixture, key);
    QVERIFY(!finishOne(*journal).isEmpty());
    const Result<VerifyReport> report = answer(journal->verify());
    QVERIFY(report && report->intact);
    QCOMPARE(report->signedBatches, 1);
    QCOMPARE(report->unsignedBatches, 0);
    QCOMPARE(report->signingKeys, QStringList(keyFingerprint(key->publicKey())));
    QVERIFY(report->checkedKey);
}

void TestJournalSignature::withoutAKeyItIsFinishedUnsigned()
{
    const JournalFixture fixture;
    const auto journal = make(fixture, failure(ErrorKind::KeychainLocked));
    const QSignalSpy told(journal.get(), &Journal::leftUnsigned);
    QVERIFY(!finishOne(*journal).isEmpty());
    QVERIFY(!finishOne(*journal).isEmpty());
    QCOMPARE(told.size(), 1);
    const Result<VerifyReport> report = answer(journal->verify());
    QVERIFY(report && report->intact);
    QCOMPARE(report->signedBatches, 0);
    QCOMPARE(report->unsignedBatches, 2);
}

void TestJournalSignature::aBatchTakenUpAgainNeedsANewSignature()
{
    const JournalFixture fixture;
    QString id;
    {
        const auto journal = make(fixture, newKey());
        id = finishOne(*journal);
    }
    const auto journal = fixture.make();
    const Result<BatchRecord> known = answer(journal->batch(id));
    QVERIFY(known.has_value());
    QVERIFY(answer(journal->resumeBatch(*known)).has_value());
    QVERIFY(answer(journal->finishBatch(id)).has_value());
    const Result<VerifyReport> report = answer(journal->verify());
    QVERIFY(report && report->intact);
    QCOMPARE(report->signedBatches, 0);
    QCOMPARE(report->unsignedBatches, 1);
}

void TestJournalSignature::aRewrittenChainIsFound()
{
    const JournalFixture fixture;
    const auto journal = make(fixture, newKey());
    QVERIFY(!finishOne(*journal).isEmpty());
    rewriteChain(fixture, 2, "Catena", "Catexa"); // names no batch: nothing derived from it differs
    rewriteChain(fixture, 2, "revoke", "logout");
    fixture.tamper(u"UPDATE items SET action = 'logout'"_s);
    QCOMPARE(kindOf(answer(fixture.make()->verify())), u"edited"_s);
}

void TestJournalSignature::aSignatureOfAnotherKeyIsForeign()
{
    const JournalFixture fixture;
    {
        const auto attacker = make(fixture, newKey());
        QVERIFY(!finishOne(*attacker).isEmpty());
    }
    const auto journal = make(fixture, newKey());
    QCOMPARE(kindOf(answer(journal->verify())), u"foreign"_s);
}

void TestJournalSignature::whereTheKeyIsNotAtHandOnlyTheSignaturesAreChecked()
{
    const JournalFixture fixture;
    {
        const auto journal = make(fixture, newKey());
        QVERIFY(!finishOne(*journal).isEmpty());
    }
    const auto journal = make(fixture, failure(ErrorKind::KeychainUnavailable));
    const Result<VerifyReport> report = answer(journal->verify());
    QVERIFY(report && report->intact);
    QCOMPARE(report->signedBatches, 1);
    QVERIFY(!report->checkedKey);
}

void TestJournalSignature::aCutTailIsFoundByAnEarlierHead()
{
    const JournalFixture fixture;
    QByteArray head;
    {
        const auto journal = make(fixture, newKey());
        QVERIFY(!finishOne(*journal).isEmpty());
        QVERIFY(!finishOne(*journal).isEmpty());
        head = answer(journal->verify())->headHash;
        QVERIFY(answer(journal->verify(head))->intact);
    }
    // The second batch goes, cleanly.
    fixture.tamper(u"DELETE FROM items WHERE batch = (SELECT id FROM batches ORDER BY opened DESC LIMIT 1)"_s);
    fixture.tamper(u"DELETE FROM batches WHERE opened = (SELECT max(opened) FROM batches)"_s);
    fixture.tamper(u"DELETE FROM personal WHERE event > 4"_s);
    fixture.tamper(u"DELETE FROM events WHERE number > 4"_s);
    fixture.tamper(u"UPDATE head SET events = 4, hash = (SELECT hash FROM events WHERE number = 4)"_s);
    QVERIFY(answer(fixture.make()->verify())->intact);
    QCOMPARE(kindOf(answer(fixture.make()->verify(head))), u"removed"_s);
}

void TestJournalSignature::anExportCarriesHeadCountAndKey()
{
    const JournalFixture fixture;
    const SigningKeyPtr key = newKey();
    const auto journal = make(fixture, key);
    const QString id = finishOne(*journal);
    const Result<QByteArray> exported = answer(journal->exportBatch(id, ExportFormat::Json));
    QVERIFY(exported.has_value());
    const QVariantList last =
        fixture.rows(u"SELECT number, hash FROM events ORDER BY number DESC LIMIT 1"_s).constFirst();
    QVERIFY(exported->contains("\"events\": " + last.at(0).toByteArray()));
    QVERIFY(exported->contains(last.at(1).toByteArray().toHex()));
    QVERIFY(exported->contains(keyFingerprint(key->publicKey()).toLatin1()));
    QVERIFY(answer(journal->verify(last.at(1).toByteArray()))->intact);
}

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestJournalSignature)
#include "tst_journalsignature.moc"
