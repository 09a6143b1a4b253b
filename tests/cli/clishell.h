// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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

//! Runs the built curfew-cli as somebody at a shell would, with a profile and a home of its own and, unless wished
//! otherwise, without a session bus.
class CliShell {
public:
    enum class Bus { None, Inherited };
    explicit CliShell(Bus bus = Bus::None);

    [[nodiscard]] static QString program(); //!< the built curfew-cli

    //! Calls with `--profile-dir` of this shell; the test's own servers answer meanwhile. It ends within 100 s or is
    //! killed.
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
    void setEnvironment(const QString &name, const QString &value) { m_environment.insert(name, value); }
    //! What starts the program from now on, as `strace -f`; empty: nobody.
    void setLauncher(const QStringList &words) { m_launcher = words; }

private:
    QTemporaryDir m_place;
    QProcessEnvironment m_environment;
    QStringList m_launcher;
};

[[nodiscard]] QString fingerprintOf(const QByteArray &token);
[[nodiscard]] QByteArray lines(const QList<QByteArray> &tokens);
//! `outcome` of every result, in the document's order.
[[nodiscard]] QStringList outcomes(const QJsonObject &revokeDocument);
//! \p count times \p text.
[[nodiscard]] QStringList times(qsizetype count, const QString &text);

} // namespace curfew
