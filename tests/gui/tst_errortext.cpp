// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "errortext.h"
#include "timewords.h"

#include <QTest>

using namespace curfew;
using namespace Qt::StringLiterals;

class TestErrorText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRefusedSecretIsSaidWithItsDanger()
    {
        ErrorSubject subject;
        subject.service = u"SAP"_s;
        subject.clientId = u"a1b2"_s;
        subject.failuresBeforeLockOut = 5;
        subject.lockOutMinutes = 60;
        const ErrorText text = errorText(Error{ErrorKind::ClientRefused, u"invalid_client"_s, 401, {}}, subject);
        QCOMPARE(text.sentence(),
                 u"SAP refused the stored secret of client a1b2. Curfew stopped after one attempt; nothing was ended. "
                 "5 wrong attempts by anyone lock this client for 60 minutes, and its application with it. "
                 "Was the secret changed?"_s);
        QCOMPARE(text.details, u"client_refused · HTTP 401 · invalid_client"_s);
    }

    void aPublicClientHasNoStoredSecret()
    {
        ErrorSubject subject;
        subject.service = u"SAP"_s;
        subject.clientId = u"a1b23cd4"_s;
        subject.hasSecret = false;
        for (const ErrorKind kind : {ErrorKind::ClientRefused, ErrorKind::BreakerOpen}) {
            const QString sentence = errorText(Error{kind, {}, 401, {}}, subject).sentence();
            QVERIFY2(!sentence.contains(u"stored"_s), qPrintable(sentence));
            QVERIFY2(sentence.contains(u"Nothing was ended."_s), qPrintable(sentence));
        }
    }

    void onlyAStoredSecretCanBeReplaced_data()
    {
        QTest::addColumn<AuthMethod>("method");
        QTest::addColumn<QString>("advice");
        const QString replace = u"Replace the secret, or check the connection once more."_s;
        const QString correct = u"Correct the client, or check the connection once more."_s;
        QTest::newRow("a secret") << AuthMethod::ClientSecretBasic << replace;
        QTest::newRow("none") << AuthMethod::None << correct;
        QTest::newRow("the operator signs in") << AuthMethod::AuthorizationCode << correct;
    }

    void onlyAStoredSecretCanBeReplaced()
    {
        QFETCH(AuthMethod, method);
        QFETCH(QString, advice);
        Issuer issuer;
        issuer.name = u"Directory"_s;
        issuer.clients = {{u"a1b23cd4"_s, method, false}};
        const ErrorSubject subject = subjectOf(issuer, 5, std::chrono::minutes(60), ErrorSubject::Purpose::Looking);
        QCOMPARE(subject.service, issuer.name);
        QCOMPARE(subject.clientId, u"a1b23cd4"_s);
        QCOMPARE(subject.failuresBeforeLockOut, 5);
        QCOMPARE(subject.lockOutMinutes, 60);
        QCOMPARE(errorText(Error{ErrorKind::BreakerOpen, {}, 0, {}}, subject).advice, advice);
    }

    void aLockIsDated()
    {
        ErrorSubject subject;
        subject.lockedUntil = QDateTime::currentDateTimeUtc().addSecs(3600);
        const QString until = untilTime(subject.lockedUntil, QDateTime::currentDateTimeUtc());
        const QString sentence = errorText(Error{ErrorKind::BreakerOpen, {}, 0, {}}, subject).sentence();
        QVERIFY2(sentence.contains(u"locked until "_s + until), qPrintable(sentence));
    }

    void aCaptivePortalIsNamed()
    {
        ErrorSubject subject;
        subject.service = u"SAP"_s;
        const ErrorText text = errorText(Error{ErrorKind::NotTheService, {}, 200, {}}, subject);
        QVERIFY(text.sentence().startsWith(u"A network log-in page or proxy answered, not SAP. Nothing was ended."_s));
    }

    void anotherAuthorityIsNamedWithItsDanger()
    {
        ErrorSubject subject;
        subject.service = u"SAP"_s;
        const Error error{ErrorKind::AuthorityChanged, u"Example Root → Example Proxy Root"_s, 0, {}};
        QCOMPARE(
            errorText(error, subject).sentence(),
            u"The connection to SAP is vouched for by another authority than before: Example Root → "
            "Example Proxy Root. Someone on the way, a company’s proxy for instance, could read tokens, so nothing was "
            "sent. Nothing was ended. Ask your administrator. If the change is meant, check the connection and "
            "trust the new authority."_s);
    }

    void whatMayHaveLeftIsNeverCalledEnded()
    {
        ErrorSubject subject;
        subject.purpose = ErrorSubject::Purpose::Ending;
        const QString sentence = errorText(Error{ErrorKind::NoAnswer, {}, 0, {}}, subject).sentence();
        QVERIFY(sentence.contains(u"still works"_s));
        QVERIFY(!sentence.contains(u"Nothing was ended"_s));
    }

    void retryAfterIsPassedOn()
    {
        const ErrorText text = errorText(Error{ErrorKind::RateLimited, {}, 429, std::chrono::seconds(90)});
        QCOMPARE(text.advice, u"Try again in 1\u00a0min."_s);
    }

    void everyKindSaysWhatHappened()
    {
        for (int value = 0; value <= static_cast<int>(ErrorKind::JournalDamaged); ++value) {
            const auto kind = static_cast<ErrorKind>(value);
            const ErrorText text = errorText(Error{kind, u"x"_s, 0, {}});
            QVERIFY2(!text.happened.isEmpty(), qPrintable(errorKindName(kind)));
            QVERIFY2(!text.meaning.isEmpty(), qPrintable(errorKindName(kind)));
            QVERIFY(text.details.startsWith(errorKindName(kind)));
        }
    }

    void controlCharactersOfTheOtherSideAreShown()
    {
        const ErrorText text = errorText(Error{ErrorKind::Refused, u"a\u202Eb"_s, 400, {}});
        QVERIFY(!text.details.contains(QChar(0x202E)));
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
