// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessiontable.h"

#include "clipboard.h"
#include "sessiondelegate.h"
#include "sessiontablemodel.h"

#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace curfew {

SessionTable::SessionTable(SessionTableModel *model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_frozen(new QTreeView(this))
{
    setModel(model);
    setItemDelegate(new SessionDelegate(this));
    setAccessibleName(tr("Sessions"));
    setRootIsDecorated(false);
    setItemsExpandable(true);
    setUniformRowHeights(true); // what lets 100,000 rows scroll
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setDragEnabled(false); // nothing personal leaves by accident
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setUpHeader();
    setUpFrozenColumn();

    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &SessionTable::selectionMoved);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SessionTable::selectionMoved);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &SessionTable::keepSelection);
    connect(model, &QAbstractItemModel::modelReset, this, &SessionTable::restoreSelection);
}

void SessionTable::setUpHeader()
{
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(false);
    header()->setStretchLastSection(true);
    header()->setMinimumSectionSize(48);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header(), &QWidget::customContextMenuRequested, this, &SessionTable::showHeaderMenu);
    setSortingEnabled(true);
    sortByColumn(SessionTableModel::SignedInColumn, Qt::DescendingOrder);
}

//! As wide as its header's word and what stands in it, within reason: all columns are to be seen at once.
void SessionTable::fitColumns()
{
    constexpr int longest = 20; // characters; the whole text is in the tool tip and in the details
    constexpr int shortest = 12;
    constexpr int usualState = 20; // "Ended, checked" with its shape and a mark
    const int character = fontMetrics().averageCharWidth();
    std::array<int, SessionTableModel::ColumnCount> widths{};
    for (int column = 0; column < SessionTableModel::ColumnCount; ++column) {
        const int wanted = column == SessionTableModel::StateColumn
            ? usualState * character
            : std::min(sizeHintForColumn(column), longest * character);
        widths[size_t(column)] = std::max(wanted, header()->sectionSizeHint(column));
    }
    int surplus = std::accumulate(widths.begin(), widths.end(), 0) - viewport()->width();
    for (const auto column :
         {SessionTableModel::AddressColumn, SessionTableModel::DeviceColumn, SessionTableModel::ApplicationColumn}) {
        int &width = widths[size_t(column)];
        const int cut = std::clamp(surplus, 0, std::max(0, width - shortest * character));
        width -= cut;
        surplus -= cut;
    }
    for (int column = 0; column < SessionTableModel::ColumnCount; ++column)
        setColumnWidth(column, widths[size_t(column)]);
    placeFrozenColumn();
}

// A second view of the same rows lies over the first column and is seen only while the table is scrolled sideways.
void SessionTable::setUpFrozenColumn()
{
    m_frozen->setModel(m_model);
    m_frozen->setSelectionModel(selectionModel());
    m_frozen->setItemDelegate(itemDelegate());
    m_frozen->setFocusPolicy(Qt::NoFocus);
    m_frozen->setFrameShape(QFrame::NoFrame);
    m_frozen->setUniformRowHeights(true);
    m_frozen->setAlternatingRowColors(true);
    m_frozen->setRootIsDecorated(false);
    m_frozen->setSelectionBehavior(SelectRows);
    m_frozen->setSelectionMode(ExtendedSelection);
    m_frozen->setEditTriggers(NoEditTriggers);
    m_frozen->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setVerticalScrollMode(ScrollPerPixel);
    m_frozen->header()->setStretchLastSection(true);
    m_frozen->setAccessibleName(accessibleName());
    for (int column = 1; column < SessionTableModel::ColumnCount; ++column)
        m_frozen->setColumnHidden(column, true);
    m_frozen->hide();
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(), &QScrollBar::setValue);
    connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(this, &QTreeView::expanded, m_frozen, &QTreeView::expand);
    connect(this, &QTreeView::collapsed, m_frozen, &QTreeView::collapse);
    connect(header(), &QHeaderView::sectionResized, this, &SessionTable::placeFrozenColumn);
    connect(header(), &QHeaderView::geometriesChanged, this, &SessionTable::placeFrozenColumn);
}

