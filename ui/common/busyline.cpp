// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "busyline.h"

#include "elidedlabel.h"
#include "metrics.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

using namespace std::chrono_literals;

namespace curfew {

BusyLine::BusyLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new ElidedLabel({}, this))
    , m_bar(new QProgressBar(this))
    , m_stop(new QPushButton(tr("Stop"), this))
{
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(160, 8);
    m_bar->setAccessibleName(tr("Progress"));
    m_stop->setAutoDefault(false);
    m_pause.setSingleShot(true);
    m_pause.setInterval(1s);
    connect(&m_pause, &QTimer::timeout, this, &BusyLine::showText);
    connect(m_stop, &QPushButton::clicked, this, &BusyLine::stopRequested);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(groupSpacing);
    row->addWidget(m_text, 1);
    row->addWidget(m_bar);
    row->addWidget(m_stop);
}

void BusyLine::setProgress(const QString &text, qsizetype done, qsizetype total)
{
    m_pending = text;
    m_bar->setRange(0, static_cast<int>(total));
    m_bar->setValue(static_cast<int>(done));
    if (!m_pause.isActive())
        showText();
}

// Each change is announced by a screen reader, hence at most one a second; the bar moves at once.
void BusyLine::showText()
{
    if (m_text->text() == m_pending)
        return;
    m_text->setText(m_pending);
    m_pause.start();
}

void BusyLine::setStoppable(bool stoppable)
{
    m_stop->setVisible(stoppable);
    m_stop->setEnabled(stoppable);
    m_stop->setText(tr("Stop"));
}

void BusyLine::setStopping()
{
    m_stop->setEnabled(false);
    m_stop->setText(tr("Stopping…"));
}

} // namespace curfew
