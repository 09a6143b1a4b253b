// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace curfew {

//! A list's row of two lines: the name, and what it can do in smaller type; an icon or a mark before them. A third line
//! stands where something needs attention.
class TwoLineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role {
        SecondLineRole = Qt::UserRole + 100, //!< QString
        SecondToneRole, //!< Tone as int
        ThirdLineRole, //!< QString, in amber; empty: there is none
        MarkRole, //!< QString of two or three letters; drawn where there is no icon
        PillRole, //!< Environment as int; absent: none
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &plain, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace curfew
