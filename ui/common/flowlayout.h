// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLayout>
#include <QList>

namespace curfew {

//! A row that goes on in the next line where the room ends: buttons in a narrow window, or in large type. The last item
//! can be moved to the far end of its line.
class FlowLayout : public QLayout {
    Q_OBJECT

public:
    //! Where the last item stands.
    enum class Last { Following, FarEnd };

    explicit FlowLayout(Last last = Last::Following);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override; //!< all in one line
    [[nodiscard]] QSize minimumSize() const override; //!< one item a line
    void setGeometry(const QRect &rect) override;

private:
    struct Line {
        QList<QLayoutItem *> items;
        int width = 0;
        int height = 0;
    };
    [[nodiscard]] QList<Line> lines(int width) const;
    [[nodiscard]] int heightOf(const QList<Line> &lines) const;

    Last m_last;
    QList<QLayoutItem *> m_items;
};

} // namespace curfew
