// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenchip.h"

#include "elidedlabel.h"
#include "icons.h"
#include "lookup.h"
#include "timewords.h"
#include "visibletext.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace curfew {

TokenChip::TokenChip(QWidget *parent)
    : QFrame(parent)
    , m_label(new ElidedLabel)
    , m_remove(new QToolButton)
{
    m_remove->setIcon(icon(Icon::Close));
    m_remove->setAutoRaise(true);
    m_remove->setAccessibleName(tr("Remove the token"));
    m_remove->setToolTip(tr("Remove the token and wipe it from memory"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 2, 4, 2);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_remove);
    connect(m_remove, &QToolButton::clicked, this, &TokenChip::removed);
}

static QString roleWords(const FoundToken &found)
{
    const bool jwt = found.kind == TokenKind::Jwt;
    switch (found.role) {
    case TokenRole::AccessToken:
        return jwt ? TokenChip::tr("JWT access token") : TokenChip::tr("Access token");
    case TokenRole::RefreshToken:
        return jwt ? TokenChip::tr("JWT refresh token") : TokenChip::tr("Refresh token");
    case TokenRole::IdToken:
        return TokenChip::tr("ID token");
    case TokenRole::Unknown:
        break;
    }
    return jwt ? TokenChip::tr("JWT") : TokenChip::tr("Token");
}

static QString expiryWords(const std::optional<Jwt> &jwt, const QDateTime &now)
{
    const auto expires = jwt ? jwt->time(u"exp") : std::nullopt;
    if (!expires)
        return {};
    const QString when = relativeTime(*expires, now);
    return *expires > now ? TokenChip::tr("expires %1").arg(when) : TokenChip::tr("expired %1").arg(when);
}

QString TokenChip::describeKind(const FoundToken &found, const QDateTime &now)
{
    const QString expiry = expiryWords(decodeJwt(found.token.reveal()), now);
    return expiry.isEmpty() ? roleWords(found) : roleWords(found) + u" · "_s + expiry;
}

QString TokenChip::describe(const FoundToken &found, const QString &checkedPerson, const QDateTime &now)
{
    constexpr qsizetype longestPerson = 80;
    QStringList parts{roleWords(found)};
    const auto jwt = decodeJwt(found.token.reveal());
    const QString claimed = jwt ? visibleText(claimedPerson(*jwt), longestPerson) : QString();
    if (!checkedPerson.isEmpty())
        parts.append(visibleText(checkedPerson, longestPerson));
    else if (!claimed.isEmpty())
        parts.append(tr("%1 (according to the token, not checked)").arg(claimed));
    else
        parts.append(tr("says no name"));
    parts.append(expiryWords(jwt, now));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

void TokenChip::show(const FoundToken &found, const QString &checkedPerson, const QDateTime &now)
{
    const QString text = describe(found, checkedPerson, now);
    m_label->setText(text);
    setAccessibleName(text);
}

void TokenChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.3));
    painter.setBrush(mixed(palette().color(QPalette::Base), palette().color(QPalette::Highlight), 0.10));
    const QRectF outline = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(outline, 4, 4);
}

} // namespace curfew
