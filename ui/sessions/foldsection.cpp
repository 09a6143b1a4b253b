// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foldsection.h"

#include "disclosurebutton.h"
#include "plainlabel.h"

#include <QFontDatabase>
#include <QVBoxLayout>

namespace curfew {

FoldSection::FoldSection(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new DisclosureButton(title))
    , m_text(new PlainLabel)
{
    m_title->setFont(fontFor(TextRole::Heading, font()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(groupSpacing / 2);
    layout->addWidget(m_title, 0, Qt::AlignLeft);
    layout->addWidget(m_text);
    connect(m_title, &DisclosureButton::toggled, this, &FoldSection::setOpen);
    setOpen(false);
}

void FoldSection::setText(const QString &text)
{
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

void FoldSection::setFixedPitch()
{
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
}

void FoldSection::setOpen(bool open)
{
    m_title->setChecked(open);
    m_text->setVisible(open);
}

} // namespace curfew
