// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QString>

#include <cstdio>

namespace curfew {

//! Standard output, standard error and standard input. Results go to the first, everything else to the second.
class Terminal {
public:
    //! The program's own streams by default; a test gives files.
    explicit Terminal(FILE *out = stdout, FILE *err = stderr, FILE *in = stdin);

    void result(const QString &text); //!< one line, or several
    void result(const QByteArray &bytes); //!< as it is
    void result(const QJsonDocument &document);
    void resultJson(const QByteArray &text); //!< JSON, or a part of it that cuts no character
    void note(const QString &text);
    //! Progress, in place of the last; shown on a terminal only.
    void progress(const QString &text);

    //! A result could not be written whole: a full disk, a closed pipe.
    [[nodiscard]] bool lostResults() const { return m_lostResults; }

    [[nodiscard]] bool canAsk() const; //!< somebody types here
    [[nodiscard]] bool isRead() const; //!< standard error is a terminal, so that somebody sees what is noted
    enum class Consent { Given, Refused, Interrupted };
    //! Asks a yes-or-no question; anything but "y" or "yes" is no.
    [[nodiscard]] Consent confirm(const QString &question);
    //! Reads standard input to its end; from a terminal one line, without echo.
    //! Errors: Canceled, on Ctrl-C.
    [[nodiscard]] Result<QByteArray> readInput(const QString &prompt);
    //! Standard input for a reader of its own, told to keep nothing behind; see HiddenInput for what is typed.
    [[nodiscard]] FILE *input();

private:
    void endProgress();

    FILE *m_out;
    FILE *m_err;
    FILE *m_in;
    bool m_progressShown = false;
    bool m_lostResults = false;
};

} // namespace curfew
