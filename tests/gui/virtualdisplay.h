// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>

namespace curfew {

//! An X server of the test's own, without a window manager, and the hands of somebody who sits at it (xdotool).
class VirtualDisplay {
public:
    VirtualDisplay();
    ~VirtualDisplay();
    Q_DISABLE_COPY_MOVE(VirtualDisplay)

    [[nodiscard]] QByteArray name() const { return m_name; } //!< as in DISPLAY; empty: it didn't start
    //! Waits for a window whose title has \p title, and gives it the keyboard. \return whether one came
    [[nodiscard]] bool focusWindow(const QString &title) const;
    [[nodiscard]] bool press(const QStringList &keys) const; //!< one after the other, as xdotool names them

private:
    [[nodiscard]] bool xdotool(const QStringList &words) const;

    QProcess m_server;
    QByteArray m_name;
};

} // namespace curfew
