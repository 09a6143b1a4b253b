// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asyncresult.h"
#include "eventchain.h"
#include "journalevents.h"
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

// As when the keychain lost its key: a new one is made, told, stored, and signs.
static void replaceKey(const JournalFixture &fixture, const SigningKeyPtr &key)
{
    const auto journal = make(fixture, key);
    QVERIFY(answer(journal->admitKey(key)).has_value());
    QVERIFY(!finishOne(*journal).isEmpty());
}

static Result<VerifyReport> verified(const JournalFixture &fixture, const Result<SigningKeyPtr> &key)
{
    return answer(make(fixture, key)->verify());
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
    void aReplacedKeyIsSaidAndNoDamage();
    void aKeyThatWasMadeAndNotStoredDisturbsNothing();
    void aKeyThatHasNotSignedYetIsNoDamage();
    void aKeyNobodyAdmittedIsForeign_data();
    void aKeyNobodyAdmittedIsForeign();
    void anAdmissionCannotBeMovedOrForged_data();
    void anAdmissionCannotBeMovedOrForged();
    void onlyTheNewKeyAdmitsItself_data();
    void onlyTheNewKeyAdmitsItself();
    void aSignatureCoversItsOwnEvent_data();
    void aSignatureCoversItsOwnEvent();
    void anEarlySignatureCoversTheEventsBeforeIt();
    void eventsAfterTheLastSignatureAreCounted();
    void aChangeBehindTheLastSignatureIsCountedNotFound();
    void verificationErasureAndExportEndSigned();
    void damageIsNotSigned();
    void aMissingKeyIsNoMissingKeychain();
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
    QCOMPARE(report->profileKey, ProfileKey::AtHand);
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
    QCOMPARE(report->profileKey, ProfileKey::NotAtHand);
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

void TestJournalSignature::aReplacedKeyIsSaidAndNoDamage()
{
    const JournalFixture fixture;
    const SigningKeyPtr lost = newKey();
    const SigningKeyPtr key = newKey();
    {
        const auto journal = make(fixture, lost);
        QVERIFY(!finishOne(*journal).isEmpty());
        QVERIFY(!finishOne(*journal).isEmpty());
    }
    const KeyChange change{keyFingerprint(lost->publicKey()), keyFingerprint(key->publicKey())};
    {
        const auto journal = make(fixture, key);
        QList<KeyChange> told;
        connect(journal.get(), &Journal::signingKeyChanged, this, [&](const KeyChange &c) { told.append(c); });
        QVERIFY(answer(journal->admitKey(key)).has_value());
        QVERIFY(!finishOne(*journal).isEmpty());
        QCOMPARE(told, QList<KeyChange>{change});
    }
    const Rows events = fixture.rows(
        u"SELECT body FROM events WHERE json_extract(CAST(body AS TEXT), '$.event') = 'signing_key_changed'"_s);
    QCOMPARE(events.size(), 1);
    QVERIFY(events.constFirst().constFirst().toByteArray().contains("\"detail\":\"from " + change.from.toLatin1()
                                                                    + " to " + change.to.toLatin1() + '"'));
    const Result<VerifyReport> report = verified(fixture, key);
    QVERIFY(report && report->intact);
    QCOMPARE(report->signedBatches, 1);
    QCOMPARE(report->earlierKeyBatches, 2);
    QCOMPARE(report->unsignedBatches, 0);
    QCOMPARE(report->signingKeys, (QStringList{change.from, change.to}));
    QCOMPARE(kindOf(verified(fixture, lost)), u"foreign"_s); // who still has that one knows of no other
}

void TestJournalSignature::aKeyThatWasMadeAndNotStoredDisturbsNothing()
{
    const JournalFixture fixture;
    const SigningKeyPtr key = newKey();
    QVERIFY(!finishOne(*make(fixture, newKey())).isEmpty());
    QVERIFY(answer(fixture.make()->admitKey(newKey())).has_value()); // killed before it was stored
    replaceKey(fixture, key);
    const Result<VerifyReport> report = verified(fixture, key);
    QVERIFY(report && report->intact);
    QCOMPARE(std::pair(report->signedBatches, report->earlierKeyBatches), std::pair(qint64(1), qint64(1)));
}

void TestJournalSignature::aKeyThatHasNotSignedYetIsNoDamage()
{
    const JournalFixture fixture;
    const SigningKeyPtr key = newKey();
    QVERIFY(!finishOne(*make(fixture, newKey())).isEmpty());
    QVERIFY(answer(fixture.make()->admitKey(key)).has_value()); // killed behind that
    const Result<VerifyReport> report = verified(fixture, key);
    QVERIFY(report && report->intact);
    QCOMPARE(std::pair(report->signedBatches, report->earlierKeyBatches), std::pair(qint64(0), qint64(1)));
}

void TestJournalSignature::aKeyNobodyAdmittedIsForeign_data()
{
    QTest::addColumn<QString>("story"); // who signs: P this profile's key, X and Y others'; + where it admits itself
    QTest::addColumn<int>("foreign"); // which of them
    QTest::newRow("another's journal") << u"X"_s << 0;
    QTest::newRow("no word of a change") << u"X P"_s << 0;
    QTest::newRow("a stranger goes on") << u"P X"_s << 1;
    QTest::newRow("a stranger admits itself") << u"P +X"_s << 1;
    QTest::newRow("a stranger admits itself, and the profile's key comes back") << u"P +X P"_s << 1;
    QTest::newRow("the profile's key can't admit itself twice") << u"P +X +P"_s << 1;
    QTest::newRow("a stranger's journal with a change of its own") << u"X +Y"_s << 0;
    QTest::newRow("a stranger behind a good change") << u"X +P Y"_s << 2;
    QTest::newRow("a replaced key comes back") << u"X +P X"_s << 2;
}

void TestJournalSignature::aKeyNobodyAdmittedIsForeign()
{
    QFETCH(QString, story);
    QFETCH(int, foreign);
    const JournalFixture fixture;
    const QHash<QChar, SigningKeyPtr> keys{{u'P', newKey()}, {u'X', newKey()}, {u'Y', newKey()}};
    QList<qint64> signatures;
    const QStringList steps = story.split(u' ');
    for (const QString &step : steps) {
        const SigningKeyPtr &key = keys.value(step.back());
        if (step.startsWith(u'+'))
            replaceKey(fixture, key);
        else
            QVERIFY(!finishOne(*make(fixture, key)).isEmpty());
        signatures.append(fixture.rows(u"SELECT max(number) FROM events"_s).constFirst().constFirst().toLongLong());
    }
    const Result<VerifyReport> report = verified(fixture, keys.value(u'P'));
    QCOMPARE(kindOf(report), u"foreign"_s);
    QCOMPARE(report->damage->event, signatures.at(foreign));
}

void TestJournalSignature::anAdmissionCannotBeMovedOrForged_data()
{
    QTest::addColumn<QByteArray>("what"); // the value of which the attacker turns a digit
    QTest::newRow("the signature") << "\"signature\":\""_ba;
    QTest::newRow("the new key") << ",\"key\":\""_ba;
    QTest::newRow("the earlier key") << "\"earlier_key\":\""_ba;
    QTest::newRow("the time") << "\"at\":\""_ba; // it stands in the chain, and that in the signatures behind it
    QTest::newRow("an event before") << ""_ba;
}

void TestJournalSignature::anAdmissionCannotBeMovedOrForged()
{
    QFETCH(QByteArray, what);
    const JournalFixture fixture;
    const SigningKeyPtr key = newKey();
    QVERIFY(!finishOne(*make(fixture, newKey())).isEmpty());
    QVERIFY(answer(fixture.make()->record({JournalEventKind::Lookup, u"Catena"_s, {}, 3, {}})).has_value());
    const qint64 lookup = fixture.rows(u"SELECT max(number) FROM events"_s).constFirst().constFirst().toLongLong();
    replaceKey(fixture, key);
    QCOMPARE(kindOf(verified(fixture, key)), QString());
    if (what.isEmpty()) {
        rewriteChain(fixture, lookup, "\"count\":3", "\"count\":0");
    } else {
        const QByteArray body = fixture.rows(u"SELECT body FROM events WHERE number = ?"_s, {lookup + 1})
                                    .constFirst()
                                    .constFirst()
                                    .toByteArray();
        const qsizetype place = body.indexOf(what) + what.size();
        QVERIFY(place >= what.size());
        const QByteArray digit = body.at(place) == '1' ? "3" : "1";
        rewriteChain(fixture, lookup + 1, what + body.at(place), what + digit);
    }
    QCOMPARE(kindOf(verified(fixture, key)), u"edited"_s);
}

// An attacker signs all with a key of their own, and says that the profile's key, whose public half stands on exports,
// replaced it; then the profile's next batch is signed.
void TestJournalSignature::onlyTheNewKeyAdmitsItself_data()
{
    QTest::addColumn<QString>("signer");
    QTest::addColumn<bool>("ofThisChain");
    QTest::addColumn<bool>("ofThisKey");
    QTest::addColumn<QString>("kind");
    QTest::newRow("the profile's key itself") << u"own"_s << true << true << QString();
    QTest::newRow("the stranger") << u"stranger"_s << true << true << u"edited"_s;
    QTest::newRow("the profile's key, of another chain") << u"own"_s << false << true << u"edited"_s;
    QTest::newRow("the profile's key, of another key") << u"own"_s << true << false << u"foreign"_s;
}

void TestJournalSignature::onlyTheNewKeyAdmitsItself()
{
    QFETCH(QString, signer);
    QFETCH(bool, ofThisChain);
    QFETCH(bool, ofThisKey);
    const JournalFixture fixture;
    const SigningKeyPtr own = newKey();
    const SigningKeyPtr stranger = newKey();
    QVERIFY(!finishOne(*make(fixture, stranger)).isEmpty());
    {
        JournalDatabase database;
        QVERIFY(database.open(fixture.path()).has_value());
        const QByteArray earlier = (ofThisKey ? stranger : newKey())->publicKey();
        const auto forged = database.transaction([&] {
            EventChain chain(database);
            const ChainHead head = *chain.head();
            const QByteArray text = keyChangeText(head.number, ofThisChain ? head.hash : QByteArray(32, 'x'), earlier);
            const QByteArray signature = (signer == "own"_L1 ? own : stranger)->sign(text);
            return chain.append(keyChangedEvent(earlier, own->publicKey(), signature, {}));
        });
        QVERIFY(forged.has_value());
    }
    QVERIFY(!finishOne(*make(fixture, own)).isEmpty());
    QTEST(kindOf(verified(fixture, own)), "kind");
}

void TestJournalSignature::aSignatureCoversItsOwnEvent_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("the time") << "\"at\":\"2026"_ba
                              << "\"at\":\"2020"_ba;
    QTest::newRow("the program's version") << "curfew 0.1.0"_ba
                                           << "curfew 9.9.9"_ba;
    QTest::newRow("the batch") << "\"batch\":\"2026"_ba
                               << "\"batch\":\"2020"_ba;
    QTest::newRow("no batch") << "\"event\":\"batch_signed"_ba
                              << "\"event\":\"journal_signed"_ba;
    QTest::newRow("something added") << "\"event\":"_ba
                                     << "\"detail\":\"all well\",\"event\":"_ba;
    QTest::newRow("the signature twice") << "\"signature\":\""_ba
                                         << "\"signature\":\"\",\"signature\":\""_ba;
    QTest::newRow("a blank between") << ",\"event\":"_ba
                                     << ", \"event\":"_ba;
}

