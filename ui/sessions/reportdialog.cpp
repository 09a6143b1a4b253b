// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportdialog.h"

#include "asyncresult.h"
#include "errortext.h"
#include "journal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::ReportDialog)
};

} // namespace

static QString save(const QString &path, const QByteArray &content, bool *saved)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    *saved = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) // it names people
        && file.write(content) == content.size() && file.commit();
    const QString name = QFileInfo(path).fileName();
    return *saved ? Words::tr("Saved as %1.").arg(name)
                  : Words::tr("%1 can’t be written: %2").arg(name, file.errorString());
}

void saveReport(const SessionsBackend &backend, const QString &batch, QWidget *parent,
                const std::function<void(const QString &sentence, bool saved)> &said)
{
    auto *dialog = new QFileDialog(parent, Words::tr("Save the report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({Words::tr("JSON (*.json)"), Words::tr("Table (*.csv)")});
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(QDir::home().filePath(u"curfew-%1.json"_s.arg(batch)));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("csv"_L1) ? u"csv"_s : u"json"_s);
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [&backend, batch, parent, said](const QString &path) {
        const bool csv = path.endsWith(".csv"_L1, Qt::CaseInsensitive);
        onResult(backend.exportBatch(batch, csv ? ExportFormat::Csv : ExportFormat::Json), parent,
                 [path, said](const Result<QByteArray> &content) {
                     if (!content) {
                         said(errorText(content.error()).happened, false);
                         return;
                     }
                     bool saved = false;
                     const QString sentence = save(path, *content, &saved);
                     said(sentence, saved);
                 });
    });
    dialog->open();
}

} // namespace curfew
