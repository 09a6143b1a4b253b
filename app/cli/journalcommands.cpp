// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalcommands.h"

#include "asyncresult.h"
#include "journal.h"
#include "journaldocument.h"
#include "privatefile.h"
#include "terminal.h"
#include "timetext.h"
#include "visibletext.h"
#include "words.h"
#include "workspace.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace curfew {

void JournalListCommand::start()
{
    onResult(workspace().journal().batches(), this, [this](const Result<QList<BatchSummary>> &batches) {
        if (!batches) {
            fail(batches.error());
            return;
        }
        QList<QStringList> rows;
        for (const BatchSummary &batch : *batches)
            rows.append({batch.batch, timeText(batch.startedAt), batch.finishedAt ? u"finished"_s : u"UNFINISHED"_s,
                         batch.operatorName, batch.issuer, batch.user, batch.ticket, countsText(batch.counts)});
        print(QJsonDocument(journalListDocument(*batches)),
              batches->isEmpty() ? u"The journal holds no actions yet."_s
                                 : textTable({u"BATCH"_s, u"STARTED"_s, u"STATE"_s, u"OPERATOR"_s, u"ISSUER"_s,
                                              u"PERSON"_s, u"TICKET"_s, u"OUTCOMES"_s},
                                             rows));
        finish(ExitStatus::Good);
    });
}

void JournalShowCommand::start()
{
    onResult(workspace().journal().batch(line().arguments.first()), this, [this](const Result<BatchRecord> &record) {
        if (!record) {
            fail(record.error());
            return;
        }
        QList<QStringList> rows;
        for (const ItemRecord &item : record->items)
            rows.append({itemStatusName(item), actionName(item.item.action),
                         item.item.fingerprint.isEmpty() ? u"–"_s : item.item.fingerprint,
                         item.item.session.isEmpty() ? u"–"_s : item.item.session,
                         item.result ? item.result->message : QString()});
        const BatchSummary &summary = record->summary;
        QString text = u"%1 · %2 · %3\nstarted %4, finished %5, by %6\n"_s.arg(
            summary.batch, visibleText(summary.issuer), summary.user.isEmpty() ? u"–"_s : visibleText(summary.user),
            timeText(summary.startedAt), summary.finishedAt ? timeText(summary.finishedAt) : u"not yet"_s,
            visibleText(summary.operatorName));
        text += textTable({u"OUTCOME"_s, u"ACTION"_s, u"TOKEN"_s, u"SESSION"_s, u"NOTE"_s}, rows);
        print(QJsonDocument(revokeDocument(*record)), text);
        finish(ExitStatus::Good);
    });
}

// Of the key that signed last.
static QString ownerText(ProfileKey key)
{
    switch (key) {
    case ProfileKey::AtHand:
        return u", which is this profile's"_s;
    case ProfileKey::Missing:
        return {}; // a line of its own
    case ProfileKey::NotAtHand:
        break;
    }
    return u"; the keychain with this profile's key is not at hand"_s;
}

//! Lines, each of which begins with its line's end.
static QString signaturesText(const VerifyReport &report)
{
    const auto batches = [](qint64 count) { return u'\n' + countOf(count, u"finished batch"_s); };
    QString text;
    if (report.erased > 0)
        text += u"\n%1 erased, as the journal's own erasures say"_s.arg(countOf(report.erased, u"personal value"_s));
    if (isKeyMissing(report))
        text += u"\nWARNING: this profile's key is missing from the keychain: it was removed there, or the profile was "
                "changed to look for another. Whose signatures these are can't be told."_s;
    if (report.signedBatches > 0)
        text += u"%1 signed with the key %2%3"_s.arg(batches(report.signedBatches), report.signingKeys.constLast(),
                                                     ownerText(report.profileKey));
    if (report.earlierKeyBatches > 0)
        text += batches(report.earlierKeyBatches) + u" signed with an earlier key"_s
            + (report.profileKey == ProfileKey::AtHand ? u", which this keychain no longer has: not checked"_s
                                                       : QString());
    if (report.unsignedBatches > 0)
        text += batches(report.unsignedBatches)
            + u" NOT signed: no keychain was at hand then, or somebody took the signature out"_s;
    if (report.events > 0 && report.signingKeys.isEmpty())
        text += u"\nNothing is signed: whoever can write the file can chain other events."_s;
    else if (report.unsignedEvents > 0)
        text +=
            u"\n%1 since the last signature, chained but not signed: whoever can write the file can change them"_s.arg(
                countOf(report.unsignedEvents, u"event"_s));
    return text;
}

//! What is known in spite of the damage: a line that begins with its line's end.
static QString vouchedText(const VerifyReport &report)
{
    if (report.vouchedEvents > 0)
        return u"\nEvents 1 to %1 are as they were when they were signed with this profile's key. Whoever can write "
               u"the "
               "file can have changed those behind, and chained them anew."_s.arg(report.vouchedEvents);
    QString text = u"\nNo signature of this profile's key stands before it."_s;
    if (isKeyMissing(report))
        text = u"\nThis profile's key is missing from the keychain."_s;
    else if (report.profileKey != ProfileKey::AtHand && !report.signingKeys.isEmpty())
        text = u"\nThe keychain with this profile's key is not at hand."_s;
    return text
        + u" Whether the events before it are as they were written can't be told: whoever can write the file can "
          u"change "
          "them, and chain them anew."_s;
}

