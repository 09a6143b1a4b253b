// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme.h"

#include "icons.h"
#include "metrics.h"
#include "tone.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr int controlHeight = 28;
static constexpr double cornerRadius = 4;
static constexpr int fieldPadding = 4; // between a field's border and its text

CurfewStyle::CurfewStyle()
    : QProxyStyle(u"fusion"_s)
{
}

QPalette ownPalette(ColorScheme scheme)
{
    const bool light = scheme == ColorScheme::Light;
    const auto shade = [light](QRgb inLight, QRgb inDark) { return QColor::fromRgb(light ? inLight : inDark); };
    const QColor window = shade(0xfff5f6f7, 0xff212327);
    const QColor text = shade(0xff1c1f24, 0xffe6e8eb);
    QPalette palette(text, window);
    palette.setColor(QPalette::Base, shade(0xffffffff, 0xff191b1e));
    palette.setColor(QPalette::AlternateBase, shade(0xfff8f9fa, 0xff1d1f22));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::Button, shade(0xfffdfdfe, 0xff2c2f34));
    palette.setColor(QPalette::BrightText, shade(0xffffffff, 0xffffffff));
    palette.setColor(QPalette::PlaceholderText, shade(0xff646b75, 0xff9aa1ab));
    palette.setColor(QPalette::Highlight, shade(0xff2563c4, 0xff6ea3f2));
    palette.setColor(QPalette::HighlightedText, shade(0xffffffff, 0xff0f1115));
    palette.setColor(QPalette::Link, shade(0xff1d55ad, 0xff8fb8f6));
    palette.setColor(QPalette::LinkVisited, shade(0xff5b4a9c, 0xffb9a8ef));
    palette.setColor(QPalette::ToolTipBase, shade(0xffffffff, 0xff2c2f34));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Light, shade(0xffffffff, 0xff3a3e44));
    palette.setColor(QPalette::Midlight, shade(0xffeceef0, 0xff2f3237));
    palette.setColor(QPalette::Mid, shade(0xffc9cdd2, 0xff44484f));
    palette.setColor(QPalette::Dark, shade(0xff9aa0a8, 0xff131517));
    palette.setColor(QPalette::Shadow, shade(0xff6b7079, 0xff08090a));
    const QColor faint = shade(0xff9aa0a8, 0xff6d737c);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, shade(0xffb6bcc4, 0xff4b5058));
    return palette;
}

int CurfewStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return groupSpacing;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return 16;
    case PM_SplitterWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int CurfewStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
        return 0;
    case SH_UnderlineShortcut:
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_FormLayoutLabelAlignment:
        return static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter);
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

QColor borderColor(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::Active, QPalette::Text), 0.5);
}

QColor selectionColor(const QPalette &palette, Focus focus)
{
    if (focus == Focus::Active)
        return selectionWash(palette);
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Active, QPalette::Highlight), 0.10);
}

// Text in a selection keeps its ordinary colour, since its background is a wash.
static void keepTextColor(QPalette &palette)
{
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        palette.setColor(group, QPalette::HighlightedText, palette.color(group, QPalette::Text));
}

void CurfewStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (element == CE_ItemViewItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem quiet(*item);
            keepTextColor(quiet.palette);
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
    }
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Mid));
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

static void drawButton(const QStyleOption &option, QPainter &painter)
{
    const QPalette &palette = option.palette;
    const bool pressed = option.state.testAnyFlags(QStyle::State_Sunken | QStyle::State_On);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const QColor ink = palette.color(QPalette::Active, QPalette::Text);
    QColor fill = palette.color(QPalette::Button);
    if (pressed)
        fill = mixed(fill, ink, 0.12);
    else if (enabled && option.state.testFlag(QStyle::State_MouseOver))
        fill = mixed(fill, ink, 0.05);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool isDefault = button && button->features.testFlag(QStyleOptionButton::DefaultButton);
    const bool focused =
        option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
    QColor border = enabled ? borderColor(palette) : mixed(palette.color(QPalette::Window), ink, 0.15);
    if (enabled && (isDefault || focused))
        border = palette.color(QPalette::Highlight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    const double width = focused ? 2 : 1;
    painter.setPen(QPen(border, width));
    const double inset = width / 2;
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), cornerRadius, cornerRadius);
    painter.restore();
}

// Fusion takes its outlines from the window's colour, darker: in a dark palette they can't be seen.
static QColor outline(const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_Enabled))
        return palette.color(QPalette::Active, QPalette::Highlight);
    if (option.state.testFlag(QStyle::State_Enabled))
        return borderColor(palette);
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::Active, QPalette::Text), 0.2);
}

static void drawField(const QStyleOption &option, QPainter &painter)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(option.palette.color(QPalette::Base));
    painter.setPen(outline(option));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
    painter.restore();
}

static void drawCheckBox(const QStyleOption &option, QPainter &painter)
{
    const bool checked = option.state.testAnyFlags(QStyle::State_On | QStyle::State_NoChange);
    const QColor ink = option.palette.color(QPalette::Text);
    QRectF box(0, 0, 14, 14);
    box.moveCenter(QRectF(option.rect).center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(checked ? ink : option.palette.color(QPalette::Base));
    painter.setPen(checked && !option.state.testFlag(QStyle::State_HasFocus) ? ink : outline(option));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(QPen(option.palette.color(QPalette::Base), 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF corner = box.topLeft();
    if (option.state.testFlag(QStyle::State_On))
        painter.drawPolyline(
            QPolygonF{corner + QPointF(3.5, 7.25), corner + QPointF(6, 9.75), corner + QPointF(10.5, 4.75)});
    else if (option.state.testFlag(QStyle::State_NoChange))
        painter.drawLine(corner + QPointF(4, 7), corner + QPointF(10, 7));
    painter.restore();
}

void CurfewStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (element == PE_PanelItemViewRow || element == PE_PanelItemViewItem) {
        if (item && item->state.testFlag(State_Selected)) {
            const bool active = option->state.testFlag(State_Active);
            painter->fillRect(option->rect, selectionColor(option->palette, active ? Focus::Active : Focus::Inactive));
            return;
        }
    }
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(*option, *painter);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(*option, *painter);
        return;
    case PE_PanelLineEdit:
        // One inside another control has that one's frame.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0) {
            drawField(*option, *painter);
            return;
        }
        break;
    case PE_FrameFocusRect: // Fusion fills it, over the text
        painter->setPen(option->palette.color(QPalette::Active, QPalette::Highlight));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_Frame:
        painter->setPen(mixed(option->palette.color(QPalette::Window), option->palette.color(QPalette::Text), 0.2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

QRect CurfewStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(fieldPadding, 0, -fieldPadding, 0);
    return rect;
}

// A field's clear button is one of our own family, and no theme of the system has to be read for it.
QIcon CurfewStyle::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    return standard == SP_LineEditClearButton ? icon(Icon::Close, Tone::Grey)
                                              : QProxyStyle::standardIcon(standard, option, widget);
}

QSize CurfewStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int row = option ? rowHeight(option->fontMetrics) : controlHeight;
    switch (type) {
    case CT_PushButton:
        return {result.width() + groupSpacing, std::max(result.height(), row)};
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_HeaderSection:
    case CT_ItemViewItem:
    case CT_SpinBox:
        return {result.width(), std::max(result.height(), row)};
    default:
        return result;
    }
}

} // namespace curfew
