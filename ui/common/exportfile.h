// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tone.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace curfew {

enum class ExportFile { Json, Csv };

//! Asks where an export is to go; \p chosen is called unless the operator changes their mind or \p parent is gone.
//! \param name of the file that is offered, without its suffix
//! \param first the kind of file that is offered first
void askForExportFile(QWidget *parent, const QString &title, const QString &name, ExportFile first,
                      const std::function<void(const QString &path, ExportFile kind)> &chosen);

//! How an export went, in a sentence.
struct ExportWords {
    QString sentence;
    Tone tone = Tone::Grey;
};

//! Writes \p content to \p path, for its owner alone: it names people.
[[nodiscard]] ExportWords writeExport(const QString &path, const QByteArray &content);

} // namespace curfew
