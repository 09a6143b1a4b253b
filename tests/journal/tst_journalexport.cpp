// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journaldocument.h"
#include "journalexport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace curfew {

static BatchRecord oneBatch()
{
    BatchRecord record;
    record.summary = {u"20260301-140211-4f2a"_s,
                      QDateTime({2026, 3, 1}, {14, 2, 11}, Qt::UTC),
                      {},
                      u"helen"_s,
                      u"Catena, prod"_s,
                      u"=maria"_s,
                      u"INC-1"_s,
                      u"a \"stolen\" one"_s,
                      false,
                      {}};
    record.items = {
        {{Target::Token, u"00112233aabbccdd"_s, Action::Revoke, u"00112233aabbccdd"_s, u"5e55"_s, u"console"_s},
         ItemState::Done,
         Sight::Alive,
         ItemResult{Outcome::Accepted, VerifiedBy::Listing, 200, 1, QDateTime({2026, 3, 1}, {15, 0}, Qt::UTC),
                    u"@evil\nline"_s}},
        {{Target::Session, u"5e56"_s, Action::EndSession, {}, u"5e56"_s, {}}, ItemState::Planned, {}, {}},
    };
    return record;
}

static JournalSeal seal()
{
    return {12, QByteArray(32, '\x5a'), u"0123456789abcdef"_s};
}

class TestJournalExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void csv();
    void json();
    void anUnsignedJournalNamesNoKey();
};

void TestJournalExport::csv()
{
    const QByteArray sealed = ",12," + QByteArray(32, '\x5a').toHex() + ",0123456789abcdef\r\n";
    const QByteArray batch = "20260301-140211-4f2a,2026-03-01T14:02:11Z,,helen,\"Catena, prod\",'=maria,INC-1,"
                             "\"a \"\"stolen\"\" one\",";
    QCOMPARE(csvExport({oneBatch()}, seal()),
             "batch,started_at,finished_at,operator,issuer,user,ticket,reason,target,target_id,action,fingerprint,"
             "session,outcome,verified_by,http_status,attempts,may_work_until,message,"
             "journal_events,journal_head,signing_key\r\n"
                 + batch
                 + "token,00112233aabbccdd,revoke,00112233aabbccdd,5e55,accepted,listing,200,1,2026-03-01T15:00:00Z,"
                   "'@evil\xe2\x90\x8aline"
                 + sealed + batch + "session,5e56,end_session,,5e56,planned,,,0,," + sealed);
}

void TestJournalExport::json()
{
    const BatchRecord batch = oneBatch();
    QJsonObject document = revokeDocument(batch);
    document.insert(u"journal"_s,
                    QJsonObject{{u"events"_s, 12},
                                {u"head"_s, QString(u"5a"_s).repeated(32)},
                                {u"signing_key"_s, u"0123456789abcdef"_s}});
    QCOMPARE(QJsonDocument::fromJson(jsonExport(batch, seal())).object(), document);
    QCOMPARE(QJsonDocument::fromJson(jsonExport(QList{batch, batch}, seal())).array(),
             (QJsonArray{document, document}));
}

void TestJournalExport::anUnsignedJournalNamesNoKey()
{
    const QJsonObject document =
        QJsonDocument::fromJson(jsonExport(oneBatch(), {12, QByteArray(32, '\x5a'), {}})).object();
    QCOMPARE(document.value(u"journal"_s).toObject().value(u"signing_key"_s), QJsonValue());
}

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestJournalExport)
#include "tst_journalexport.moc"
