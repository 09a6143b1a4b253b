// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "containplan.h"
#include "statestyle.h"

#include <QAbstractTableModel>

namespace curfew {

//! All that one person reaches one service with, a row each: the sign-in, sessions, what applications were allowed.
class AccessModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { StateColumn, WhatColumn, ApplicationsColumn, AddressColumn, StartedColumn, SeenColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setAccess(const Person &person, const PersonAccess &access, const QDateTime &now);
    //! Sessions that began after the others were ended, or, where none could be read before, may have.
    void addSince(const QList<PersonSession> &sessions, const QDateTime &now);
    //! Sessions that were ended, and work again.
    void markBack(const QList<PersonSession> &sessions);
    //! How \p item of a plan stands.
    void setState(const ContainItem &item, const StateStyle &style);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString key; //!< what a step is about
        StateStyle state;
        QString what;
        QString applications;
        QString address;
        std::optional<QDateTime> started;
        std::optional<QDateTime> seen;
    };
    [[nodiscard]] static Row sessionRow(const PersonSession &session);
    void setState(const QString &key, const StateStyle &style);
    [[nodiscard]] QString text(const Row &row, int column) const;
    [[nodiscard]] QString toolTip(const Row &row, int column) const;

    QList<Row> m_rows;
    QDateTime m_now;
    bool m_knowsSessions = false; // what there was before
};

} // namespace curfew
