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

class TestJournalExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void csv();
    void json();
};

void TestJournalExport::csv()
{
    const QByteArray batch = "20260301-140211-4f2a,2026-03-01T14:02:11Z,,helen,\"Catena, prod\",'=maria,INC-1,"
                             "\"a \"\"stolen\"\" one\",";
    QCOMPARE(csvExport({oneBatch()}),
             "batch,started_at,finished_at,operator,issuer,user,ticket,reason,target,target_id,action,fingerprint,"
             "session,outcome,verified_by,http_status,attempts,may_work_until,message\r\n"
                 + batch
                 + "token,00112233aabbccdd,revoke,00112233aabbccdd,5e55,accepted,listing,200,1,2026-03-01T15:00:00Z,"
                   "\"'@evil\nline\"\r\n"
                 + batch + "session,5e56,end_session,,5e56,planned,,,0,,\r\n");
}

void TestJournalExport::json()
{
    const BatchRecord batch = oneBatch();
    const QJsonObject document = revokeDocument(batch);
    QCOMPARE(QJsonDocument::fromJson(jsonExport(batch)).object(), document);
    QCOMPARE(QJsonDocument::fromJson(jsonExport(QList{batch, batch})).array(), (QJsonArray{document, document}));
}

} // namespace curfew

QTEST_GUILESS_MAIN(curfew::TestJournalExport)
#include "tst_journalexport.moc"
