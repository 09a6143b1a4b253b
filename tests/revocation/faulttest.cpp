// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faulttest.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

void FaultTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_bench = std::make_unique<FaultBench>();
    m_bench->issuer.add("a-token-of-the-victim");
}

void FaultTest::cleanup()
{
    QVERIFY(m_bench->claimsOnlyWhatWasTold());
    m_bench.reset();
}

void FaultTest::setPatience()
{
    QFETCH(bool, isShort);
    if (isShort)
        m_bench->beImpatient();
}
