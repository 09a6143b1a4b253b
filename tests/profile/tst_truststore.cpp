// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profile.h"
#include "truststore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace curfew;

class TrustStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void remembersTheVeryBytes();
    void refusesADamagedHash();
};

void TrustStoreTest::remembersTheVeryBytes()
{
    const QTemporaryDir folder;
    const Profile profile = Profile::open(folder.path()).value();
    TrustStore store(profile);
    QCOMPARE(store.descriptor(u"acme"_s, "{}").value(), Trust::Unknown);
    QVERIFY(store.acceptDescriptor(u"acme"_s, "{}"));
    QCOMPARE(TrustStore(profile).descriptor(u"acme"_s, "{}").value(), Trust::Accepted);
    QCOMPARE(store.descriptor(u"acme"_s, "{ }").value(), Trust::Changed);
    QCOMPARE(store.descriptor(u"Acme"_s, "{}").value(), Trust::Unknown);
}

void TrustStoreTest::refusesADamagedHash()
{
    const QTemporaryDir folder;
    const Profile profile = Profile::open(folder.path()).value();
    QFile file(profile.path() + "/trust.json"_L1);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version": 1, "descriptors": {"acme": "12"}})");
    file.close();
    QCOMPARE(TrustStore(profile).descriptor(u"acme"_s, "{}").error().kind, ErrorKind::ProfileFailed);
}

QTEST_GUILESS_MAIN(TrustStoreTest)
#include "tst_truststore.moc"
