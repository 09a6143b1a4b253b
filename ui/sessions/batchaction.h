// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runningaction.h"

namespace curfew {

//! The real action: a RevocationBatch, which lives as long as this.
class BatchAction final : public RunningAction {
    Q_OBJECT

public:
    BatchAction(RevocationBatch *batch, QObject *owner);

    void start() override;
    void stop() override;
    [[nodiscard]] RevocationBatch::Stage stage(qsizetype index) const override;
    [[nodiscard]] const BatchRecord &record() const override;

private:
    RevocationBatch *m_batch;
};

} // namespace curfew
