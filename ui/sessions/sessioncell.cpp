// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessioncell.h"

#include "sessiontablemodel.h"
#include "timewords.h"
#include "tooltip.h"

using namespace Qt::StringLiterals;

namespace curfew {

using Model = SessionTableModel;

QVariant SessionCell::data(int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return m_token ? tokenText() : text();
    case Qt::ToolTipRole:
        return plainToolTip(hint());
    case Qt::AccessibleTextRole: {
        const QString shown = m_token ? tokenText() : text();
        const QString more = hint();
        return more.isEmpty() || more == shown ? shown : shown + u", "_s + more;
    }
    case Qt::TextAlignmentRole:
        return int((m_column == Model::TokensColumn && !m_token ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Model::FingerprintRole:
        return m_token ? m_token->fingerprint.toString() : QString();
    case Model::ToneRole:
        return m_column == Model::StateColumn ? QVariant(int(style().tone)) : QVariant();
    case Model::IconRole:
        return icon();
    case Model::AnchorRole:
        return !m_token && m_session.isAnchor && m_column == Model::StateColumn;
    case Model::AccentRole:
        return m_session.isNew;
    default:
        return {};
    }
}

QVariant SessionCell::header(int column, int role)
{
    if (role == Qt::TextAlignmentRole)
        return int((column == Model::TokensColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Model::StateColumn:
        return tr("State");
    case Model::ApplicationColumn:
        return tr("Application");
    case Model::DeviceColumn:
        return tr("Device");
    case Model::AddressColumn:
        return tr("IP address");
    case Model::SignedInColumn:
        return tr("Signed in");
    case Model::ExpiryColumn:
        return tr("Last expiry");
    default:
        return tr("Tokens");
    }
}

QString SessionCell::time(const std::optional<QDateTime> &time) const
{
    return time ? relativeTime(*time, m_now) : QString();
}

StateStyle SessionCell::style() const
{
    return styleOf(m_token ? m_token->state : m_session.state, m_now);
}

QString SessionCell::text() const
{
    switch (m_column) {
    case Model::StateColumn:
        return style().word;
    case Model::ApplicationColumn:
        return m_session.application;
    case Model::DeviceColumn:
        return m_session.device;
    case Model::AddressColumn:
        return m_session.ip;
    case Model::SignedInColumn:
        return time(m_session.issuedAt);
    case Model::ExpiryColumn:
        return time(m_session.expiresAt);
    default:
        return QLocale().toString(m_session.tokens.size());
    }
}

QString SessionCell::tokenText() const
{
    switch (m_column) {
    case Model::StateColumn:
        return style().word;
    case Model::ApplicationColumn:
        return m_token->fingerprint.isNull() ? tr("no usable token") : m_token->fingerprint.toString();
    case Model::DeviceColumn:
        return m_token->grantType;
    case Model::AddressColumn:
        return m_token->kind == TokenKind::Jwt ? tr("JWT") : tr("opaque");
    case Model::SignedInColumn:
        return time(m_token->issuedAt);
    case Model::ExpiryColumn:
        return time(m_token->expiresAt);
    default:
        return {};
    }
}

bool SessionCell::differsHere() const
{
    return !m_token
        && ((m_column == Model::ApplicationColumn && m_session.differences.testFlag(Difference::Application))
            || (m_column == Model::DeviceColumn && m_session.differences.testFlag(Difference::Device))
            || (m_column == Model::AddressColumn && m_session.differences.testFlag(Difference::Network)));
}

QString SessionCell::hint() const
{
    const std::optional<QDateTime> &issued = m_token ? m_token->issuedAt : m_session.issuedAt;
    const std::optional<QDateTime> &expires = m_token ? m_token->expiresAt : m_session.expiresAt;
    switch (m_column) {
    case Model::StateColumn: {
        QStringList parts{style().sentence};
        if (!m_token && m_session.isAnchor)
            parts.append(tr("The session of the token that you gave."));
        if (!m_token && m_session.isNew)
            parts.append(tr("New since you looked."));
        parts.removeAll(QString());
        return parts.join(u' ');
    }
    case Model::SignedInColumn:
        return issued ? absoluteTime(*issued) : QString();
    case Model::ExpiryColumn:
        return expires ? absoluteTime(*expires) : QString();
    default:
        return differsHere() ? tr("%1: differs from the rest, seen in this session only").arg(text()) : text();
    }
}

QVariant SessionCell::icon() const
{
    if (m_column == Model::StateColumn)
        return int(style().icon);
    return differsHere() ? QVariant(int(Icon::Differs)) : QVariant();
}

} // namespace curfew
