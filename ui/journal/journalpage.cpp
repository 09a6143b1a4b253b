// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalpage.h"

#include "asyncresult.h"
#include "emptystate.h"
#include "errorpanel.h"
#include "exportfile.h"
#include "journalfilter.h"
#include "journalitemsmodel.h"
#include "journallistmodel.h"
#include "journaltable.h"
#include "journalwords.h"
#include "metrics.h"
#include "plainlabel.h"
#include "timewords.h"
#include "visibletext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace curfew {

JournalPage::JournalPage(JournalActions actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(std::move(actions))
    , m_batches(new JournalListModel(this))
    , m_filter(new JournalFilter(this))
    , m_items(new JournalItemsModel(this))
    , m_search(new QLineEdit(this))
    , m_verify(new QPushButton(tr("Verify"), this))
    , m_export(new QPushButton(tr("Export…"), this))
    , m_notice(new ErrorPanel(this))
    , m_stack(new QStackedWidget(this))
    , m_unsigned(new PlainLabel(TextRole::Small, {}, this))
    , m_empty(new EmptyState(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_list(newJournalTable(this))
    , m_takeUp(new QWidget(this))
    , m_facts(new PlainLabel({}, this))
    , m_details(newJournalTable(this))
{
    build();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setSearch(text);
        showEmpty();
    });
    connect(m_verify, &QPushButton::clicked, this, &JournalPage::verify);
    connect(m_export, &QPushButton::clicked, this, &JournalPage::exportShown);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &JournalPage::showBatch);
    showEmpty();
}

JournalPage::~JournalPage() = default;

void JournalPage::build()
{
    m_search->setPlaceholderText(tr("Search person, ticket, service…"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Search the journal"));
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 44);
    m_verify->setToolTip(tr("Recomputes the journal’s chain and says whether anything was changed."));
    for (QPushButton *button : {m_verify, m_export})
        button->setAutoDefault(false);

    m_filter->setSourceModel(m_batches);
    m_list->setModel(m_filter);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(JournalListModel::WhenColumn, Qt::DescendingOrder);
    m_list->setAccessibleName(tr("Actions"));
    setColumnWidths(*m_list, {34, 13, 10, 18, 24, 10});
    m_details->setModel(m_items);
    m_details->setAccessibleName(tr("Items of the action"));
    setColumnWidths(*m_details, {20, 11, 18, 16, 13, 14});

    auto *lower = new QWidget(this);
    auto *lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, sectionSpacing, 0, 0);
    lowerColumn->setSpacing(groupSpacing);
    lowerColumn->addWidget(m_facts);
    lowerColumn->addWidget(m_takeUp, 0, Qt::AlignLeft);
    buildTakeUp();
    lowerColumn->addWidget(m_details, 1);
    for (QTableView *table : {m_list, m_details})
        table->setMinimumHeight(2 * rowHeight(fontMetrics())); // with its header: a small window shows one row at least
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(lower);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_unsigned->setTone(Tone::Grey);
    m_unsigned->hide();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);

    auto *head = new QHBoxLayout;
    head->setSpacing(groupSpacing);
    auto *title = new PlainLabel(TextRole::Title, tr("Journal"), this);
    title->setWordWrap(false);
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(m_search, 2);
    head->addWidget(m_verify);
    head->addWidget(m_export);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, sectionSpacing, pageMargin, pageMargin);
    column->setSpacing(sectionSpacing);
    column->addLayout(head);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    column->addWidget(m_unsigned);
}

void JournalPage::buildTakeUp()
{
    auto *row = new QHBoxLayout(m_takeUp);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(groupSpacing);
    const auto add = [this, row](const QString &word, const QString &toolTip, TakeUp wanted) {
        auto *button = new QPushButton(word, m_takeUp);
        button->setToolTip(toolTip);
        button->setAutoDefault(false);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, wanted] { Q_EMIT takeUpRequested(m_shown, wanted); });
    };
    add(tr("Check now"), tr("Looks whether what may have been sent still works. Nothing is ended."), TakeUp::Check);
    add(tr("Send again…"), tr("Looks first, then ends what still works. You are asked before anything is sent."),
        TakeUp::SendAgain);
    m_takeUp->hide();
}

static bool isInterrupted(const BatchSummary &batch)
{
    return !batch.finishedAt && !batch.running;
}

//! How many items of interrupted actions may still work: never sent, unclear, or not ended.
static int openItems(const QList<BatchSummary> &batches)
{
    int items = 0;
    for (const BatchSummary &batch : batches) {
        for (auto count = batch.counts.begin(); isInterrupted(batch) && count != batch.counts.end(); ++count) {
            const auto outcome = outcomeFromName(count.key());
            const bool isOpen = !outcome || mayStillWork(*outcome);
            items += isOpen ? count.value() : 0;
        }
    }
    return items;
}

void JournalPage::refresh()
{
    onResult(m_actions.batches(), this, [this](const Result<QList<BatchSummary>> &batches) {
        if (!batches) {
            m_notice->showError(errorText(batches.error(), whileConfiguring()));
            return;
        }
        const QString shown = currentBatch();
        m_batches->setBatches(*batches, QDateTime::currentDateTimeUtc());
        for (int row = 0; row < m_filter->rowCount(); ++row) {
            const QModelIndex index = m_filter->index(row, 0);
            if (row == 0 || index.data(JournalListModel::BatchRole).toString() == shown)
                m_list->setCurrentIndex(index);
        }
        showEmpty();
        showBatch();
        if (const int items = openItems(*batches); items > 0)
            Q_EMIT interruptedFound(items);
    });
}

