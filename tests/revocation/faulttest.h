// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faultbench.h"

#include <QObject>

#include <memory>

//! A test about one token of the victim's, at an issuer at which something goes wrong: whatever does, nothing may be
//! claimed that the issuer didn't tell, nor may Qt warn of anything.
class FaultTest : public QObject {
    Q_OBJECT

protected:
    void setPatience(); //!< as the row's `isShort` has it

    std::unique_ptr<FaultBench> m_bench;

private Q_SLOTS:
    void init();
    void cleanup();
};
