// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// readlisting ROWS ROUNDS: reads one listing again and again, as the product does and with QJsonDocument::fromJson()
// alone, in turn; a line a round with the two times in ms.

#include "descriptorcatalog.h"
#include "listingreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace curfew;

static QString digits(int number, int size)
{
    return QString::number(number).rightJustified(size, u'0');
}

//! As SAP documents an element of its listing; ten tokens a session.
static QJsonObject element(int number)
{
    const int session = number / 10;
    const QString address = u"10.%1.%2.%3"_s.arg(QString::number(session / 62500), QString::number(session / 250 % 250),
                                                 QString::number(1 + session % 250));
    return {{u"value"_s, digits(number, 32)},
            {u"uid"_s, u"robin.finch@example.com"_s},
            {u"sub"_s, u"P000042"_s},
            {u"client_id"_s, u"a1b2c3d4-0000-4000-8000-"_s + digits(session % 12, 12)},
            {u"sp_name"_s, u"Application "_s + digits(session % 12, 2)},
            {u"client_ip"_s, address},
            {u"client_agent"_s, u"Mozilla/5.0 (X11; Linux x86_64) Version/"_s + digits(session % 40, 2)},
            {u"jti"_s, u"00000000-0000-4000-8000-"_s + digits(number, 12)},
            {u"grant_type"_s, number % 2 ? u"refresh_token"_s : u"authorization_code"_s},
            {u"scope"_s, u"openid email profile"_s},
            {u"iat"_s, 1790000000 + number},
            {u"exp"_s, 1790003600 + number}};
}

static QByteArray listing(int rows)
{
    QJsonArray elements;
    for (int i = 0; i < rows; ++i)
        elements.append(element(i));
    return QJsonDocument(elements).toJson(QJsonDocument::Compact);
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 0;
    const int rounds = argc > 2 ? QByteArray(argv[2]).toInt() : 1;
    const QByteArray bytes = listing(rows);
    const auto catalog = DescriptorCatalog::load();
    const Operation operation = catalog.find(u"sap-ias"_s)->operations.value(u"listSessions"_s);
    for (int round = 0; round < rounds; ++round) {
        // A copy each, as it came from the network: the reader wipes what it was given.
        QByteArray ours(bytes.constData(), bytes.size());
        QElapsedTimer clock;
        clock.start();
        const auto read = readListing(operation, std::move(ours), QDateTime::currentDateTimeUtc());
        const auto took = clock.nsecsElapsed();
        if (!read || read->sessions.size() != (rows + 9) / 10 || read->sessions.last().tokens.isEmpty())
            return 1;

        const QByteArray theirs(bytes.constData(), bytes.size());
        clock.start();
        const QJsonDocument document = QJsonDocument::fromJson(theirs);
        const auto alone = clock.nsecsElapsed();
        if (document.array().size() != rows)
            return 1;
        std::printf("%f %f\n", double(took) / 1e6, double(alone) / 1e6);
    }
}
