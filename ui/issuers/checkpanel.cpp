// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checkpanel.h"

#include "asyncresult.h"
#include "busyline.h"
#include "errorpanel.h"
#include "issuerwords.h"
#include "metrics.h"
#include "visibletext.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace curfew {

CheckPanel::CheckPanel(IssuerActions actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(std::move(actions))
    , m_line(new BusyLine(this))
    , m_result(new ErrorPanel(this))
{
    m_line->setStoppable(false);
    m_line->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(groupSpacing);
    column->addWidget(m_line);
    column->addWidget(m_result);
}

void CheckPanel::clear()
{
    ++m_question;
    setBusy(false);
    m_result->clear();
}

void CheckPanel::setBusy(bool busy, const QString &text)
{
    if (busy)
        m_line->setProgress(text, 0, 0);
    m_line->setVisible(busy);
    if (busy == m_busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

void CheckPanel::check(const IssuerDraft &draft, const ProviderDescriptor &descriptor, CheckMode mode)
{
    clear();
    setBusy(true, tr("Asking %1…").arg(draft.issuer.url.host()));
    const int question = m_question;
    const Issuer issuer = draft.issuer;
    onResult(m_actions.check(draft, mode), this,
             [this, question, issuer, descriptor](const Result<CheckFindings> &findings) {
                 if (question != m_question)
                     return;
                 setBusy(false);
                 if (findings)
                     showFindings(*findings, issuer, descriptor);
                 else
                     showError(findings.error(), issuer.name);
             });
}

static std::optional<Error> errorOf(const CheckReport &report)
{
    if (report.authentication && !report.authentication->has_value())
        return report.authentication->error();
    if (report.discovery && !report.discovery->has_value())
        return report.discovery->error();
    return std::nullopt;
}

void CheckPanel::showFindings(const CheckFindings &findings, const Issuer &issuer, const ProviderDescriptor &descriptor)
{
    const CheckWords words = checkWords(findings.report, issuer, descriptor);
    if (!findings.foreignOrigins.isEmpty()) {
        m_result->showNotice(
            tr("This service sends requests to other addresses too: %1\nSecrets and tokens will go there. "
               "Accept them only if they belong to the service.")
                .arg(visibleText(findings.foreignOrigins.join(u", "_s))));
        const QStringList origins = findings.foreignOrigins;
        auto *accept = m_result->addButton(tr("Accept these addresses"));
        connect(accept, &QPushButton::clicked, this, [this, origins] { Q_EMIT originsAccepted(origins); });
        return;
    }
    const auto error = errorOf(findings.report);
    ErrorText text{words.headline, {}, {}, error ? errorText(*error).details : QString()};
    const QList<SeenAuthority> &authorities = findings.report.authorities;
    const bool changed = !authorities.isEmpty() && authorities.constLast().before;
    text.advice = u'\n' + (changed ? authorityWords(authorities.constLast()) : words.capabilities);
    m_result->showError(text, words.tone);
    if (error)
        offerUnlock(*error);
    if (changed) {
        auto *trust = m_result->addButton(tr("Trust this authority"));
        const SeenAuthority seen = authorities.constLast();
        connect(trust, &QPushButton::clicked, this, [this, seen] { Q_EMIT authorityTrusted(seen); });
    }
    if (!findings.report.openBreakers.isEmpty()) {
        auto *again = m_result->addButton(tr("Try once more"));
        connect(again, &QPushButton::clicked, this, [this] { Q_EMIT retryRequested(CheckMode::TryAgain); });
    }
}

void CheckPanel::showError(const Error &error, const QString &service)
{
    setBusy(false);
    m_result->showError(errorText(error, whileConfiguring(service)), Tone::Amber);
    offerUnlock(error);
}

void CheckPanel::offerUnlock(const Error &error)
{
    if (error.kind != ErrorKind::KeychainLocked)
        return;
    auto *button = m_result->addButton(tr("Unlock…"));
    connect(button, &QPushButton::clicked, this, &CheckPanel::unlock);
}

void CheckPanel::unlock()
{
    clear();
    setBusy(true, tr("Waiting for the keychain’s own prompt…"));
    const int question = m_question;
    onResult(m_actions.unlockKeychain(), this, [this, question](const Result<> &unlocked) {
        if (question != m_question)
            return;
        setBusy(false);
        if (!unlocked)
            showError(unlocked.error(), {});
        else
            m_result->showNotice(tr("The keychain is open. Go on where you were."), Tone::Grey);
    });
}

} // namespace curfew
