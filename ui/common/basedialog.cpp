// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basedialog.h"

#include "metrics.h"
#include "practicebanner.h"

#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QShowEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace curfew {

namespace {

//! Asks for the room its content wants, and scrolls where the screen hasn't got it: large text on a small display.
class ContentArea final : public QScrollArea {
public:
    explicit ContentArea(QLayout *content, QWidget *parent)
        : QScrollArea(parent)
    {
        auto *page = new QWidget(this);
        page->setLayout(content);
        setWidget(page);
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
    }

    QSize sizeHint() const override
    {
        const QLayout *content = widget()->layout();
        const int wide = std::max(content->totalSizeHint().width(), window()->minimumWidth());
        return {wide, heightForWidth(wide)};
    }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int wide) const override
    {
        const QLayout *content = widget()->layout();
        return content->hasHeightForWidth() ? content->totalHeightForWidth(wide) : content->totalSizeHint().height();
    }

    //! As wide as nothing in it is cut off, beside a scroll bar too.
    QSize minimumSizeHint() const override
    {
        return {widget()->layout()->totalMinimumSize().width() + verticalScrollBar()->sizeHint().width(), 120};
    }
};

} // namespace

BaseDialog::BaseDialog(Mode mode, QWidget *parent)
    : QDialog(parent)
    , m_mode(mode)
    , m_column(new QVBoxLayout(this))
    , m_content(new QVBoxLayout)
    , m_area(new ContentArea(m_content, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    m_content->setContentsMargins(pageMargin, pageMargin, pageMargin, pageMargin);
    m_content->setSpacing(sectionSpacing);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(new PracticeBanner(mode, this));
    m_column->addWidget(m_area, 1);
}

void BaseDialog::setButtons(QLayout *buttons)
{
    buttons->setContentsMargins(pageMargin, sectionSpacing, pageMargin, pageMargin);
    buttons->setSpacing(groupSpacing);
    m_column->addLayout(buttons);
    m_content->setContentsMargins(pageMargin, pageMargin, pageMargin, 0);
}

void BaseDialog::showEvent(QShowEvent *event)
{
    // Only now do the labels have the fonts that they are shown with; what layouts remember was too little.
    if (!event->spontaneous())
        fitContent();
    QDialog::showEvent(event);
}

void BaseDialog::fitContent()
{
    m_content->invalidate();
    m_area->updateGeometry();
    layout()->invalidate();
    const QSize room = screen()->availableSize();
    const int wide = std::min(std::max(width(), layout()->totalMinimumSize().width()), room.width());
    resize(wide, std::min(layout()->totalHeightForWidth(wide), room.height()));
}

void BaseDialog::fit(int width)
{
    setMinimumWidth(std::min(width, screen()->availableSize().width()));
    adjustSize();
}

} // namespace curfew
