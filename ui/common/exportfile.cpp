// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportfile.h"

#include "privatefile.h"
#include "visibletext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::ExportFile)
};

} // namespace

void askForExportFile(QWidget *parent, const QString &title, const QString &name, ExportFile first,
                      const std::function<void(const QString &path, ExportFile kind)> &chosen)
{
    auto *dialog = new QFileDialog(parent, title, QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString csv = Words::tr("Table (*.csv)");
    const QString json = Words::tr("JSON document (*.json)");
    dialog->setNameFilters(first == ExportFile::Csv ? QStringList{csv, json} : QStringList{json, csv});
    const auto suffixFor = [csv](const QString &filter) { return filter == csv ? u"csv"_s : u"json"_s; };
    dialog->setDefaultSuffix(suffixFor(dialog->nameFilters().constFirst()));
    dialog->selectFile(name + u'.' + dialog->defaultSuffix());
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                     [dialog, suffixFor](const QString &filter) { dialog->setDefaultSuffix(suffixFor(filter)); });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [chosen](const QString &path) {
        chosen(path, path.endsWith(".csv"_L1, Qt::CaseInsensitive) ? ExportFile::Csv : ExportFile::Json);
    });
    dialog->open();
}

ExportWords writeExport(const QString &path, const QByteArray &content)
{
    const QString shown = visibleText(QDir::toNativeSeparators(path), 200);
    if (const auto written = writePrivateFile(path, content); !written)
        return {Words::tr("%1 can’t be written: %2").arg(shown, written.error().detail), Tone::Amber};
    return {Words::tr("Saved as %1. The file names people: keep it where it belongs.").arg(shown), Tone::Grey};
}

} // namespace curfew
