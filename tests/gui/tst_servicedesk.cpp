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
    void notesWhatAServiceMetWith();
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

void TestServiceDesk::notesWhatAServiceMetWith()
{
    const auto workspace = Workspace::openPractice();
    QVERIFY(workspace);
    ServiceDesk desk(**workspace, Mode::Practice);
    QVERIFY(desk.reload());
    const QString service = desk.rows().constFirst().issuer.name;
    QSignalSpy changed(&desk, &ServiceDesk::changed);
    const auto kind = [&] { return desk.reload() ? desk.row(service)->state.kind : ServiceState::Kind::NoProvider; };
    desk.noteReached(service, Error{ErrorKind::NoConnection, {}, 0, {}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(kind(), ServiceState::Kind::Unreachable);
    desk.noteReached(service, Error{ErrorKind::ClientRefused, {}, 401, {}});
    QCOMPARE(kind(), ServiceState::Kind::Refused);
    desk.noteReached(service, Error{ErrorKind::Refused, {}, 400, {}}); // somebody was there
    QCOMPARE(kind(), ServiceState::Kind::Ready);
    desk.noteReached(service, {});
    QCOMPARE(changed.size(), 3);
}

QTEST_MAIN(TestServiceDesk)
#include "tst_servicedesk.moc"
