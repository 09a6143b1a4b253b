// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "findings.h"

#include <QFrame>

class QToolButton;

namespace curfew {

class ElidedLabel;

//! What stands for a token on screen: its kind, the person, its expiry. Never the token.
class TokenChip : public QFrame {
    Q_OBJECT

public:
    explicit TokenChip(QWidget *parent = nullptr);

    //! \p checkedPerson is the service's word; while it is empty the token's own claim stands, marked as unchecked.
    void show(const FoundToken &found, const QString &checkedPerson, const QDateTime &now);

    //! `JWT access token · dona.moore (according to the token, not checked) · expires in 41 min`
    [[nodiscard]] static QString describe(const FoundToken &found, const QString &checkedPerson, const QDateTime &now);

    //! The same without the person: to tell several tokens of one response apart.
    [[nodiscard]] static QString describeKind(const FoundToken &found, const QDateTime &now);

Q_SIGNALS:
    void removed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ElidedLabel *m_label;
    QToolButton *m_remove;
};

} // namespace curfew
