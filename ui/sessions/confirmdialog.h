// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basedialog.h"
#include "providerdescriptor.h"
#include "revocationplan.h"

#include <QTimer>

#include <chrono>
#include <functional>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace curfew {

class FilledButton;
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
    bool sessions = true; //!< else single tokens are ended
    Mode mode = Mode::Real;
};

//! What the operator said yes to.
struct ConfirmedAction {
    RevocationPlan plan;
    QString ticket;
    QString reason; //!< with how the caller was identified
};

//! The one question before something is ended. Enter never answers it.
class ConfirmDialog : public BaseDialog {
    Q_OBJECT

public:
    explicit ConfirmDialog(ConfirmRequest request, QWidget *parent = nullptr);

    //! How long the button that ends something does nothing, so that an Enter typed before can't press it.
    static constexpr std::chrono::milliseconds inertTime{500};

Q_SIGNALS:
    void confirmed(const curfew::ConfirmedAction &action);

private:
    void addTarget();
    void addEffects();
    void addFields();
    void addButtons();
    void confirm();
    [[nodiscard]] qsizetype openCount() const;
    [[nodiscard]] QString countsText() const;
    [[nodiscard]] QString actionText() const;

    ConfirmRequest m_request;
    PlainLabel *m_counts = nullptr;
    QFormLayout *m_form = nullptr;
    QTimer m_clock; // the list grows older while the question stands
    QLineEdit *m_ticket = nullptr;
    QLineEdit *m_reason = nullptr;
    QComboBox *m_identified = nullptr;
    FilledButton *m_end = nullptr;
};

} // namespace curfew
