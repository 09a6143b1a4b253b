// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clientcertificate.h"

#include <QDateTime>
#include <QWidget>

#include <optional>

class QLineEdit;
class QPushButton;

namespace curfew {

class PlainLabel;

//! Takes a client certificate from a `.p12` file, and shows whose it is and when it ends.
class CertificateField : public QWidget {
    Q_OBJECT

public:
    explicit CertificateField(QWidget *parent = nullptr);

    void setStored(bool stored); //!< one is on file: choosing a file replaces it

    [[nodiscard]] bool hasInput() const { return m_certificate.has_value(); }
    [[nodiscard]] std::optional<ClientCertificate> certificate() const;

Q_SIGNALS:
    void changed();

private:
    void choose();
    void open();

    bool m_stored = false;
    std::optional<ClientCertificate> m_certificate;
    QLineEdit *m_file;
    QPushButton *m_choose;
    QLineEdit *m_passphrase;
    QPushButton *m_open;
    PlainLabel *m_facts;
};

//! Subject, issuer and expiry in words; from 30 days before its end on with a warning.
[[nodiscard]] QString certificateWords(const CertificateFacts &facts, const QDateTime &now);
//! Whether \p facts end within 30 days of \p now, or have ended.
[[nodiscard]] bool endsSoon(const CertificateFacts &facts, const QDateTime &now);

} // namespace curfew