void TestJournalSignature::aSignatureCoversItsOwnEvent()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const JournalFixture fixture;
    const SigningKeyPtr key = newKey();
    QVERIFY(!finishOne(*make(fixture, key)).isEmpty());
    const qint64 last = fixture.rows(u"SELECT max(number) FROM events"_s).constFirst().constFirst().toLongLong();
    const auto body = [&] {
        return fixture.rows(u"SELECT body FROM events WHERE number = ?"_s, {last})
            .constFirst()
            .constFirst()
            .toByteArray();
    };
    const QByteArray before = body();
    rewriteChain(fixture, last, from, to);
    QVERIFY(body() != before);
    const Result<VerifyReport> report = verified(fixture, key);
    QCOMPARE(kindOf(report), u"edited"_s);
    QCOMPARE(report->damage->event, last);
}

// Journals of an early 0.1.0 have such.
void TestJournalSignature::anEarlySignatureCoversTheEventsBeforeIt()
{
    const JournalFixture fixture;
    const SigningKeyPtr key = newKey();
    const QString batch = finishOne(*fixture.make());
    {
        JournalDatabase database;
        QVERIFY(database.open(fixture.path()).has_value());
        const auto appended = database.transaction([&] {
            EventChain chain(database);
            const ChainHead head = *chain.head();
            const QByteArray signature = key->sign(firstSignedText(head.number, head.hash));
            return chain.append(withSignature(signedEvent(batch, key->publicKey()), signature));
        });
        QVERIFY(appended.has_value());
    }
    const Result<VerifyReport> report = verified(fixture, key);
    QVERIFY(report && report->intact);
    QCOMPARE(report->signedBatches, 1);
    QCOMPARE(report->unsignedEvents, 1); // its own: what it says of itself, anybody may have written
    QCOMPARE(report->vouchedEvents, report->events - 1);
    QCOMPARE(verified(fixture, key)->unsignedEvents, 0);
}

