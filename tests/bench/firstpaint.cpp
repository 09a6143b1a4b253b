// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A plugin that Qt loads into any program with QT_QPA_GENERIC_PLUGINS=firstpaint, so that the console is measured as it
// is shipped and an empty window in the same way. When the first main window was painted it prints one line: when that
// was, in nanoseconds of the monotonic clock, and the resident memory by then in KiB. Then the program quits.

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QGenericPlugin>
#include <QMainWindow>
#include <QTimer>

#include <chrono>
#include <cstdio>

namespace {

//! KiB. Not from getrusage(), which counts in what the parent held when it started us.
long peakResident()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLong();
}

class FirstPaint final : public QObject {
    Q_OBJECT
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (m_seen || event->type() != QEvent::Paint)
            return false;
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && qobject_cast<QMainWindow *>(widget->window())) {
            // Everything that is to be seen is painted and flushed before the event loop takes its next turn.
            m_seen = true;
            QTimer::singleShot(0, this, &FirstPaint::tell);
        }
        return false;
    }

private:
    void tell()
    {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        std::printf("%lld %ld\n", static_cast<long long>(std::chrono::nanoseconds(now).count()), peakResident());
        std::fflush(stdout);
        QCoreApplication::quit();
    }

    bool m_seen = false;
};

class FirstPaintPlugin final : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "firstpaint.json")
public:
    QObject *create(const QString &, const QString &) override
    {
        auto *watcher = new FirstPaint;
        QCoreApplication::instance()->installEventFilter(watcher);
        return watcher;
    }
};

} // namespace

#include "firstpaint.moc"
