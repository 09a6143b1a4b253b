// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonlines.h"

#include "jsonscanner.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

namespace {
//! An open container and how far it has been read.
struct Level {
    QString path;
    bool object = false;
    QString key; //!< of the value to come
    qsizetype index = 0; //!< of the value to come
};
} // namespace

JsonLines::JsonLines(QByteArrayView json)
{
    using Event = JsonScanner::Event;
    JsonScanner scanner(json);
    QList<Level> levels;
    qsizetype counted = 0;
    int line = 1;
    const auto valuePath = [&levels] {
        if (levels.isEmpty())
            return QString();
        Level &level = levels.last();
        return level.object ? pathTo(level.path, level.key) : pathTo(level.path, level.index++);
    };
    for (Event event = scanner.next(); event != Event::End; event = scanner.next()) {
        line += int(std::count(json.begin() + counted, json.begin() + scanner.offset(), '\n'));
        counted = scanner.offset();
        switch (event) {
        case Event::ObjectStart:
        case Event::ArrayStart: {
            const QString path = valuePath();
            if (!m_lines.contains(path))
                m_lines.insert(path, line);
            levels.append({path, event == Event::ObjectStart, {}, 0});
            break;
        }
        case Event::ObjectEnd:
        case Event::ArrayEnd:
            levels.removeLast();
            break;
        case Event::Key: {
            Level &level = levels.last();
            level.key = QString::fromUtf8(decodeJsonString(scanner.text()));
            const QString path = pathTo(level.path, level.key);
            if (m_lines.contains(path))
                m_duplicates.append(path);
            m_lines.insert(path, line);
            break;
        }
        default: {
            const QString path = valuePath();
            if (!m_lines.contains(path))
                m_lines.insert(path, line);
        }
        }
    }
}

int JsonLines::lineOf(const QString &path) const
{
    for (QString nearest = path; !nearest.isEmpty();) {
        if (const auto found = m_lines.constFind(nearest); found != m_lines.constEnd())
            return *found;
        nearest.truncate(std::max({qsizetype(0), nearest.lastIndexOf(u'.'), nearest.lastIndexOf(u'[')}));
    }
    return m_lines.value(QString(), 1);
}

int lineAt(QByteArrayView text, qsizetype offset)
{
    return 1 + int(std::count(text.begin(), text.begin() + std::clamp<qsizetype>(offset, 0, text.size()), '\n'));
}

QString pathTo(const QString &path, const QString &key)
{
    return path.isEmpty() ? key : path + u'.' + key;
}

QString pathTo(const QString &path, qsizetype index)
{
    return path + u'[' + QString::number(index) + u']';
}

} // namespace curfew
