// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "environmentband.h"

#include "elidedlabel.h"
#include "environmentpill.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace curfew {

//! The host of \p url, with its port where that isn't the scheme's own.
static QString hostText(const QUrl &url)
{
    QUrl shown = url;
    const bool usual =
        (shown.scheme() == u"https"_s && shown.port() == 443) || (shown.scheme() == u"http"_s && shown.port() == 80);
    if (usual)
        shown.setPort(-1);
    return shown.authority(QUrl::PrettyDecoded).section(u'@', -1);
}

EnvironmentBand::EnvironmentBand(TextRole role, QWidget *parent)
    : QWidget(parent)
    , m_pill(new EnvironmentPill(Environment::Production, this))
    , m_name(new ElidedLabel({}, this))
    , m_host(new ElidedLabel({}, this))
{
    const bool large = role == TextRole::Title;
    m_name->setTextRole(role);
    m_host->setTextRole(large ? role : TextRole::Body);
    m_host->setTone(large ? Tone::Plain : Tone::Grey);
    if (large)
        m_pill->setFont(fontFor(role, font()));
    for (ElidedLabel *label : {m_name, m_host})
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(groupSpacing);
    row->addWidget(m_pill);
    row->addWidget(m_name);
    row->addWidget(m_host);
    row->addStretch();
}

void EnvironmentBand::setIssuer(const Issuer &issuer)
{
    m_pill->setEnvironment(issuer.environment);
    m_name->setText(issuer.name);
    m_host->setText(hostText(issuer.url));
}

} // namespace curfew
