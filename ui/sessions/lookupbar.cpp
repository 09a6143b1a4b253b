// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lookupbar.h"

#include "flowlayout.h"
#include "intakereader.h"
#include "pastefield.h"
#include "personname.h"
#include "plainlabel.h"
#include "tokenchip.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace curfew {

LookUpBar::LookUpBar(QWidget *parent)
    : QFrame(parent)
    , m_intake(new TokenIntake(this))
    , m_stack(new QStackedWidget)
    , m_field(new PasteField)
    , m_chip(new TokenChip)
    , m_choice(new QComboBox)
    , m_look(new QPushButton(tr("List sessions")))
    , m_switch(new QPushButton)
    , m_stay(new QPushButton)
    , m_help(new QToolButton)
    , m_words(new PlainLabel(TextRole::Small))
{
    m_choice->setAccessibleName(tr("Which of the tokens found"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(12);
    m_look->setAutoDefault(false);
    m_help->setText(tr("Where do I get a token?"));
    m_help->setAutoRaise(true);
    m_help->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_switch->hide();
    m_stay->hide();
    layOut();
    connectParts();
    setServices({});
}

void LookUpBar::connectParts()
{
    connect(m_field, &PasteField::taken, this, &LookUpBar::take);
    connect(m_field, &QLineEdit::textChanged, this, &LookUpBar::refresh);
    connect(m_chip, &TokenChip::removed, this, &LookUpBar::clear);
    connect(m_choice, &QComboBox::activated, m_intake, &TokenIntake::choose);
    connect(m_look, &QPushButton::clicked, this, &LookUpBar::submit);
    connect(m_switch, &QPushButton::clicked, m_intake, &TokenIntake::acceptOffer);
    connect(m_stay, &QPushButton::clicked, m_intake, &TokenIntake::useAnyway);
    connect(m_help, &QToolButton::clicked, this, &LookUpBar::helpRequested);
    connect(m_intake, &TokenIntake::changed, this, &LookUpBar::refresh);
    connect(m_intake, &TokenIntake::taken, this, &LookUpBar::showTaken);
    connect(m_intake, &TokenIntake::serviceWanted, this, &LookUpBar::serviceWanted);
    connect(m_intake, &TokenIntake::cleared, this, [this] {
        m_field->setFocus(Qt::OtherFocusReason);
        Q_EMIT cleared();
    });
}

void LookUpBar::layOut()
{
    auto *chipRow = new QWidget;
    auto *chipLayout = new QHBoxLayout(chipRow);
    chipLayout->setContentsMargins(0, 0, 0, 0);
    chipLayout->addWidget(m_chip, 1);
    chipLayout->addWidget(m_choice);
    m_stack->addWidget(m_field);
    m_stack->addWidget(chipRow);
    m_stack->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto *upper = new QHBoxLayout;
    upper->setSpacing(groupSpacing);
    upper->addWidget(m_stack, 1);
    upper->addWidget(m_look);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(groupSpacing);
    lower->addWidget(m_words, 1);
    lower->addWidget(m_help, 0, Qt::AlignTop);
    auto *answers = new FlowLayout;
    answers->addWidget(m_switch);
    answers->addWidget(m_stay);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, groupSpacing, pageMargin, 0);
    layout->setSpacing(2);
    layout->addLayout(upper);
    layout->addLayout(lower);
    layout->addLayout(answers);
}

void LookUpBar::setServices(const QList<Service> &services)
{
    m_intake->setServices(services);
    if (m_intake->canFindPeople()) {
        m_field->setPlaceholderText(tr("Type a name or an e-mail address, or paste a token of the person"));
        m_field->setAccessibleName(tr("A name, an e-mail address or a token of the person"));
    } else {
        m_field->setPlaceholderText(
            tr("Paste or drop a token of the person: a token, a token response, a cURL line, a HAR"));
        m_field->setAccessibleName(tr("A token of the person"));
    }
}

bool LookUpBar::isName(const QString &text) const
{
    return m_intake->canFindPeople() && isPersonName(text) && readText(text).tokens.isEmpty();
}

void LookUpBar::setCurrentService(const QString &name)
{
    if (m_intake->currentService() == name)
        return;
    m_checkedPerson.clear();
    m_intake->setCurrentService(name);
}

void LookUpBar::setRowsShown(bool shown)
{
    m_intake->setRowsShown(shown);
}

void LookUpBar::setCheckedPerson(const QString &person)
{
    m_checkedPerson = person;
    refresh();
}

void LookUpBar::focusField()
{
    if (hasToken())
        m_look->setFocus(Qt::ShortcutFocusReason);
    else
        m_field->setFocus(Qt::ShortcutFocusReason);
}

void LookUpBar::take(const QMimeData *mime)
{
    const QList<QUrl> urls = mime->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile()) {
        m_field->setText({});
        m_intake->takeFile(urls.first().toLocalFile());
        return;
    }
    QString text = mime->text();
    if (isName(text)) {
        m_intake->clear();
        m_field->setText(text.trimmed());
        m_field->setFocus(Qt::OtherFocusReason);
        return;
    }
    // The pasted text must not stay where every program, and every clipboard history from now on, can read it.
    QClipboard *clipboard = QGuiApplication::clipboard();
    QString remark;
    for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        if (mode == QClipboard::Selection && !clipboard->supportsSelection())
            continue;
        if (text.isEmpty() || clipboard->text(mode) != text)
            continue;
        clipboard->clear(mode);
        remark = tr("The clipboard was cleared.");
    }
    m_intake->takeText(std::move(text), remark);
}

