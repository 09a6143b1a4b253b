// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessiondetails.h"

#include "focusorder.h"
#include "foldsection.h"
#include "jwt.h"
#include "plainlabel.h"
#include "providertext.h"
#include "timewords.h"
#include "tooltip.h"
#include "visibletext.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace curfew {

QString readableJson(const QJsonObject &object)
{
    constexpr qsizetype longest = 16 * 1024;
    if (object.isEmpty())
        return {};
    const QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).left(longest);
    QStringList lines = text.trimmed().split(u'\n');
    for (QString &line : lines)
        line = visibleText(line, longest);
    return lines.join(u'\n');
}

SessionDetails::SessionDetails(const ProviderDescriptor &descriptor, QWidget *parent)
    : QScrollArea(parent)
    , m_ends(descriptor.ends)
    , m_doesNotEnd(descriptor.doesNotEnd)
    , m_title(new PlainLabel(TextRole::Heading))
    , m_layout(nullptr)
    , m_tokensTitle(new PlainLabel(TextRole::Heading, tr("Tokens")))
    , m_endsSection(new FoldSection(tr("What this ends")))
    , m_doesNotEndSection(new FoldSection(tr("What this doesn’t end")))
    , m_claims(new FoldSection(tr("Claims (not checked)")))
    , m_raw(new FoldSection(tr("Raw answer (tokens masked)")))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // one that comes and goes would cover wrapped text
    setAccessibleName(tr("Details"));
    m_claims->setFixedPitch();
    m_raw->setFixedPitch();
    m_endsSection->setOpen(true);

    auto *inside = new QWidget;
    m_layout = new QVBoxLayout(inside);
    m_layout->setContentsMargins(sectionSpacing, 0, groupSpacing, sectionSpacing);
    m_layout->setSpacing(groupSpacing);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_tokensTitle), static_cast<QWidget *>(m_endsSection),
          static_cast<QWidget *>(m_doesNotEndSection), static_cast<QWidget *>(m_claims), static_cast<QWidget *>(m_raw)})
        m_layout->addWidget(widget);
    m_layout->addStretch(1);
    setWidget(inside);
    clear({});
}

void SessionDetails::startAnew()
{
    delete m_facts;
    m_facts = new QWidget(widget());
    m_grid = new QGridLayout(m_facts); // not a form: it gives wrapped text the height it needs
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(1, 1);
    m_grid->setVerticalSpacing(groupSpacing / 2);
    delete m_tokens;
    m_tokens = nullptr;
}

void SessionDetails::clear(const QString &sentence)
{
    const bool hadChecks = !m_checked.isEmpty();
    m_session.clear();
    m_shown = {};
    m_checked.clear();
    startAnew();
    m_title->setText(sentence);
    m_tokensTitle->hide();
    for (FoldSection *section : {m_claims, m_raw})
        section->setText({});
    m_endsSection->setText(sentence.isEmpty() ? QString() : providerText(m_ends));
    m_doesNotEndSection->setText(sentence.isEmpty() ? QString() : providerText(m_doesNotEnd));
    if (hadChecks)
        Q_EMIT checkedTokensChanged();
}

// Only once it is filled, and shown at once: a widget that waits to be shown doesn't tell its layout that it grew.
void SessionDetails::place(QWidget *filled, int position)
{
    m_layout->insertWidget(position, filled);
    filled->show();
}

void SessionDetails::addFact(const QString &label, const QString &value, TextRole role)
{
    if (value.isEmpty())
        return;
    auto *name = new PlainLabel(TextRole::Body, label);
    name->setTone(Tone::Grey);
    name->setWordWrap(false);
    auto *text = new PlainLabel(role, value);
    text->setAccessibleName(tr("%1: %2", "a fact").arg(label, value));
    text->setToolTip(plainToolTip(value));
    const int row = m_grid->rowCount();
    m_grid->addWidget(name, row, 0, Qt::AlignTop);
    m_grid->addWidget(text, row, 1);
}

