// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace curfew {

static QString mark()
{
    return u"x-kde-passwordManagerHint"_s;
}

void copySensitive(const QString &text)
{
    auto *data = new QMimeData;
    data->setText(text);
    // What KDE's, Windows' and macOS' clipboard managers read to keep a text out of their history.
    data->setData(mark(), "secret");
    data->setData(u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s, "1");
    data->setData(u"application/x-nspasteboard-concealed-type"_s, text.toUtf8());
    QGuiApplication::clipboard()->setMimeData(data);
}

static bool holdsOurs()
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    return clipboard->ownsClipboard() && clipboard->mimeData() && clipboard->mimeData()->hasFormat(mark());
}

ClipboardKeeper::ClipboardKeeper(std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(patience);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardKeeper::clear);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &ClipboardKeeper::changed);
    connect(qGuiApp, &QGuiApplication::aboutToQuit, this, &ClipboardKeeper::clear);
}

void ClipboardKeeper::changed()
{
    if (holdsOurs())
        m_timer.start(); // the last one counts
    else
        m_timer.stop();
}

void ClipboardKeeper::clear()
{
    if (holdsOurs())
        QGuiApplication::clipboard()->clear();
}

} // namespace curfew
