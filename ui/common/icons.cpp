// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace curfew {

static QString nameOf(Icon icon)
{
    switch (icon) {
    case Icon::Active:
        return u"active"_s;
    case Icon::Expired:
        return u"expired"_s;
    case Icon::Ended:
        return u"ended"_s;
    case Icon::EndedUnchecked:
        return u"ended-unchecked"_s;
    case Icon::Inactive:
        return u"inactive"_s;
    case Icon::StillWorks:
        return u"still-works"_s;
    case Icon::Refused:
        return u"refused"_s;
    case Icon::NotEnded:
        return u"not-ended"_s;
    case Icon::Unclear:
        return u"unclear"_s;
    case Icon::NotTried:
        return u"not-tried"_s;
    case Icon::Waiting:
        return u"waiting"_s;
    case Icon::Ending:
        return u"ending"_s;
    case Icon::Checking:
        return u"checking"_s;
    case Icon::Anchor:
        return u"anchor"_s;
    case Icon::Differs:
        return u"differs"_s;
    case Icon::Warning:
        return u"warning"_s;
    case Icon::Info:
        return u"info"_s;
    case Icon::Ready:
        return u"ready"_s;
    case Icon::NeedsCredential:
        return u"needs-credential"_s;
    case Icon::Locked:
        return u"locked"_s;
    case Icon::Unreachable:
        return u"unreachable"_s;
    case Icon::Add:
        return u"add"_s;
    case Icon::ChevronDown:
        return u"chevron-down"_s;
    case Icon::ChevronRight:
        return u"chevron-right"_s;
    case Icon::Close:
        return u"close"_s;
    case Icon::Copy:
        return u"copy"_s;
    case Icon::Edit:
        return u"edit"_s;
    case Icon::Export:
        return u"export"_s;
    case Icon::Filter:
        return u"filter"_s;
    case Icon::Help:
        return u"help"_s;
    case Icon::Journal:
        return u"journal"_s;
    case Icon::Key:
        return u"key"_s;
    case Icon::Practice:
        return u"practice"_s;
    case Icon::Refresh:
        return u"refresh"_s;
    case Icon::Remove:
        return u"remove"_s;
    case Icon::Report:
        return u"report"_s;
    case Icon::Search:
        return u"search"_s;
    case Icon::Service:
        return u"service"_s;
    case Icon::Sessions:
        return u"sessions"_s;
    case Icon::Stop:
        return u"stop"_s;
    case Icon::Unlock:
        return u"unlock"_s;
    case Icon::Verify:
        return u"verify"_s;
    }
    return {};
}

QString iconPath(Icon icon)
{
    return u":/icons/%1.svg"_s.arg(nameOf(icon));
}

namespace {

// The files draw in `currentColor`, which QSvgRenderer doesn't know: the colour is put in before it reads them.
class RecolouredIcon final : public QIconEngine {
public:
    RecolouredIcon(QString path, Tone tone)
        : m_path(std::move(path))
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double scale = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    //! \p size is in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QColor color = colorFor(mode);
        const QString key = u"curfew %1 %2 %3x%4 %5"_s.arg(m_path, color.name(QColor::HexArgb))
                                .arg(size.width())
                                .arg(size.height())
                                .arg(scale);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderInto(painter, QRectF(QPointF(), size), color);
        painter.end();
        pixmap.setDevicePixelRatio(scale);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QIconEngine *clone() const override { return new RecolouredIcon(m_path, m_tone); }
    QString key() const override { return u"curfew"_s; }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::Text);
        return toneColor(m_tone, palette, Use::Graphic);
    }

    void renderInto(QPainter &painter, const QRectF &area, const QColor &color) const
    {
        QFile file(m_path);
        if (!file.open(QIODevice::ReadOnly))
            return;
        QByteArray svg = file.readAll();
        svg.replace("currentColor", color.name().toLatin1());
        if (area.width() / painter.device()->devicePixelRatio() >= 32)
            svg.replace("stroke-width=\"1.5\"", "stroke-width=\"1\""); // a picture, not a sign beside words
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, area);
    }

    QString m_path;
    Tone m_tone;
};

} // namespace

QIcon icon(Icon icon, Tone tone)
{
    return QIcon(new RecolouredIcon(iconPath(icon), tone));
}

// Not by Qt's image plugins: each of them would be loaded at the start, only to be asked for its formats.
QIcon applicationIcon()
{
    return QIcon(new RecolouredIcon(u":/icons/curfew.svg"_s, Tone::Plain));
}

} // namespace curfew
