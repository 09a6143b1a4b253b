// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakesessions.h"
#include "sessioncell.h"
#include "sessionrow.h"
#include "sessiontablemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

static QDateTime now()
{
    return {QDate(2026, 3, 1), QTime(14, 0), Qt::UTC};
}

static QList<SessionRow> threeRows()
{
    Listing listing = fakeListing(3, {}, now());
    listing.sessions[0].ip = u"10.10.10.20"_s;
    listing.sessions[1].ip = u"10.9.0.1"_s;
    listing.sessions[2].ip = u"2001:db8::1"_s;
    listing.sessions[2].issuedAt.reset();
    listing.sessions[2].userAgent = u"curl/8.5.0"_s;
    return rowsOf(listing, {}, now());
}

static QStringList column(const SessionTableModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, column).data().toString());
    return texts;
}

static TokenState ended()
{
    TokenState state;
    state.result = ItemResult();
    state.result->outcome = Outcome::Revoked;
    return state;
}

class TestSessionTableModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfModels()
    {
        SessionTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(threeRows(), now());
        model.setTokensShown(true);
        QCOMPARE(model.rowCount(model.index(0, 0)), 2);
        const QPersistentModelIndex token = model.index(1, 0, model.index(0, 0));
        const QString session = token.data(SessionTableModel::SessionIdRole).toString();
        for (int sorted = 0; sorted < SessionTableModel::ColumnCount; ++sorted) {
            model.sort(sorted, Qt::AscendingOrder);
            QCOMPARE(token.data(SessionTableModel::SessionIdRole).toString(), session);
            model.sort(sorted, Qt::DescendingOrder);
            QCOMPARE(token.data(SessionTableModel::SessionIdRole).toString(), session);
        }
        model.setFilter(u"curl"_s);
        QCOMPARE(model.rowCount(), 1);
        model.setFilter(u"no such thing"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        model.setTokensShown(false);
        model.setRows({}, now());
    }

    void startsWithTheNewestSignIn()
    {
        SessionTableModel model;
        model.setRows(threeRows(), now());
        QCOMPARE(column(model, SessionTableModel::AddressColumn),
                 (QStringList{u"10.10.10.20"_s, u"10.9.0.1"_s, u"2001:db8::1"_s})); // the last one's time isn't known
    }

    void sortsAddressesAsNumbers()
    {
        SessionTableModel model;
        model.setRows(threeRows(), now());
        model.sort(SessionTableModel::AddressColumn, Qt::AscendingOrder);
        QCOMPARE(column(model, SessionTableModel::AddressColumn),
                 (QStringList{u"10.9.0.1"_s, u"10.10.10.20"_s, u"2001:db8::1"_s}));
    }

    void keepsIndexesWhileSorting()
    {
        SessionTableModel model;
        model.setRows(threeRows(), now());
        const QPersistentModelIndex kept = model.index(0, SessionTableModel::AddressColumn);
        model.sort(SessionTableModel::AddressColumn, Qt::DescendingOrder);
        QCOMPARE(kept.row(), 1);
        QCOMPARE(kept.data().toString(), u"10.10.10.20"_s);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("rows");
        QTest::newRow("nothing") << u"  "_s << 3;
        QTest::newRow("an application in other letters") << u"TRAVEL"_s << 2;
        QTest::newRow("a device") << u"chrome"_s << 2;
        QTest::newRow("two words, both must be there") << u"travel curl"_s << 1;
        QTest::newRow("any part of an address") << u"9.0"_s << 1;
        QTest::newRow("ip: means the beginning") << u"ip:10.1"_s << 1;
        QTest::newRow("ip: alone narrows nothing") << u"ip:"_s << 3;
        QTest::newRow("client:") << u"client:CLIENT-1"_s << 1;
        QTest::newRow("no word reaches over two columns") << u"travelclient"_s << 0;
        QTest::newRow("a pattern is plain text") << u".*"_s << 0;
    }
    void filters()
    {
        QFETCH(QString, filter);
        SessionTableModel model;
        model.setRows(threeRows(), now());
        model.setFilter(filter);
        QTEST(model.rowCount(), "rows");
    }

    void tellsOfChangedRowsAlone()
    {
        SessionTableModel model;
        Listing listing = fakeListing(6, {}, now());
        model.setRows(rowsOf(listing, {}, now()), now());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QList<SessionTableModel::StateChange> changes;
        for (const int session : {4, 1, 2}) {
            for (const ListedToken &listed : std::as_const(listing.sessions[session].tokens))
                changes.append({listing.sessions[session].id, listed.token.fingerprint(), ended()});
        }
        model.setStates(changes);
        QCOMPARE(changed.size(), 2); // rows 1 and 2 together, row 4
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(changed[0][1].toModelIndex().row(), 2);
        QCOMPARE(changed[1][0].toModelIndex().row(), 4);
        QCOMPARE(model.index(1, 0).data().toString(), u"Ended, checked"_s);
        changed.clear();
        model.setStates(changes);
        QCOMPARE(changed.size(), 0);
    }

    void showsTheWorstToken()
    {
        SessionTableModel model;
        const Listing listing = fakeListing(1, {}, now());
        model.setRows(rowsOf(listing, {}, now()), now());
        const Session &session = listing.sessions.first();
        model.setStates({{session.id, session.tokens[0].token.fingerprint(), ended()}});
        QCOMPARE(model.index(0, 0).data().toString(), u"Active"_s);
        model.setStates({{session.id, session.tokens[1].token.fingerprint(), ended()}});
        QCOMPARE(model.index(0, 0).data().toString(), u"Ended, checked"_s);
    }

    void marksTheAnchor()
    {
        SessionTableModel model;
        const Listing listing = fakeListing(3, "the-anchor-token-1"_ba, now());
        model.setRows(rowsOf(listing, Fingerprint::of("the-anchor-token-1"_ba), now()), now());
        QVERIFY(model.index(0, 0).data(SessionTableModel::AnchorRole).toBool());
        QVERIFY(!model.index(1, 0).data(SessionTableModel::AnchorRole).toBool());
    }

    void toolTipsAreNeverMarkup()
    {
        Listing listing = fakeListing(1, {}, now());
        listing.sessions[0].application = u"<img src=x><b>bold</b>"_s;
        SessionTableModel model;
        model.setRows(rowsOf(listing, {}, now()), now());
        const QModelIndex cell = model.index(0, SessionTableModel::ApplicationColumn);
        QCOMPARE(cell.data().toString(), u"<img src=x><b>bold</b>"_s);
        const QString tip = cell.data(Qt::ToolTipRole).toString();
        QCOMPARE(tip, u"<qt>&lt;img src=x&gt;&lt;b&gt;bold&lt;/b&gt;</qt>"_s);
    }

    void holdsAHundredThousandRows()
    {
        const Listing listing = fakeListing(100, {}, now());
        const QList<SessionRow> some = rowsOf(listing, {}, now());
        QList<SessionRow> rows;
        rows.reserve(100'000);
        for (int i = 0; i < 100'000; ++i) {
            SessionRow row = some[i % 100];
            row.id = QString::number(i);
            row.issuedAt = now().addSecs(-(i * 7919LL) % 100'000);
            rows.append(row);
        }
        SessionTableModel model;
        model.setRows(rows, now());
        // Generous bounds, for a loaded machine and a debug build: a stall is what they are to catch.
        constexpr qint64 stall = 3000;
        QElapsedTimer timer;
        for (int sorted = 0; sorted < SessionTableModel::ColumnCount; ++sorted) {
            timer.start();
            model.sort(sorted, Qt::AscendingOrder);
            qInfo("sort by column %d: %lld ms", sorted, timer.elapsed());
            QVERIFY(timer.elapsed() < stall);
        }
        timer.start();
        model.setFilter(u"trav"_s);
        qInfo("filter: %lld ms, %d rows", timer.elapsed(), model.rowCount());
        QVERIFY(timer.elapsed() < stall);
        QCOMPARE(model.rowCount(), 50'000);
        timer.start();
        model.setFilter({});
        qInfo("clear the filter: %lld ms", timer.elapsed());
        QVERIFY(timer.elapsed() < stall);
    }
};

QTEST_MAIN(TestSessionTableModel)
#include "tst_sessiontablemodel.moc"