void SessionTable::placeFrozenColumn()
{
    const bool scrolled = horizontalScrollBar()->value() > 0;
    m_frozen->setVisible(scrolled);
    if (!scrolled)
        return;
    const int width = columnWidth(SessionTableModel::StateColumn);
    const QRect whole(frameWidth(), frameWidth(), viewport()->width(), viewport()->height() + header()->height());
    QRect place(whole.topLeft(), QSize(width, whole.height()));
    m_frozen->setGeometry(QStyle::visualRect(layoutDirection(), whole, place));
    m_frozen->header()->setFixedHeight(header()->height());
    m_frozen->setRootIsDecorated(rootIsDecorated());
    m_frozen->verticalScrollBar()->setValue(verticalScrollBar()->value());
    m_frozen->raise();
}

void SessionTable::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    if (dx != 0)
        placeFrozenColumn();
}

void SessionTable::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    placeFrozenColumn();
}

void SessionTable::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        placeFrozenColumn();
}

void SessionTable::showHeaderMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = SessionTableModel::ApplicationColumn; column < SessionTableModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu->popup(header()->viewport()->mapToGlobal(position));
}

QStringList SessionTable::selectedSessions() const
{
    QStringList ids;
    const QModelIndexList rows = selectionModel()->selectedRows();
    QSet<QString> seen;
    for (const QModelIndex &row : rows) {
        const QString id = row.data(SessionTableModel::SessionIdRole).toString();
        if (!seen.contains(id)) {
            seen.insert(id);
            ids.append(id);
        }
    }
    return ids;
}

void SessionTable::selectSession(const QString &id)
{
    const QModelIndex index = m_model->indexOf(id);
    if (index.isValid()) // alone, whatever keys are held down
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void SessionTable::restoreLayoutState(const QByteArray &state)
{
    m_fitted = header()->restoreState(state);
    setColumnHidden(SessionTableModel::StateColumn, false);
    sortByColumn(header()->sortIndicatorSection(), header()->sortIndicatorOrder());
}

void SessionTable::keepSelection()
{
    const QStringList selected = selectedSessions();
    m_keptSelection = QSet<QString>(selected.begin(), selected.end());
    m_keptCurrent = currentIndex().data(SessionTableModel::SessionIdRole).toString();
}

void SessionTable::restoreSelection()
{
    setRootIsDecorated(m_model->tokensShown());
    if (!m_fitted && m_model->visibleCount() > 0) {
        m_fitted = true;
        fitColumns();
    }
    QItemSelection selection;
    const int last = m_model->columnCount() - 1;
    for (const QString &id : std::as_const(m_keptSelection)) {
        const QModelIndex row = m_model->indexOf(id);
        if (row.isValid())
            selection.append(QItemSelectionRange(row, row.siblingAtColumn(last)));
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    QModelIndex current = m_model->indexOf(m_keptCurrent);
    // What looks chosen is chosen: a first list begins with its newest session selected, and where a filter hides all
    // that was, the first row it leaves.
    const bool selectsFirst = m_keptCurrent.isEmpty() || (selection.isEmpty() && !m_keptSelection.isEmpty());
    const auto flags = selectsFirst ? QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows
                                    : QItemSelectionModel::SelectionFlags(QItemSelectionModel::NoUpdate);
    if (!current.isValid())
        current = m_model->index(0, 0);
    if (current.isValid())
        selectionModel()->setCurrentIndex(current, flags);
    m_keptSelection.clear();
    Q_EMIT selectionMoved();
}

void SessionTable::copyRows()
{
    QStringList lines;
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const auto &one, const auto &other) { return one.row() < other.row(); });
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column) {
            if (!isColumnHidden(column))
                cells.append(row.siblingAtColumn(column).data().toString());
        }
        lines.append(cells.join(u'\t'));
    }
    if (!lines.isEmpty())
        copySensitive(lines.join(u'\n'));
}

void SessionTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyRows();
        event->accept();
        return;
    }
#ifdef Q_OS_MACOS
    const bool ends = event->key() == Qt::Key_Backspace && event->modifiers() == Qt::ControlModifier;
#else
    const bool ends = event->matches(QKeySequence::Delete);
#endif
    if (ends) {
        event->accept();
        Q_EMIT endRequested();
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace curfew