void SessionDetails::addTokens(const SessionRow &row, const QDateTime &now)
{
    m_tokens = new QWidget;
    auto *layout = new QVBoxLayout(m_tokens);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(groupSpacing / 2);
    for (const TokenRow &token : row.tokens) {
        QStringList parts{token.kind == TokenKind::Jwt ? tr("JWT") : tr("opaque"), token.grantType,
                          styleOf(token.state, now).word};
        if (token.expiresAt)
            parts.append(*token.expiresAt > now ? tr("expires %1").arg(relativeTime(*token.expiresAt, now))
                                                : tr("expired %1").arg(relativeTime(*token.expiresAt, now)));
        parts.removeAll(QString());
        auto *box = new QCheckBox(token.fingerprint.isNull() ? tr("no usable token") : token.fingerprint.toString());
        auto *about = new PlainLabel(TextRole::Small, parts.join(u" · "_s));
        about->setTone(Tone::Grey);
        about->setIndent(box->style()->pixelMetric(QStyle::PM_IndicatorWidth) + groupSpacing);
        box->setAccessibleDescription(about->text());
        box->setEnabled(!token.fingerprint.isNull());
        box->setChecked(m_checked.contains(token.fingerprint));
        auto *copy = new QAction(tr("Copy fingerprint"), box);
        const QString fingerprint = token.fingerprint.toString();
        connect(copy, &QAction::triggered, this, [fingerprint] { QGuiApplication::clipboard()->setText(fingerprint); });
        box->addAction(copy);
        box->setContextMenuPolicy(Qt::ActionsContextMenu);
        connect(box, &QCheckBox::toggled, this, [this, value = token.fingerprint](bool checked) {
            if (checked)
                m_checked.insert(value);
            else
                m_checked.remove(value);
            Q_EMIT checkedTokensChanged();
        });
        layout->addWidget(box);
        layout->addWidget(about);
    }
    place(m_tokens, m_layout->indexOf(m_tokensTitle) + 1);
    tabInReadingOrder(*this);
}

static QString describedTime(const std::optional<QDateTime> &time, const QDateTime &now)
{
    if (!time)
        return {};
    return SessionDetails::tr("%1 (%2)").arg(absoluteTime(*time), relativeTime(*time, now));
}

void SessionDetails::show(const Session &session, const SessionRow &row, const QDateTime &now)
{
    if (session.id == m_session && row.state == m_shown.state && row.tokens == m_shown.tokens)
        return;
    m_shown = row;
    if (session.id != m_session) {
        const bool hadChecks = !m_checked.isEmpty();
        m_checked.clear();
        m_session = session.id;
        if (hadChecks)
            Q_EMIT checkedTokensChanged();
    }
    startAnew();
    m_title->setText(row.application.isEmpty() ? tr("Token %1").arg(row.id) : row.application);
    const StateStyle state = styleOf(row.state, now);
    addFact(tr("State"), state.sentence.isEmpty() ? state.word : tr("%1: %2").arg(state.word, state.sentence));
    addFact(tr("Client"), row.clientId, TextRole::Small); // a UUID has no place to break
    addFact(tr("Device"), row.device);
    addFact(tr("User agent"), visibleText(session.userAgent), TextRole::Small);
    addFact(tr("IP address"), row.ip);
    addFact(tr("Signed in"), describedTime(row.issuedAt, now));
    addFact(tr("Last expiry"), describedTime(row.expiresAt, now));
    if (row.isAnchor)
        addFact(tr("Yours"), tr("The session of the token that you gave; it is ended last."));
    QStringList unusual;
    if (row.differences.testFlag(Difference::Application))
        unusual.append(tr("application"));
    if (row.differences.testFlag(Difference::Device))
        unusual.append(tr("device"));
    if (row.differences.testFlag(Difference::Network))
        unusual.append(tr("network"));
    addFact(tr("Differs"), unusual.join(", "_L1));
    if (!session.ip.isEmpty() || !session.userAgent.isEmpty())
        addFact(tr("Grouping"),
                session.grouping == Grouping::Sid
                    ? tr("by the session id in its tokens")
                    : tr("inferred: same client, address and device. It may be more than one session."));
    place(m_facts, 1);
    m_tokensTitle->show();
    m_tokensTitle->setText(tr("Tokens (%1)").arg(QLocale().toString(row.tokens.size())));
    addTokens(row, now);
    m_endsSection->setText(providerText(m_ends));
    m_doesNotEndSection->setText(providerText(m_doesNotEnd));

    QStringList claims;
    QStringList answers;
    for (const ListedToken &listed : session.tokens) {
        if (const auto jwt = decodeJwt(listed.token.reveal()))
            claims.append(readableJson(jwt->shownClaims()));
        answers.append(readableJson(listed.raw));
    }
    claims.removeAll(QString());
    answers.removeAll(QString());
    m_claims->setText(claims.join(u'\n'));
    m_raw->setText(answers.join(u'\n'));
}

} // namespace curfew
