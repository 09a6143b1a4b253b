// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practiceissuer.h"
#include "result.h"

#include <QObject>

#include <memory>
#include <vector>

namespace curfew {

class PracticeServer;

struct PracticeOptions {
    PracticeClock now = [] { return QDateTime::currentDateTimeUtc(); };
    quint32 seed = 2026; //!< of token values: the same seed, the same tokens (but for the ports that JWTs name)
};

//! One practice issuer as an operator would have configured it.
struct PracticeSetup {
    Issuer issuer; //!< environment Test; only the clients whose credentials are on file
    QHash<QString, QByteArray> secrets; //!< by client id; none for a public client
    QString description; //!< one sentence
};

//! The practice issuers, one a provider, each on a loopback port and so an origin of its own. They live in the thread
//! that made them and need its event loop; nothing here waits.
class PracticeIssuers : public QObject {
    Q_OBJECT
public:
    explicit PracticeIssuers(PracticeOptions options = {}, QObject *parent = nullptr);
    ~PracticeIssuers() override;

    //! Opens the ports and admits the cast of practicecast.h. Called once.
    //! \return ErrorKind::NoConnection when a loopback port can't be opened
    [[nodiscard]] Result<> start();

    [[nodiscard]] QList<PracticeSetup> setups() const;
    [[nodiscard]] PracticeSetup setup(const QString &provider) const;
    //! The REST APIs beside them as services of their own: `keycloak-admin` at its realm's URL, `sap-directory` at its
    //! tenant's. They are not among setups(): whoever configures them needs a descriptor that can speak to them.
    [[nodiscard]] QList<PracticeSetup> apiSetups() const;
    //! The issuer of \p provider, one of the five ids or of the two of apiSetups(); only after start().
    [[nodiscard]] PracticeIssuer &issuer(const QString &provider) const;

    //! A living access token of \p person at the SAP tenant, of the oldest session; empty when there is none.
    [[nodiscard]] QByteArray anchorFor(const QString &person) const;
    //! The living tokens of \p person (all people when empty) at \p provider, as `--tokens-file` reads them: comments,
    //! one token a line; for Kajabi the pair `REFRESH<TAB>ACCESS` of each session.
    [[nodiscard]] QByteArray tokensFile(const QString &provider, const QString &person = {}) const;

private:
    struct Place;
    enum class Clients { Applications, Administrators };
    [[nodiscard]] PracticeSetup setupOf(const PracticeCard &card, Clients which) const;
    [[nodiscard]] Result<> open(std::unique_ptr<PracticeContract> contract);

    PracticeOptions m_options;
    std::vector<std::unique_ptr<Place>> m_places;
};

} // namespace curfew
