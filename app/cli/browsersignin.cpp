// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browsersignin.h"

#include "asyncresult.h"
#include "terminal.h"
#include "visibletext.h"
#include "workspace.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace curfew {

BrowserSignIn::BrowserSignIn(Workspace &workspace, Terminal &terminal, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_terminal(terminal)
{
}

BrowserSignIn::~BrowserSignIn() = default;

bool BrowserSignIn::isFor(const Issuer &issuer)
{
    return !issuer.clients.isEmpty() && issuer.clients.first().method == AuthMethod::AuthorizationCode;
}

static bool hasDisplay()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return true;
#else
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#endif
}

// With what the system opens a page. Other programs may see the address as long as that runs: state and challenge stand
// in it, neither code nor token.
static bool openInBrowser(const QUrl &page)
{
    const QString address = page.toString(QUrl::FullyEncoded);
#if defined(Q_OS_WIN)
    return QProcess::startDetached(u"rundll32"_s, {u"url.dll,FileProtocolHandler"_s, address});
#elif defined(Q_OS_MACOS)
    return QProcess::startDetached(u"open"_s, {address});
#else
    QProcess opener; // its complaints aren't the command's
    opener.setProgram(u"xdg-open"_s);
    opener.setArguments({address});
    opener.setStandardOutputFile(QProcess::nullDevice());
    opener.setStandardErrorFile(QProcess::nullDevice());
    return opener.startDetached();
#endif
}

QFuture<Result<SignedIn>> BrowserSignIn::run(const Issuer &issuer, const AccessOptions &options)
{
    using Answer = Result<SignedIn>;
    const bool isRead = m_terminal.isRead();
    if (!isRead && !hasDisplay()) {
        return readyFuture<Answer>(
            failure(ErrorKind::SignInNeeded,
                    u"there is neither a terminal nor a display here; an issuer that scripts use "
                    "needs a client with a secret"_s));
    }
    auto access = m_workspace.access(issuer, options);
    if (!access)
        return readyFuture<Answer>(tl::unexpected(access.error()));
    m_access = std::move(*access);
    SignInOptions signIn;
    signIn.browser = [terminal = &m_terminal, isRead, name = issuer.name](const QUrl &page) {
        terminal->note(u"Sign in to %1 in the browser. If no page opens, open this one:\n  %2"_s.arg(
            visibleText(name), page.toString(QUrl::FullyEncoded)));
        const bool opened = hasDisplay() && openInBrowser(page);
        return opened || isRead; // who reads this may open it by hand
    };
    return m_access->signIn(signIn);
}

} // namespace curfew