static QString damageText(const VerifyReport &report)
{
    const JournalDamage &damage = *report.damage;
    const QString place = damage.event > 0 ? u" at event %1"_s.arg(damage.event) : QString();
    return u"DAMAGED%1 (%2): %3."_s.arg(place, damageName(damage.kind), visibleText(damage.detail))
        + vouchedText(report);
}

void JournalVerifyCommand::start()
{
    const QByteArray expected = QByteArray::fromHex(line().value(u"expect"_s).toLatin1());
    onResult(workspace().journal().verify(expected), this, [this](const Result<VerifyReport> &report) {
        if (report)
            tell(*report);
        else
            fail(report.error());
    });
}

void JournalVerifyCommand::tell(const VerifyReport &report)
{
    QJsonValue damage;
    if (report.damage)
        damage = QJsonObject{{u"event"_s, report.damage->event},
                             {u"kind"_s, damageName(report.damage->kind)},
                             {u"detail"_s, report.damage->detail}};
    const QString head = QString::fromLatin1(report.headHash.toHex());
    const QString text = report.damage
        ? damageText(report)
        : u"Intact: %1 events, head %2"_s.arg(QString::number(report.events), head) + signaturesText(report);
    print(QJsonDocument(QJsonObject{{u"intact"_s, report.intact},
                                    {u"events"_s, report.events},
                                    {u"erased"_s, report.erased},
                                    {u"signed_batches"_s, report.signedBatches},
                                    {u"earlier_key_batches"_s, report.earlierKeyBatches},
                                    {u"unsigned_batches"_s, report.unsignedBatches},
                                    {u"unsigned_events"_s, report.unsignedEvents},
                                    {u"vouched_events"_s, report.vouchedEvents},
                                    {u"signing_keys"_s, QJsonArray::fromStringList(report.signingKeys)},
                                    {u"checked_key"_s, report.profileKey == ProfileKey::AtHand},
                                    {u"key_missing"_s, isKeyMissing(report)},
                                    {u"head"_s, head},
                                    {u"damage"_s, damage}}),
          text);
    finish(report.intact ? ExitStatus::Good : ExitStatus::JournalDamaged);
}

void JournalEraseCommand::start()
{
    const QDateTime before(QDate::fromString(line().value(u"before"_s), Qt::ISODate), QTime(0, 0), Qt::UTC);
    if (isDryRun()) {
        print(QJsonDocument(QJsonObject{
                  {u"before"_s, toJson(before)}, {u"erased"_s, QJsonValue()}, {u"left_on_disk"_s, QJsonValue()}}),
              u"Dry run: would delete the personal values recorded before %1. Nothing was deleted."_s.arg(
                  timeText(before)));
        finish(ExitStatus::Good);
        return;
    }
    if (!mayProceed(u"Delete who acted, whom it concerned, tickets, reasons, sessions' ids and the issuers' words of "
                    u"everything "
                    u"before %1?\nThey can't be brought back; what was done, and when, stays."_s.arg(timeText(before))))
        return;
    onResult(workspace().journal().erase(before), this, [this, before](const Result<Erasure> &erasure) {
        if (erasure)
            tell(*erasure, before);
        else
            fail(erasure.error());
    });
}

void JournalEraseCommand::tell(const Erasure &erasure, const QDateTime &before)
{
    print(QJsonDocument(QJsonObject{{u"before"_s, toJson(before)},
                                    {u"erased"_s, erasure.values},
                                    {u"left_on_disk"_s, erasure.leftOnDisk.has_value()}}),
          u"Deleted %1 recorded before %2; the chain stays verifiable."_s.arg(
              countOf(erasure.values, u"personal value"_s), timeText(before)));
    if (erasure.leftOnDisk) {
        warn(u"what was deleted is NOT off the disk yet: %1. Run the same command again then."_s.arg(
            erasure.leftOnDisk->detail));
        finish(ExitStatus::NotAllEnded);
        return;
    }
    finish(ExitStatus::Good);
}

void JournalExportCommand::start()
{
    if (isDryRun()) {
        const QString path = line().value(u"output"_s);
        print(QJsonDocument(QJsonObject{{u"output"_s, path}, {u"bytes"_s, QJsonValue()}}),
              u"Dry run: would write %1. Nothing was written."_s.arg(path));
        finish(ExitStatus::Good);
        return;
    }
    const ExportFormat format = line().value(u"format"_s) == "csv"_L1 ? ExportFormat::Csv : ExportFormat::Json;
    Journal &journal = workspace().journal();
    const auto content =
        line().arguments.isEmpty() ? journal.exportAll(format) : journal.exportBatch(line().arguments.first(), format);
    onResult(content, this, [this](const Result<QByteArray> &bytes) {
        if (bytes)
            write(*bytes);
        else
            fail(bytes.error());
    });
}

void JournalExportCommand::write(const QByteArray &content)
{
    const QString path = line().value(u"output"_s);
    if (path == "-"_L1) {
        terminal().result(content);
        finish(ExitStatus::Good);
        return;
    }
    if (const auto written = writePrivateFile(path, content); !written) {
        fail(failure(ErrorKind::InvalidInput, u"%1 can't be written: %2"_s.arg(path, written.error().detail)));
        return;
    }
    print(QJsonDocument(QJsonObject{{u"output"_s, path}, {u"bytes"_s, content.size()}}),
          u"Written to %1 (%2 bytes)."_s.arg(path, QString::number(content.size())));
    finish(ExitStatus::Good);
}

} // namespace curfew