void LookUpBar::showTaken()
{
    m_checkedPerson.clear();
    m_field->setText({});
    m_choice->clear();
    for (const FoundToken &found : m_intake->tokens())
        m_choice->addItem(TokenChip::describeKind(found, QDateTime::currentDateTimeUtc()));
    refresh();
    if (hasToken())
        m_look->setFocus(Qt::OtherFocusReason);
}

void LookUpBar::submit()
{
    if (!hasToken() && isName(m_field->text())) {
        m_intake->clear(); // what was said of something else
        Q_EMIT personRequested(m_field->text().trimmed());
        return;
    }
    if (!hasToken() && !m_field->text().trimmed().isEmpty())
        m_intake->takeText(m_field->takeTyped(), {});
    if (m_intake->canLookUp())
        Q_EMIT lookUpRequested(m_intake->gathered());
}

void LookUpBar::clear()
{
    m_checkedPerson.clear();
    m_field->setText({});
    m_intake->clear();
}

void LookUpBar::refresh()
{
    m_stack->setCurrentIndex(hasToken() ? 1 : 0);
    if (hasToken())
        m_chip->show(m_intake->tokens().at(m_intake->chosen()), m_checkedPerson, QDateTime::currentDateTimeUtc());
    else
        m_choice->clear();
    m_choice->setCurrentIndex(int(m_intake->chosen()));
    m_choice->setVisible(m_intake->tokens().size() > 1);
    const bool asks = m_intake->isDoubtful();
    m_switch->setVisible(!m_intake->offered().isEmpty());
    m_switch->setText(buttonText(tr("Switch to %1").arg(m_intake->offered())));
    m_stay->setVisible(asks && m_intake->takesTokens());
    m_stay->setText(buttonText(tr("Use it at %1 anyway").arg(m_intake->currentService())));
    m_words->setText(m_intake->remark());
    m_words->setTone(asks ? Tone::Amber : Tone::Plain);
    refreshLook();
}

void LookUpBar::refreshLook()
{
    const Service *at = m_intake->service();
    const QString typed = m_field->text().trimmed();
    const bool name = !hasToken() && isName(typed);
    const bool byName = name || (!hasToken() && !m_intake->takesTokens());
    if (byName)
        m_look->setText(tr("Find person"));
    else
        m_look->setText(at && !at->lists ? tr("Look up") : tr("List sessions"));
    m_look->setEnabled(name || (at && !m_intake->isDoubtful() && (hasToken() || !typed.isEmpty())));
}

void LookUpBar::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_look->isEnabled()) {
        m_look->click();
        return;
    }
    if (event->matches(QKeySequence::Paste)) { // while a chip stands where the field was
        if (const QMimeData *mime = QGuiApplication::clipboard()->mimeData())
            take(mime);
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace curfew
