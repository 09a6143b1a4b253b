// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "descriptorcatalog.h"

#include <QWidget>

class QListView;
class QStandardItemModel;

namespace curfew {

class ErrorPanel;

//! The first step of adding a service: the providers, one line each on what they can do. An operator's own descriptor
//! that is new or was changed is shown with its hosts, and is of no use before it is accepted.
class ProviderPage : public QWidget {
    Q_OBJECT

public:
    explicit ProviderPage(QWidget *parent = nullptr);

    void setEntries(const QList<CatalogEntry> &entries);
    [[nodiscard]] const CatalogEntry *current() const; //!< nullptr when none is chosen
    void showError(const Error &error);

Q_SIGNALS:
    void currentChanged(); //!< current() is another one
    void chosen(); //!< a ready one was activated
    void acceptRequested(const curfew::CatalogEntry &entry);

private:
    void showNotice();

    QList<CatalogEntry> m_entries;
    QStandardItemModel *m_model;
    QListView *m_view;
    ErrorPanel *m_notice;
};

} // namespace curfew
