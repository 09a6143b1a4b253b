// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practiceissuers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace curfew {

//! What one call of curfew-cli left behind.
struct CliAnswer {
    int status = -1; //!< -1: it crashed, or didn't end in time
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonDocument document() const { return QJsonDocument::fromJson(out); }
    [[nodiscard]] QJsonObject json() const { return document().object(); }
    [[nodiscard]] QString errorKind() const; //!< of `{"error": {"kind", …}}`; empty when it is no such document
};

//! Runs the built curfew-cli as somebody at a shell would, with a profile and a home of its own and without a session
//! bus; the issuers are the practice issuers, in the test's own process.
class CliBench {
public:
    enum class Bus { None, Inherited };
    explicit CliBench(Bus bus = Bus::None);
    ~CliBench();

    [[nodiscard]] PracticeIssuers &practice() { return m_practice; }
    [[nodiscard]] PracticeIssuer &issuer(const QString &provider) { return m_practice.issuer(provider); }
    [[nodiscard]] PracticeIssuer &sap() { return issuer(QStringLiteral("sap-ias")); }

    //! Calls with `--profile-dir` of this bench; the issuers answer meanwhile. It ends within 100 s or is killed.
    [[nodiscard]] CliAnswer run(const QStringList &arguments, const QByteArray &input = {});
    [[nodiscard]] CliAnswer runJson(const QStringList &arguments, const QByteArray &input = {});
    //! As run(), with nothing added to \p arguments.
    [[nodiscard]] CliAnswer runBare(const QStringList &arguments, const QByteArray &input = {});
    //! Starts a call; finish() waits for it. \p input is a file or a terminal; empty: a pipe.
    [[nodiscard]] std::unique_ptr<QProcess> begin(const QStringList &arguments, const QString &input = {});
    [[nodiscard]] static CliAnswer finish(QProcess &process);

    //! Writes a file beside the profile, not into it. \return its path
    QString file(const QString &name, const QByteArray &content);
    [[nodiscard]] QString profileDir() const { return m_place.filePath(QStringLiteral("profile")); }
    [[nodiscard]] QString homeDir() const { return m_place.filePath(QStringLiteral("home")); }
    //! What starts the program from now on, as `strace -f`; empty: nobody.
    void setLauncher(const QStringList &words) { m_launcher = words; }
    void setEnvironment(const QString &name, const QString &value) { m_environment.insert(name, value); }

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
    QTemporaryDir m_place;
    QProcessEnvironment m_environment;
    QStringList m_launcher;
    PracticeIssuers m_practice;
};

//! A person at the SAP tenant whose sessions are all at its first client.
[[nodiscard]] inline QString cliPerson()
{
    return QStringLiteral("robin.finch@example.com");
}

[[nodiscard]] QString fingerprintOf(const QByteArray &token);
[[nodiscard]] QString fingerprintIn(const PracticeRecord &record); //!< of the token that the request was about
[[nodiscard]] QByteArray lines(const QList<QByteArray> &tokens);
//! `outcome` of every result, in the document's order.
[[nodiscard]] QStringList outcomes(const QJsonObject &revokeDocument);
//! \p count times \p text.
[[nodiscard]] QStringList times(qsizetype count, const QString &text);

} // namespace curfew
