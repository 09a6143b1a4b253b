// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "containplan.h"
#include "resulttext.h"
#include "statestyle.h"

namespace curfew {

//! What ended well at one service: of many sessions that ended alike, how many there were.
class EndedSteps {
public:
    void append(const ContainItem &item, const StateStyle &style);
    [[nodiscard]] QList<ResultText::Entry> entries() const;

private:
    //! Steps of one kind that ended alike.
    struct Kind {
        StateStyle style;
        QList<ContainItem> items;
    };

    QList<Kind> m_kinds;
};

} // namespace curfew
