// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QString>
#include <QTcpServer>
#include <QTest>

//! Rows of addresses where no issuer can be: nothing that is sent there leaves this machine.
inline void addressesWithoutIssuer()
{
    QTcpServer gone;
    if (!gone.listen(QHostAddress::LocalHost))
        qFatal("no port on loopback");
    const QString port = QString::number(gone.serverPort());
    QTest::addColumn<QString>("address");
    QTest::newRow("refused") << QStringLiteral("http://127.0.0.1:") + port;
    // No system connects to a broadcast address; it says so without sending.
    QTest::newRow("unreachable") << QStringLiteral("https://255.255.255.255");
    // A name longer than DNS knows fails in the resolver, before a question is asked.
    const QString label(60, QLatin1Char('x'));
    QTest::newRow("no such host") << QStringLiteral("https://") + QStringList(5, label).join(QLatin1Char('.'));
}
