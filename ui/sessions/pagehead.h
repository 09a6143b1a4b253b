// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"

#include <QWidget>

#include <chrono>

class QLineEdit;
class QToolButton;

namespace curfew {

class ElidedLabel;
class EnvironmentBand;
class PlainLabel;
class SessionLookUp;

//! The head of a sessions page: environment and service, how old the list is, whose it is, the filter.
class PageHead : public QWidget {
    Q_OBJECT

public:
    explicit PageHead(const Issuer &issuer, QWidget *parent = nullptr);

    void refresh(const SessionLookUp &lookUp); //!< whose sessions are shown, and as of when
    void showReading();
    void setFilterShown(bool shown);
    void setReadAgainEnabled(bool enabled);
    void clearFilter();
    void focusFilter();

Q_SIGNALS:
    void filterChanged(const QString &text);
    void readAgainRequested();

private:
    void showAge(const QDateTime &takenAt, std::chrono::seconds age);
    void hideAge();

    EnvironmentBand *m_band;
    ElidedLabel *m_age;
    QToolButton *m_again;
    ElidedLabel *m_person;
    PlainLabel *m_counts;
    QLineEdit *m_filter;
    bool m_lists = true; // else the given tokens are looked at
};

} // namespace curfew
