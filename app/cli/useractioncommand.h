// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "containrun.h"
#include "usercommand.h"

namespace curfew {

//! The common half of `user contain` and `user enable`: a plan an issuer, shown, confirmed, carried out and told.
class UserActionCommand : public UserCommand {
    Q_OBJECT

public:
    explicit UserActionCommand(CommandContext context, Action action);
    ~UserActionCommand() override;

    void start() override;
    void interrupt() override;

protected:
    void searched() override;
    //! Calls addPlan() or leaveAlone() for \p finding, now or later.
    virtual void plan(const ServiceFinding &finding) = 0;
    //! \p remark: what the operator should know besides, before it is done; may be empty.
    void addPlan(PersonService &service, ContainPlan plan, const QString &remark = {});
    void leaveAlone(PersonService &service, const QString &reason);
    void planFailed(const Error &error);
    //! The operator agreed to the plans, or said beforehand that they would: carryOut(), or ask() once more.
    virtual void agreed() { carryOut(); }
    void ask(); //!< what ends something: agreed(), unless the operator doesn't want it
    void carryOut();
    //! All plans are carried out; tell() follows.
    virtual void carriedOut();
    void tell();

    //! One issuer's share.
    struct Share {
        Issuer issuer;
        PersonService *service = nullptr; //!< nullptr: it could not be opened
        ContainPlan plan;
        QString remark;
        std::unique_ptr<ContainRun> run;
        std::optional<BatchRecord> unsent; //!< what is told instead of a run's record
        QList<ItemRecord> later; //!< what is open besides, and what looking again came to
    };
    [[nodiscard]] std::vector<Share> &shares() { return m_shares; }
    [[nodiscard]] bool wasInterrupted() const { return m_interrupted; }

private:
    void planned();
    [[nodiscard]] QStringList question() const;
    [[nodiscard]] BatchRecord recordOf(const Share &share) const;
    [[nodiscard]] BatchRecord dryRecord(const Share &share) const;
    [[nodiscard]] QString textOf(const Share &share, const BatchRecord &record) const;

    Action m_action;
    std::vector<Share> m_shares;
    qsizetype m_pending = 0;
    bool m_running = false;
    bool m_interrupted = false;
    bool m_told = false; // what comes late is told to nobody
};

} // namespace curfew
