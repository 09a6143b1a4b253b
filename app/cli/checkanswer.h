// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exitstatus.h"
#include "issueraccess.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace curfew {

//! What `issuer check` found out: as a document, as lines, and as the command's end.
class CheckAnswer {
public:
    CheckAnswer(const CheckReport &report, IssuerAccess &access);

    [[nodiscard]] QJsonObject document() const;
    [[nodiscard]] QString text() const;
    //! Origins that the metadata names and the operator has to accept before anything is sent there.
    [[nodiscard]] QStringList originsToAccept() const;
    [[nodiscard]] ExitStatus status() const;

private:
    //! What the issuer can be used for.
    struct Abilities {
        bool list = false;
        bool end = false;
        bool verify = false;
        bool findPeople = false;
    };
    [[nodiscard]] static Abilities abilitiesOf(IssuerAccess &access);

    CheckReport m_report;
    Issuer m_issuer;
    bool m_discoveryBlocks;
    std::optional<Error> m_discoveryError;
    std::optional<Error> m_authError;
    QStringList m_foreignOrigins;
    Abilities m_can;
};

//! A name and the hash that an operator compares.
[[nodiscard]] QString authorityText(const Authority &authority);

} // namespace curfew
