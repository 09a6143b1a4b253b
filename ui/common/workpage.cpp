// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workpage.h"

namespace curfew {

void WorkPage::setActivity(const Activity &activity)
{
    if (activity == m_activity)
        return;
    m_activity = activity;
    Q_EMIT activityChanged(m_activity);
}

} // namespace curfew
