// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "errortext.h"
#include "icons.h"
#include "sessionlookup.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace curfew {

class SessionTableModel;

//! What stands in the middle of a sessions page that has no rows to show, and the buttons below it.
struct PageState {
    Q_DECLARE_TR_FUNCTIONS(curfew::SessionsPage)

public:
    enum class Button { ListAgain, ClearFilter, Unlock, Credential, Replace, ShowDetails };

    Icon icon = Icon::Sessions;
    Tone tone = Tone::Grey;
    QString title;
    QString sentence;
    QString details; //!< the technical words, redacted; empty when there are none
    QList<Button> buttons;

    //! By what \p lookUp knows and \p rows shows of it; nothing where there is a row to be seen.
    [[nodiscard]] static std::optional<PageState> of(const SessionsBackend &backend, const SessionLookUp &lookUp,
                                                     const SessionTableModel &rows);
    [[nodiscard]] static PageState locked();

    [[nodiscard]] static QString word(Button button);

private:
    [[nodiscard]] static PageState nothingYet(const SessionsBackend &backend);
    [[nodiscard]] static PageState reading(const SessionsBackend &backend);
    [[nodiscard]] static PageState noSessions(const QString &person);
    [[nodiscard]] static PageState filteredAway(qsizetype hidden);
    [[nodiscard]] static PageState failed(const SessionsBackend &backend, const Error &error);
};

//! Whom \p error is about, for errorText().
[[nodiscard]] ErrorSubject subjectOf(const SessionsBackend &backend, ErrorSubject::Purpose purpose);

//! What \p error says when the service refused the token that the sessions are to be listed with.
[[nodiscard]] bool isDeadAnchor(const Error &error);

} // namespace curfew
