// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "servicestate.h"

#include <QAbstractListModel>
#include <QList>

namespace curfew {

//! One configured service as the list shows it.
struct ServiceRow {
    Issuer issuer;
    QString mark; //!< the provider's two or three letters
    QString provider; //!< the provider's name
    ServiceState state;
    bool busy = false; //!< an action is under way there

    bool operator==(const ServiceRow &) const = default;
};

//! The configured services. Shows values, knows no store.
class ServiceListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { NameRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    //! Rows of the same name keep their place in a view's selection.
    void setRows(const QList<ServiceRow> &rows, const QDateTime &now);
    [[nodiscard]] QModelIndex indexOf(const QString &name) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<ServiceRow> m_rows;
    QDateTime m_now;
};

} // namespace curfew
