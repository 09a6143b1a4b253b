// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QTemporaryDir>

namespace curfew {

//! A private certificate authority of the openssl program, which is not what reads its certificates in the product.
class PeerCertificates {
public:
    PeerCertificates(); //!< makes `root.pem`

    //! Makes `NAME.pem` and `NAME.key`, vouched for by the root. \p days may be negative: it has expired.
    void issue(const QString &name, const QString &alternativeName, int days = 30);
    //! The same, vouched for by itself.
    void selfSign(const QString &name, const QString &alternativeName);
    //! Packs `NAME.pem` and its key into `NAME.p12`.
    void pack(const QString &name, const QString &passphrase);
    [[nodiscard]] QString path(const QString &file) const { return m_folder.filePath(file); }
    [[nodiscard]] QString root() const { return path(QStringLiteral("root.pem")); }

private:
    QTemporaryDir m_folder;
};

} // namespace curfew
