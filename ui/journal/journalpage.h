// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journalactions.h"
#include "takeup.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QSettings;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace curfew {

class EmptyState;
class ErrorPanel;
class JournalFilter;
class JournalItemsModel;
class JournalListModel;
class PlainLabel;

//! What was done: the batches, newest first, and each one's items. Search, export, verify.
class JournalPage : public QWidget {
    Q_OBJECT

public:
    explicit JournalPage(JournalActions actions, QWidget *parent = nullptr);
    ~JournalPage() override;

    void saveLayout(QSettings &settings) const;
    void restoreLayout(const QSettings &settings);

Q_SIGNALS:
    void takeUpRequested(const curfew::BatchRecord &batch, curfew::TakeUp wanted); //!< of an interrupted one
    //! Read anew, the journal has actions that were interrupted; \p tokens of them are unclear or were never sent.
    void interruptedFound(int items);

public Q_SLOTS:
    void refresh(); //!< reads the list anew
    void focusSearch();
    void verify();
    void exportShown(); //!< the chosen batch, or all when none is
    void lock(); //!< hides what is shown; refresh() shows it again
    void showUnsigned(const curfew::Error &why); //!< for good: this profile's journal bears no signatures
    void showKeyChange(const curfew::KeyChange &change); //!< what was signed so far can't be checked any more

private:
    void build();
    void buildTakeUp();
    void showBatch();
    void showEmpty();
    void chooseFile(const QString &batch);
    void save(const QString &batch, const QString &path, ExportFormat format);
    [[nodiscard]] QString currentBatch() const;

    JournalActions m_actions;
    int m_question = 0; // counts readings of a batch, so that an answer to an older one is dropped
    JournalListModel *m_batches;
    JournalFilter *m_filter;
    JournalItemsModel *m_items;
    QLineEdit *m_search;
    QPushButton *m_verify;
    QPushButton *m_export;
    ErrorPanel *m_notice;
    QStackedWidget *m_stack;
    PlainLabel *m_unsigned;
    EmptyState *m_empty;
    QSplitter *m_splitter;
    QTableView *m_list;
    BatchRecord m_shown; // the chosen one
    QWidget *m_takeUp; // *Check now*, *Send again…*
    PlainLabel *m_facts;
    QTableView *m_details;
};

} // namespace curfew
