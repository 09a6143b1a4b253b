// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "environmentpill.h"

#include "metrics.h"
#include "plainlabel.h"
#include "tone.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(curfew::Environment)
};

} // namespace

QString environmentWord(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return Words::tr("Production");
    case Environment::Test:
        return Words::tr("Test");
    case Environment::Development:
        break;
    }
    return Words::tr("Development");
}

static QFont pillFont(const QFont &base)
{
    QFont font = fontFor(TextRole::Small, base);
    font.setWeight(QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
    return font;
}

EnvironmentPill::EnvironmentPill(Environment environment, QWidget *parent)
    : QWidget(parent)
    , m_environment(environment)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setEnvironment(environment);
}

void EnvironmentPill::setEnvironment(Environment environment)
{
    m_environment = environment;
    setAccessibleName(environmentWord(environment));
    updateGeometry();
    update();
}

QSize EnvironmentPill::sizeFor(Environment environment, const QFont &font)
{
    const QFontMetrics metrics(pillFont(font));
    return {metrics.horizontalAdvance(environmentWord(environment).toUpper()) + 2 * groupSpacing, metrics.height() + 4};
}

QSize EnvironmentPill::sizeHint() const
{
    return sizeFor(m_environment, font());
}

void EnvironmentPill::paint(QPainter &painter, const QRect &rect, Environment environment, const QPalette &palette,
                            const QFont &font)
{
    // Not one of the state colours: an environment is no state. Production is ink, the others are outlines.
    const QColor ink = palette.color(QPalette::Text);
    const bool production = environment == Environment::Production;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(production ? QBrush(ink) : QBrush(Qt::NoBrush));
    QPen border(production ? ink : toneColor(Tone::Grey, palette, Use::Graphic), 1.0);
    if (environment == Environment::Development)
        border.setStyle(Qt::DashLine);
    painter.setPen(border);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(production ? palette.color(QPalette::Base) : ink);
    painter.setFont(pillFont(font));
    painter.drawText(rect, static_cast<int>(Qt::AlignCenter | Qt::TextSingleLine),
                     environmentWord(environment).toUpper());
    painter.restore();
}

void EnvironmentPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), m_environment, palette(), font());
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

QString hostText(const QUrl &url)
{
    QUrl shown = url;
    const bool usual =
        (shown.scheme() == u"https"_s && shown.port() == 443) || (shown.scheme() == u"http"_s && shown.port() == 80);
    if (usual)
        shown.setPort(-1);
    return shown.authority(QUrl::PrettyDecoded).section(u'@', -1);
}

} // namespace curfew
