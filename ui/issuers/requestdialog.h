// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basedialog.h"
#include "providerdescriptor.h"

#include <QUrl>

namespace curfew {

//! *I don't have these values*: the request to the administrator, to be changed and copied.
class RequestDialog : public BaseDialog {
    Q_OBJECT

public:
    RequestDialog(const ProviderDescriptor &descriptor, const QUrl &url, Mode mode, QWidget *parent = nullptr);
};

} // namespace curfew
