// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretfield.h"

#include "metrics.h"
#include "plainlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace curfew {

SecretField::SecretField(QWidget *parent)
    : QWidget(parent)
    , m_note(new PlainLabel(tr("A secret is stored."), this))
    , m_input(new QLineEdit(this))
    , m_toggle(new QPushButton(this))
{
    m_input->setEchoMode(QLineEdit::Password);
    m_input->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                 | Qt::ImhNoAutoUppercase);
    m_input->setMaxLength(4096);
    m_toggle->setAutoDefault(false);
    connect(m_input, &QLineEdit::textChanged, this, &SecretField::changed);
    connect(m_toggle, &QPushButton::clicked, this, [this] {
        setOpen(!m_open);
        if (m_open)
            m_input->setFocus();
    });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(groupSpacing);
    row->addWidget(m_note, 1);
    row->addWidget(m_input, 1);
    row->addWidget(m_toggle);
    setFocusProxy(m_input);
    setAccessibleField(tr("Client secret"));
    setOpen(true);
}

void SecretField::setAccessibleField(const QString &name)
{
    m_input->setAccessibleName(name);
}

void SecretField::setStored(bool stored)
{
    m_stored = stored;
    setOpen(!stored);
}

void SecretField::startReplacing()
{
    setOpen(true);
}

void SecretField::setOpen(bool open)
{
    m_open = open;
    m_input->clear();
    m_input->setVisible(open);
    m_note->setVisible(!open);
    m_toggle->setVisible(m_stored);
    m_toggle->setText(open ? tr("Keep the stored one") : tr("Replace…"));
    Q_EMIT changed();
}

bool SecretField::hasInput() const
{
    return m_open && !m_input->text().isEmpty();
}

Secret SecretField::secret() const
{
    if (!m_open)
        return {};
    QByteArray bytes = m_input->text().toUtf8();
    return Secret::take(bytes);
}

} // namespace curfew
