// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resulttext.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace curfew {

class PlainLabel;

//! What came of an action: the headline that answers the caller, the three lists, what to tell them, what to do next.
class ResultsPanel : public QFrame {
    Q_OBJECT

public:
    //! What can be done after this action besides trying again.
    enum class Offer {
        Check = 1, //!< the service can be asked whether a token still works
        Report = 2, //!< the journal knows of the action
    };
    Q_DECLARE_FLAGS(Offers, Offer)

    //! Whether it scrolls in the room there is, or is as high as what it says, on a page that scrolls.
    enum class Height { Scrolled, Whole };

    explicit ResultsPanel(Height height = Height::Scrolled, QWidget *parent = nullptr);

    void show(const ResultText &summary, Offers offers);
    void say(const QString &text, Tone tone); //!< below the buttons: what *Check again* or *Report…* came to
    void setBusy(bool busy); //!< while *Check again* looks
    [[nodiscard]] Tone tone() const { return m_tone; } //!< of what is shown

Q_SIGNALS:
    void retryRequested();
    void checkRequested();
    void reportRequested();
    void closed();
    void shownChanged(bool shown);

protected:
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fillLists(const ResultText &summary);
    void arrangeColumns();
    void addList(QVBoxLayout *column, const QString &title, const QList<ResultText::Entry> &entries,
                 const QString &none);

    Height m_height;
    QLabel *m_icon;
    PlainLabel *m_headline;
    PlainLabel *m_until;
    PlainLabel *m_tell;
    QWidget *m_lists;
    QScrollArea *m_area;
    QBoxLayout *m_columns;
    QPushButton *m_copy;
    QPushButton *m_retry;
    QPushButton *m_check;
    QPushButton *m_report;
    PlainLabel *m_said;
    QString m_sentences;
    Tone m_tone = Tone::Plain;
};

} // namespace curfew
