// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportdialog.h"

#include "asyncresult.h"
#include "errortext.h"
#include "exportfile.h"
#include "journal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::ReportDialog)
};

} // namespace

void saveReport(const SessionsBackend &backend, const QString &batch, QWidget *parent,
                const std::function<void(const QString &sentence, Tone tone)> &said)
{
    const auto save = [&backend, batch, parent, said](const QString &path, ExportFile kind) {
        onResult(backend.exportBatch(batch, kind == ExportFile::Csv ? ExportFormat::Csv : ExportFormat::Json), parent,
                 [path, said](const Result<QByteArray> &content) {
                     if (!content) {
                         said(errorText(content.error()).happened, Tone::Amber);
                         return;
                     }
                     const ExportWords written = writeExport(path, *content);
                     said(written.sentence, written.tone);
                 });
    };
    askForExportFile(parent, Words::tr("Save the report"), u"curfew-%1"_s.arg(batch), ExportFile::Json, save);
}

} // namespace curfew
