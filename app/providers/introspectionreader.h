// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpresponse.h"
#include "provideranswer.h"
#include "providerdescriptor.h"

#include <QByteArrayView>
#include <QList>

namespace curfew {

//! What one answer of an introspection endpoint says (RFC 7662 section 2.2). Only a 2xx JSON object whose `active` is a
//! JSON boolean is a look; HTML, `{}`, `"false"`, an error are Unseen, and never Inactive.
[[nodiscard]] Look readLook(const HttpResponse &response, const Operation &operation,
                            const QList<QByteArrayView> &secrets = {});

} // namespace curfew
