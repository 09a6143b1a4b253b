// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clishell.h"
#include "practiceissuers.h"

namespace curfew {

//! A shell at which the issuers are the practice issuers, in the test's own process.
class CliBench : public CliShell {
public:
    explicit CliBench(Bus bus = Bus::None);
    ~CliBench();

    [[nodiscard]] PracticeIssuers &practice() { return m_practice; }
    [[nodiscard]] PracticeIssuer &issuer(const QString &provider) { return m_practice.issuer(provider); }
    [[nodiscard]] PracticeIssuer &sap() { return issuer(QStringLiteral("sap-ias")); }

    //! `issuer add NAME` for the practice issuer of \p provider with its first client, without a secret.
    [[nodiscard]] bool add(const QString &name, const QString &provider);
    //! A file with the secret of the first client of \p provider.
    [[nodiscard]] QString secretOf(const QString &provider);
    //! `--issuer NAME --secret-file F`
    [[nodiscard]] QStringList at(const QString &name, const QString &provider);
    //! The id of the first practice client of \p provider.
    [[nodiscard]] static QString clientOf(const QString &provider);
    //! How many requests all practice issuers have got.
    [[nodiscard]] qsizetype requestCount() const;

private:
    PracticeIssuers m_practice;
};

//! A person at the SAP tenant whose sessions are all at its first client.
[[nodiscard]] inline QString cliPerson()
{
    return QStringLiteral("robin.finch@example.com");
}

[[nodiscard]] QString fingerprintIn(const PracticeRecord &record); //!< of the token that the request was about

} // namespace curfew
