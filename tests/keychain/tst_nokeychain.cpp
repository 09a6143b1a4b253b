// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer.h"
#include "systemkeychain.h"

using namespace Qt::StringLiterals;
using namespace curfew;

//! A session without a D-Bus bus, such as a bare SSH login: the test's environment has none.
class NoKeychainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysThatThereIsNoBus();
};

void NoKeychainTest::saysThatThereIsNoBus()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    const std::unique_ptr<Keychain> keychain = makeSystemKeychain();
    const QString key = u"curfew/test"_s;
    const std::array errors{answerOf(keychain->read(key)).error(),
                            answerOf(keychain->write(key, secretOf("s"))).error(),
                            answerOf(keychain->remove(key)).error(), answerOf(keychain->unlock()).error()};
    for (const Error &error : errors) {
        QCOMPARE(error.kind, ErrorKind::KeychainUnavailable);
        QVERIFY2(error.detail.contains("no D-Bus session bus"_L1), qPrintable(error.detail));
    }
}

QTEST_GUILESS_MAIN(NoKeychainTest)
#include "tst_nokeychain.moc"
