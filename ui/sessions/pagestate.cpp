// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pagestate.h"

#include "sessiontablemodel.h"
#include "visibletext.h"

namespace curfew {

ErrorSubject subjectOf(const SessionsBackend &backend, ErrorSubject::Purpose purpose)
{
    const ProviderLimits &limits = backend.descriptor.limits;
    ErrorSubject subject = subjectOf(backend.issuer, limits.failuresBeforeLockOut, limits.lockOut, purpose);
    const QDateTime lockedUntil = backend.lockedUntil();
    if (lockedUntil > backend.now())
        subject.lockedUntil = lockedUntil;
    return subject;
}

bool isDeadAnchor(const Error &error)
{
    return error.kind == ErrorKind::TokenNotKnown
        || (error.kind == ErrorKind::Refused && (error.httpStatus == 400 || error.httpStatus == 401));
}

std::optional<PageState> PageState::of(const SessionsBackend &backend, const SessionLookUp &lookUp,
                                       const SessionTableModel &rows)
{
    switch (lookUp.phase()) {
    case SessionLookUp::Phase::Nothing:
        return nothingYet(backend);
    case SessionLookUp::Phase::Reading:
        return reading(backend);
    case SessionLookUp::Phase::Failed:
        return failed(backend, *lookUp.error());
    case SessionLookUp::Phase::Shown:
        break;
    }
    if (rows.rows().isEmpty())
        return noSessions(lookUp.person());
    if (rows.visibleCount() == 0)
        return filteredAway(rows.rows().size());
    return std::nullopt;
}

PageState PageState::nothingYet(const SessionsBackend &backend)
{
    PageState state;
    state.icon = Icon::Search;
    state.title = tr("Nobody is looked up yet");
    state.sentence = backend.descriptor.lists()
        ? tr("Paste a token of the person into the field above, then list their sessions at %1. Nothing is ended by "
             "looking.")
              .arg(backend.issuer.name)
        : tr("This service can’t list sessions; Curfew can end the token you paste into the field above.");
    return state;
}

PageState PageState::reading(const SessionsBackend &backend)
{
    PageState state;
    state.icon = Icon::Refresh;
    state.title = tr("Asking %1…").arg(backend.issuer.name);
    state.sentence = tr("Nothing is ended by looking.");
    return state;
}

PageState PageState::noSessions(const QString &person)
{
    PageState state;
    state.icon = Icon::Sessions;
    state.tone = Tone::Amber;
    state.title = tr("No sessions listed");
    const QString who = person.isEmpty() ? tr("this person") : visibleText(person, 80);
    state.sentence = tr("The service lists no sessions for %1. Applications without tokens here, and open browser "
                        "sign-ins, don’t appear.")
                         .arg(who);
    state.buttons = {Button::ListAgain};
    return state;
}

PageState PageState::filteredAway(qsizetype hidden)
{
    PageState state;
    state.icon = Icon::Filter;
    state.title = tr("Your filter hides everything");
    state.sentence = tr("%n row(s) don’t match it.", nullptr, int(hidden));
    state.buttons = {Button::ClearFilter};
    return state;
}

PageState PageState::locked()
{
    PageState state;
    state.icon = Icon::Locked;
    state.title = tr("Locked");
    state.sentence = tr("What was listed, and the token, were wiped from memory. A running action goes on.");
    return state;
}

PageState PageState::failed(const SessionsBackend &backend, const Error &error)
{
    PageState state;
    const ErrorText text = errorText(error, subjectOf(backend, ErrorSubject::Purpose::Looking));
    state.tone = Tone::Amber; // nobody got in by a list that could not be read
    state.icon = Icon::Warning;
    state.title = text.happened;
    state.sentence = QStringList{text.meaning, text.advice}.join(u' ').trimmed();
    state.details = text.details;
    state.buttons = {Button::ListAgain};
    switch (error.kind) {
    case ErrorKind::KeychainLocked:
        state.icon = Icon::Locked;
        state.buttons = {Button::Unlock, Button::ListAgain};
        break;
    case ErrorKind::BreakerOpen:
    case ErrorKind::ClientRefused:
        state.icon = Icon::NeedsCredential;
        state.buttons = {Button::Replace};
        break;
    case ErrorKind::NoCredential:
    case ErrorKind::EntryNotFound:
        state.icon = Icon::NeedsCredential;
        state.buttons = {Button::Credential};
        break;
    case ErrorKind::NoConnection:
    case ErrorKind::NotTheService:
        state.icon = Icon::Unreachable;
        break;
    default:
        if (isDeadAnchor(error)) {
            state.icon = Icon::Expired;
            state.title = tr("This token can no longer be used to look");
            state.sentence = tr("The service doesn’t accept it any more, so nothing is known of the person’s other "
                                "sessions: they may still be open. Get another token of this person, or block the "
                                "account by name.");
        }
    }
    if (!state.details.isEmpty())
        state.buttons.append(Button::ShowDetails);
    return state;
}

QString PageState::word(Button button)
{
    switch (button) {
    case Button::ListAgain:
        return tr("Try again");
    case Button::ClearFilter:
        return tr("Clear filter");
    case Button::Unlock:
        return tr("Unlock…");
    case Button::Credential:
        return tr("Credential…");
    case Button::Replace:
        return tr("Replace…");
    case Button::ShowDetails:
        return tr("Details");
    }
    Q_UNREACHABLE();
}

} // namespace curfew
