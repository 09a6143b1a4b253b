// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

//! What was copied as personal. The clipboard hands out this very object for as long as nobody else has copied
//! anything, so that its class tells whether it is ours, without asking another program what it has.
class PersonalData final : public QMimeData {
public:
    explicit PersonalData(const QString &text)
    {
        setText(text);
        // What KDE's, Windows' and macOS' clipboard managers read to keep a text out of their history.
        setData(u"x-kde-passwordManagerHint"_s, "secret");
        setData(u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s, "1");
        setData(u"application/x-nspasteboard-concealed-type"_s, text.toUtf8());
    }
};

} // namespace

void copySensitive(const QString &text)
{
    QGuiApplication::clipboard()->setMimeData(new PersonalData(text));
}

static bool holdsOurs()
{
    return dynamic_cast<const PersonalData *>(QGuiApplication::clipboard()->mimeData()) != nullptr;
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
