// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace curfew {

//! What the window remembers. Never a person, a token or a filter.
struct WindowSettings {
    QByteArray geometry;
    QByteArray splitter;
    QString service; //!< the one shown last

    bool operator==(const WindowSettings &) const = default;
};

[[nodiscard]] WindowSettings readWindowSettings(const QSettings &settings);
void writeWindowSettings(QSettings &settings, const WindowSettings &values);

} // namespace curfew
