// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace curfew {

static void clearIfOurs(const QString &text)
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (clipboard->ownsClipboard() && clipboard->text() == text)
        clipboard->clear();
}

void copySensitive(const QString &text)
{
    auto *data = new QMimeData;
    data->setText(text);
    // What KDE's, Windows' and macOS' clipboard managers read to keep a text out of their history.
    data->setData(u"x-kde-passwordManagerHint"_s, "secret");
    data->setData(u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s, "1");
    data->setData(u"application/x-nspasteboard-concealed-type"_s, text.toUtf8());
    QClipboard *clipboard = QGuiApplication::clipboard();
    clipboard->setMimeData(data);
    QTimer::singleShot(30s, clipboard, [text] { clearIfOurs(text); });
    QObject::connect(qGuiApp, &QGuiApplication::aboutToQuit, clipboard, [text] { clearIfOurs(text); });
}

} // namespace curfew
