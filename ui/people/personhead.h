// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QToolButton;

namespace curfew {

class ElidedLabel;
class PersonLookUp;
class PlainLabel;

//! The head of the person page: the answer over all services, as of when, and what has to be decided first.
class PersonHead : public QWidget {
    Q_OBJECT

public:
    explicit PersonHead(QWidget *parent = nullptr);

    //! What stands there: what was found, or, once something was done about it, the person alone.
    enum class Say { Found, Person };
    void refresh(const PersonLookUp &lookUp, const QDateTime &now, Say say);
    void setReadAgainEnabled(bool enabled);

Q_SIGNALS:
    void readAgainRequested();

private:
    PlainLabel *m_headline;
    PlainLabel *m_others;
    PlainLabel *m_decide;
    ElidedLabel *m_age;
    QToolButton *m_again;
};

} // namespace curfew
