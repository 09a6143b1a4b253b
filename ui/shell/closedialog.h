// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basedialog.h"

#include <QStringList>

class QPushButton;

namespace curfew {

class PlainLabel;

//! Asks before the window closes while something is being ended, and says what happens to it.
class CloseDialog : public BaseDialog {
    Q_OBJECT

public:
    //! \p services: where an action is under way.
    CloseDialog(const QStringList &services, Mode mode, QWidget *parent = nullptr);

Q_SIGNALS:
    void stopRequested(); //!< stop everywhere; the window closes once nothing runs any more

private:
    PlainLabel *m_words;
    QPushButton *m_stop;
};

} // namespace curfew