void JournalPage::lock()
{
    m_notice->clear();
    m_batches->setBatches({}, {});
    m_items->setItems({}, {});
    m_facts->clear();
    m_takeUp->hide();
    m_shown = {};
    showEmpty();
}

void JournalPage::showUnsigned(const Error &why)
{
    m_unsigned->setText(
        tr("This profile’s journal is not signed: %1").arg(errorText(why, whileConfiguring()).happened));
    m_unsigned->show();
}

void JournalPage::showKeyChange(const KeyChange &change)
{
    m_notice->showNotice(keyChangeWords(change), Tone::Amber);
}

void JournalPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QString JournalPage::currentBatch() const
{
    return m_list->currentIndex().data(JournalListModel::BatchRole).toString();
}

void JournalPage::showEmpty()
{
    m_empty->clearButtons();
    if (m_batches->rowCount() == 0) {
        m_empty->setContent(Icon::Journal, tr("Nothing was ended yet"),
                            tr("Every action is written down here before it is sent, with all its results."));
    } else {
        m_empty->setContent(Icon::Search, tr("Nothing fits this search"),
                            tr("%n action(s) are hidden by it.", nullptr, m_batches->rowCount()));
        connect(m_empty->addButton(tr("Clear search")), &QPushButton::clicked, m_search, &QLineEdit::clear);
    }
    m_stack->setCurrentWidget(m_filter->rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_splitter);
    m_export->setEnabled(m_batches->rowCount() > 0);
}

static QString factsOf(const BatchSummary &batch)
{
    QStringList lines;
    if (batch.running)
        lines << JournalPage::tr("Still running.");
    else if (!batch.finishedAt)
        lines << JournalPage::tr("Interrupted: Curfew was ended before this was. What is unclear may have been sent. "
                                 "Carry it on below.");
    const QString person = batch.user.isEmpty() ? JournalPage::tr("nobody named") : visibleText(batch.user, 200);
    lines << u"%1 · %2 · %3"_s.arg(person, visibleText(batch.issuer, 200), absoluteTime(batch.startedAt));
    QStringList more;
    if (!batch.operatorName.isEmpty())
        more << JournalPage::tr("by %1").arg(visibleText(batch.operatorName, 200));
    if (!batch.ticket.isEmpty())
        more << JournalPage::tr("ticket %1").arg(visibleText(batch.ticket, 200));
    if (!batch.reason.isEmpty())
        more << visibleText(batch.reason, 500);
    more << batch.batch;
    lines << more.join(u" · "_s);
    return lines.join(u'\n');
}

void JournalPage::showBatch()
{
    const QString id = currentBatch();
    m_export->setText(id.isEmpty() ? tr("Export all…") : tr("Export…"));
    const int question = ++m_question;
    if (id.isEmpty()) {
        m_facts->clear();
        m_takeUp->hide();
        m_items->setItems({}, {});
        return;
    }
    onResult(m_actions.batch(id), this, [this, question](const Result<BatchRecord> &record) {
        if (question != m_question)
            return;
        if (!record) {
            m_notice->showError(errorText(record.error(), whileConfiguring()));
            return;
        }
        m_shown = *record;
        m_takeUp->setVisible(isInterrupted(record->summary));
        m_facts->setText(factsOf(record->summary));
        m_items->setItems(record->items, QDateTime::currentDateTimeUtc());
    });
}

void JournalPage::verify()
{
    m_verify->setEnabled(false);
    m_notice->showNotice(tr("Verifying the journal…"), Tone::Grey);
    onResult(m_actions.verify(), this, [this](const Result<VerifyReport> &report) {
        m_verify->setEnabled(true);
        if (!report)
            m_notice->showError(errorText(report.error(), whileConfiguring()));
        else
            m_notice->showNotice(verifyWords(*report), verifyTone(*report));
    });
}

void JournalPage::exportShown()
{
    chooseFile(currentBatch());
}

void JournalPage::chooseFile(const QString &batch)
{
    askForExportFile(this, batch.isEmpty() ? tr("Export the journal") : tr("Export this action"),
                     batch.isEmpty() ? u"curfew-journal"_s : u"curfew-%1"_s.arg(batch), ExportFile::Csv,
                     [this, batch](const QString &path, ExportFile kind) {
                         save(batch, path, kind == ExportFile::Json ? ExportFormat::Json : ExportFormat::Csv);
                     });
}

void JournalPage::save(const QString &batch, const QString &path, ExportFormat format)
{
    const auto answer = batch.isEmpty() ? m_actions.exportAll(format) : m_actions.exportBatch(batch, format);
    onResult(answer, this, [this, path](const Result<QByteArray> &content) {
        if (!content) {
            m_notice->showError(errorText(content.error(), whileConfiguring()), Tone::Amber);
            return;
        }
        const ExportWords written = writeExport(path, *content);
        m_notice->showNotice(written.sentence, written.tone);
    });
}

void JournalPage::saveLayout(QSettings &settings) const
{
    settings.setValue(u"journal/splitter"_s, m_splitter->saveState());
    settings.setValue(u"journal/columns"_s, m_list->horizontalHeader()->saveState());
    settings.setValue(u"journal/items"_s, m_details->horizontalHeader()->saveState());
}

void JournalPage::restoreLayout(const QSettings &settings)
{
    m_splitter->restoreState(settings.value(u"journal/splitter"_s).toByteArray());
    m_list->horizontalHeader()->restoreState(settings.value(u"journal/columns"_s).toByteArray());
    m_details->horizontalHeader()->restoreState(settings.value(u"journal/items"_s).toByteArray());
}

} // namespace curfew
