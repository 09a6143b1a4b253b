// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "twolinedelegate.h"

#include "environmentpill.h"
#include "metrics.h"
#include "tone.h"

#include <QApplication>
#include <QPainter>

namespace curfew {

static constexpr int markWidth = 36;
static constexpr int lineGap = 3;

static void paintMark(QPainter &painter, const QRect &rect, const QString &mark, const QPalette &palette,
                      const QFont &base)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(toneColor(Tone::Grey, palette, Use::Graphic), 1));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    QFont font = fontFor(TextRole::Small, base);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(toneColor(Tone::Grey, palette));
    painter.drawText(rect, static_cast<int>(Qt::AlignCenter | Qt::TextSingleLine), mark);
    painter.restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int small = QFontMetrics(fontFor(TextRole::Small, option.font)).height();
    const int third = index.data(ThirdLineRole).toString().isEmpty() ? 0 : 2 * lineGap + small;
    return {200, option.fontMetrics.height() + lineGap + small + third + 2 * groupSpacing};
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &plain, const QModelIndex &index) const
{
    QStyleOptionViewItem option(plain);
    initStyleOption(&option, index);
    const QString name = option.text;
    const QIcon picture = option.icon;
    option.text.clear();
    option.icon = {};
    option.features &= ~QStyleOptionViewItem::HasDecoration;
    option.state &= ~QStyle::State_HasFocus; // the selection's wash shows it
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    const auto visual = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    QRect inner = option.rect.adjusted(groupSpacing, groupSpacing, -groupSpacing, -groupSpacing);
    painter->save();
    if (!picture.isNull()) {
        picture.paint(painter,
                      visual(QRect(inner.left(), inner.top() + (option.fontMetrics.height() - 16) / 2, 16, 16)));
        inner.setLeft(inner.left() + 16 + groupSpacing);
    } else if (const QString mark = index.data(MarkRole).toString(); !mark.isEmpty()) {
        const QRect box(inner.left(), inner.center().y() - 11, markWidth, 22);
        paintMark(*painter, visual(box), mark, option.palette, option.font);
        inner.setLeft(inner.left() + markWidth + groupSpacing + 4);
    }

    const QFont small = fontFor(TextRole::Small, option.font);
    const int smallHeight = QFontMetrics(small).height();
    const int firstHeight = option.fontMetrics.height();
    const QRect first(inner.left(), inner.top(), inner.width(), firstHeight);
    QRect second(inner.left(), inner.top() + firstHeight + lineGap, inner.width(), smallHeight);
    const QRect third = second.translated(0, smallHeight + 2 * lineGap);
    if (const QVariant pill = index.data(PillRole); pill.isValid()) {
        const auto environment = static_cast<Environment>(pill.toInt());
        const QSize size = EnvironmentPill::sizeFor(environment, option.font);
        QRect box(QPoint(), size);
        box.moveTopRight(QPoint(inner.right(), second.center().y() - size.height() / 2 + 1));
        EnvironmentPill::paint(*painter, visual(box), environment, option.palette, option.font);
        second.setRight(box.left() - groupSpacing);
    }
    const int flags = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter
                                       | Qt::TextSingleLine);
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(visual(first), flags, option.fontMetrics.elidedText(name, Qt::ElideRight, first.width()));

    painter->setFont(small);
    const auto tone = static_cast<Tone>(index.data(SecondToneRole).toInt());
    painter->setPen(toneColor(index.data(SecondToneRole).isValid() ? tone : Tone::Grey, option.palette));
    painter->drawText(
        visual(second), flags,
        QFontMetrics(small).elidedText(index.data(SecondLineRole).toString(), Qt::ElideRight, second.width()));
    painter->setPen(toneColor(Tone::Amber, option.palette));
    painter->drawText(
        visual(third), flags,
        QFontMetrics(small).elidedText(index.data(ThirdLineRole).toString(), Qt::ElideRight, third.width()));
    painter->restore();
}

} // namespace curfew