void TestJournalSignature::eventsAfterTheLastSignatureAreCounted()
{
    const JournalFixture fixture;
    const auto journal = fixture.make();
    QVERIFY(answer(journal->record({JournalEventKind::Lookup, u"Catena"_s, u"maria"_s, 3, {}})).has_value());
    QCOMPARE(answer(fixture.make()->verify())->unsignedEvents, 1); // there is no signature at all
    const SigningKeyPtr key = newKey();
    QVERIFY(!finishOne(*make(fixture, key)).isEmpty());
    QVERIFY(answer(journal->record({JournalEventKind::Lookup, u"Catena"_s, u"maria"_s, 3, {}})).has_value());
    QVERIFY(answer(journal->record({JournalEventKind::IssuerAdded, u"Acme"_s, {}, -1, {}})).has_value());
    QCOMPARE(verified(fixture, key)->unsignedEvents, 2);
    QCOMPARE(verified(fixture, key)->unsignedEvents, 0); // that verification was signed
}

void TestJournalSignature::aChangeBehindTheLastSignatureIsCountedNotFound()
{
    const JournalFixture fixture;
    const SigningKeyPtr key = newKey();
    const auto journal = make(fixture, key);
    QVERIFY(!finishOne(*journal).isEmpty());
    QVERIFY(answer(journal->record({JournalEventKind::Lookup, u"Catena"_s, {}, 3, {}})).has_value());
    rewriteChain(fixture, 5, "\"count\":3", "\"count\":0");
    const Result<VerifyReport> report = answer(journal->verify());
    QVERIFY(report && report->intact); // what the threat model says
    QCOMPARE(report->unsignedEvents, 1);
    rewriteChain(fixture, 5, "\"count\":0", "\"count\":3"); // the verification was signed: too late
    QCOMPARE(kindOf(answer(journal->verify())), u"edited"_s);
}

