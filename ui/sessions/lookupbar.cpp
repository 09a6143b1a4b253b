// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lookupbar.h"

#include "asyncresult.h"
#include "intakereader.h"
#include "pastefield.h"
#include "plainlabel.h"
#include "tokenchip.h"
#include "visibletext.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace curfew {

LookUpBar::LookUpBar(QWidget *parent)
    : QFrame(parent)
    , m_stack(new QStackedWidget)
    , m_field(new PasteField)
    , m_chip(new TokenChip)
    , m_choice(new QComboBox)
    , m_look(new QPushButton(tr("List sessions")))
    , m_switch(new QPushButton)
    , m_stay(new QPushButton(tr("Stay here")))
    , m_help(new QToolButton)
    , m_words(new PlainLabel(TextRole::Small))
{
    m_field->setPlaceholderText(
        tr("Paste or drop a token of the person: a token, a token response, a cURL line, a HAR"));
    m_field->setAccessibleName(tr("A token of the person"));
    m_choice->setAccessibleName(tr("Which of the tokens found"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(28);
    m_look->setAutoDefault(false);
    m_help->setText(tr("Where do I get a token?"));
    m_help->setAutoRaise(true);
    m_help->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_switch->hide();
    m_stay->hide();
    layOut();

    connect(m_field, &PasteField::taken, this, &LookUpBar::take);
    connect(m_field, &QLineEdit::textChanged, this, &LookUpBar::refresh);
    connect(m_chip, &TokenChip::removed, this, &LookUpBar::clear);
    connect(m_choice, &QComboBox::activated, this, &LookUpBar::choose);
    connect(m_look, &QPushButton::clicked, this, [this] { hasToken() ? lookUp() : submitTyped(); });
    connect(m_switch, &QPushButton::clicked, this, [this] { answerOffer(true); });
    connect(m_stay, &QPushButton::clicked, this, [this] { answerOffer(false); });
    connect(m_help, &QToolButton::clicked, this, &LookUpBar::helpRequested);
    refresh();
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
    upper->addWidget(m_stack, 1);
    upper->addWidget(m_look);
    auto *lower = new QHBoxLayout;
    lower->addWidget(m_words, 1);
    lower->addWidget(m_switch);
    lower->addWidget(m_stay);
    lower->addWidget(m_help, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, groupSpacing, pageMargin, 0);
    layout->setSpacing(2);
    layout->addLayout(upper);
    layout->addLayout(lower);
}

void LookUpBar::setServices(const QList<Service> &services)
{
    m_services = services;
    refresh();
}

void LookUpBar::setCurrentService(const QString &name)
{
    if (m_current == name)
        return;
    m_current = name;
    m_checkedPerson.clear();
    m_offered.clear(); // the operator has chosen
    refresh();
}

void LookUpBar::setRowsShown(bool shown)
{
    m_rowsShown = shown;
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
        takeFile(urls.first().toLocalFile());
        return;
    }
    QString text = mime->text();
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
    takeText(std::move(text), remark);
}

void LookUpBar::takeText(QString text, const QString &remark)
{
    ++m_reading;
    accept(readText(std::move(text)), remark);
}

void LookUpBar::takeFile(const QString &path)
{
    const int reading = ++m_reading;
    clear();
    m_reading = reading;
    m_remark = tr("Reading the file…");
    refresh();
    onResult(readFile(path), this, [this, reading](const Result<Findings> &findings) {
        if (reading != m_reading)
            return;
        if (findings) {
            accept(*findings, tr("The file still holds what was found in it: delete it when you are done."));
            return;
        }
        m_remark = tr("The file can’t be read: %1").arg(visibleText(findings.error().detail, 200));
        refresh();
    });
}

static QString whatWasFound(const Findings &findings)
{
    if (findings.tooLarge)
        return LookUpBar::tr("That is more than 64 MiB; nothing was read. Take a shorter recording.");
    if (findings.sanitisedHar)
        return LookUpBar::tr("This HAR was sanitised: the browser took all tokens out. Record it again and choose "
                             "“with sensitive data”.");
    if (findings.source == IntakeSource::Har && findings.tokens.isEmpty())
        return LookUpBar::tr("No token was found in this HAR.");
    if (findings.looksLikeName)
        return LookUpBar::tr("No service here can search by name. A token of the person is needed.");
    if (findings.tokens.isEmpty())
        return LookUpBar::tr("No token was found in that.");
    return {};
}

void LookUpBar::accept(Findings findings, const QString &remark)
{
    QStringList remarks{whatWasFound(findings)};
    if (!findings.tokens.isEmpty())
        remarks.append(remark);
    if (findings.passwords > 0)
        remarks.append(tr("It also contains %n password(s): have them changed.", nullptr, findings.passwords));
    remarks.removeAll(QString());
    m_remark = remarks.join(u' ');
    m_offered.clear();
    m_checkedPerson.clear();
    m_findings = std::move(findings);
    m_chosen = preferredToken(m_findings.tokens, QDateTime::currentDateTimeUtc());
    m_field->setText({});
    m_choice->clear();
    for (const FoundToken &found : std::as_const(m_findings.tokens))
        m_choice->addItem(TokenChip::describeKind(found, QDateTime::currentDateTimeUtc()));
    if (m_chosen < 0) {
        refresh();
        return;
    }
    choose(m_chosen);
    m_look->setFocus(Qt::OtherFocusReason);
}

void LookUpBar::choose(qsizetype index)
{
    m_chosen = index;
    m_choice->setCurrentIndex(int(index));
    const QString routed = routeByIssuer();
    if (!routed.isEmpty())
        m_remark = (routed + u' ' + m_remark).trimmed();
    refresh();
}

//! \return what to say of the service that the token names
QString LookUpBar::routeByIssuer()
{
    m_offered.clear();
    const auto jwt = decodeJwt(m_findings.tokens[m_chosen].token.reveal());
    const QString issuer = jwt ? jwt->text(u"iss") : QString();
    if (issuer.isEmpty())
        return {};
    QStringList names;
    for (const Service &candidate : std::as_const(m_services)) {
        if (issuerMatches(issuer, candidate.issuer.url))
            names.append(candidate.issuer.name);
    }
    if (names.contains(m_current))
        return {};
    if (names.isEmpty())
        return tr("The token names %1, which is not among your services.").arg(visibleText(issuer, 120));
    if (names.size() > 1)
        return tr("Several of your services have the address that the token names: choose one on the left.");
    if (m_rowsShown) {
        m_offered = names.first();
        return tr("This token belongs to %1, and you are looking at %2.").arg(names.first(), m_current);
    }
    Q_EMIT serviceWanted(names.first());
    return tr("%1 was chosen, because the token names it.").arg(names.first());
}

void LookUpBar::answerOffer(bool change)
{
    const QString wanted = std::exchange(m_offered, {});
    m_remark.clear();
    if (change) {
        m_rowsShown = false;
        m_remark = tr("%1 was chosen, because the token names it.").arg(wanted);
        Q_EMIT serviceWanted(wanted);
    }
    refresh();
}

void LookUpBar::submitTyped()
{
    if (!m_field->text().trimmed().isEmpty())
        takeText(m_field->takeTyped(), {});
    if (hasToken() && m_offered.isEmpty())
        lookUp();
}

LookUp LookUpBar::gathered() const
{
    const auto given = [this](const FoundToken &found) {
        return LookUp::Given{found, pairedAccessToken(m_findings, found)};
    };
    LookUp lookUp{{given(m_findings.tokens[m_chosen])}, m_current};
    const Service *at = service(m_current);
    if (!at || at->lists)
        return lookUp;
    // Where only tokens can be ended, all that belong to this service are. No service ends an ID token.
    for (qsizetype i = 0; i < m_findings.tokens.size(); ++i) {
        const FoundToken &found = m_findings.tokens[i];
        const auto jwt = decodeJwt(found.token.reveal());
        const QString issuer = jwt ? jwt->text(u"iss") : QString();
        const bool fits = issuer.isEmpty() || issuerMatches(issuer, at->issuer.url);
        if (i != m_chosen && fits && found.role != TokenRole::IdToken)
            lookUp.tokens.append(given(found));
    }
    return lookUp;
}

void LookUpBar::lookUp()
{
    if (hasToken() && m_offered.isEmpty() && !m_current.isEmpty())
        Q_EMIT lookUpRequested(gathered());
}

void LookUpBar::clear()
{
    ++m_reading;
    const bool had = hasToken();
    m_findings = {}; // the last handles: their memory is wiped
    m_chosen = -1;
    m_offered.clear();
    m_remark.clear();
    m_checkedPerson.clear();
    m_choice->clear();
    m_field->setText({});
    refresh();
    if (had) {
        m_field->setFocus(Qt::OtherFocusReason);
        Q_EMIT cleared();
    }
}

const LookUpBar::Service *LookUpBar::service(const QString &name) const
{
    const auto found = std::find_if(m_services.begin(), m_services.end(),
                                    [&](const Service &candidate) { return candidate.issuer.name == name; });
    return found == m_services.end() ? nullptr : &*found;
}

void LookUpBar::refresh()
{
    m_stack->setCurrentIndex(hasToken() ? 1 : 0);
    if (hasToken())
        m_chip->show(m_findings.tokens[m_chosen], m_checkedPerson, QDateTime::currentDateTimeUtc());
    m_choice->setVisible(m_findings.tokens.size() > 1);
    m_switch->setVisible(!m_offered.isEmpty());
    m_stay->setVisible(!m_offered.isEmpty());
    m_switch->setText(tr("Switch to %1").arg(m_offered));
    m_words->setText(m_remark);
    const Service *at = service(m_current);
    m_look->setText(at && !at->lists ? tr("Look up") : tr("List sessions"));
    m_look->setEnabled(at && m_offered.isEmpty() && (hasToken() || !m_field->text().trimmed().isEmpty()));
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
