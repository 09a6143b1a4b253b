// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secret.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace curfew {

class PlainLabel;

//! Takes a new secret, and never shows one that is stored: then it says so and offers *Replace*.
class SecretField : public QWidget {
    Q_OBJECT

public:
    explicit SecretField(QWidget *parent = nullptr);

    void setStored(bool stored);
    //! Opens the field for a new secret though one is stored: the service's address or method has changed.
    void startReplacing();

    [[nodiscard]] bool isOpen() const { return m_open; } //!< whether a new secret is to be typed
    [[nodiscard]] bool hasInput() const;
    [[nodiscard]] Secret secret() const; //!< what was typed; empty when nothing was

    void setAccessibleField(const QString &name);

Q_SIGNALS:
    void changed();

private:
    void setOpen(bool open);

    bool m_stored = false;
    bool m_open = true;
    PlainLabel *m_note;
    QLineEdit *m_input;
    QPushButton *m_toggle;
};

} // namespace curfew
