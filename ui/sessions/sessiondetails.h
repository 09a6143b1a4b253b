// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "metrics.h"
#include "providerdescriptor.h"
#include "session.h"
#include "sessionrow.h"

#include <QScrollArea>
#include <QSet>

class QGridLayout;
class QVBoxLayout;

namespace curfew {

class FoldSection;
class PlainLabel;

//! All that is known of one session: facts, its tokens with a check box each, what its tokens and the service say, what
//! ends with it and what doesn't.
class SessionDetails : public QScrollArea {
    Q_OBJECT

public:
    SessionDetails(const ProviderDescriptor &descriptor, QWidget *parent = nullptr);

    //! \p session is the listing's own; \p row what the table shows of it. Does nothing where nothing has changed.
    void show(const Session &session, const SessionRow &row, const QDateTime &now);
    void clear(const QString &sentence); //!< nothing, or several rows are selected
    [[nodiscard]] const QSet<Fingerprint> &checkedTokens() const { return m_checked; }
    [[nodiscard]] QString session() const { return m_session; }

Q_SIGNALS:
    void checkedTokensChanged();

private:
    void addFact(const QString &label, const QString &value, TextRole role = TextRole::Body);
    void addTokens(const SessionRow &row, const QDateTime &now);
    void startAnew();
    void place(QWidget *filled, int position);

    LocalizedText m_ends;
    LocalizedText m_doesNotEnd;
    QString m_session;
    SessionRow m_shown; // as the table had it
    QSet<Fingerprint> m_checked;
    PlainLabel *m_title;
    QWidget *m_facts = nullptr;
    QGridLayout *m_grid = nullptr;
    QVBoxLayout *m_layout;
    QWidget *m_tokens = nullptr;
    PlainLabel *m_tokensTitle;
    FoldSection *m_endsSection;
    FoldSection *m_doesNotEndSection;
    FoldSection *m_claims;
    FoldSection *m_raw;
};

//! \p object, indented, each line made safe to show; cut after 16 KiB.
[[nodiscard]] QString readableJson(const QJsonObject &object);

} // namespace curfew
