// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basedialog.h"

#include "metrics.h"

#include <QVBoxLayout>

namespace curfew {

BaseDialog::BaseDialog(Mode mode, QWidget *parent)
    : QDialog(parent)
    , m_mode(mode)
    , m_content(new QVBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    m_content->setContentsMargins(pageMargin, pageMargin, pageMargin, pageMargin);
    m_content->setSpacing(sectionSpacing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PracticeBanner(mode, this));
    column->addLayout(m_content);
}

void BaseDialog::fit(int width)
{
    const int grown = std::max(width, layout()->minimumSize().width());
    resize(grown, layout()->totalHeightForWidth(grown));
}

} // namespace curfew
