// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providerpage.h"

#include "errorpanel.h"
#include "issuerwords.h"
#include "metrics.h"
#include "providertext.h"
#include "twolinedelegate.h"
#include "visibletext.h"

#include <QFileInfo>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace curfew {

ProviderPage::ProviderPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new QStandardItemModel(this))
    , m_view(new QListView(this))
    , m_notice(new ErrorPanel(this))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new TwoLineDelegate(m_view));
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setUniformItemSizes(true);
    m_view->setSizeAdjustPolicy(QAbstractItemView::AdjustToContents);
    m_view->setAccessibleName(tr("Kind of service"));
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showNotice();
        Q_EMIT currentChanged();
    });
    connect(m_view, &QListView::activated, this, [this] {
        if (const CatalogEntry *entry = current(); entry && entry->state == CatalogEntry::State::Ready)
            Q_EMIT chosen();
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(groupSpacing);
    column->addWidget(m_view, 1);
    column->addWidget(m_notice);
    setFocusProxy(m_view);
}

static QString secondLine(const CatalogEntry &entry)
{
    switch (entry.state) {
    case CatalogEntry::State::Ready:
        return providerText(entry.descriptor.summary);
    case CatalogEntry::State::NeedsAcceptance:
        return entry.acceptance == Acceptance::Changed
            ? ProviderPage::tr("Your own description was changed: look at it before it is used.")
            : ProviderPage::tr("Your own description is new: look at it before it is used.");
    case CatalogEntry::State::Refused:
        break;
    }
    return ProviderPage::tr("This description can’t be used.");
}

void ProviderPage::setEntries(const QList<CatalogEntry> &entries)
{
    const int row = std::max(m_view->currentIndex().row(), 0);
    m_entries = entries;
    m_model->clear();
    for (const CatalogEntry &entry : entries) {
        const QString name = entry.descriptor.name.isEmpty() ? QFileInfo(entry.file).fileName() : entry.descriptor.name;
        auto *item = new QStandardItem(visibleText(name, 200));
        item->setData(visibleText(secondLine(entry), 300), TwoLineDelegate::SecondLineRole);
        item->setData(visibleText(entry.descriptor.mark, 3), TwoLineDelegate::MarkRole);
        item->setData(secondLine(entry), Qt::AccessibleDescriptionRole);
        const bool ready = entry.state == CatalogEntry::State::Ready;
        item->setData(static_cast<int>(ready ? Tone::Grey : Tone::Amber), TwoLineDelegate::SecondToneRole);
        m_model->appendRow(item);
    }
    m_view->setCurrentIndex(m_model->index(std::min(row, static_cast<int>(m_entries.size()) - 1), 0));
    showNotice();
}

const CatalogEntry *ProviderPage::current() const
{
    const int row = m_view->currentIndex().row();
    return row < 0 || row >= m_entries.size() ? nullptr : &m_entries.at(row);
}

void ProviderPage::showError(const Error &error)
{
    m_notice->showError(errorText(error, whileConfiguring()), Tone::Amber);
}

void ProviderPage::showNotice()
{
    const CatalogEntry *entry = current();
    if (!entry || entry->state == CatalogEntry::State::Ready) {
        m_notice->clear();
        return;
    }
    if (entry->state == CatalogEntry::State::Refused) {
        if (entry->error)
            showError(*entry->error);
        return;
    }
    const QString hosts = entry->hosts.isEmpty()
        ? tr("It names no host of its own: requests go to the address you enter.")
        : tr("It names these hosts: %1").arg(entry->hosts.join(u", "_s));
    m_notice->showNotice(tr("File: %1\nSHA-256: %2\n%3\nUse it only if you know where it comes from.")
                             .arg(visibleText(entry->file), entry->descriptor.sourceHash, visibleText(hosts)));
    auto *accept = m_notice->addButton(tr("Use this description"));
    connect(accept, &QPushButton::clicked, this, [this] {
        if (const CatalogEntry *shown = current())
            Q_EMIT acceptRequested(*shown);
    });
}

} // namespace curfew
