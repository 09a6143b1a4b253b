// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "peoplebackend.h"
#include "questiondialog.h"

class QCheckBox;

namespace curfew {

//! Where a person may be let in again.
struct ReleaseRequest {
    //! One service's share.
    struct Share {
        PeopleService service;
        Person person;
        Result<PersonAccess> access; //!< what was there when it was read
        Result<EarlierState> earlier; //!< what was before Curfew blocked the account
    };
    QString label; //!< the person, as people write it
    QList<Share> shares;
    QStringList unchecked; //!< services that could not be asked: nothing is done there
    std::function<QDateTime()> now = &QDateTime::currentDateTimeUtc; //!< UTC
    Mode mode = Mode::Real;
};

//! What the operator said yes to.
struct ReleaseDecision {
    QList<qsizetype> shares; //!< positions of the request's
    QString ticket;
    QString reason;
};

//! Asks before somebody may sign in again: what Curfew blocked is ticked, what somebody else blocked is not.
class ReleaseDialog : public QuestionDialog {
    Q_OBJECT

public:
    explicit ReleaseDialog(ReleaseRequest request, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed(const curfew::ReleaseDecision &decision);

protected:
    [[nodiscard]] bool mayBeAnswered() const override;
    void answered() override;

private:
    [[nodiscard]] QList<qsizetype> ticked() const;

    ReleaseRequest m_request;
    QList<QCheckBox *> m_boxes; // one a share
};

} // namespace curfew
