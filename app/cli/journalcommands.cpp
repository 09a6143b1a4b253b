// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalcommands.h"

#include "asyncresult.h"
#include "journal.h"
#include "journaldocument.h"
#include "privatefile.h"
#include "terminal.h"
#include "visibletext.h"
#include "words.h"
#include "workspace.h"

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
            rows.append({itemStatusName(item), item.item.fingerprint.isEmpty() ? u"–"_s : item.item.fingerprint,
                         item.item.session.isEmpty() ? u"–"_s : item.item.session,
                         item.result ? item.result->message : QString()});
        const BatchSummary &summary = record->summary;
        QString text = u"%1 · %2 · %3\nstarted %4, finished %5, by %6\n"_s.arg(
            summary.batch, visibleText(summary.issuer), summary.user.isEmpty() ? u"–"_s : visibleText(summary.user),
            timeText(summary.startedAt), summary.finishedAt ? timeText(summary.finishedAt) : u"not yet"_s,
            visibleText(summary.operatorName));
        text += textTable({u"OUTCOME"_s, u"TOKEN"_s, u"SESSION"_s, u"NOTE"_s}, rows);
        print(QJsonDocument(revokeDocument(*record)), text);
        finish(ExitStatus::Good);
    });
}

void JournalVerifyCommand::start()
{
    onResult(workspace().journal().verify(), this, [this](const Result<VerifyReport> &report) {
        if (!report) {
            fail(report.error());
            return;
        }
        QJsonValue damage;
        if (report->damage)
            damage = QJsonObject{{u"event"_s, report->damage->event},
                                 {u"kind"_s, damageName(report->damage->kind)},
                                 {u"detail"_s, report->damage->detail}};
        const QString head = QString::fromLatin1(report->headHash.toHex());
        const QString text = report->damage
            ? u"DAMAGED at event %1 (%2): %3. The %4 events before it are as they were written."_s.arg(
                QString::number(report->damage->event), damageName(report->damage->kind),
                visibleText(report->damage->detail), QString::number(report->events))
            : u"Intact: %1 events, head %2"_s.arg(QString::number(report->events), head);
        print(QJsonDocument(QJsonObject{{u"intact"_s, report->intact},
                                        {u"events"_s, report->events},
                                        {u"erased"_s, report->erased},
                                        {u"head"_s, head},
                                        {u"damage"_s, damage}}),
              text);
        finish(report->intact ? ExitStatus::Good : ExitStatus::JournalDamaged);
    });
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
