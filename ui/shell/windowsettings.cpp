// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowsettings.h"

using namespace Qt::StringLiterals;

namespace curfew {

WindowSettings readWindowSettings(const QSettings &settings)
{
    return {settings.value(u"window/geometry"_s).toByteArray(), settings.value(u"window/splitter"_s).toByteArray(),
            settings.value(u"window/service"_s).toString()};
}

void writeWindowSettings(QSettings &settings, const WindowSettings &values)
{
    settings.setValue(u"window/geometry"_s, values.geometry);
    settings.setValue(u"window/splitter"_s, values.splitter);
    settings.setValue(u"window/service"_s, values.service);
}

} // namespace curfew
