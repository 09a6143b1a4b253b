// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "errorpanel.h"

#include "clipboard.h"
#include "disclosurebutton.h"
#include "flowlayout.h"
#include "icons.h"
#include "metrics.h"
#include "plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace curfew {

ErrorPanel::ErrorPanel(QWidget *parent)
    : QFrame(parent)
    , m_picture(new QLabel(this))
    , m_sentence(new PlainLabel({}, this))
    , m_more(new DisclosureButton(tr("Technical details"), this))
    , m_copy(new QPushButton(tr("Copy details"), this))
    , m_details(new PlainLabel(TextRole::Small, {}, this))
    , m_buttons(new FlowLayout)
{
    m_picture->setFixedSize(16, 16);
    m_details->setTone(Tone::Grey);
    m_copy->setAutoDefault(false);
    connect(m_more, &DisclosureButton::toggled, this, [this](bool shown) {
        m_details->setVisible(shown);
        m_copy->setVisible(shown);
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { copySensitive(m_details->text()); });

    auto *column = new QVBoxLayout;
    column->setSpacing(groupSpacing);
    column->addWidget(m_sentence);
    m_buttons->addWidget(m_more);
    m_buttons->addWidget(m_copy);
    column->addWidget(m_details);
    column->addLayout(m_buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(groupSpacing);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    hide();
}

void ErrorPanel::showError(const ErrorText &text, Tone tone)
{
    present(text.sentence(), text.details, tone);
}

void ErrorPanel::showNotice(const QString &sentence, Tone tone)
{
    present(sentence, {}, tone);
}

void ErrorPanel::showDetails(const QString &details)
{
    present(tr("Technical details"), details, Tone::Grey);
    m_more->setChecked(true);
    m_more->hide();
}

void ErrorPanel::present(const QString &sentence, const QString &details, Tone tone)
{
    clear();
    m_tone = tone;
    redrawIcon();
    m_sentence->setText(sentence);
    m_details->setText(details);
    m_more->setChecked(false);
    m_more->setVisible(!details.isEmpty());
    m_details->hide();
    m_copy->hide();
    setAccessibleName(sentence);
    show();
}

void ErrorPanel::clear()
{
    hide();
    while (m_buttons->count() > 2) {
        QLayoutItem *item = m_buttons->takeAt(2);
        if (QWidget *button = item->widget()) {
            button->hide();
            button->deleteLater(); // the call may come from this very button
        }
        delete item;
    }
}

QPushButton *ErrorPanel::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    m_buttons->addWidget(button);
    return button;
}

void ErrorPanel::redrawIcon()
{
    const Icon shape = m_tone == Tone::Grey || m_tone == Tone::Plain ? Icon::Info
        : m_tone == Tone::Green                                      ? Icon::Ended
                                                                     : Icon::Warning;
    m_picture->setPixmap(icon(shape, m_tone).pixmap(QSize(16, 16), devicePixelRatio()));
}

void ErrorPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        redrawIcon();
    QFrame::changeEvent(event);
}

void ErrorPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(toneColor(m_tone, palette(), Use::Wash));
    painter.setPen(QPen(mixed(palette().color(QPalette::Base), toneColor(m_tone, palette(), Use::Graphic), 0.45), 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace curfew
