// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accessmodel.h"
#include "fakepeople.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

static QDateTime now()
{
    return QDateTime::fromString(u"2026-03-14T09:00:00Z"_s, Qt::ISODate);
}

class TestAccessModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfModels()
    {
        AccessModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setAccess({}, fakeAccess(2, 1, now()), now());
        model.addSince({fakePersonSession(u"since"_s, SessionKind::Online, now())}, now());
        QCOMPARE(model.rowCount(), 6); // the sign-in, one since, three sessions, a consent
    }

    void toolTipsAreNeverMarkup_data()
    {
        QTest::addColumn<QString>("application");
        QTest::addColumn<QString>("tip");
        QTest::newRow("an ampersand") << u"Miller & Sons"_s << u"<qt>Miller &amp; Sons</qt>"_s;
        QTest::newRow("a tag") << u"<b>bold</b>"_s << u"<qt>&lt;b&gt;bold&lt;/b&gt;</qt>"_s;
    }

    void toolTipsAreNeverMarkup()
    {
        QFETCH(QString, application);
        PersonAccess access = fakeAccess(1, 0, now());
        access.sessions->first().applications = {application};
        AccessModel model;
        model.setAccess({}, access, now());
        const QModelIndex cell = model.index(1, AccessModel::ApplicationsColumn);
        QCOMPARE(cell.data().toString(), application);
        QTEST(cell.data(Qt::ToolTipRole).toString(), "tip");
    }
};

QTEST_MAIN(TestAccessModel)
#include "tst_accessmodel.moc"
