// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "releasedialog.h"

#include "environmentband.h"
#include "personwords.h"
#include "plainlabel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QVBoxLayout>

namespace curfew {

static QString earlierWords(const Result<EarlierState> &earlier)
{
    if (!earlier)
        return ReleaseDialog::tr("The journal could not be read: whether Curfew blocked this account is not known.");
    switch (*earlier) {
    case EarlierState::MayHaveSignedIn:
        return ReleaseDialog::tr("Curfew blocked this account; before that the sign-in was allowed.");
    case EarlierState::WasBlocked:
        return ReleaseDialog::tr("This account was blocked before Curfew came. Tick it only if you know why.");
    case EarlierState::NotRecorded:
        break;
    }
    return ReleaseDialog::tr("Curfew didn’t block this account. Tick it only if you know who did, and why.");
}

ReleaseDialog::ReleaseDialog(ReleaseRequest request, QWidget *parent)
    : QuestionDialog(request.mode, parent)
    , m_request(std::move(request))
{
    setWindowTitle(tr("Confirm"));
    content()->addWidget(
        new PlainLabel(TextRole::Title, tr("Allow %1 to sign in again?").arg(shownText(m_request.label))));
    for (const ReleaseRequest::Share &share : std::as_const(m_request.shares)) {
        auto *band = new EnvironmentBand;
        band->setIssuer(share.service.issuer);
        auto *check = new QCheckBox(tr("Allow the sign-in here"));
        check->setAccessibleName(tr("Allow the sign-in at %1").arg(share.service.issuer.name));
        const bool restores = share.earlier && *share.earlier == EarlierState::MayHaveSignedIn;
        check->setChecked(restores);
        connect(check, &QCheckBox::toggled, this, [this] { refreshYes(); });
        m_boxes.append(check);
        auto *why = new PlainLabel(earlierWords(share.earlier));
        why->setTone(restores ? Tone::Plain : Tone::Amber);
        auto *box = new QVBoxLayout;
        box->setSpacing(groupSpacing);
        box->addWidget(band);
        const PersonAccess *access = share.access ? &*share.access : nullptr;
        box->addWidget(new PlainLabel(personLine(share.person, access, m_request.now())));
        box->addWidget(why);
        box->addWidget(check);
        content()->addLayout(box);
    }
    if (!m_request.unchecked.isEmpty()) {
        auto *unchecked =
            new PlainLabel(tr("Not checked: %1. Nothing is done there.").arg(listWords(m_request.unchecked)));
        unchecked->setTone(Tone::Amber);
        content()->addWidget(unchecked);
    }
    QFormLayout *form = newQuestionForm();
    addReasonFields(*form);
    content()->addLayout(form);
    content()->addWidget(new PlainLabel(tr("Allow it once the password was changed and the person’s devices are theirs "
                                           "again: whoever had the old password gets in otherwise.")));
    addButtons(tr("Allow sign-in"));
}

QList<qsizetype> ReleaseDialog::ticked() const
{
    QList<qsizetype> ticked;
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes.at(i)->isChecked())
            ticked.append(i);
    }
    return ticked;
}

bool ReleaseDialog::mayBeAnswered() const
{
    return !ticked().isEmpty();
}

void ReleaseDialog::answered()
{
    Q_EMIT confirmed({ticked(), ticket(), reason()});
}

} // namespace curfew
