// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "peoplebackend.h"
#include "questiondialog.h"

#include <QTimer>

class QCheckBox;

namespace curfew {

class PlainLabel;

//! Who is about to be contained, and where, as the confirmation says it.
struct ContainRequest {
    //! One service's share.
    struct Share {
        PeopleService service;
        Person person;
        Result<PersonAccess> access; //!< what was there when it was read
        Guard guard = Guard::None;
    };
    QString label; //!< the person, as people write it
    QList<Share> shares;
    QStringList unchecked; //!< services that could not be asked: nothing is done there
    QStringList others; //!< the operator's services that find nobody by name
    QDateTime readAt; //!< UTC
    std::function<QDateTime()> now = &QDateTime::currentDateTimeUtc; //!< UTC
    Mode mode = Mode::Real;
};

//! What the operator said yes to.
struct ContainDecision {
    QList<ContainPlan> plans; //!< one a share: exactly what was shown
    ContainSteps left; //!< steps that were left out
    QString ticket;
    QString reason;
};

//! The one question before a person is contained: at which services, by which steps, and what lives on.
class ContainDialog : public QuestionDialog {
    Q_OBJECT

public:
    explicit ContainDialog(ContainRequest request, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed(const curfew::ContainDecision &decision);

protected:
    [[nodiscard]] bool mayBeAnswered() const override;
    void answered() override;

private:
    //! A step that some service can do.
    struct Step {
        ContainStep step = ContainStep::Block;
        QCheckBox *box = nullptr;
    };
    //! A name that has to be typed.
    struct Typed {
        QString name;
        QLineEdit *field = nullptr;
        [[nodiscard]] bool isRight() const; //!< as it is, or as it is shown
    };
    void addTarget();
    void addShare(const ContainRequest::Share &share, QVBoxLayout &column);
    void addSteps();
    void addGuards();
    void replan();
    [[nodiscard]] ContainSteps steps() const;
    [[nodiscard]] QString readText() const;

    ContainRequest m_request;
    QList<ContainPlan> m_plans;
    QList<PlainLabel *> m_planWords; // one a share
    QList<Step> m_steps;
    QList<Typed> m_typed;
    QTimer m_clock; // what was read grows older while the question stands
};

} // namespace curfew
