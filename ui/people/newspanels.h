// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "leftlooks.h"

#include <QWidget>

class QVBoxLayout;

namespace curfew {

class ErrorPanel;

//! What came of second looks at people whom the page has left: a panel each, until it is closed.
class NewsPanels : public QWidget {
    Q_OBJECT

public:
    explicit NewsPanels(QWidget *parent = nullptr);

    void tell(const LookNews &news);
    void close(const QString &wanted); //!< what is said of this person
    [[nodiscard]] bool isEmpty() const { return m_said.isEmpty(); }
    void clear();

Q_SIGNALS:
    void lookUpRequested(const QString &wanted);

private:
    //! One panel, and whom it is about.
    struct Said {
        QString wanted;
        ErrorPanel *panel = nullptr;
    };
    void remove(const ErrorPanel *panel);

    QVBoxLayout *m_column;
    QList<Said> m_said;
};

} // namespace curfew
