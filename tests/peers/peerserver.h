// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <chrono>

namespace curfew {

//! A server program that a test starts on loopback, with a folder of its own, and stops by its process. It ends with
//! the test, however that ends.
class PeerServer {
public:
    PeerServer() = default;
    ~PeerServer() { stop(); }
    Q_DISABLE_COPY_MOVE(PeerServer)

    //! A port of 127.0.0.1 on which nobody listens at the moment.
    [[nodiscard]] static quint16 freePort();
    //! What ./dev test --peers has put into the environment variable \p name; ends the test when it is missing.
    [[nodiscard]] static QString fetched(const char *name);

    //! What \p program prints; ends the test when it fails.
    [[nodiscard]] static QByteArray output(const QString &program, const QStringList &arguments,
                                           const QString &folder = {});

    void setEnvironment(const QString &name, const QString &value) { m_environment.insert(name, value); }
    void start(const QString &program, const QStringList &arguments);
    //! Waits for an HTTP answer of \p status. \return false, with its log as a warning, when none came in time
    [[nodiscard]] bool answers(const QUrl &url, int status, std::chrono::seconds within);
    //! As answers(), for a server that accepts connections.
    [[nodiscard]] bool accepts(quint16 port, std::chrono::seconds within);
    void stop();

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    //! Writes a file into its folder. \return its path
    QString file(const QString &name, const QByteArray &content) const;
    //! The path of \p name in the tests' folder.
    [[nodiscard]] static QString source(const QString &name);
    //! The template \p name of the tests' folder, each `@KEY@` in it replaced.
    [[nodiscard]] static QByteArray filled(const QString &name, const QList<QPair<QByteArray, QByteArray>> &values);
    [[nodiscard]] QByteArray contents(const QString &name) const; //!< of a file in its folder; empty when there is none

private:
    template <typename Condition>
    [[nodiscard]] bool comesUp(Condition isUp, std::chrono::seconds within);

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QProcess m_process;
};

} // namespace curfew
