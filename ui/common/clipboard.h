// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

namespace curfew {

//! Copies \p text as personal: marked for clipboard managers to keep out of their history, and for ClipboardKeeper.
void copySensitive(const QString &text);

//! Takes what was copied as personal from the clipboard after a while, and when the program ends, if it is still ours.
//! One for the application, made by main; it keeps nothing of what was copied.
class ClipboardKeeper : public QObject {
    Q_OBJECT

public:
    explicit ClipboardKeeper(std::chrono::milliseconds patience = std::chrono::seconds(30), QObject *parent = nullptr);

private:
    void changed();
    void clear();

    QTimer m_timer;
};

} // namespace curfew
