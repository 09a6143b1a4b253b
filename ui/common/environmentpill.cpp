// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "environmentpill.h"

#include "metrics.h"
#include "tone.h"

#include <QCoreApplication>
#include <QPainter>

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

} // namespace curfew
