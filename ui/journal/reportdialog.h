// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"
#include "tone.h"

#include <QFuture>
#include <QList>

#include <functional>

class QWidget;

namespace curfew {

enum class ExportFormat;

//! The journal's record of one action at one service.
struct Report {
    QString batch;
    QString service; //!< named when it is asked where to, where there are several
    std::function<QFuture<Result<QByteArray>>(const QString &batch, ExportFormat format)> exportBatch;
};

//! Asks where to, one report after the other, and saves each as JSON or CSV. After each of them \p said gets what came
//! of those so far in words, unless \p parent is gone. Changing one's mind leaves the rest out.
void saveReports(const QList<Report> &reports, QWidget *parent,
                 const std::function<void(const QString &words, Tone tone)> &said);

} // namespace curfew
