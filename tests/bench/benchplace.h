// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timedrun.h"

#include <QByteArray>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace curfew {

//! What arrived at the issuer since it was last asked.
struct ServerCount {
    int revokes = 0;
    int tokens = 0; //!< different ones among them
    int mostInFlight = 0;
    std::chrono::microseconds span{0}; //!< from the arrival of the first revoke to the answer of the last
};

//! A program that ended tokens, and what the issuer saw of it.
struct RevokeRun {
    TimedRun program;
    ServerCount arrived;
};

//! Where both sides are measured: an issuer on loopback, nginx with TLS before it, a profile that knows both addresses,
//! and files of tokens. What goes wrong here ends the program: no figure is better than a wrong one.
class BenchPlace {
public:
    static constexpr int latency = 50; //!< ms

    enum class Wire { Plain, Tls };

    explicit BenchPlace(const QString &folder);
    ~BenchPlace();

    //! A file with \p count tokens that no file before had.
    [[nodiscard]] QString freshTokens(int count);
    //! Ends the tokens of \p tokensFile with curfew-cli. It must have ended all \p count of them.
    [[nodiscard]] RevokeRun revoke(Wire wire, const QString &tokensFile, int count, int parallel);
    //! The same requests with curl. \p options go before curl's own.
    [[nodiscard]] RevokeRun curl(Wire wire, const QString &tokensFile, int count, int parallel,
                                 const QStringList &options = {});

    //! Environment without a display's or a desktop's influence on the programs.
    [[nodiscard]] QStringList environment() const;
    [[nodiscard]] QString file(const QString &name) const { return m_place.filePath(name); }
    [[nodiscard]] TimedRun cli(const QStringList &arguments) const;

private:
    void startIssuer();
    void startFront();
    void addIssuer(const QString &name, const QString &url, const QStringList &options);
    [[nodiscard]] QString url(Wire wire) const;
    [[nodiscard]] ServerCount takeCount() const;
    [[nodiscard]] RevokeRun checked(TimedRun run, int count, const QString &who) const;

    QTemporaryDir m_place;
    QProcess m_issuer;
    QProcess m_front;
    int m_port = 0;
    int m_tlsPort = 0;
    int m_files = 0;
};

//! Writes \p content. \return \p path
QString writeFile(const QString &path, const QByteArray &content);

} // namespace curfew
