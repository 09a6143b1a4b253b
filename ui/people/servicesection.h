// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "personlookup.h"
#include "statestyle.h"

#include <QWidget>

class QTableView;
class QVBoxLayout;

namespace curfew {

class AccessModel;
struct LaterSight;

//! What one service says of the person: who it is, what they reach it with, or why that isn't known.
class ServiceSection : public QWidget {
    Q_OBJECT

public:
    //! Whether the operator is asked which accounts are meant.
    enum class Marks { Hidden, Shown };

    explicit ServiceSection(const PeopleBackend &backend, QWidget *parent = nullptr);

    void showFinding(const PersonLookUp::Finding &finding, Marks marks);
    void showState(const ContainItem &item, const StateStyle &style);
    void showLater(const LaterSight &later);

Q_SIGNALS:
    void retryRequested();
    void signInRequested();
    void chosen(qsizetype person); //!< of several; PersonLookUp::noneOfThem
    void meantChanged(Qt::CheckState meant);
    void tokenServiceWanted(const QString &service);
    void credentialWanted(const QString &clientId);
    void unlockWanted();

private:
    void clear();
    void say(const QString &text, Tone tone);
    void showUnchecked(const PersonLookUp::Finding &finding, const Error &error);
    void showNobody(const PersonLookUp::Finding &finding);
    void showCandidates(const PersonLookUp::Finding &finding);
    void showPerson(const PersonLookUp::Finding &finding, const Person &person);
    void showAccess(const PersonLookUp::Finding &finding, const Person &person);
    void showSessionWords(const PersonLookUp::Finding &finding, const PersonAccess &access);
    void fitTable();

    const PeopleBackend &m_backend;
    QVBoxLayout *m_column;
    QWidget *m_body = nullptr; // made anew for each answer
    AccessModel *m_model;
    QTableView *m_table = nullptr; // in the body
};

} // namespace curfew
