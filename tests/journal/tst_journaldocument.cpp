// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journaldocument.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace curfew {

static QDateTime at(int hour, int minute)
{
    return QDateTime({2026, 3, 1}, {hour, minute}, Qt::UTC);
}

static QJsonObject json(const char *text)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(text, &error).object();
    if (error.error != QJsonParseError::NoError)
        qFatal("%s", qPrintable(error.errorString()));
    return object;
}

class TestJournalDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void revokeDocumentOfAFinishedBatch();
    void revokeDocumentOfAnInterruptedBatch();
    void revokeDocumentOfNothing();
    void itemsWithoutAResult_data();
    void itemsWithoutAResult();
    void listDocument();
    void residualAccess_data();
    void residualAccess();
};

void TestJournalDocument::revokeDocumentOfAFinishedBatch()
{
    BatchRecord record;
    record.summary.batch = u"20260301-140211-4f2a"_s;
    record.summary.issuer = u"Catena"_s;
    record.items = {
        {{Target::Token, u"00112233aabbccdd"_s, Action::Revoke, u"00112233aabbccdd"_s, u"5e55"_s, u"console"_s},
         ItemState::Done,
         Sight::Alive,
         ItemResult{Outcome::Revoked, VerifiedBy::Introspection, 200, 2, at(15, 30), {}}},
        {{Target::User, u"maria"_s, Action::Logout, {}, {}, {}},
         ItemState::Done,
         Sight::Unseen,
         ItemResult{Outcome::Refused, VerifiedBy::Nothing, 403, 1, {}, u"not allowed"_s}},
    };
    QCOMPARE(revokeDocument(record), json(R"({
        "batch": "20260301-140211-4f2a", "issuer": "Catena", "counts": {"revoked": 1, "refused": 1},
        "residual_access_until": "2026-03-01T15:30:00Z",
        "results": [
            {"target": "token", "target_id": "00112233aabbccdd", "action": "revoke", "fingerprint": "00112233aabbccdd",
             "session": "5e55", "issuer": "Catena", "outcome": "revoked", "verified_by": "introspection",
             "http_status": 200, "attempts": 2, "may_work_until": "2026-03-01T15:30:00Z", "message": null},
            {"target": "user", "target_id": "maria", "action": "logout", "fingerprint": null, "session": null,
             "issuer": "Catena", "outcome": "refused", "verified_by": null, "http_status": 403, "attempts": 1,
             "may_work_until": null, "message": "not allowed"}]})"));
}

void TestJournalDocument::revokeDocumentOfAnInterruptedBatch()
{
    BatchRecord record;
    record.summary.batch = u"20260301-140211-4f2a"_s;
    record.summary.issuer = u"Catena"_s;
    record.items = {{{Target::Token, u"00112233aabbccdd"_s, Action::Revoke, u"00112233aabbccdd"_s, {}, {}},
                     ItemState::Sending,
                     Sight::Alive,
                     {}},
                    {{Target::Session, u"5e55"_s, Action::EndSession, {}, u"5e55"_s, {}}, ItemState::Planned, {}, {}}};
    QCOMPARE(revokeDocument(record), json(R"({
        "batch": "20260301-140211-4f2a", "issuer": "Catena", "counts": {"unknown": 1, "planned": 1},
        "residual_access_until": null,
        "results": [
            {"target": "token", "target_id": "00112233aabbccdd", "action": "revoke", "fingerprint": "00112233aabbccdd",
             "session": null, "issuer": "Catena", "outcome": "unknown", "verified_by": null, "http_status": null,
             "attempts": null, "may_work_until": null, "message": null},
            {"target": "session", "target_id": "5e55", "action": "end_session", "fingerprint": null, "session": "5e55",
             "issuer": "Catena", "outcome": "planned", "verified_by": null, "http_status": null, "attempts": 0,
             "may_work_until": null, "message": null}]})"));
}

void TestJournalDocument::revokeDocumentOfNothing()
{
    QCOMPARE(revokeDocument({}),
             json(R"({"batch": null, "issuer": null, "counts": {}, "residual_access_until": null, "results": []})"));
}

void TestJournalDocument::itemsWithoutAResult_data()
{
    QTest::addColumn<ItemRecord>("item");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("status");
    QTest::newRow("never sent") << ItemRecord{{}, ItemState::Planned, Sight::Alive, {}} << Outcome::Skipped
                                << u"planned"_s;
    QTest::newRow("its answer was lost") << ItemRecord{{}, ItemState::Sending, Sight::Alive, {}} << Outcome::Unknown
                                         << u"unknown"_s;
    QTest::newRow("done") << ItemRecord{{},
                                        ItemState::Done,
                                        Sight::Alive,
                                        ItemResult{Outcome::Revoked, {}, 0, 1, {}, {}}}
                          << Outcome::Revoked << u"revoked"_s;
}

void TestJournalDocument::itemsWithoutAResult()
{
    QFETCH(ItemRecord, item);
    QFETCH(Outcome, outcome);
    QFETCH(QString, status);
    QCOMPARE(outcomeOf(item), outcome);
    QCOMPARE(itemStatusName(item), status);
}

void TestJournalDocument::listDocument()
{
    const BatchSummary whole{u"b2"_s,    at(14, 2),  at(14, 3),   u"helen"_s, u"Catena"_s,
                             u"maria"_s, u"INC-1"_s, u"stolen"_s, false,      {{u"revoked"_s, 3}}};
    BatchSummary erased;
    erased.batch = u"b1"_s;
    erased.startedAt = at(9, 0);
    erased.issuer = u"Acme"_s;
    erased.erased = true;
    QCOMPARE(journalListDocument({whole, erased}), json(R"({"batches": [
        {"batch": "b2", "started_at": "2026-03-01T14:02:00Z", "finished_at": "2026-03-01T14:03:00Z",
         "operator": "helen", "issuer": "Catena", "user": "maria", "ticket": "INC-1", "reason": "stolen",
         "counts": {"revoked": 3}},
        {"batch": "b1", "started_at": "2026-03-01T09:00:00Z", "finished_at": null, "operator": null, "issuer": "Acme",
         "user": null, "ticket": null, "reason": null, "counts": {}}]})"));
}

void TestJournalDocument::residualAccess_data()
{
    QTest::addColumn<QList<Outcome>>("outcomes"); // the first may work until 15:00, the second until 16:00, …
    QTest::addColumn<std::optional<QDateTime>>("until");
    using Until = std::optional<QDateTime>;
    QTest::newRow("the latest of several") << QList{Outcome::Revoked, Outcome::Accepted} << Until(at(16, 0));
    QTest::newRow("already invalid counts") << QList{Outcome::AlreadyInvalid} << Until(at(15, 0));
    QTest::newRow("what was not ended is no residue") << QList{Outcome::Revoked, Outcome::StillActive, Outcome::Refused,
                                                               Outcome::Failed,  Outcome::Unknown,     Outcome::Skipped}
                                                      << Until(at(15, 0));
    QTest::newRow("nothing ended") << QList{Outcome::Failed} << Until();
}

void TestJournalDocument::residualAccess()
{
    QFETCH(QList<Outcome>, outcomes);
    QFETCH(std::optional<QDateTime>, until);
    QList<ItemRecord> items;
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        ItemRecord record;
        record.state = ItemState::Done;
        record.result = ItemResult{outcomes.at(i), VerifiedBy::Nothing, 200, 1, at(15 + int(i), 0), {}};
        items.append(record);
    }
    items.append(ItemRecord{});
    QCOMPARE(residualAccessUntil(items), until);
}

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestJournalDocument)
#include "tst_journaldocument.moc"
