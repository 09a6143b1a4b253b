// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuer.h"
#include "metrics.h"

#include <QWidget>

namespace curfew {

class ElidedLabel;
class EnvironmentPill;

//! The head of a page or dialog that can end something: pill, the service's name, and its host.
class EnvironmentBand : public QWidget {
    Q_OBJECT

public:
    //! \p role is that of the service's name; with Title everything is as large.
    explicit EnvironmentBand(TextRole role = TextRole::Heading, QWidget *parent = nullptr);

    void setIssuer(const Issuer &issuer);

private:
    EnvironmentPill *m_pill;
    ElidedLabel *m_name;
    ElidedLabel *m_host;
};

} // namespace curfew
