// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "errorpanel.h"

namespace curfew {

class SessionLookUp;
struct SessionsBackend;

//! Says what must be known of the list that is shown: whose it may be, that it is old, what is missing in it.
class LookUpNotice : public ErrorPanel {
    Q_OBJECT

public:
    //! Both must outlive it.
    LookUpNotice(const SessionsBackend &backend, SessionLookUp &lookUp, QWidget *parent = nullptr);

    void refresh();

private:
    void askWhoseAccess();

    const SessionsBackend &m_backend;
    SessionLookUp &m_lookUp;
};

} // namespace curfew
