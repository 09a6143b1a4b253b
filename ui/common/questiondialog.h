// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basedialog.h"

#include <chrono>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace curfew {

class FilledButton;

//! The one question before something is done to somebody's access. *Cancel* is the default and Enter never says yes.
class QuestionDialog : public BaseDialog {
    Q_OBJECT

public:
    using BaseDialog::BaseDialog;

    //! How long the button that says yes does nothing, so that an Enter typed before can't press it.
    static constexpr std::chrono::milliseconds inertTime{500};

protected:
    //! Rows of \p form: ticket, reason, how the caller was identified.
    void addReasonFields(QFormLayout &form);
    [[nodiscard]] QString ticket() const;
    [[nodiscard]] QString reason() const; //!< with how the caller was identified

    //! The last thing to be called while it is built.
    //! \param whole what \p yes says in full, where it is cut short
    void addButtons(const QString &yes, const QString &whole = {});
    void refreshYes(); //!< mayBeAnswered() says something else
    [[nodiscard]] virtual bool mayBeAnswered() const = 0;
    virtual void answered() = 0; //!< the operator said yes

private:
    QLineEdit *m_ticket = nullptr;
    QLineEdit *m_reason = nullptr;
    QComboBox *m_identified = nullptr;
    FilledButton *m_yes = nullptr;
    bool m_inert = true;
};

//! A form as these questions have it: what is said on the left, as wide as that needs.
[[nodiscard]] QFormLayout *newQuestionForm();
//! A row of \p form that says something; none where \p text is empty.
void addStatement(QFormLayout &form, const QString &label, const QString &text);

} // namespace curfew
