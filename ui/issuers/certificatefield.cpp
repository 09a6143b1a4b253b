// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificatefield.h"

#include "metrics.h"
#include "plainlabel.h"
#include "timewords.h"
#include "visibletext.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr int warningDays = 30;

CertificateField::CertificateField(QWidget *parent)
    : QWidget(parent)
    , m_file(new QLineEdit(this))
    , m_choose(new QPushButton(tr("Choose…"), this))
    , m_passphrase(new QLineEdit(this))
    , m_open(new QPushButton(tr("Open"), this))
    , m_facts(new PlainLabel(TextRole::Small, {}, this))
{
    m_file->setPlaceholderText(tr("File with certificate and key (.p12)"));
    m_file->setAccessibleName(tr("Certificate file"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setPlaceholderText(tr("Passphrase of the file"));
    m_passphrase->setAccessibleName(tr("Passphrase of the certificate file"));
    m_facts->setTone(Tone::Grey);
    m_facts->hide();
    for (QPushButton *button : {m_choose, m_open})
        button->setAutoDefault(false);
    connect(m_choose, &QPushButton::clicked, this, &CertificateField::choose);
    connect(m_open, &QPushButton::clicked, this, &CertificateField::open);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &CertificateField::open);
    connect(m_file, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_open->setEnabled(!text.trimmed().isEmpty());
        m_certificate.reset();
        m_facts->hide();
        Q_EMIT changed();
    });
    m_open->setEnabled(false);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(groupSpacing);
    grid->addWidget(m_file, 0, 0);
    grid->addWidget(m_choose, 0, 1);
    grid->addWidget(m_passphrase, 1, 0);
    grid->addWidget(m_open, 1, 1);
    grid->addWidget(m_facts, 2, 0, 1, 2);
    setFocusProxy(m_file);
}

void CertificateField::setStored(bool stored)
{
    m_stored = stored;
    m_facts->setVisible(stored);
    if (stored) {
        m_facts->setTone(Tone::Grey);
        m_facts->setText(tr("A certificate is stored. Choose a file to replace it."));
    }
}

void CertificateField::choose()
{
    auto *dialog = new QFileDialog(this, tr("Choose a client certificate"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("PKCS#12 files (*.p12 *.pfx)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_file->setText(file);
        m_passphrase->setFocus();
    });
    dialog->open();
}

void CertificateField::open()
{
    QByteArray bytes = m_passphrase->text().toUtf8();
    auto certificate = importPkcs12(m_file->text().trimmed(), Secret::take(bytes));
    m_facts->show();
    if (certificate) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_facts->setTone(endsSoon(certificate->facts, now) ? Tone::Amber : Tone::Grey);
        m_facts->setText(certificateWords(certificate->facts, now));
        m_certificate = std::move(*certificate);
        m_passphrase->clear();
    } else {
        m_certificate.reset();
        m_facts->setTone(Tone::Amber);
        m_facts->setText(tr("This file can’t be opened: %1").arg(visibleText(certificate.error().detail, 300)));
    }
    Q_EMIT changed();
}

std::optional<ClientCertificate> CertificateField::certificate() const
{
    if (!m_certificate)
        return std::nullopt;
    return ClientCertificate{m_certificate->facts, m_certificate->chain, m_certificate->key.clone()};
}

bool endsSoon(const CertificateFacts &facts, const QDateTime &now)
{
    return facts.expiresAt <= now.addDays(warningDays);
}

QString certificateWords(const CertificateFacts &facts, const QDateTime &now)
{
    const QString owner =
        CertificateField::tr("%1, issued by %2.").arg(visibleText(facts.subject, 200), visibleText(facts.issuer, 200));
    const QString date = absoluteTime(facts.expiresAt);
    if (facts.expiresAt <= now)
        return owner + u' ' + CertificateField::tr("It ended %1: the service will refuse it.").arg(date);
    if (endsSoon(facts, now)) {
        const auto days = static_cast<int>(now.daysTo(facts.expiresAt));
        return owner + u' '
            + CertificateField::tr("It ends in %n day(s), on %1: renew it in time.", nullptr, days).arg(date);
    }
    return owner + u' ' + CertificateField::tr("It ends %1.").arg(date);
}

} // namespace curfew
