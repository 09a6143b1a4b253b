// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace curfew {

class ElidedLabel;

//! One quiet line while work runs: what is done, how far it is, and *Stop*.
class BusyLine : public QWidget {
    Q_OBJECT

public:
    explicit BusyLine(QWidget *parent = nullptr);

    //! \p total 0: no end is known. Screen readers get at most one announcement a second.
    void setProgress(const QString &text, qsizetype done, qsizetype total);
    void setStoppable(bool stoppable);
    void setStopping(); //!< Stop was taken: says so, and can't be pressed again

Q_SIGNALS:
    void stopRequested();

private:
    void showText();

    ElidedLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_stop;
    QTimer m_pause;
    QString m_pending;
};

} // namespace curfew
