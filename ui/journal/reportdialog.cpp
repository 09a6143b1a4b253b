// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportdialog.h"

#include "asyncresult.h"
#include "errortext.h"
#include "exportfile.h"
#include "journal.h"
#include "statestyle.h"
#include "visibletext.h"

#include <QCoreApplication>
#include <QWidget>

#include <memory>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::ReportDialog)
};

//! What is still to be saved, and how it went so far.
struct Saving {
    QList<Report> left;
    bool several = false;
    QWidget *parent = nullptr;
    std::function<void(const QString &words, Tone tone)> said;
    QStringList sentences;
    Tone tone = Tone::Grey;
};

} // namespace

static void saveNext(const std::shared_ptr<Saving> &saving);

static void tell(const std::shared_ptr<Saving> &saving, const ExportWords &words)
{
    saving->sentences.append(words.sentence);
    if (severity(words.tone) < severity(saving->tone))
        saving->tone = words.tone;
    saving->said(saving->sentences.join(u' '), saving->tone);
    saveNext(saving);
}

static void saveNext(const std::shared_ptr<Saving> &saving)
{
    if (saving->left.isEmpty())
        return;
    const Report report = saving->left.takeFirst();
    const auto save = [saving, report](const QString &path, ExportFile kind) {
        const ExportFormat format = kind == ExportFile::Csv ? ExportFormat::Csv : ExportFormat::Json;
        onResult(report.exportBatch(report.batch, format), saving->parent,
                 [saving, path](const Result<QByteArray> &content) {
                     tell(saving,
                          content ? writeExport(path, *content)
                                  : ExportWords{errorText(content.error()).happened, Tone::Amber});
                 });
    };
    const QString title = saving->several ? Words::tr("Save the report for %1").arg(visibleText(report.service, 120))
                                          : Words::tr("Save the report");
    askForExportFile(saving->parent, title, u"curfew-%1"_s.arg(report.batch), ExportFile::Json, save);
}

void saveReports(const QList<Report> &reports, QWidget *parent,
                 const std::function<void(const QString &words, Tone tone)> &said)
{
    saveNext(std::make_shared<Saving>(Saving{reports, reports.size() > 1, parent, said, {}, Tone::Grey}));
}

} // namespace curfew
