// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providerdescriptor.h"
#include "questiondialog.h"
#include "revocationplan.h"
#include "rows.h"

#include <QTimer>

#include <chrono>
#include <functional>

class QFormLayout;

namespace curfew {

class PlainLabel;

//! What is about to be ended, as the confirmation says it.
struct ConfirmRequest {
    RevocationPlan plan; //!< frozen: exactly this is sent
    Issuer issuer;
    LocalizedText ends;
    LocalizedText doesNotEnd;
    QDateTime listedAt; //!< UTC
    std::function<QDateTime()> now = &QDateTime::currentDateTimeUtc; //!< UTC
    std::chrono::milliseconds expectedTime{0}; //!< at least, at the service's pace
    qsizetype hiddenByFilter = 0; //!< of what will end
    qsizetype newSessions = 0; //!< since the operator looked
    QString warning; //!< shown in amber; empty when there is nothing to warn of
    Rows rows = Rows::Sessions;
    Mode mode = Mode::Real;
};

//! What the operator said yes to.
struct ConfirmedAction {
    RevocationPlan plan;
    QString ticket;
    QString reason; //!< with how the caller was identified
};

//! The one question before sessions or tokens are ended.
class ConfirmDialog : public QuestionDialog {
    Q_OBJECT

public:
    explicit ConfirmDialog(ConfirmRequest request, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed(const curfew::ConfirmedAction &action);

protected:
    [[nodiscard]] bool mayBeAnswered() const override { return openCount() > 0; }
    void answered() override;

private:
    void addTarget();
    void addEffects();
    [[nodiscard]] qsizetype openCount() const;
    [[nodiscard]] QString countsText() const;
    [[nodiscard]] QString actionText() const;

    ConfirmRequest m_request;
    PlainLabel *m_counts = nullptr;
    QFormLayout *m_form = nullptr;
    QTimer m_clock; // the list grows older while the question stands
};

} // namespace curfew
