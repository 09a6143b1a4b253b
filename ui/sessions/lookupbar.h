// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tokenintake.h"

#include <QFrame>

class QComboBox;
class QMimeData;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace curfew {

class PasteField;
class PlainLabel;
class TokenChip;

//! The top of the window: takes a token in whatever people have it in, shows what it is, never what it says, and asks
//! for the sessions behind it. Where a service finds people by name, a name or an e-mail address is enough; what could
//! be a token is never taken for a name.
class LookUpBar : public QFrame {
    Q_OBJECT

public:
    using Service = TokenIntake::Service;

    explicit LookUpBar(QWidget *parent = nullptr);

    void setServices(const QList<Service> &services);
    //! The service whose page is shown. A token that names another one is not sent there unless the operator says so.
    void setCurrentService(const QString &name);
    void setRowsShown(bool shown);
    //! The service's own word, which takes the place of the token's claim.
    void setCheckedPerson(const QString &person);
    [[nodiscard]] bool hasToken() const { return m_intake->hasToken(); }

public Q_SLOTS:
    void take(const QMimeData *mime); //!< a paste or a drop, wherever in the window it happened
    void clear(); //!< wipes what was taken
    void focusField();

Q_SIGNALS:
    void lookUpRequested(const curfew::LookUp &lookUp);
    void personRequested(const QString &name); //!< a name or an e-mail address, plainly no token
    void serviceWanted(const QString &name); //!< the token names this one: show its page
    void cleared();
    void helpRequested(); //!< *Where do I get a token?*

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    void connectParts();
    void showTaken();
    void submit();
    void refresh();
    void refreshLook();
    [[nodiscard]] bool isName(const QString &text) const; // that a service can be asked for

    TokenIntake *m_intake;
    QStackedWidget *m_stack;
    PasteField *m_field;
    TokenChip *m_chip;
    QComboBox *m_choice;
    QPushButton *m_look;
    QPushButton *m_switch;
    QPushButton *m_stay;
    QToolButton *m_help;
    PlainLabel *m_words;
    QString m_checkedPerson;
};

} // namespace curfew
