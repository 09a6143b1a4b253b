// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plainlabel.h"

#include "clipboard.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace curfew {

static constexpr QChar breakHere(0x200B); // the zero width space, which visibleText() leaves in no provider's text

QString breakable(const QString &text)
{
    constexpr qsizetype longestWord = 16;
    constexpr QStringView goodPlaces = u"@.-_/:,;=&?";
    QString result;
    qsizetype whole = 0; // characters since the last place where a line may end
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text.at(i);
        const bool joins = character.isLowSurrogate() || character.isMark();
        const bool isGood = i > 0 && whole > longestWord / 2 && goodPlaces.contains(text.at(i - 1));
        if (!joins && !character.isSpace() && (isGood || whole >= longestWord)) {
            result.append(breakHere);
            whole = 0;
        }
        whole = character.isSpace() ? 0 : whole + 1;
        result.append(character);
    }
    return result;
}

QString buttonText(QString text)
{
    return text.replace(u'&', "&&"_L1);
}

PlainLabel::PlainLabel(const QString &text, QWidget *parent)
    : PlainLabel(TextRole::Body, text, parent)
{
}

PlainLabel::PlainLabel(TextRole role, const QString &text, QWidget *parent)
    : QLabel(parent)
    , m_role(role)
{
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::ClickFocus); // reading text is no stop on the way from field to field
    setWordWrap(true);
    setText(text);
    setFont(fontFor(role, font()));
}

void PlainLabel::setText(const QString &text)
{
    m_text = text;
    showText();
}

void PlainLabel::showText()
{
    constexpr qsizetype longestOrphan = 12;
    QString shown = breakable(m_text);
    const qsizetype lastSpace = m_text.lastIndexOf(u' ');
    if (m_keepsLastWords && lastSpace >= 0 && m_text.size() - lastSpace <= longestOrphan)
        shown[shown.lastIndexOf(u' ')] = QChar::Nbsp;
    QLabel::setText(shown);
}

void PlainLabel::keepLastWords()
{
    m_keepsLastWords = true;
    showText();
}

void PlainLabel::setTone(Tone tone)
{
    m_tone = tone;
    recolour();
}

void PlainLabel::copySelection() const
{
    copySensitive(selectedText().remove(breakHere).replace(QChar::Nbsp, u' '));
}

void PlainLabel::recolour()
{
    const QPalette system = QGuiApplication::palette();
    const QColor color =
        m_tone == Tone::Plain ? system.color(QPalette::WindowText) : toneColor(m_tone, system, Use::Text);
    if (color == m_color)
        return; // a new palette is told to the label that set it, too
    m_color = color;
    QPalette own;
    if (m_tone != Tone::Plain)
        own.setColor(QPalette::WindowText, color);
    setPalette(own);
}

void PlainLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        recolour();
    QLabel::changeEvent(event);
}

void PlainLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        if (hasSelectedText())
            copySelection();
        return;
    }
    QLabel::keyPressEvent(event);
}

void PlainLabel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy"), this, &PlainLabel::copySelection);
    copy->setEnabled(hasSelectedText());
    menu->addAction(tr("Select all"), this, [this] { setSelection(0, static_cast<int>(QLabel::text().size())); });
    menu->popup(event->globalPos());
}

} // namespace curfew