void TestJournalSignature::verificationErasureAndExportEndSigned()
{
    const JournalFixture fixture;
    const SigningKeyPtr key = newKey();
    const auto journal = make(fixture, key);
    const QString id = finishOne(*journal);
    const auto endsSigned = [&](const char *kind) {
        const Rows last = fixture.rows(u"SELECT json_extract(CAST(body AS TEXT), '$.event') FROM events "
                                       "ORDER BY number DESC LIMIT 2"_s);
        return last == Rows{{u"journal_signed"_s}, {QString::fromLatin1(kind)}};
    };
    QVERIFY(answer(journal->exportBatch(id, ExportFormat::Csv)).has_value());
    QVERIFY(endsSigned("export"));
    QVERIFY(answer(journal->exportAll(ExportFormat::Json)).has_value());
    QVERIFY(endsSigned("export"));
    QVERIFY(answer(journal->verify())->intact);
    QVERIFY(endsSigned("verification"));
    QVERIFY(answer(journal->erase(QDateTime(QDate(2100, 1, 1), QTime(), Qt::UTC))).has_value());
    QVERIFY(endsSigned("erasure"));
    const Result<VerifyReport> report = answer(journal->verify());
    QVERIFY(report && report->intact);
    QCOMPARE(report->unsignedEvents, 0);
    QCOMPARE(report->signedBatches, 1); // those are no batches
}

void TestJournalSignature::damageIsNotSigned()
{
    const JournalFixture fixture;
    const auto journal = make(fixture, newKey());
    QVERIFY(!finishOne(*journal).isEmpty());
    fixture.tamper(u"UPDATE items SET action = 'logout'"_s);
    QCOMPARE(kindOf(answer(journal->verify())), u"edited"_s);
    const Rows last = fixture.rows(u"SELECT json_extract(CAST(body AS TEXT), '$.event') FROM events "
                                   "ORDER BY number DESC LIMIT 1"_s);
    QCOMPARE(last, (Rows{{u"batch_signed"_s}}));
}

void TestJournalSignature::aMissingKeyIsNoMissingKeychain()
{
    const JournalFixture fixture;
    const Result<SigningKeyPtr> missing = failure(ErrorKind::EntryNotFound);
    QVERIFY(answer(fixture.make()->record({JournalEventKind::Lookup, u"Catena"_s, {}, 3, {}})).has_value());
    QVERIFY(!isKeyMissing(*verified(fixture, missing))); // nothing was signed yet
    QVERIFY(!finishOne(*make(fixture, newKey())).isEmpty());
    const Result<VerifyReport> report = verified(fixture, missing);
    QVERIFY(report && report->intact);
    QCOMPARE(report->profileKey, ProfileKey::Missing);
    QVERIFY(isKeyMissing(*report));
    QVERIFY(!isKeyMissing(*verified(fixture, failure(ErrorKind::KeychainUnavailable))));
}

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestJournalSignature)
#include "tst_journalsignature.moc"
