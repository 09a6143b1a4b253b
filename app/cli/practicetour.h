// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuercommand.h"
#include "journalrecord.h"
#include "session.h"

#include <QJsonArray>

namespace curfew {

class PracticeContainment;
struct Selection;

//! `--practice` alone: the main job against the practice SAP tenant, over loopback, told in plain words; then the same
//! person contained by name. It ends well only if everything that it tells was true.
class PracticeTour final : public IssuerCommand {
    Q_OBJECT

public:
    using IssuerCommand::IssuerCommand;
    ~PracticeTour() override;
    void start() override;

private:
    using Next = void (PracticeTour::*)();

    void list(Next next);
    void listed();
    void endOne();
    void oneEnded();
    void endAll();
    void allEnded();
    void containByName();
    void showJournal();
    void verifyJournal();
    void conclude();

    void run(const Selection &selection, Next next);
    void say(const QString &text);
    //! Notes what was claimed and whether it was so.
    void claim(const QString &what, bool holds);
    [[nodiscard]] QString sessionTable() const;
    [[nodiscard]] bool allRevoked(const BatchRecord &record) const;

    std::unique_ptr<IssuerAccess> m_access;
    PracticeContainment *m_containment = nullptr; //!< a child
    Token m_anchor;
    Listing m_listing;
    QString m_suspect; //!< id of the session that doesn't fit
    BatchRecord m_last;
    std::optional<Error> m_error; //!< of a batch that goes on to its end, or never began
    qsizetype m_batches = 0;
    QJsonArray m_steps;
    bool m_allTrue = true;
};

} // namespace curfew
