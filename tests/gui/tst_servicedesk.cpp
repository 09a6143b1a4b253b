// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issueraccess.h"
#include "practiceissuers.h"
#include "profile.h"
#include "servicedesk.h"
#include "sessionspage.h"
#include "workspace.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

class TestServiceDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsABreakerThatIsNotKept();
};

void TestServiceDesk::tellsABreakerThatIsNotKept()
{
    const auto workspace = Workspace::openPractice();
    QVERIFY(workspace);
    PracticeIssuers &practice = *(*workspace)->practice();
    ServiceDesk desk(**workspace, Mode::Practice);
    QVERIFY(desk.reload());
    const QString service = practice.setup(u"sap-ias"_s).issuer.name;
    const auto page = desk.page(service);
    QVERIFY(page);
    for (const PracticeClient &client : practice.issuer(u"sap-ias"_s).clients())
        practice.issuer(u"sap-ias"_s).setSecret(client.id, "another-secret");
    // What stands where their lock file belongs lets nobody write the breakers.
    QVERIFY(QDir((*workspace)->profile().path()).mkpath(u"breakers.json.lock"_s));

    QSignalSpy failed(&desk, &ServiceDesk::failed);
    FoundToken found;
    QByteArray anchor = practice.anchorFor(practiceVictim());
    found.token = takeToken(anchor);
    found.role = TokenRole::AccessToken;
    (*page)->lookUp({{{found, {}}}, service});
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60'000);
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::ProfileFailed);
}

QTEST_MAIN(TestServiceDesk)
#include "tst_servicedesk.moc"
