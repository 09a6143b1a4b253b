// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emptystate.h"

#include "metrics.h"
#include "plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace curfew {

static constexpr int pictureSize = 40;
EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_picture(new QLabel(this))
    , m_title(new PlainLabel(TextRole::Title, {}, this))
    , m_sentence(new PlainLabel(TextRole::Body, {}, this))
    , m_buttons(new QHBoxLayout)
{
    m_picture->setFixedSize(pictureSize, pictureSize);
    m_title->setAlignment(Qt::AlignHCenter);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setTone(Tone::Grey);
    m_title->keepLastWords();
    m_sentence->keepLastWords();
    m_buttons->setSpacing(groupSpacing);

    auto *body = new QWidget(this);
    body->setMaximumWidth(fontMetrics().averageCharWidth() * 75); // comfortable to read, whatever the font's size
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(groupSpacing);
    column->addStretch(2);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addSpacing(groupSpacing);
    column->addWidget(m_title); // no alignment here: the height has to follow the width
    column->addWidget(m_sentence);
    column->addSpacing(groupSpacing);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addLayout(m_buttons);
    row->addStretch();
    column->addLayout(row);
    column->addStretch(3);
    auto *middle = new QHBoxLayout(this);
    middle->setContentsMargins(pageMargin, pageMargin, pageMargin, pageMargin);
    middle->addStretch(1);
    middle->addWidget(body, 100);
    middle->addStretch(1);
}

void EmptyState::setContent(Icon picture, const QString &title, const QString &sentence, Tone tone)
{
    m_icon = icon(picture, tone);
    redrawIcon();
    m_title->setText(title);
    m_sentence->setText(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

QPushButton *EmptyState::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(true);
    m_buttons->addWidget(button);
    return button;
}

void EmptyState::clearButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (QWidget *button = item->widget()) {
            button->hide();
            button->deleteLater(); // the call may come from this very button
        }
        delete item;
    }
}

void EmptyState::redrawIcon()
{
    m_picture->setPixmap(m_icon.pixmap(QSize(pictureSize, pictureSize), devicePixelRatio()));
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        redrawIcon();
    QWidget::changeEvent(event);
}

} // namespace curfew
