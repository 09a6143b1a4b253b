// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fingerprint.h"

#include <QSet>
#include <QSplitter>

class QSettings;

namespace curfew {

class SessionDetails;
class SessionLookUp;
class SessionTable;
class SessionTableModel;
struct SessionsBackend;

//! The table of sessions, and beside it the details of the one that is chosen.
class SessionBrowser : public QSplitter {
    Q_OBJECT

public:
    //! All must outlive it.
    SessionBrowser(const SessionsBackend &backend, const SessionLookUp &lookUp, SessionTableModel &model,
                   QWidget *parent = nullptr);

    [[nodiscard]] QStringList selectedSessions() const;
    [[nodiscard]] QSet<Fingerprint> checkedTokens() const; //!< ticked in the details
    [[nodiscard]] QString legend() const; //!< what the marks in the table mean; empty where there is none
    void refreshDetails(); //!< where what they show has changed
    void setDetailsVisible(bool visible); //!< hidden, the table has all the room
    [[nodiscard]] QSize
    minimumSizeHint() const override; //!< the details go below the table where there is no room beside it
    void focusTable();
    void setTokensShown(bool shown);

    void saveLayout(QSettings &settings) const; //!< columns and splitter
    void restoreLayout(const QSettings &settings);

Q_SIGNALS:
    void selectionChanged(); //!< of rows, or of tokens in the details
    void endRequested(); //!< Del, with the table focused

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QString settingsGroup() const;

    const SessionsBackend &m_backend;
    const SessionLookUp &m_lookUp;
    SessionTableModel &m_model;
    SessionTable *m_table;
    SessionDetails *m_details;
};

} // namespace curfew
